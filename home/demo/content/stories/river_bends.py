"""Story: the river Skjern Å, straightened and bent again."""

from ..types import (
    Figure,
    Films,
    Heading,
    Ideas,
    Moment,
    Picture,
    Quote,
    ReadingLists,
    Story,
    Text,
    Timeline,
)

RIVER_BENDS = Story(
    key="aaens-sving",
    slug="aaen-fik-sine-sving-tilbage",
    campaign="vores-natur",
    title="Åen fik sine sving tilbage",
    summary="""
    Det tog seks år at rette Skjern Å ud og langt længere at fortryde det. I dag løber
    landets vandrigeste å igen, som vand helst vil.
    """,
    hero=Picture(
        key="skjern-aa",
        shows="""
        En bred å, som slynger sig gennem enge med køer; ved siden af ligger den gamle
        lige kanal som en svag, lys streg
        """,
        alt="""
        Tegning af en bred å, der slynger sig gennem grønne enge. Ved siden af ses den
        gamle, lige kanal som en svag streg.
        """,
    ),
    body=(
        Text(
            """
            En å, der får lov, går ikke lige ud. Den graver i den ene bred og lægger
            sand fra sig ved den anden, og når den har gjort det længe nok, er der et
            sving. Så begynder den på det næste. Set fra oven ligner det håndskrift.

            Skjern Å skrev sådan i tusinder af år. Den er landets vandrigeste å og løber
            gennem Vestjylland ud i Ringkøbing Fjord. Om vinteren gik den over sine
            bredder og gødede engene, om sommeren slog man hø. Folk levede med den og
            bandede over den, for nogle år tog den både høet og vejen med sig.
            """
        ),
        Heading("En lige streg"),
        Text(
            """
            Efter krigen skulle landet bruge korn, og vådt land var spildt land. Fra
            1962 til 1968 blev åen rettet ud. Man gravede en kanal, byggede diger og
            satte pumper op, og 4.000 hektar eng og sump blev til marker. Det var
            landets største afvanding, og den var dygtigt gjort.

            Men regnestykket holdt ikke. Jorden bestod af tørv, og tørv synker sammen,
            når vandet forsvinder. Nogle steder satte den sig op til halvanden meter, så
            der skulle pumpes dybere og dyrere. Okker farvede vandet rødt. Gødning løb
            lige igennem og ud i fjorden. Fuglene blev væk, og laksen, som havde sin
            egen stamme her, var tæt på at forsvinde helt.
            """
        ),
        Quote("Set fra oven ligner det håndskrift.", "Fra teksten"),
        Heading("At grave et sving"),
        Text(
            """
            I 1987 besluttede et stort flertal i Folketinget, at åen skulle føres
            tilbage. Det lyder enkelt. Der var køer, kornmarker, veje, broer og mange
            års uenighed i vejen. Man købte jord, byttede jord og målte op, og i juni
            1999 blev det første spadestik taget. I oktober 2000 åbnede man for vandet i
            det første stykke.

            Maskinerne gravede svingene. Resten lod man åen om. Den nye å blev 26
            kilometer lang, hvor kanalen havde været 19. De syv kilometer er sving.
            """
        ),
        Figure(
            "19 → 26 km",
            "blev åens nederste stykke forlænget, da svingene kom tilbage",
            "Naturen i Danmark, lex.dk",
        ),
        Picture(
            key="aa-foer-og-efter",
            shows="""
            To kort over samme ådal side om side: til venstre en snorlige kanal mellem
            firkantede marker, til højre en bugtende å med søer og enge
            """,
            alt="""
            To tegnede kort side om side. Til venstre løber kanalen lige mellem marker,
            til højre bugter åen sig gennem enge og småsøer.
            """,
            caption="Den samme dal før og efter.",
        ),
        Heading("Hvem kom tilbage"),
        Text(
            """
            Vandet kom først, og fuglene fandt det i løbet af ganske kort tid. Nu er
            engene et af de vigtigste rastesteder for vade- og svømmefugle, og skestork
            og havørn ses derude. Odderen går langs brinken. Laksen trækker op igen om
            foråret, og lystfiskerne står klar.

            Det er ikke den gamle natur, man har fået. Den findes ikke mere. Det er en
            ny, som ligner, og som klarer sig selv, hvis den får fred. Det er også et
            stykke danmarkshistorie: Et land kan bestemme sig om. Det koster, det tager
            en generation, og bagefter står man på en bro og ser ned i vand, der ikke
            har travlt.
            """
        ),
        Films("Se filmen", ("aaen-finder-vej",)),
        Timeline(
            "En å i Vestjylland",
            (
                Moment("1962", "Arbejdet med at rette åen ud begynder"),
                Moment("1968", "Kanalen og digerne er færdige"),
                Moment("1987", "Folketinget beslutter at genoprette åen"),
                Moment("1999", "Første spadestik"),
                Moment("2000", "Vandet løber i de første nye sving"),
                Moment("2002", "Genslyngningen er gennemført"),
            ),
        ),
        Ideas("Gør det sammen", ("laesetur", "arter-om-biblioteket")),
        ReadingLists("Læs mere", ("naturen-i-litteraturen",)),
    ),
)
