"""Ideas for Stenalder til Middelalder; three of them stand in the report."""

from ..types import EXAMPLE, FROM_REPORT, Idea

REPORT_NOTE = "Aktiviteten er nævnt i rapporten. Timer, pris og varsel er eksempler."

PLACE_IDEAS = (
    Idea(
        key="minecraft-borg",
        slug="byg-en-middelalderborg-i-minecraft",
        campaign="tema-5",
        title="Byg en middelalderborg i Minecraft",
        summary="""
        To timer ved skærmene, hvor børn bygger en borg to og to og finder ud af,
        hvorfor porten er smal.
        """,
        description="""
        Børnene begynder på kvadreret papir og bygger bagefter i Minecraft. Biblioteket
        lægger billeder, grundplaner og bøger frem og stiller spørgsmålene: Hvor kommer
        vandet fra? Hvem bor her i fredstid? Til sidst går alle på besøg i hinandens
        borge.

        Ligger der et voldsted i kommunen, så byg dét. Så har børnene en grund til at
        tage familien med derud om søndagen.
        """,
        audience="boern-7-12",
        staff_hours=8,
        cost="under-1000",
        lead_weeks=4,
        space="rum",
        partner="museum",
        steps=(
            "Aftal lokale og maskiner, og prøv en fælles verden af på forhånd.",
            "Find billeder og en grundplan af den nærmeste borg. Spørg museet.",
            "Hæng plakaten op, og lav tilmelding til højst 16 børn.",
            "Begynd med et kvarters fortælling og en halv time på papir.",
            "Lad børnene bygge to og to i halvanden time.",
            "Slut med rundvisning, og tag et skærmbillede af hver borg.",
            "Vis billederne på infoskærmen resten af temaet.",
        ),
        productions=("plakat-historiske-steder", "infoskaerm-stenalder"),
        reading_lists=("guder-og-vikinger",),
        label=FROM_REPORT,
        label_note=REPORT_NOTE,
    ),
    Idea(
        key="geocaching",
        slug="geocaching-med-historisk-tema",
        campaign="tema-5",
        title="Geocaching med historisk tema",
        summary="""
        Gem små bokse ved egnens historiske steder, og lad folk finde dem med telefonen.
        Hver boks har en kort fortælling.
        """,
        description="""
        En rute med fem til otte poster fører gæsten rundt til steder, de fleste kører
        forbi: højen, kirkens runesten, den gamle bro. I hver boks ligger en historie på
        et lamineret kort og et bogstav. Bogstaverne danner et ord, som giver et
        bogmærke på biblioteket.

        Ruten passer sig selv, når den først er lagt ud, og den kan gås i sandaler og
        gummistøvler.
        """,
        audience="familier",
        staff_hours=14,
        cost="under-1000",
        lead_weeks=6,
        space="ude",
        partner="museum",
        steps=(
            "Vælg fem til otte steder sammen med museet eller lokalarkivet.",
            "Spørg ejeren om lov alle de steder, hvor I vil gemme noget.",
            "Hold afstand til fredede fortidsminder. Der må ikke graves.",
            "Skriv en fortælling på højst 100 ord til hver boks.",
            "Opret posterne, og gå ruten igennem med en, der ikke kender den.",
            """
            Læg kortet frem på biblioteket, og giv bogmærker til dem, der kommer
            igennem.
            """,
            "Tjek boksene en gang om ugen, og tag dem hjem bagefter.",
        ),
        productions=("plakat-historiske-steder", "bogmaerker-runer"),
        films=("under-graesset",),
        reading_lists=("fra-flint-til-faestning",),
        label=FROM_REPORT,
        label_note=REPORT_NOTE,
    ),
    Idea(
        key="forfatterforedrag",
        slug="forfatterforedrag",
        campaign="tema-5",
        title="Forfatterforedrag",
        summary="""
        En aften med en forfatter, der har skrevet om perioden, og et bord med bøgerne
        ved siden af.
        """,
        description="""
        Det klassiske foredrag holder, når rammen er god. Vælg en forfatter, hvis bog
        har noget med temaet at gøre, og læg læselisten på stolene. Lad en medarbejder
        indlede med tre minutter om egnen i samme tid, så får den store historie en
        adresse.

        Lån salen ud til bogcaféen bagefter. Det er dér, folk taler sammen.
        """,
        audience="voksne",
        staff_hours=10,
        cost="over-5000",
        lead_weeks=12,
        space="sal",
        partner="forfatter",
        steps=(
            "Find datoen, og spørg forfatteren. Gode navne er ude i god tid.",
            "Aftal honorar, transport, lyd og tid til signering.",
            "Skriv programmet i skabelonen, og send plakaten til trykkeriet.",
            "Bestil flere eksemplarer af bøgerne hjem.",
            "Læg læselisten på stolene, og stil et bord med bøgerne ved døren.",
            "Indled med tre minutter om egnen, og sæt tid af til spørgsmål.",
        ),
        productions=("programskabelon", "rollup-historier-om-danmark"),
        reading_lists=("fra-flint-til-faestning", "et-land-bliver-til"),
        label=FROM_REPORT,
        label_note=REPORT_NOTE,
    ),
    Idea(
        key="skattejagt",
        slug="skattejagt-i-danmarkshistorien",
        campaign="tema-5",
        title="Skattejagt i danmarkshistorien",
        summary="""
        Ti poster mellem reolerne. Børnene følger sporet fra flint til fæstning og
        finder en bog ved hver post.
        """,
        description="""
        Skattejagten er færdig. Print arkene, hæng posterne op ved de rigtige hylder, og
        læg svararket i skranken. Hver post fører til en bog, så børnene lærer at finde
        rundt, uden at nogen siger det højt.

        Den kan stå hele temaet og kræver kun, at nogen ser efter posterne en gang om
        dagen.
        """,
        audience="boern-7-12",
        staff_hours=2,
        cost="gratis",
        lead_weeks=1,
        space="hylde",
        partner="ingen",
        steps=(
            "Print postark og svarark i A4, gerne på lidt kraftigt papir.",
            "Hæng de ti poster op ved hylderne.",
            "Læg svarark og blyanter i skranken.",
            "Giv et bogmærke til alle, der finder ordet.",
        ),
        productions=("skattejagt-i-danmarkshistorien", "bogmaerker-runer"),
        reading_lists=("guder-og-vikinger",),
    ),
    Idea(
        key="gulvtidslinje",
        slug="gaa-gennem-tiden-paa-gulvet",
        campaign="tema-5",
        title="Gå gennem tiden på gulvet",
        summary="""
        Gulvfolien gør indgangen til en tidslinje. Stil bøger, ting fra museet og
        stole langs kanten.
        """,
        description="""
        Folien rulles ud, hvor folk alligevel går. Langs kanten stiller I et bord eller
        en kasse for hver periode med bøger og, hvis museet vil, en genstand at røre
        ved. Et skridt er nogle hundrede år, og stenalderen er meget længere, end de
        fleste tror. Det opdager man med fødderne.
        """,
        audience="alle",
        staff_hours=3,
        cost="1000-5000",
        lead_weeks=4,
        space="rum",
        partner="museum",
        steps=(
            """
            Mål gulvet, og bestil folien hos trykkeriet. Bed om skridsikker overflade.
            """,
            "Find bøger til hver periode.",
            "Spørg museet om et par genstande, der tåler at blive rørt.",
            "Rul folien ud på et rent, tørt gulv, før biblioteket åbner.",
            "Sæt stole ved den periode, hvor folk plejer at stoppe.",
        ),
        productions=(
            "gulvfolie-med-tidslinje",
            "emneliste-stenalder-til-middelalder",
        ),
        films=("under-graesset",),
        reading_lists=("fra-flint-til-faestning", "guder-og-vikinger"),
    ),
    Idea(
        key="skriv-med-runer",
        slug="skriv-dit-navn-med-runer",
        campaign="tema-5",
        title="Skriv dit navn med runer",
        summary="""
        Et bord, et runeark og nogle skiver træ. Børn og voksne skriver deres navn med
        seksten tegn.
        """,
        description="""
        Den yngre futhark har seksten tegn, så navne som Emil og Oda skal oversættes
        lyd for lyd. Læg runearket frem sammen med papir, karton eller skiver af en
        gren, og lad folk skrive deres navn og en hilsen til den næste.

        Bordet kan stå uden bemanding. Sæt et skilt med et ord, som gæsterne kan prøve
        at læse.
        """,
        audience="boern-3-6",
        staff_hours=2,
        cost="under-1000",
        lead_weeks=1,
        space="bord",
        partner="ingen",
        steps=(
            "Print runearket, og læg bogmærkerne med runer frem.",
            "Find karton eller skiver af en gren og gode blyanter.",
            "Skriv en kort hilsen med runer på et skilt, som gæsterne kan tyde.",
            "Hæng navnene op på en snor over bordet.",
        ),
        productions=("bogmaerker-runer", "skattejagt-i-danmarkshistorien"),
        reading_lists=("guder-og-vikinger",),
    ),
    Idea(
        key="stenens-tid-gaatur",
        slug="gaatur-til-stenalderen",
        campaign="tema-5",
        title="Gåtur til stenalderen",
        summary="""
        En søndag går biblioteket ud til den nærmeste dysse eller høj med kort, kaffe og
        en, der ved noget.
        """,
        description="""
        De fleste kommuner har mindst én dysse eller gravhøj, og mange har aldrig været
        derude. Gå dertil i samlet flok, hør en arkæolog eller en lokalhistoriker i
        tyve minutter, og læs et stykke højt på stedet. Kaffen drikkes siddende i
        græsset.
        """,
        audience="voksne",
        staff_hours=6,
        cost="gratis",
        lead_weeks=5,
        space="ude",
        partner="museum",
        steps=(
            "Find stedet, og få lov af ejeren, hvis I forlader stien.",
            "Aftal en fortæller med museet eller lokalforeningen.",
            "Gå turen selv, og tag tid. Skriv længde og underlag i programmet.",
            "Vælg en tekst på højst to sider at læse op.",
            "Tag læselisten og tre bøger til udlån med i rygsækken.",
        ),
        productions=("plakat-historiske-steder", "programskabelon"),
        films=("under-graesset",),
        reading_lists=("fra-flint-til-faestning", "de-gamle-fortaellinger"),
    ),
    Idea(
        key="quizaften",
        slug="quizaften-om-danmarkshistorien",
        campaign="tema-5",
        title="Quizaften om danmarkshistorien",
        summary="""
        Hold på fire, en skærm og quizzen fra kampagnen. Vinderne får æren og første ret
        til bøgerne.
        """,
        description="""
        Quizzen findes både som kort til bordet og som spørgsmål til Kahoot. Lad holdene
        sidde sammen om et bord, og læg en bog ved hvert rigtigt svar, så aftenen ender
        med udlån. Bland spørgsmålene, så en på ti og en på halvfjerds kan være på
        samme hold.
        """,
        audience="unge",
        staff_hours=4,
        cost="gratis",
        lead_weeks=2,
        space="rum",
        partner="forening",
        steps=(
            "Print quizkortene, eller læg spørgsmålene ind i Kahoot.",
            "Spørg en lokal forening, om de vil stille med et hold og en dommer.",
            "Find en bog frem til hvert spørgsmål.",
            "Hold pauser på ti minutter, så folk kan kigge i bøgerne.",
        ),
        productions=("quiz-om-danmarkshistorien", "infoskaerm-stenalder"),
        reading_lists=("fra-flint-til-faestning",),
        label=EXAMPLE,
    ),
)
