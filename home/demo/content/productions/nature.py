"""Eight productions of the example campaign."""

from ..types import Production
from . import file_sets

THEME = "vores-natur"
LOOK = {"motif": "waves", "seed": 12}
TITLE = "Vores natur"

NATURE_PRODUCTIONS = (
    Production(
        key="plakat-vores-natur",
        title="Plakat: Vores natur",
        kind="print",
        campaign=THEME,
        summary="Kampagnens plakat til trykkeriet og til egen printer.",
        description="Nederst er der plads til logo, tid og sted.",
        alt="Plakat med grønne enge og blåt vand i bølgede bånd og en hejre i siv.",
        tags=("plakat", "natur"),
        files=file_sets.poster(
            "plakat-vores-natur",
            large=True,
            title=TITLE,
            subtitle="Det vilde lige uden for døren",
            **LOOK,
        ),
        licence="cc-by",
    ),
    Production(
        key="sporjagt-vores-natur",
        title="Sporjagt rundt om biblioteket",
        kind="print",
        campaign=THEME,
        summary="Ti ting at finde inden for hundrede meter.",
        description="""
        Et ark til børn og deres voksne. Kryds af, når I har fundet det, og skriv på
        listen i vinduet, hvis I ser noget, der ikke er med.
        """,
        alt="""
        Ark med ti tegnede felter: fjer, snegl, birkeblad, edderkop og andre spor.
        """,
        tags=("børn", "ude", "print selv"),
        files=(
            file_sets.sheet(
                "sporjagt-vores-natur",
                "treasure_hunt",
                "Sporjagt, A4",
                title="Sporjagt",
                part="checklist",
                questions=(
                    "En fjer",
                    "En snegl uden hus",
                    "Et blad med hul i",
                    "En edderkop i et vindue",
                    "En plante mellem to fliser",
                    "Mos på en mur",
                    "En fugl, der synger",
                    "Noget, der lugter godt",
                    "Et frø, der kan flyve",
                    "En myre på arbejde",
                ),
                **LOOK,
            ),
        ),
        licence="cc-by",
    ),
    Production(
        key="bogmaerker-vores-natur",
        title="Bogmærker: Ti planter",
        kind="print",
        campaign=THEME,
        summary="Ti almindelige planter, du kan lære at kende på en uge.",
        description="Til trykkeriet eller som ark, man kan klippe ud.",
        alt="Langt, smalt bogmærke med ti små tegnede planter under hinanden.",
        tags=("bogmærke", "planter"),
        files=file_sets.bookmarks(
            "bogmaerker-vores-natur",
            title="Ti planter",
            lines=(
                "Vejbred",
                "Mælkebøtte",
                "Burresnerre",
                "Skvalderkål",
                "Hvidkløver",
                "Røllike",
                "Brændenælde",
                "Bellis",
                "Svaleurt",
                "Gåsepotentil",
            ),
            **LOOK,
        ),
        licence="cc-by",
    ),
    Production(
        key="infoskaerm-vores-natur",
        title="Infoskærme: Vores natur",
        kind="banner",
        campaign=THEME,
        summary="Til liggende og stående skærme i huset.",
        description="To billeder i fuld opløsning med en kort tekst.",
        alt="Skærmbillede med en å i sving og ordene Gå ud og se.",
        tags=("infoskærm", "digital"),
        files=file_sets.info_screens(
            "infoskaerm-vores-natur", title="Gå ud og se", subtitle=TITLE, **LOOK
        ),
        licence="cc-by",
    ),
    Production(
        key="webbannere-vores-natur",
        title="Webbannere: Vores natur",
        kind="banner",
        campaign=THEME,
        summary="Fire faste størrelser og ét skiftende banner.",
        description="Bannerne passer til de pladser, de fleste biblioteksider har.",
        alt="Fem bannere i forskellige formater med bølger i grønt og blåt.",
        tags=("banner", "hjemmeside", "digital"),
        files=file_sets.web_banners("webbanner-vores-natur", title=TITLE, **LOOK),
        licence="cc-by",
    ),
    Production(
        key="sociale-medier-vores-natur",
        title="Billeder til sociale medier: Vores natur",
        kind="banner",
        campaign=THEME,
        summary="Opslag, kvadrat og story.",
        description="Skriv, hvad I så i dag, og spørg, hvad de andre så.",
        alt="Tre billeder i opslag, kvadrat og højformat med en hejre ved en å.",
        tags=("sociale medier", "digital"),
        files=file_sets.social("some-vores-natur", title="Hvad så du i dag?", **LOOK),
        licence="cc-by",
    ),
    Production(
        key="film-aaen-finder-vej",
        title="Filmklip: Åen finder vej",
        kind="film",
        campaign=THEME,
        summary="En lige streg bliver til en å med sving.",
        description="Findes liggende og stående og kan køre i sløjfe.",
        alt="Stillbillede fra filmen: en å bugter sig gennem grønne enge.",
        tags=("film", "infoskærm"),
        files=file_sets.film("aaen-finder-vej", "aaen-finder-vej"),
        licence="cc-by",
    ),
    Production(
        key="emneliste-vores-natur",
        title="Emneliste: Vores natur",
        kind="text",
        campaign=THEME,
        summary="De to læselister som ark til bordet og hylden.",
        description="Læg arket i rygsækken sammen med bogen.",
        alt="Et ark med boglister i to spalter under bølgede bånd.",
        tags=("emneliste", "bøger", "print selv"),
        files=(
            file_sets.sheet(
                "emneliste-vores-natur",
                "handout",
                title="Læs, og gå ud",
                subtitle=TITLE,
                reading_lists=("naturen-i-litteraturen", "ud-med-boern"),
                **LOOK,
            ),
        ),
        licence="cc0",
    ),
)
