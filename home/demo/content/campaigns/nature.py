"""The example campaign: Vores natur, whose dates follow the day of loading."""

from ..types import (
    EXAMPLE,
    Action,
    Campaign,
    Faq,
    Figure,
    Films,
    Heading,
    Ideas,
    Materials,
    Moment,
    Partner,
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
    EREOLEN,
    FAKTALINK,
    FILMSTRIBEN,
    FORFATTERWEB,
    LIBRARY,
    NO_COUNT,
    REPORT,
)

BODY = (
    Heading("Hvorfor nu"),
    Text(
        """
        Der er natur lige uden for døren til biblioteket. En revne i fortovet med
        vejbred, en mursejler over tagene, et birketræ ved cykelstativet. De fleste går
        forbi. I de næste uger stopper vi op og giver tingene deres rigtige navne.

        Naturen er ikke kun noget, man kører ud til. Den er også noget, man har læst sig
        til: hos H.C. Andersen, i skolens flora, i digte man kunne udenad. Den, der ved,
        hvad en fugl hedder, ser den oftere. Og den, der har set den, vil gerne beholde
        den.

        Derfor lægger vi bøgerne frem, finder lupperne og går en tur. Temaet her er et
        eksempel, som viser, hvordan en kampagne ser ud, mens den kører.
        """
    ),
    Heading("Se nærmere"),
    Text(
        """
        Danmark er et lille land med en lang kant. Der er over 7.000 kilometer kyst, og
        ingen bor langt fra vandet. Mellem kysterne ligger marker, som fylder mere end
        halvdelen af landet, og imellem dem det, der blev tilbage: skovbryn, moser,
        overdrev, grøftekanter.

        Meget er forsvundet, og noget er kommet igen. Skjern Å har fået sine sving
        tilbage. Bæveren bygger dæmninger efter at have været væk i mange hundrede år.
        Havørnen, som ikke ynglede her i det meste af 1900-tallet, flyver igen over
        fjordene. Det er værd at vide, at det kan gå begge veje.
        """
    ),
    Picture(
        key="aa-med-sving",
        shows="""
        En å set fra oven, som bugter sig gennem grønne enge; langs bredden siv, en
        fiskehejre og en fisk under vandet
        """,
        alt="""
        Tegning af en å, der bugter sig gennem grønne enge. En hejre står i sivene, og
        en fisk svømmer under vandet.
        """,
        caption="Vand vil helst gå i sving. Det tager tid, og det er meningen.",
    ),
    Stories("To historier om at få noget igen", ("aaens-sving", "flora-danica")),
    Timeline(
        "Naturen i ni årstal",
        (
            Moment(
                "1761",
                "Flora Danica begynder",
                "Det første hæfte med landets vilde planter udkommer.",
            ),
            Moment(
                "1805",
                "Fredskovsforordningen",
                "Skoven skal blive ved med at være skov.",
            ),
            Moment(
                "1917",
                "Den første naturfredningslov",
                "Naturen får sin egen lov i Danmark.",
            ),
            Moment(
                "1968",
                "Skjern Å er rettet ud",
                "Engene bliver til marker, og åen til en kanal.",
            ),
            Moment(
                "1984",
                "Knopsvanen bliver nationalfugl",
                "I 1920'erne var der kun få par tilbage. Fredningen hjalp.",
            ),
            Moment(
                "1999",
                "Bæveren vender hjem",
                "Atten dyr sættes ud i Klosterheden ved Lemvig.",
            ),
            Moment(
                "2002", "Åen bugter sig igen", "Den genslyngede Skjern Å står færdig."
            ),
            Moment(
                "2008",
                "Nationalpark Thy",
                "Danmarks første nationalpark åbner.",
            ),
            Moment(
                "2014",
                "Vadehavet og Stevns Klint",
                "Begge steder kommer på UNESCO's verdensarvsliste.",
            ),
        ),
    ),
    Films(
        "Se åen finde vej",
        ("aaen-finder-vej",),
        """
        En tegnet film uden lyd. Sæt den på infoskærmen, og se, hvem der bliver stående.
        """,
    ),
    Heading("Læs videre"),
    Text(
        """
        En liste til den voksne, der vil læse naturen som litteratur, og en til børn og
        deres voksne, som vil ud bagefter. Tag bogen med i rygsækken. Den må godt få
        græspletter, bare den kommer hjem igen.
        """
    ),
    ReadingLists("To læselister", ("naturen-i-litteraturen", "ud-med-boern")),
    Heading("Gør noget"),
    Text(
        """
        De fleste af ideerne foregår ude og koster næsten ingenting. Spørg en lokal
        naturforening om en guide, lån lupper hos skolen, og hav en plan for regn. Regn
        er for øvrigt godt vejr for snegle.
        """
    ),
    Ideas(
        "Ideer at gå i gang med",
        (
            "arter-om-biblioteket",
            "froebibliotek",
            "natvandring",
            "laesetur",
            "plantepresse",
        ),
    ),
    Heading("Hent materialerne"),
    Materials(
        "Materialer til kampagnen",
        (
            "plakat-vores-natur",
            "sporjagt-vores-natur",
            "bogmaerker-vores-natur",
            "infoskaerm-vores-natur",
            "sociale-medier-vores-natur",
        ),
        "Tegnet til temaet og fri til brug. Materialerne er eksempler.",
    ),
    Action(
        "Er I med?",
        "Se ideerne igennem, vælg én, og hæng plakaten op i morgen.",
        "Find en idé",
        "/ideer/",
    ),
    Heading("Hvem er med"),
    Text(
        """
        I en rigtig kampagne står partnerne her med navn. Til dette eksempel har vi
        skrevet, hvilke slags partnere der passer til temaet, og hvad de kan bidrage
        med. Tallet og citatet er fra evalueringen af kampagnerne i 2017, for de gælder
        også, når temaet er et andet.
        """
    ),
    Figure(
        "71 %",
        """
        af gæsterne i 2017 mente, at det er bibliotekets opgave at have fokus på
        bestemte temaer
        """,
        REPORT,
        NO_COUNT,
    ),
    Quote(
        "Det er godt at føle sig som en del af et landsdækkende samarbejde",
        LIBRARY,
    ),
    Faq(
        "Spørgsmål fra biblioteker",
        (
            Question(
                "Hvad gør vi, hvis det regner?",
                """
                Gå alligevel, eller flyt indenfor med plantepressen og lupperne. Skriv i
                programmet, hvad I gør, så folk ved det på forhånd.
                """,
            ),
            Question(
                "Vi ved ikke nok om natur. Er det et problem?",
                """
                Nej. Find en, der gør, og vær selv den, der stiller spørgsmålene og har
                bøgerne klar. Det er en god rollefordeling.
                """,
            ),
            Question(
                "Må vi gå hvor som helst?",
                """
                Brug offentlige stier og parker, og spørg kommunen eller ejeren, før I
                tager en gruppe med andre steder hen.
                """,
            ),
        ),
    ),
    SeeAlso("Mere om naturen", (FAKTALINK, EREOLEN, FILMSTRIBEN, BIBLO, FORFATTERWEB)),
)

NATURE = Campaign(
    key="vores-natur",
    slug="vores-natur",
    number=13,
    umbrella="",
    subtitle="Vores natur",
    season="Kører nu",
    start=None,
    began_weeks_ago=2,
    weeks=6,
    peak=(3, 4),
    dates_label="Datoerne er et eksempel og følger den dag, siden er lagt ind.",
    focus="Det vilde lige uden for døren",
    summary="""
    Der er natur i revnen mellem fliserne. Stop op, find navnet, lån bogen, og gå en tur
    med biblioteket. En eksempelkampagne, der altid er i gang.
    """,
    motif="waves",
    seed=12,
    colours=("#b7d66b", "#10302b", "#1746c7"),
    hero=Picture(
        key="helt-natur",
        shows="""
        Bølgede bånd i grønt og blåt som enge og vand, med siv og en fiskehejre i
        silhuet
        """,
        alt="Tegning af grønne enge og blåt vand i bølgede bånd. En hejre står i siv.",
    ),
    partners=(
        Partner(
            "Naturforeninger",
            "Guider på ture og hjælper med at finde navnene.",
            label=EXAMPLE,
        ),
        Partner(
            "Naturhistoriske museer",
            "Låner genstande ud og holder foredrag.",
            label=EXAMPLE,
        ),
        Partner(
            "Skoler og naturvejledere",
            "Tager klassen med ud og biblioteket med hjem.",
            label=EXAMPLE,
        ),
    ),
    contact=COORDINATOR,
    body=BODY,
    label=EXAMPLE,
)
