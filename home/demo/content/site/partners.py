"""The page for partners: what was achieved, every figure with its source."""

from ..campaigns.shared import GUEST, LIBRARY, NO_COUNT, REPORT
from ..types import Bar, Chart, Figure, Heading, PageLinks, Quote, SitePage, Text

FOR_PARTNERS = SitePage(
    key="for-partnere",
    slug="for-partnere",
    title="For partnere",
    summary="""
    Én aftale, og jeres emne er i gang på biblioteker over hele landet. Her er tallene
    fra 2017.
    """,
    body=(
        Text(
            """
            Har I en sag, som flere bør opdage, så har bibliotekerne rummene, bøgerne og
            folk, der er gode til at lytte. Gennem temasamarbejdet taler I med ét sted
            og når ud i alle landsdele.

            I 2017 samarbejdede bibliotekerne med Danmarks Radio, Sekretariatet for
            Historier om Danmark, Nordea Fonden, Nationalmuseet, de statsanerkendte
            museer, Organisationen Danske Arkiver og Sammenslutningen af Lokale Arkiver,
            og lokalt med museer, arkiver og skoler.
            """
        ),
        Heading("Det nåede ud"),
        Figure("79", "biblioteksvæsner deltog, det højeste antal hidtil", REPORT),
        Figure("600+", "aktiviteter blev holdt lokalt", REPORT),
        Figure("26", "produktioner blev lavet centralt", REPORT),
        Figure("9", "netmedier deltog", REPORT),
        Text(
            """
            Nyhedsbrevet havde 213 abonnenter, og Facebookgruppen 403 følgere, som delte
            ideer og hjalp hinanden. I København steg udlånet i gruppen ”Dansk historie”
            med 13 % fra april til oktober 2017 i forhold til samme tid i 2016. For
            resten af landet er udlånet svært at vurdere, fordi et nyt bibliotekssystem
            var ved at blive taget i brug.
            """
        ),
        Figure(
            "+13 %",
            """
            udlån af dansk historie på Københavns Biblioteker, april-oktober 2017 mod
            2016
            """,
            REPORT,
        ),
        Heading("Det syntes gæsterne"),
        Chart(
            "Så mange af gæsterne",
            (
                Bar(90, "blev klogere eller fik sat tanker i gang"),
                Bar(77, "synes, temaet er relevant for eget liv"),
                Bar(
                    71,
                    """
                    mener, det er bibliotekets opgave at have fokus på bestemte temaer
                    """,
                ),
                Bar(70, "synes, temaet er samfundsrelevant"),
                Bar(69, "har lagt mærke til temaet i andre medier eller hos andre"),
                Bar(64, "får en anderledes biblioteksoplevelse"),
            ),
            REPORT,
            NO_COUNT,
        ),
        Quote(
            """
            Fjernsynsudsendelserne fokuserer tit på nogle personer – det kan gøre nogen
            interesseret i at læse om dem.
            """,
            GUEST,
        ),
        Heading("Det syntes bibliotekerne"),
        Chart(
            "Så mange af bibliotekerne",
            (
                Bar(97, "mener, at temaet er godt og relevant"),
                Bar(97, "mener, at central koordinering er vigtig"),
                Bar(92, "er tilfredse med koordineringen"),
                Bar(78, "er tilfredse med tidsplanen"),
                Bar(55, "mener, at kampagnerne sparer ressourcer"),
            ),
            REPORT,
            NO_COUNT,
        ),
        Text(
            """
            Det sidste tal er lavere end de andre, og vi viser det med vilje.
            Kampagnerne sparer tid, når de afløser noget, og koster tid, når de kommer
            oveni. Det arbejder vi med.
            """
        ),
        Quote(
            """
            Det er fantastisk varieret og flot materiale, vi får serveret – og lige til
            at bruge. SUPER GODT
            """,
            LIBRARY,
        ),
        Heading("Det sagde partnerne"),
        Text(
            """
            Sekretariatet og museerne var imponerede over, hvor mange biblioteker der
            var med, og hvor meget de lavede. De roser bibliotekerne for at hjælpe
            hinanden og dele, og de ser en styrke i en model, der kan rulles ud, når en
            national indsats kalder. Danmarks Radio roser dem for at bringe kampagnen ud
            i hele landet og for sammenholdet.
            """
        ),
        Heading("Sådan kan I være med"),
        Text(
            """
            <b>Del jeres viden.</b> Et foredrag, en udstilling eller en kasse med ting
            at røre ved kan rejse rundt.

            <b>Brug det, vi laver.</b> Film, lister og plakater kan også hænge hos jer.
            Åbne materialer hentes frit. Til resten får I en adgang.

            <b>Kom tidligt.</b> Temaerne bliver lagt på et årligt møde. Den, der ringer
            et år før, kan være med til at forme det.
            """
        ),
        Heading("Lad os tage en snak"),
        Text(
            """
            Skriv to linjer om jeres idé til
            <a href="mailto:post@example.dk">post@example.dk</a>, så svarer
            koordinatoren.
            """
        ),
        PageLinks("Se, hvordan det blev", ("campaign:tema-5", "campaign:tema-6")),
    ),
)
