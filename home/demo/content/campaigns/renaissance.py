"""Tema 6: Historier om Danmark, Renæssance til nutid (autumn 2017)."""

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
    ACADEMY,
    COORDINATOR,
    DANMARKSHISTORIEN,
    EREOLEN,
    FILM_INSTITUTE,
    FILMSTRIBEN,
    FORFATTERWEB,
    GUEST,
    LIBRARY,
    LITTERATURSIDEN,
    NET_MEDIA,
    NO_COUNT,
    PARTNERS,
    REPORT,
)

BODY = (
    Heading("Hvorfor nu"),
    Text(
        """
        I foråret handlede det om steder. Nu handler det om os. Efteråret 2017 går
        danmarkshistorien fra renæssancens slotte og bogtryk over enevælde, grundlov og
        andelsmejeri til den tid, som nogen i familien kan huske. Og lige dér bliver
        historien til noget, man selv ejer.

        Fokus er egen historie og erindringer. Hvem var oldemor, før hun blev oldemor?
        Hvad lyttede man til, hvad spiste man, og hvad talte man ikke om? Når DR sender
        de sidste århundreder ud i stuerne, har biblioteket bordene, bøgerne og en
        anledning til at spørge hinanden.

        Den store historie og den lille er den samme. En paragraf fra
        hovedstaden afgjorde, om en tjenestepige på Lolland måtte stemme. En krig,
        der blev tabt ved Dybbøl, flyttede grænsen hen over et køkkenbord. Det er de
        forbindelser, temaet leder efter.
        """
    ),
    Quote(
        """
        Hvad det har sat gang i, er meget det med spørgsmålet om, hvad vi kommer fra, og
        hvor vi kommer fra – det synes jeg, at jeg er kommet til at tænke mere over.
        """,
        GUEST,
    ),
    Heading("Se tiden blade"),
    Text(
        """
        Perioden begynder med en ny teknik: bøger, der kan trykkes. Den slutter med en
        anden: skærme, der kan bæres i lommen. Ind imellem ligger reformationen i 1536,
        enevælden fra 1660, skolelovene i 1814, grundloven i 1849, nederlaget i 1864,
        stemmeretten til kvinder og tjenestefolk i 1915, besættelsen og velfærdsstaten.

        I hverdagen skete det langsommere. Man lærte at læse. Man flyttede til byen. Man
        fik cykel, radio, køleskab og to børn i stedet for otte. Den slags står sjældent
        i lovtidende, men det ligger i skuffer, albums og fortællinger, og meget af det
        forsvinder, hvis ingen spørger i tide.
        """
    ),
    Picture(
        key="bogblade-vifte",
        shows="""
        Opslåede bogblade i vifte i krapprødt, havgrønt og papirfarve; på bladene en
        trykpresse, en cykel, en radio og en telefon
        """,
        alt="""
        Tegnede bogblade bredt ud som en vifte. På bladene ses en trykpresse, en cykel,
        en radio og en telefon.
        """,
        caption="Hver tid har sit blad. Bag på det sidste er der plads til dit.",
    ),
    Stories(
        "Tre fortællinger tæt på",
        ("laes-grundloven-hoejt", "bedstemors-koekkenskuffe", "radioen-i-stuen"),
    ),
    Timeline(
        "Fem hundrede år i elleve nedslag",
        (
            Moment(
                "1536",
                "Reformationen",
                "Kirken bliver luthersk. Hele Bibelen kommer på dansk i 1550.",
            ),
            Moment(
                "1660",
                "Enevælden",
                "Kongemagten bliver arvelig, og kongen får al magt.",
            ),
            Moment(
                "1788",
                "Stavnsbåndet ophæves",
                "Landbefolkningens unge mænd får lov at flytte.",
            ),
            Moment("1814", "Skole for alle børn", "Loven kræver syv års undervisning."),
            Moment(
                "1848",
                "Slaveriet ophører i Dansk Vestindien",
                """
                De slavegjorte på Sankt Croix kræver friheden, og guvernøren må give
                dem den.
                """,
            ),
            Moment(
                "1849",
                "Grundloven",
                "Den 5. juni får Danmark sin første frie forfatning.",
            ),
            Moment(
                "1864",
                "Dybbøl",
                "Krigen tabes den 18. april. Grænsen rykker op til Kongeåen.",
            ),
            Moment(
                "1915",
                "Kvinder og tjenestefolk får stemmeret",
                "Ved grundlovsændringen den 5. juni.",
            ),
            Moment(
                "1925",
                "Radioen",
                "Den 1. april begynder staten at sende radio til lytterne.",
            ),
            Moment(
                "1945",
                "Befrielsen",
                "Budskabet kommer over radioen om aftenen den 4. maj.",
            ),
            Moment("1973", "Ind i EF", "Fra 1. januar er Danmark med i fællesskabet."),
        ),
    ),
    Films(
        "To korte film",
        ("bogen-blader", "radioen-i-stuen"),
        """
        Vi har tegnet to film uden lyd. Den ene åbner temaet på skærmen, den anden åbner
        en samtale.
        """,
    ),
    Heading("Læs videre"),
    Text(
        """
        Romanen er en god vej ind i en tid. Hos Pontoppidan kan man høre larmen fra
        1800-tallets fremskridt, og hos Tove Ditlevsen kan man lugte baggården. Vi har
        også en liste til den, der vil have krigen og koloniernes historie fortalt lige
        ud, og en til unge, som hellere vil læse om nogen på deres egen alder.
        """
    ),
    ReadingLists(
        "Tre læselister",
        ("et-land-bliver-til", "barndom-og-erindring", "ung-i-en-anden-tid"),
    ),
    Quote(
        "Spændende at se på udstillingerne – det får mig til at reflektere over livet",
        GUEST,
    ),
    Heading("Gør noget"),
    Text(
        """
        De bedste aktiviteter i temaet begynder med et spørgsmål og en kop kaffe. Lad
        gæsterne komme med genstanden, billedet eller historien, og lad biblioteket
        stille rammen. Lokalarkivet vil gerne med, for det er dem, der kan gemme det,
        der kommer frem.
        """
    ),
    Ideas(
        "Ideer at gå i gang med",
        (
            "erindringscafe",
            "koekkenskuffen",
            "laes-grundloven",
            "scan-albummet",
            "lyt-sammen",
            "forfatterforedrag",
        ),
    ),
    Figure("600+", "aktiviteter lavede bibliotekerne på de to kampagner", REPORT),
    Heading("Hent materialerne"),
    Text(
        """
        Plakater, bogmærker, samtalekort, programskabelon og bannere er tegnet i samme
        hånd. Skriv jeres eget arrangement ind, send filen til trykkeriet, eller print
        den selv. Samtalekortene kan klippes ud på en eftermiddag og bruges i årevis.
        """
    ),
    Materials(
        "Materialer til kampagnen",
        (
            "plakat-renaessance-til-nutid",
            "plakat-fortael-din-historie",
            "samtalekort-erindringer",
            "bogmaerker-erindringer",
            "programskabelon",
            "grafisk-pakke-renaessance",
        ),
    ),
    Action(
        "Tag hele pakken på én gang",
        """
        Alt til tryk og skærm i én fil. Du kan også vælge kun tryk eller kun skærm inde
        på materialerne.
        """,
        "Hent hele pakken",
        "/pakke/renaessance-til-nutid.zip",
    ),
    Heading("Hvem er med"),
    Text(
        """
        Partnerne fra foråret er med igen, og denne gang står arkiverne forrest. Ni
        netmedier hjælper læserne videre fra emnet til artiklen, filmen eller lydbogen.
        Lokalt kommer foreninger, plejehjem og skoler til, for erindringer kræver både
        nogen, der fortæller, og nogen, der lytter.
        """
    ),
    Figure("9", "netmedier har deltaget i kampagnerne", REPORT),
    Figure(
        "69 %",
        "af gæsterne har lagt mærke til temaet i andre medier eller hos andre",
        REPORT,
        NO_COUNT,
    ),
    Quote("Det samler fokus og motiverer", LIBRARY),
    Faq(
        "Spørgsmål fra biblioteker",
        (
            Question(
                "Hvad gør vi med de historier, folk fortæller?",
                """
                Aftal på forhånd med lokalarkivet, om de vil gemme dem. Fortæl altid
                gæsten, hvad optagelsen eller billedet skal bruges til, og få et ja på
                skrift.
                """,
            ),
            Question(
                "Kan vi bruge temaet sammen med skolen?",
                """
                Ja. Samtalekortene og grundloven passer til mellemtrin og udskoling.
                Spørg historielæreren, før årsplanen er lukket.
                """,
            ),
            Question(
                "Vi var ikke med i foråret. Skal vi så begynde forfra?",
                """
                Nej. Temaet står på egne ben. Gulvfolien fra foråret går helt op til
                vor tid, så den kan I også bruge nu.
                """,
            ),
            Question(
                "Hvordan undgår vi, at det bliver noget ekstra?",
                """
                Begynd med kalenderen. Find de arrangementer, I alligevel holder i
                efteråret, og giv to af dem temaets plakat. Så er resten valgfrit.
                """,
            ),
        ),
    ),
    SeeAlso(
        "Mere om perioden",
        (
            DANMARKSHISTORIEN,
            FILM_INSTITUTE,
            FILMSTRIBEN,
            FORFATTERWEB,
            LITTERATURSIDEN,
            EREOLEN,
            ACADEMY,
        ),
    ),
)

RENAISSANCE = Campaign(
    key="tema-6",
    slug="renaessance-til-nutid",
    number=6,
    umbrella="Historier om Danmark",
    subtitle="Renæssance til nutid",
    season="Efteråret 2017",
    start=date(2017, 9, 4),
    weeks=7,
    peak=(4, 5),
    dates_label="""
    Efteråret 2017 står i rapporten. Ugerne er et eksempel.
    """,
    focus="Egen historie og erindringer",
    summary="""
    Den store historie begynder i en skuffe derhjemme. Fra bogtryk og enevælde til
    radioen i stuen: kom med din egen fortælling, og find den tid, den hører til.
    """,
    motif="leaves",
    seed=6,
    colours=("#f1e3c9", "#0b4645", "#b3202e"),
    hero=Picture(
        key="helt-renaessance",
        shows="""
        Store bogblade i vifte i krapprødt, havgrønt og papirfarve, bredt ud som en sol
        """,
        alt="Tegnede bogblade i rødt, grønt og papirfarve, bredt ud som en vifte.",
    ),
    partners=PARTNERS,
    contact=COORDINATOR,
    figures=(
        Figure("90 %", "blev klogere eller fik sat tanker i gang", REPORT, NO_COUNT),
        Figure("77 %", "syntes, temaet var relevant for eget liv", REPORT, NO_COUNT),
        Figure("70 %", "syntes, temaet var samfundsrelevant", REPORT, NO_COUNT),
    ),
    net_media=NET_MEDIA,
    body=BODY,
)
