"""Reading lists for Renæssance til nutid."""

from ..types import ReadingList, Title

MEMORY_LISTS = (
    ReadingList(
        key="et-land-bliver-til",
        slug="et-land-bliver-til",
        campaign="tema-6",
        title="Et land bliver til",
        summary="""
        Fra landsbydegnen til Dybbøl og andelstiden, og ud til kolonierne, som hører
        med.
        """,
        titles=(
            Title(
                "Brudstykker af en Landsbydegns Dagbog",
                "Steen Steensen Blicher",
                1824,
                "Et helt liv på ganske få sider. Den første store danske novelle.",
            ),
            Title(
                "Tine",
                "Herman Bang",
                1889,
                "Krigen i 1864, set fra et skolehus på Als.",
            ),
            Title(
                "Slagtebænk Dybbøl",
                "Tom Buk-Swienty",
                2008,
                "Den 18. april 1864 time for time, båret af soldaternes egne breve.",
                isbn="9788702050004",
            ),
            Title(
                "Lykke-Per",
                "Henrik Pontoppidan",
                1898,
                "En præstesøn vil grave kanaler og blive moderne. Det koster.",
            ),
            Title(
                "Pelle Erobreren",
                "Martin Andersen Nexø",
                1906,
                "Fra stenbruddet på Bornholm til arbejderbevægelsen i København.",
            ),
            Title(
                "Fiskerne",
                "Hans Kirk",
                1928,
                "En flok vesterhavsfiskere flytter til Limfjorden med deres tro.",
            ),
            Title(
                "Det lykkelige Arabien",
                "Thorkild Hansen",
                1962,
                "En dansk ekspedition i 1761. Kun én kom hjem.",
            ),
            Title(
                "Slavernes kyst",
                "Thorkild Hansen",
                1967,
                "Den danske slavehandel, fortalt uden omsvøb.",
            ),
            Title(
                "Profeterne i Evighedsfjorden",
                "Kim Leine",
                2012,
                "En dansk præst i 1700-tallets Grønland. Beskidt og storslået.",
            ),
            Title(
                "Vi, de druknede",
                "Carsten Jensen",
                2006,
                "Hundrede år i søfartsbyen Marstal, fortalt af et vi.",
            ),
        ),
    ),
    ReadingList(
        key="barndom-og-erindring",
        slug="barndom-og-erindring",
        campaign="tema-6",
        title="Barndom og erindring",
        summary="""
        Ni forfattere går tilbage til den gade, den gård eller det køkken, de kom fra.
        """,
        titles=(
            Title(
                "Barndom",
                "Tove Ditlevsen",
                1967,
                "Vesterbro i 1920'erne og en pige, der skjuler sine digte.",
            ),
            Title(
                "Barndommens gade",
                "Tove Ditlevsen",
                1943,
                "Romanen om den samme gade, og om at længes både væk og hjem.",
            ),
            Title(
                "Mit Livs Eventyr",
                "H.C. Andersen",
                1855,
                "Han fortæller det, som han gerne vil huskes. Læs mellem linjerne.",
            ),
            Title(
                "Min fynske Barndom",
                "Carl Nielsen",
                1927,
                "Komponisten hører Fyn: spillemænd, gæs og lergulv.",
            ),
            Title(
                "Et lille Kræ",
                "Martin Andersen Nexø",
                1932,
                "Opvækst i det fattige København, uden selvmedlidenhed.",
            ),
            Title(
                "Det forsømte forår",
                "Hans Scherfig",
                1940,
                "En skole, en lektor og et bolsje. Hævnen er morsom og bitter.",
            ),
            Title(
                "Lille Jonna",
                "Kirsten Thorup",
                1977,
                "En opvækst på Fyn i 1950'erne, hvor alt ses fra barnehøjde.",
            ),
            Title(
                "Kunsten at græde i kor",
                "Erling Jepsen",
                2002,
                "Sønderjylland omkring 1970 og en familie med hemmeligheder.",
            ),
            Title(
                "Den som blinker er bange for døden",
                "Knud Romer",
                2006,
                "Nykøbing Falster efter krigen, når ens mor er tysk.",
            ),
        ),
    ),
    ReadingList(
        key="ung-i-en-anden-tid",
        slug="ung-i-en-anden-tid",
        campaign="tema-6",
        title="Ung i en anden tid",
        summary="""
        Krig, oprør, kærlighed og kedelige søndage. Romaner om at være ung, før
        telefonen kunne være i lommen.
        """,
        audience="unge",
        titles=(
            Title(
                "Drengene fra Sankt Petri",
                "Bjarne Reuter",
                1991,
                "En flok drenge går i krig mod besættelsesmagten. Det er ikke en leg.",
                "unge",
            ),
            Title(
                "David",
                "Anne Holm",
                1963,
                "En dreng flygter alene gennem Europa. Glemmes ikke.",
                "unge",
            ),
            Title(
                "Zappa",
                "Bjarne Reuter",
                1977,
                "Tre drenge i 1960'ernes forstad, og den ene er farlig.",
                "unge",
            ),
            Title(
                "Den kroniske uskyld",
                "Klaus Rifbjerg",
                1958,
                "Venskab, studenterhue og en mor, der ødelægger alt.",
                "unge",
            ),
            Title(
                "Rend mig i traditionerne",
                "Leif Panduro",
                1958,
                "David vil ikke være voksen på de andres måde.",
                "unge",
            ),
            Title(
                "Katamaranen",
                "Bent Haller",
                1976,
                "Unge i betonen i 1970'erne. Den blev der råbt højt om.",
                "unge",
            ),
            Title(
                "Silas og den sorte hoppe",
                "Cecil Bødker",
                1967,
                "En dreng, der klarer sig selv i en rå og fremmed fortid.",
                "boern-7-12",
            ),
            Title(
                "Lille Virgil",
                "Ole Lund Kirkegaard",
                1967,
                "En by så lille, at man må digte resten til. Også for store.",
                "boern-7-12",
            ),
        ),
    ),
)
