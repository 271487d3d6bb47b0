"""Ideas for the example campaign Vores natur."""

from ..types import Idea

NATURE_IDEAS = (
    Idea(
        key="arter-om-biblioteket",
        slug="hundrede-arter-om-biblioteket",
        campaign="vores-natur",
        title="Hundrede arter om biblioteket",
        summary="""
        Kan I finde hundrede arter inden for hundrede meter? Listen hænger i vinduet og
        vokser hver dag.
        """,
        description="""
        Alle kan skrive på: en spurv, en vejbred, en edderkop i kældervinduet. Læg
        bestemmelsesbøger og lupper i en kurv, der må lånes en time ad gangen. En gang
        om ugen ser en fra naturforeningen listen igennem og retter kærligt.
        """,
        audience="alle",
        staff_hours=4,
        cost="under-1000",
        lead_weeks=2,
        space="ude",
        partner="forening",
        steps=(
            "Tegn et kort med hundrede meter rundt om biblioteket.",
            "Hæng listen i vinduet, og skriv selv de første ti.",
            "Pak en kurv med bøger, lupper og blyanter.",
            "Aftal en ugentlig time med en kyndig.",
            "Fejr nummer hundrede med kage udenfor.",
        ),
        productions=("sporjagt-vores-natur", "plakat-vores-natur"),
        reading_lists=("ud-med-boern",),
    ),
    Idea(
        key="froebibliotek",
        slug="froebibliotek",
        campaign="vores-natur",
        title="Frøbibliotek",
        summary="""
        Lån en pose frø i foråret, og aflever frø fra dine egne planter til efteråret.
        En hylde er nok.
        """,
        description="""
        Frøene ligger i små poser med navn, såtid og én linje fra den, der afleverede
        dem. Det koster næsten ingenting og giver gæsterne en grund til at komme igen.
        Vælg hjemmehørende vilde blomster og gamle køkkenurter.
        """,
        audience="voksne",
        staff_hours=5,
        cost="under-1000",
        lead_weeks=4,
        space="hylde",
        partner="forening",
        steps=(
            "Find en skuffe eller en hylde, der er tør og mørk.",
            "Få de første frø fra en haveforening.",
            "Lav poser og etiketter med navn, såtid og giver.",
            "Hold en aften om at samle og tørre frø.",
        ),
        productions=("bogmaerker-vores-natur", "plakat-vores-natur"),
        reading_lists=("ud-med-boern",),
    ),
    Idea(
        key="natvandring",
        slug="natvandring-med-flagermus",
        campaign="vores-natur",
        title="Natvandring med flagermus",
        summary="""
        En tur i mørke med en detektor, der gør flagermusenes skrig hørlige. Sytten
        arter er fundet i Danmark.
        """,
        description="""
        Turen begynder i biblioteket med en kort fortælling og et kort over ruten.
        Derefter går man langsomt og med slukkede lygter. Detektoren lånes af en
        naturforening eller en skole. Bagefter er der kakao og bøger om natten.
        """,
        audience="familier",
        staff_hours=5,
        cost="1000-5000",
        lead_weeks=6,
        space="ude",
        partner="forening",
        steps=(
            "Find en guide, og lån en detektor.",
            "Gå ruten i dagslys, og læg den, hvor der er vand og gamle træer.",
            "Sæt loft på 25 deltagere, så man kan høre noget.",
            "Bed alle tage lygte med og lade den være slukket.",
        ),
        productions=("plakat-vores-natur", "infoskaerm-vores-natur"),
        reading_lists=("ud-med-boern",),
    ),
    Idea(
        key="laesetur",
        slug="laesetur-ved-vandet",
        campaign="vores-natur",
        title="Læsetur ved vandet",
        summary="""
        Gå langs å, sø eller strand, og stop fem gange. Ved hvert stop læser en deltager
        en side højt.
        """,
        description="""
        Litteraturen om naturen er bedst, når man står i den. Vælg fem korte tekster, et
        digt af Inger Christensen, et stykke Blicher, et brev, og læg dem i en
        vandtæt mappe. Ingen skal forberede sig. Man får siden i hånden, når man når
        frem.
        """,
        audience="voksne",
        staff_hours=4,
        cost="gratis",
        lead_weeks=3,
        space="ude",
        partner="ingen",
        steps=(
            "Find en rute på tre kilometer med gode steder at stå.",
            "Vælg fem tekster på højst en side.",
            "Print dem stort, og put dem i en mappe.",
            "Tag listen og bøgerne med til det sidste stop.",
        ),
        productions=("emneliste-vores-natur", "bogmaerker-vores-natur"),
        films=("aaen-finder-vej",),
        reading_lists=("naturen-i-litteraturen",),
    ),
    Idea(
        key="plantepresse",
        slug="plantepresse-og-herbarium",
        campaign="vores-natur",
        title="Plantepresse og herbarium",
        summary="""
        Saml ti planter på en kort tur, pres dem, og lav et fælles herbarium, der bliver
        stående på biblioteket.
        """,
        description="""
        Aviser, tunge bøger og lidt tålmodighed er alt, hvad der skal til. Kasserede
        leksika presser særlig godt. Efter en uge klæber deltagerne planterne op og
        skriver navn, sted og dato. Herbariet får sin egen plads på hylden, og man må
        bladre.
        """,
        audience="boern-3-6",
        staff_hours=6,
        cost="under-1000",
        lead_weeks=3,
        space="bord",
        partner="skole",
        steps=(
            "Find et sted, hvor I må plukke, og lær gruppen at lade de sjældne stå.",
            "Pluk ti almindelige planter, og læg dem mellem aviser.",
            "Læg tunge bøger ovenpå i en uge, og skift papir undervejs.",
            "Klæb op med smalle papirstrimler.",
            "Skriv navn, sted, dato og finder med blyant.",
        ),
        productions=("sporjagt-vores-natur", "bogmaerker-vores-natur"),
        reading_lists=("ud-med-boern",),
    ),
)
