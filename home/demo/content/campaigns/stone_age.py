"""Tema 5: Historier om Danmark, Stenalder til Middelalder (spring 2017)."""

from datetime import date

from ..types import (
    Action,
    Campaign,
    Faq,
    Figure,
    Films,
    Heading,
    Ideas,
    Materials,
    Moment,
    Picture,
    Question,
    Quote,
    ReadingLists,
    SeeAlso,
    Stories,
    Text,
    Timeline,
)
from .shared import (
    BIBLO,
    COORDINATOR,
    DANMARKSHISTORIEN,
    EREOLEN,
    FAKTALINK,
    FILM_INSTITUTE,
    FILMSTRIBEN,
    GUEST,
    LIBRARY,
    NET_MEDIA,
    NO_COUNT,
    PARTNERS,
    REPORT,
)

BODY = (
    Heading("Hvorfor nu"),
    Text(
        """
        Foråret 2017 har Danmarks Radio danmarkshistorien på programmet i den bedste
        sendetid. Tv-serien ”Historien om Danmark” begynder ved isens rand og ender hos
        os selv, og museer, arkiver og biblioteker over hele landet følger med. Det er
        en stor fælles fortælling om landet, og den behøver steder, hvor man kan gå hen
        bagefter.

        Biblioteket er sådan et sted. Her ligger bogen, når afsnittet er slut. Her
        hænger kortet over egnens høje og voldsteder, og her står der nogen, som gerne
        finder svaret på det spørgsmål, fjernsynet ikke nåede. Man behøver ikke kunne
        kongerækken. Man kan nøjes med at have gået forbi en høj på marken og undret
        sig.

        Danmarkshistorien er aldrig færdig. Den bliver fortolket om og om igen, og hver
        gang siger den også noget om dem, der fortæller. Derfor er den god at være
        fælles om.
        """
    ),
    Quote(
        """
        På den måde, at det er godt at få det præsenteret – man følger op på
        udsendelserne i fjernsynet. Bibliotekerne har mulighed for at uddybe nogle af de
        historier man får, når man ser udsendelserne i fjernsynet.
        """,
        GUEST,
    ),
    Heading("Se landet, som ligger under landet"),
    Text(
        """
        Temaet hedder historiske steder, for fortiden er ikke langt væk. Den ligger
        under græsset. En dysse midt i en kornmark har stået der i mere end 5.000 år.
        Runestenen ved kirken er hugget, mens nogen huskede den døde. Voldstedet bag
        parkeringspladsen var engang en herremands trygge punkt.

        Perioden er lang. Da de første jægere fulgte rensdyrene herop, var der tundra.
        Omkring 4000 f.Kr. begyndte folk at dyrke jorden, og få hundrede år senere
        rejste de sten, som ingen enkelt familie kunne flytte. Bronzen kom, siden jernet
        og handelen. I 900-tallet kalder to sten i Jelling landet ved navn, og i
        middelalderen får det love, købstæder, klostre og kirker, som stadig ringer til
        gudstjeneste.

        Vi har samlet tre historier om tre steder. De kan læses i en kaffepause og
        følges op af en gåtur.
        """
    ),
    Picture(
        key="strata-snit",
        shows="""
        Et lodret snit gennem jorden i lag af okker, tørv og kridt: nederst en
        flintøkse, derover et bronzespænde, en runesten, en mønt og øverst græs
        """,
        alt="""
        Tegnet snit gennem jorden. Nederst ligger en flintøkse, højere oppe et
        bronzespænde og en mønt, og øverst vokser græsset.
        """,
        caption="Nederst ligger det ældste. Sådan læser arkæologer jorden.",
    ),
    Stories(
        "Tre steder, tre historier",
        ("under-graesset", "jelling", "borgen-af-klodser"),
    ),
    Timeline(
        "Fra is til købstad på ti øjeblikke",
        (
            Moment(
                "Ca. 12.500 f.Kr.",
                "Rensdyrjægerne kommer",
                "Isen har trukket sig, og jægere følger dyrene ind over tundraen.",
            ),
            Moment(
                "Ca. 4000 f.Kr.",
                "De første bønder",
                "Korn, køer, får og grise ændrer livet og landskabet.",
            ),
            Moment(
                "Ca. 3500 f.Kr.",
                "De store sten rejses",
                "Dysserne bygges, og siden kommer jættestuerne.",
            ),
            Moment(
                "Ca. 1400 f.Kr.",
                "Solvognen",
                """
                Hesten trækker solen over himlen. Vognen blev fundet i Trundholm Mose i
                1902.
                """,
            ),
            Moment(
                "1370 f.Kr.",
                "Egtvedpigen begraves",
                """
                En sommerdag lægges hun i en kiste af eg. Blomsten ved kistens kant
                fortæller om årstiden.
                """,
            ),
            Moment(
                "Ca. 400 f.Kr.",
                "Tollundmanden",
                "Han lægges i en mose ved Silkeborg og findes igen i 1950.",
            ),
            Moment(
                "Ca. 700",
                "Ribe",
                "En handelsplads ved åen bliver til landets ældste by.",
            ),
            Moment(
                "Ca. 965",
                "Haralds sten i Jelling",
                """
                Kongen skriver, at han vandt hele Danmark og Norge og gjorde danerne
                kristne.
                """,
            ),
            Moment(
                "1241",
                "Jyske Lov",
                "Fortalen begynder: Med lov skal land bygges.",
            ),
            Moment(
                "1397",
                "Kalmarunionen",
                "Danmark, Norge og Sverige får én konge. Margrete styrer.",
            ),
        ),
    ),
    Films(
        "Se filmen på et halvt minut",
        ("under-graesset",),
        "Vi har lavet en film uden lyd og med tekst. Lad den køre på infoskærmen.",
    ),
    Heading("Læs videre"),
    Text(
        """
        Tre lister, tre slags læsere. Den første er til dig, der vil have hele den lange
        historie eller en god roman om den. Den anden er til børn, som hellere vil møde
        Thor end en tidslinje. Den tredje rummer de gamle tekster selv, for Saxo er
        bedre end sit rygte. Alle titler kan lånes.
        """
    ),
    ReadingLists(
        "Tre læselister",
        ("fra-flint-til-faestning", "guder-og-vikinger", "de-gamle-fortaellinger"),
    ),
    Quote(
        """
        Jeg har lånt nogle af bøgerne, der ligger fremme. Jeg kigger altid efter, hvad I
        har af udstillinger. Jeg er tit faldet over noget, jeg ellers ikke ville have
        set.
        """,
        GUEST,
    ),
    Heading("Gør noget"),
    Text(
        """
        En god aktivitet behøver ikke være stor. En hylde, et kort og en bunke
        bogmærker er også danmarkshistorie. Her er ideer til to timer og til to
        måneder, og flere af dem bruger lokalarkivet, museet eller skolen, som ofte
        siger ja, når man spørger.
        """
    ),
    Ideas(
        "Ideer at gå i gang med",
        (
            "minecraft-borg",
            "geocaching",
            "forfatterforedrag",
            "skattejagt",
            "gulvtidslinje",
            "skriv-med-runer",
        ),
    ),
    Figure(
        "64 %",
        "af gæsterne får en anderledes biblioteksoplevelse",
        REPORT,
        NO_COUNT,
    ),
    Heading("Hent materialerne"),
    Text(
        """
        Alt er klar til brug. Plakaterne findes til trykkeriet med beskæring og som A4
        til egen printer. Bannerne passer til hjemmesiden, infoskærmen og de sociale
        medier. Den grafiske pakke holder det hele sammen, så en gæst kan se, at
        udstillingen i Skagen og den i Nakskov hører til samme historie.
        """
    ),
    Materials(
        "Materialer til kampagnen",
        (
            "skattejagt-i-danmarkshistorien",
            "gulvfolie-med-tidslinje",
            "plakat-stenalder-til-middelalder",
            "plakat-historiske-steder",
            "bogmaerker-runer",
            "grafisk-pakke-stenalder",
        ),
    ),
    Action(
        "Tag hele pakken på én gang",
        """
        Plakater, bannere, film og ark i én fil. Størrelsen står ved knappen, før du
        henter.
        """,
        "Hent hele pakken",
        "/pakke/stenalder-til-middelalder.zip",
    ),
    Heading("Hvem er med"),
    Text(
        """
        Bibliotekerne står ikke alene. Sekretariatet for Historier om Danmark samler
        museer, arkiver og Danmarks Radio, og det åbner døre, som det enkelte bibliotek
        har svært ved at åbne selv. Lokalt er det museet i byen, arkivet i kælderen og
        skolen ved siden af, der giver temaet ansigt.
        """
    ),
    Figure("9", "netmedier har deltaget i kampagnerne", REPORT),
    Figure(
        "97 %",
        "af bibliotekerne mener, at temaet er godt og relevant",
        REPORT,
        NO_COUNT,
    ),
    Quote("Det er en vigtig bred og relevant dagsorden", LIBRARY),
    Faq(
        "Spørgsmål fra biblioteker",
        (
            Question(
                "Vi er tre ansatte. Kan vi være med?",
                """
                Ja. Materialerne er lavet, så et lille bibliotek kan deltage. Hæng
                plakaten op, læg emnelisten frem og lad filmen køre på skærmen. Så er I
                i gang.
                """,
            ),
            Question(
                "Skal vi finde på nye arrangementer?",
                """
                Nej. Se først, om noget af det, I allerede har planlagt, kan blive en
                del af temaet. Et foredrag om byens historie eller en højtlæsning om
                vikinger hører hjemme her.
                """,
            ),
            Question(
                "Må vi sætte vores eget navn på plakaterne?",
                """
                Ja. Der er plads til logo og tid og sted nederst. Resten af plakaten
                skal stå, som den er, så linjen er den samme overalt.
                """,
            ),
            Question(
                "Hvem spørger vi, når noget driller?",
                """
                Ring til dit centralbibliotek, eller skriv til koordinatoren. Du finder
                begge under ”Hvem kan hjælpe”.
                """,
            ),
        ),
    ),
    SeeAlso(
        "Mere om perioden",
        (DANMARKSHISTORIEN, EREOLEN, FAKTALINK, BIBLO, FILMSTRIBEN, FILM_INSTITUTE),
    ),
)

STONE_AGE = Campaign(
    key="tema-5",
    slug="stenalder-til-middelalder",
    number=5,
    umbrella="Historier om Danmark",
    subtitle="Stenalder til Middelalder",
    season="Foråret 2017",
    start=date(2017, 4, 3),
    weeks=6,
    peak=(4, 5),
    dates_label="""
    Foråret 2017 står i rapporten. Ugerne er et eksempel.
    """,
    focus="Historiske steder",
    summary="""
    Fortiden ligger under græsset. Følg danmarkshistorien fra de første jægere til
    middelalderens byer, begynd ved stedet tæt på dig, og find vejen videre på
    biblioteket.
    """,
    motif="strata",
    seed=5,
    colours=("#dfa032", "#2b1a12", "#a5290f"),
    hero=Picture(
        key="helt-stenalder",
        shows="""
        Brede jordlag i okker, tørv og kridt med en stendysse øverst mod en lys himmel
        """,
        alt="""
        Tegning af en stendysse på en græsklædt høj. Under den ligger jorden i brede
        lag.
        """,
    ),
    partners=PARTNERS,
    contact=COORDINATOR,
    figures=(
        Figure("79", "biblioteksvæsner var med", REPORT),
        Figure("600+", "aktiviteter på de to kampagner", REPORT),
        Figure("26", "centralt producerede produktioner", REPORT),
    ),
    net_media=NET_MEDIA,
    body=BODY,
)
