"""The thirteen productions of Tema 6."""

from ..types import Production, ProductionFile
from . import file_sets

THEME = "tema-6"
LOOK = {"motif": "leaves", "seed": 6}
TITLE = "Renæssance til nutid"
UMBRELLA = "Historier om Danmark"

COMMON_TEXTS = (
    "<h3>Pressemeddelelse</h3>"
    "<p><b>Den store historie begynder i en skuffe derhjemme</b></p>"
    "<p>I efteråret samler <i>[bibliotekets navn]</i> på fortællinger fra egnen. Kom "
    "med en ting, et billede eller en historie, og find den tid, den hører til. "
    "Biblioteker i hele landet er med i <i>Historier om Danmark</i>.</p>"
    "<p>Det sker:</p>"
    "<ul><li>[dato og sted for åbningen]</li>"
    "<li>[dato og sted for fortællecaféen]</li></ul>"
    "<h3>Til opslaget</h3>"
    "<p>Hvad ligger der bagest i din køkkenskuffe? Tag det med på biblioteket.</p>"
    "<h3>Til nyhedsbrevet</h3>"
    "<p>Vi sætter kaffe over. Du medbringer en erindring. Lokalarkivet er her, hvis "
    "den skal gemmes.</p>"
    "<h3>Til hjemmesiden</h3>"
    "<p>Vi er med i <b>Historier om Danmark</b> sammen med biblioteker i hele landet. "
    "Læs mere på bibliotekets hjemmeside.</p>"
)
RENAISSANCE_PRODUCTIONS = (
    Production(
        key="plakat-renaessance-til-nutid",
        title="Plakat: Renæssance til nutid",
        kind="print",
        campaign=THEME,
        summary="Kampagnens plakat i tre størrelser.",
        description="""
        A2 og A3 med beskæring til trykkeriet, A4 til egen printer. Nederst er der plads
        til logo, tid og sted.
        """,
        alt="Plakat med bogblade i rødt, grønt og papirfarve, bredt ud som en vifte.",
        tags=("plakat", "udstilling"),
        files=file_sets.poster(
            "plakat-renaessance-til-nutid",
            large=True,
            title=TITLE,
            subtitle=UMBRELLA,
            **LOOK,
        ),
    ),
    Production(
        key="plakat-fortael-din-historie",
        title="Plakat: Fortæl din historie",
        kind="print",
        campaign=THEME,
        summary="Inviterer til erindringscafé, med plads til tid og sted.",
        description="""
        Midterfeltet er blankt som et stykke papir. Skriv arrangementet ind på
        computeren, eller gør det i hånden med en tyk tusch.
        """,
        alt="Plakat med et stort blankt blad i midten og farvede bogblade rundt om.",
        tags=("plakat", "erindring", "program"),
        files=file_sets.poster(
            "plakat-fortael-din-historie",
            title="Fortæl din historie",
            subtitle="Vi sætter kaffe over",
            blank_field=True,
            **LOOK,
        ),
    ),
    Production(
        key="bogmaerker-erindringer",
        title="Bogmærker: Spørg, mens nogen kan svare",
        kind="print",
        campaign=THEME,
        summary="Tre spørgsmål at tage med hjem i bogen.",
        description="""
        Bogmærket har tre korte spørgsmål på bagsiden, som man kan stille til en ældre i
        familien. Til trykkeriet eller til at klippe ud.
        """,
        alt="Langt, smalt bogmærke med bogblade på forsiden og tre spørgsmål bagpå.",
        tags=("bogmærke", "erindring"),
        files=file_sets.bookmarks(
            "bogmaerker-erindringer",
            title="Spørg, mens nogen kan svare",
            lines=(
                "Hvad lå der i køkkenskuffen?",
                "Hvem skruede på radioen?",
                "Hvad talte I aldrig om?",
            ),
            **LOOK,
        ),
        licence="cc-by",
    ),
    Production(
        key="samtalekort-erindringer",
        title="Samtalekort om erindringer",
        kind="print",
        campaign=THEME,
        summary="Tolv kort med ét spørgsmål på hver.",
        description="""
        Klip kortene ud, læg fem på hvert bord, og vend ét ad gangen. De kan bruges på
        biblioteket, i klassen og på plejehjemmet.
        """,
        alt="Ark med samtalekort. Hvert kort har et spørgsmål og et lille bogblad.",
        tags=("samtale", "erindring", "print selv"),
        files=(
            file_sets.sheet(
                "samtalekort-erindringer",
                "quiz_cards",
                "Samtalekort, A4",
                title="Fortæl din historie",
                cards=(
                    ("Hvad lå der bagest i køkkenskuffen?", ""),
                    ("Hvem skruede på radioen?", ""),
                    ("Hvordan lugtede der i din skole?", ""),
                    ("Hvilken vej gik du, når du ville være alene?", ""),
                    ("Hvad måtte man ikke?", ""),
                    ("Hvad spiste I om søndagen?", ""),
                    ("Hvad var det første, du købte for egne penge?", ""),
                    ("Hvem var den fremmede på din egn?", ""),
                    ("Hvor var du, da du hørte en stor nyhed?", ""),
                    ("Hvilken ting ville du redde?", ""),
                    ("Hvem lærte dig noget, skolen ikke kunne?", ""),
                    ("Hvad skal dem efter os vide?", ""),
                ),
                **LOOK,
            ),
        ),
        licence="cc-by",
    ),
    Production(
        key="programskabelon",
        title="Skabelon til program",
        kind="print",
        campaign=THEME,
        summary="Foldet program med felter til jeres arrangementer.",
        description="""
        Skriv titler, tider og steder i felterne. Arket foldes på midten og kan trykkes
        på bibliotekets egen printer.
        """,
        alt="Et foldet program med tomme felter til arrangementer under bogblade.",
        tags=("program", "skabelon", "print selv"),
        files=(
            file_sets.sheet(
                "programskabelon",
                "programme",
                "Program, A4 foldet",
                title="Program",
                subtitle=TITLE,
                rows=6,
                **LOOK,
            ),
        ),
        access="libraries",
    ),
    Production(
        key="infoskaerm-renaessance",
        title="Infoskærme: Renæssance til nutid",
        kind="banner",
        campaign=THEME,
        summary="Til liggende og stående skærme i huset.",
        description="To billeder i fuld opløsning med en kort tekst.",
        alt="Skærmbillede med bogblade i vifte og ordene Resten skriver du.",
        tags=("infoskærm", "digital"),
        files=file_sets.info_screens(
            "infoskaerm-renaessance",
            title="Resten skriver du",
            subtitle=UMBRELLA,
            **LOOK,
        ),
    ),
    Production(
        key="webbannere-renaessance",
        title="Webbannere: Renæssance til nutid",
        kind="banner",
        campaign=THEME,
        summary="Fire faste størrelser og ét skiftende banner.",
        description="""
        Bannerne passer til de pladser, de fleste biblioteksider har. Link dem til
        kampagnens side.
        """,
        alt="Fem bannere i forskellige formater med samme bogblade og samme titel.",
        tags=("banner", "hjemmeside", "digital"),
        files=file_sets.web_banners(
            "webbanner-renaessance", title=TITLE, subtitle=UMBRELLA, **LOOK
        ),
    ),
    Production(
        key="sociale-medier-renaessance",
        title="Billeder til sociale medier: Renæssance til nutid",
        kind="banner",
        campaign=THEME,
        summary="Opslag, kvadrat og story, der stiller et spørgsmål.",
        description="""
        Billederne stiller spørgsmålet, og gæsterne svarer i tråden. Svar dem gerne
        tilbage med en bog.
        """,
        alt="Tre billeder i opslag, kvadrat og højformat med en køkkenskuffe.",
        tags=("sociale medier", "digital"),
        files=file_sets.social(
            "some-renaessance", title="Hvad ligger der i din skuffe?", **LOOK
        ),
    ),
    Production(
        key="filmklip-bogen-blader",
        title="Filmklip: Bogen blader",
        kind="film",
        campaign=THEME,
        summary="Fem hundrede år på et halvt minut, uden lyd.",
        description="""
        Åbner temaet på skærmen. Findes liggende og stående og kan køre i sløjfe.
        """,
        alt="Stillbillede fra filmen: en bog folder bladene ud som en vifte.",
        tags=("film", "infoskærm"),
        files=file_sets.film("bogen-blader", "bogen-blader"),
        licence="cc-by",
    ),
    Production(
        key="film-radioen-i-stuen",
        title="Filmklip: Radioen i stuen",
        kind="film",
        campaign=THEME,
        summary="En stille film, der åbner en samtale.",
        description="""
        Vis den, før I skænker kaffe til erindringscaféen. Den sidste tekst er et
        spørgsmål, og den bliver stående.
        """,
        alt="Stillbillede fra filmen: en radio lyser i en mørk stue.",
        tags=("film", "erindring"),
        files=file_sets.film("radioen-i-stuen", "radioen-i-stuen"),
        licence="cc-by",
    ),
    Production(
        key="emneliste-renaessance-til-nutid",
        title="Emneliste: Renæssance til nutid",
        kind="text",
        campaign=THEME,
        summary="Læselisterne som ark til bordet og hylden.",
        description="""
        De tre læselister til kampagnen på A4 med plads til bibliotekets eget stempel.
        """,
        alt="Et ark med boglister i tre spalter under en vifte af bogblade.",
        tags=("emneliste", "bøger", "print selv"),
        files=(
            file_sets.sheet(
                "emneliste-renaessance-til-nutid",
                "handout",
                title="Læs dig frem til i dag",
                subtitle=TITLE,
                reading_lists=(
                    "et-land-bliver-til",
                    "barndom-og-erindring",
                    "ung-i-en-anden-tid",
                ),
                **LOOK,
            ),
        ),
        licence="cc0",
    ),
    Production(
        key="faelles-tekster",
        title="Fælles tekster og pressemeddelelse",
        kind="text",
        campaign=THEME,
        summary="Korte tekster til avisen, nyhedsbrevet og opslaget.",
        description="""
        En pressemeddelelse, tre opslag og en tekst til hjemmesiden. Sæt bibliotekets
        navn ind, og ret til, så det lyder som jer.
        """,
        alt="Et ark med tekster i fire felter under kampagnens bogblade.",
        tags=("presse", "tekst", "sociale medier"),
        files=(
            ProductionFile(
                "Tekster, A4",
                "edit",
                "ark-a4",
                "faelles-tekster.pdf",
                "handout",
                {
                    "title": "Fælles tekster",
                    "subtitle": TITLE,
                    "paragraphs": (
                        "Til avisen: Den store historie begynder i en skuffe "
                        """
                        derhjemme. I efteråret samler biblioteket på fortællinger fra
                        egnen. Kom
                        """
                        "med en ting, et billede eller en historie, og find den tid, "
                        "den hører til.",
                        "Til opslaget: Hvad ligger der bagest i din køkkenskuffe? Tag "
                        "det med på biblioteket.",
                        "Til nyhedsbrevet: Vi sætter kaffe over. Du medbringer en "
                        "erindring. Lokalarkivet er her, hvis den skal gemmes.",
                        "Til hjemmesiden: Vi er med i Historier om Danmark sammen med "
                        "biblioteker i hele landet.",
                    ),
                    **LOOK,
                },
            ),
        ),
        access="libraries",
        body=COMMON_TEXTS,
    ),
    Production(
        key="grafisk-pakke-renaessance",
        title="Grafisk pakke: Renæssance til nutid",
        kind="graphic_package",
        campaign=THEME,
        summary="Mærke, farver og mønster til dem, der selv sætter noget op.",
        description="""
        Samme slags pakke som i foråret med nye farver. Mærket ligger i svg og pdf, og
        arket viser, hvad der går sammen.
        """,
        alt="Ark med kampagnens mærke, tre farveprøver og et udsnit af bogbladene.",
        tags=("grafisk pakke", "logo", "farver"),
        files=(
            ProductionFile(
                "Mærke, svg",
                "edit",
                "",
                "maerke-renaessance.svg",
                "mark",
                {"title": UMBRELLA, **LOOK},
                role="logo",
                language="zxx",
            ),
            ProductionFile(
                "Mærke, pdf",
                "edit",
                "ark-a4",
                "maerke-renaessance.pdf",
                "badge",
                {"title": TITLE, "subtitle": UMBRELLA, **LOOK},
                role="logo",
                language="zxx",
            ),
            ProductionFile(
                "Farver og mønster, A4",
                "edit",
                "ark-a4",
                "farver-og-moenster-renaessance.pdf",
                "palette",
                {"title": TITLE, **LOOK},
                role="manual",
            ),
        ),
        access="libraries",
    ),
)
