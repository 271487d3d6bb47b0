"""Reading lists for the example campaign Vores natur."""

from ..types import ReadingList, Title

NATURE_LISTS = (
    ReadingList(
        key="naturen-i-litteraturen",
        slug="naturen-i-litteraturen",
        campaign="vores-natur",
        title="Naturen i litteraturen",
        summary="""
        Digte, rejser og en advarsel. Bøger, der har lært os at se det, der var lige
        foran os.
        """,
        titles=(
            Title(
                "alfabet",
                "Inger Christensen",
                1981,
                "Abrikostræerne findes. Verden nævnes, mens den endnu er her.",
            ),
            Title(
                "Sommerfugledalen",
                "Inger Christensen",
                1991,
                "Femten sonetter, der flyver. Læs dem højt.",
            ),
            Title(
                "Trækfuglene",
                "Steen Steensen Blicher",
                1838,
                "Digteren er syg og tror, han skal dø, og fuglene synger for ham.",
            ),
            Title(
                "Jord",
                "Thøger Larsen",
                1904,
                "Limfjorden og stjernerne i samme åndedrag.",
            ),
            Title(
                "Myter og Jagter",
                "Johannes V. Jensen",
                1907,
                "Korte tekster, hvor en sten eller en fugl bliver til en hel verden.",
            ),
            Title(
                "De Danskes Øer",
                "Achton Friis",
                1926,
                "Sejlads rundt til landets øer. Et stort værk at fare vild i.",
            ),
            Title(
                "Fra Grønland til Stillehavet",
                "Knud Rasmussen",
                1925,
                "Med hundeslæde over Arktis og respekt for dem, der bor der.",
            ),
            Title(
                "Det tavse forår",
                "Rachel Carson",
                None,
                "Bogen, der fik verden til at spørge, hvor fuglene blev af.",
            ),
            Title(
                "Solar",
                "Theis Ørntoft",
                2018,
                "En rejse ned gennem et Europa, hvor klimaet er gået i stykker.",
            ),
            Title(
                "Naturhistorier fra Nationalpark Mols Bjerge",
                "Morten D.D. Hansen",
                2009,
                "Tooghalvtreds steder, ét til hver uge. Tag den med på tur.",
            ),
        ),
    ),
    ReadingList(
        key="ud-med-boern",
        slug="ud-med-boern",
        campaign="vores-natur",
        title="Ud med børn",
        summary="""
        Bøger at læse i teltet, på bænken eller hjemme, mens skoene tørrer.
        """,
        audience="familier",
        titles=(
            Title(
                "Larven Aldrigmæt",
                "Eric Carle",
                None,
                "Hullerne er hele fidusen. For de mindste og deres fingre.",
                "boern-3-6",
                "billedbog",
            ),
            Title(
                "Tommelise",
                "H.C. Andersen",
                1835,
                "En tudse, en oldenborre, en muldvarp og en svale. Hele haven er med.",
                "boern-3-6",
                "billedbog",
            ),
            Title(
                "Den grimme ælling",
                "H.C. Andersen",
                1843,
                "Der var så dejligt ude på landet. Sådan begynder den.",
                "familier",
                "billedbog",
            ),
            Title(
                "Den utrolige historie om den kæmpestore pære",
                "Jakob Martin Strid",
                2012,
                "Sæt en kerne, og se, hvad der sker. Detaljer til mange aftener.",
                "boern-3-6",
                "billedbog",
            ),
            Title(
                "På jagt efter små dyr: I skoven",
                "Peter Nielsen",
                None,
                "Sådan forbereder man en safari, man kan gå til.",
                "boern-7-12",
            ),
            Title(
                "Børnenes dyrebog",
                "Karen McGhee",
                None,
                "Stort opslagsværk med billeder til at fortabe sig i.",
                "boern-7-12",
            ),
            Title(
                "Niels Holgersens vidunderlige rejse",
                "Selma Lagerlöf",
                None,
                "Et land set fra gåseryg. God i kapitler ved sengetid.",
                "boern-7-12",
            ),
            Title(
                "Vinden i piletræerne",
                "Kenneth Grahame",
                None,
                "Muldvarp, Rotte og Tudse ved floden. Mild og vild på én gang.",
                "familier",
            ),
        ),
    ),
)
