"""The thirteen productions of Tema 5; five types are named in the report."""

from ..types import FROM_REPORT, Production, ProductionFile
from . import file_sets
from .questions import FLOOR_MOMENTS, HUNT_ANSWERS, HUNT_QUESTIONS, QUIZ

THEME = "tema-5"
LOOK = {"motif": "strata", "seed": 5}
TITLE = "Stenalder til Middelalder"
UMBRELLA = "Historier om Danmark"
REPORT_NOTE = """

Rapporten nævner denne slags produktion. Indholdet her er tegnet som eksempel."""

STONE_AGE_PRODUCTIONS = (
    Production(
        key="skattejagt-i-danmarkshistorien",
        title="Skattejagt i danmarkshistorien",
        kind="print",
        campaign=THEME,
        summary="Ti poster mellem reolerne, et svarark og et ord at finde.",
        description="""
        Print arkene, og hæng posterne op ved hylderne. Hver post stiller et spørgsmål
        og giver et bogstav. Svararket har plads til navn, og ordet passer til et
        bogmærke.
        """
        + REPORT_NOTE,
        alt="To tegnede ark til skattejagten med ti nummererede poster og et svarfelt.",
        tags=("børn", "skattejagt", "print selv"),
        files=(
            file_sets.sheet(
                "skattejagt-poster",
                "treasure_hunt",
                "Poster, A4",
                title="Skattejagt i danmarkshistorien",
                part="posts",
                questions=HUNT_QUESTIONS,
                answers=HUNT_ANSWERS,
                **LOOK,
            ),
            file_sets.sheet(
                "skattejagt-svarark",
                "treasure_hunt",
                "Svarark, A4",
                title="Mit svarark",
                part="answers",
                **LOOK,
            ),
        ),
        licence="cc-by",
        label=FROM_REPORT,
    ),
    Production(
        key="gulvfolie-med-tidslinje",
        title="Gulvfolie med tidslinje",
        kind="print",
        campaign=THEME,
        summary="En tidslinje at gå på, fra rensdyrjægere til i dag.",
        description="""
        Folien lægges på et tørt, rent gulv og kan gås på i hele temaperioden. Bed
        trykkeriet om skridsikker laminering. Årstallene vender, så de kan læses fra
        indgangen.
        """
        + REPORT_NOTE,
        alt="En lang, smal tidslinje til gulvet med årstal og tegnede ting i jordlag.",
        tags=("gulv", "tidslinje", "udstilling"),
        files=(
            ProductionFile(
                "Gulvfolie til trykkeriet",
                "print_shop",
                "gulvfolie",
                "gulvfolie-tidslinje-tryk.pdf",
                "floor_foil",
                {
                    "title": UMBRELLA,
                    "moments": FLOOR_MOMENTS,
                    **LOOK,
                },
            ),
        ),
        access="libraries",
        label=FROM_REPORT,
    ),
    Production(
        key="quiz-om-danmarkshistorien",
        title="Quiz om danmarkshistorien",
        kind="print",
        campaign=THEME,
        summary="Tolv spørgsmål som kort til bordet og som liste til Kahoot.",
        description="""
        Klip kortene ud, eller skriv spørgsmålene ind i bibliotekets egen Kahoot. Svaret
        står på bagsiden sammen med en idé til, hvor man kan læse mere.
        """
        + REPORT_NOTE,
        alt="Ark med quizkort. Spørgsmålene står på farvede kort, fire på hver side.",
        tags=("quiz", "kahoot", "print selv"),
        files=(
            file_sets.sheet(
                "quizkort-danmarkshistorien",
                "quiz_cards",
                "Quizkort, A4",
                title="Quiz om danmarkshistorien",
                cards=QUIZ,
                **LOOK,
            ),
            file_sets.sheet(
                "quiz-spoergsmaal-og-svar",
                "handout",
                "Spørgsmål og svar, A4",
                title="Quiz om danmarkshistorien",
                subtitle="Tolv spørgsmål med svar, klar til at skrive ind i Kahoot",
                cards=QUIZ,
                **LOOK,
            ),
        ),
        licence="cc-by",
        label=FROM_REPORT,
    ),
    Production(
        key="filmklip-under-graesset",
        title="Filmklip: Under græsset",
        kind="film",
        campaign=THEME,
        summary="Et halvt minut til infoskærmen, uden lyd og med tekst.",
        description="""
        Filmen findes liggende og stående og kan køre i sløjfe. Teksten er en del af
        filmen og ligger også som undertekster.
        """
        + REPORT_NOTE,
        alt="Stillbillede fra filmen: jorden i lag med en flintøkse nederst.",
        tags=("film", "infoskærm"),
        files=file_sets.film("under-graesset", "under-graesset"),
        licence="cc-by",
        label=FROM_REPORT,
    ),
    Production(
        key="emneliste-stenalder-til-middelalder",
        title="Emneliste: Stenalder til Middelalder",
        kind="text",
        campaign=THEME,
        summary="Læselisterne som ark til bordet og hylden.",
        description="""
        De tre læselister til kampagnen på A4 med plads til bibliotekets eget stempel.
        Læg dem ved udstillingen, eller fold dem i bøgerne.
        """
        + REPORT_NOTE,
        alt="Et ark med boglister i tre spalter under kampagnens lagdelte mønster.",
        tags=("emneliste", "bøger", "print selv"),
        files=(
            file_sets.sheet(
                "emneliste-stenalder-til-middelalder",
                "handout",
                title="Læs dig ned i tiden",
                subtitle=TITLE,
                reading_lists=(
                    "fra-flint-til-faestning",
                    "guder-og-vikinger",
                    "de-gamle-fortaellinger",
                ),
                **LOOK,
            ),
        ),
        licence="cc0",
        label=FROM_REPORT,
    ),
    Production(
        key="plakat-stenalder-til-middelalder",
        title="Plakat: Stenalder til Middelalder",
        kind="print",
        campaign=THEME,
        summary="Kampagnens plakat i tre størrelser.",
        description="""
        A2 og A3 med beskæring til trykkeriet, A4 til egen printer. Nederst er der et
        lyst felt til logo, tid og sted.
        """,
        alt="""
        Plakat med jordlag i okker, tørv og kridt, en stendysse øverst og kampagnens
        navn.
        """,
        tags=("plakat", "udstilling"),
        files=file_sets.poster(
            "plakat-stenalder-til-middelalder",
            large=True,
            title=TITLE,
            subtitle=UMBRELLA,
            **LOOK,
        ),
    ),
    Production(
        key="plakat-historiske-steder",
        title="Plakat: Historiske steder tæt på",
        kind="print",
        campaign=THEME,
        summary="Plakat med et tomt felt til jeres eget kort eller program.",
        description="""
        Midterfeltet er lyst, så I kan sætte et kort over egnens historiske steder eller
        skrive et arrangement ind.
        """,
        alt="Plakat med et stort lyst felt i midten og jordlag langs kanten.",
        tags=("plakat", "lokalt", "program"),
        files=file_sets.poster(
            "plakat-historiske-steder",
            title="Historiske steder tæt på",
            subtitle="Gå derhen. Læs videre her.",
            blank_field=True,
            **LOOK,
        ),
    ),
    Production(
        key="bogmaerker-runer",
        title="Bogmærker med runer",
        kind="print",
        campaign=THEME,
        summary="Bogmærket har de seksten runer på bagsiden.",
        description="""
        Til trykkeriet eller som ark, man kan klippe ud. På forsiden ses jordlagene, på
        bagsiden den yngre futhark med lyden ved hvert tegn.
        """,
        alt="Langt, smalt bogmærke med jordlag på forsiden og seksten runer bagpå.",
        tags=("bogmærke", "runer", "børn"),
        files=file_sets.bookmarks(
            "bogmaerker-runer",
            title="Skriv dit navn",
            subtitle="Den yngre futhark",
            runes="ᚠᚢᚦᚬᚱᚴᚼᚾᛁᛅᛋᛏᛒᛘᛚᛦ",
            **LOOK,
        ),
        licence="cc-by",
    ),
    Production(
        key="infoskaerm-stenalder",
        title="Infoskærme: Stenalder til Middelalder",
        kind="banner",
        campaign=THEME,
        summary="Til liggende og stående skærme i huset.",
        description="""
        To billeder i fuld opløsning. Teksten er kort, så den kan læses på vej forbi.
        """,
        alt="Skærmbillede med jordlag, en dysse og ordene Under græsset ligger landet.",
        tags=("infoskærm", "digital"),
        files=file_sets.info_screens(
            "infoskaerm-stenalder",
            title="Under græsset ligger landet",
            subtitle=UMBRELLA,
            **LOOK,
        ),
    ),
    Production(
        key="webbannere-stenalder",
        title="Webbannere: Stenalder til Middelalder",
        kind="banner",
        campaign=THEME,
        summary="Fire faste størrelser og ét skiftende banner.",
        description="""
        Bannerne passer til de pladser, de fleste biblioteksider har. Link dem til
        kampagnens side.
        """,
        alt="Fem bannere i forskellige formater med samme jordlag og samme titel.",
        tags=("banner", "hjemmeside", "digital"),
        files=file_sets.web_banners(
            "webbanner-stenalder", title=TITLE, subtitle=UMBRELLA, **LOOK
        ),
    ),
    Production(
        key="sociale-medier-stenalder",
        title="Billeder til sociale medier: Stenalder til Middelalder",
        kind="banner",
        campaign=THEME,
        summary="Opslag, kvadrat og story uden for meget tekst.",
        description="""
        Skriv selv teksten i opslaget. I ”Fælles tekster og pressemeddelelse” ligger
        forslag, I kan rette til.
        """,
        alt="Tre billeder i opslag, kvadrat og højformat med en stendysse og jordlag.",
        tags=("sociale medier", "digital"),
        files=file_sets.social(
            "some-stenalder", title="Hvad ligger der under dig?", **LOOK
        ),
    ),
    Production(
        key="rollup-historier-om-danmark",
        title="Roll-up: Historier om Danmark",
        kind="print",
        campaign=THEME,
        summary="Til indgangen, salen eller museet, I samarbejder med.",
        description="""
        Det nederste stykke er uden tekst, så kassetten ikke skjuler noget. Kan bruges
        til begge kampagner i 2017.
        """,
        alt="Høj roll-up med jordlag nederst og navnet Historier om Danmark øverst.",
        tags=("roll-up", "udstilling"),
        files=file_sets.roll_up(
            "rollup-historier-om-danmark",
            title=UMBRELLA,
            subtitle="Find din på biblioteket",
            **LOOK,
        ),
        access="libraries",
    ),
    Production(
        key="grafisk-pakke-stenalder",
        title="Grafisk pakke: Stenalder til Middelalder",
        kind="graphic_package",
        campaign=THEME,
        summary="Mærke, farver og mønster til dem, der selv sætter noget op.",
        description="""
        Mærket ligger i svg og pdf, så det kan skaleres. Arket med farver viser, hvad
        der går sammen, og hvor meget luft mærket skal have. Brug pakken, når I laver
        jeres egne ting, så linjen holder.
        """,
        alt="Ark med kampagnens mærke, tre farveprøver og et udsnit af mønsteret.",
        tags=("grafisk pakke", "logo", "farver"),
        files=(
            ProductionFile(
                "Mærke, svg",
                "edit",
                "",
                "maerke-stenalder.svg",
                "mark",
                {"title": UMBRELLA, **LOOK},
                role="logo",
                language="zxx",
            ),
            ProductionFile(
                "Mærke, pdf",
                "edit",
                "ark-a4",
                "maerke-stenalder.pdf",
                "badge",
                {"title": TITLE, "subtitle": UMBRELLA, **LOOK},
                role="logo",
                language="zxx",
            ),
            ProductionFile(
                "Farver og mønster, A4",
                "edit",
                "ark-a4",
                "farver-og-moenster-stenalder.pdf",
                "palette",
                {"title": TITLE, **LOOK},
                role="manual",
            ),
        ),
        access="libraries",
    ),
)
