"""Reading lists for Stenalder til Middelalder."""

from ..types import ReadingList, Title

PLACE_LISTS = (
    ReadingList(
        key="fra-flint-til-faestning",
        slug="fra-flint-til-faestning",
        campaign="tema-5",
        title="Fra flint til fæstning",
        summary="""
        Oldtid og middelalder for voksne: de store værker om fundene, og romanerne, der
        turde digte videre.
        """,
        titles=(
            Title(
                "Danmarks Oldtid",
                "Jørgen Jensen",
                2001,
                """
                Fire bind og hele den lange tid før skriften. Læs ét, og du ser
                anderledes på hver eneste gravhøj.
                """,
            ),
            Title(
                "Mosefolket",
                "P.V. Glob",
                1965,
                """
                Om Tollundmanden og de andre fra moserne, fortalt af ham, der var der.
                """,
            ),
            Title(
                "Højfolket",
                "P.V. Glob",
                1970,
                "Egtvedpigen og bronzealderens egekister. Fagbog med puls.",
            ),
            Title(
                "Den lange rejse",
                "Johannes V. Jensen",
                1908,
                "Fra istid til Columbus i seks romaner. En skabelsesmyte på jysk.",
            ),
            Title(
                "Fæ og frænde",
                "Ebbe Kløvedal Reich",
                1977,
                "Kimbrerne går mod Rom. Jernalderen som eventyrroman.",
            ),
            Title(
                "Røde Orm",
                "Frans G. Bengtsson",
                None,
                """
                Den morsomste vikingeroman, der findes. Svensk original fra 1940'erne.
                """,
            ),
            Title(
                "Da Danmark blev Danmark",
                "Peter Sawyer",
                1988,
                "Årene omkring Harald og Jelling, set af en engelsk historiker.",
            ),
            Title(
                "Kongens Fald",
                "Johannes V. Jensen",
                1901,
                "Christian 2. tøver på Lillebælt, og en tid går under med ham.",
            ),
            Title(
                "Orm og Tyr",
                "Martin A. Hansen",
                1952,
                """
                Fra helleristning til landsbykirke. Til den, der går ind i alle kirker.
                """,
            ),
        ),
    ),
    ReadingList(
        key="guder-og-vikinger",
        slug="guder-og-vikinger-for-boern",
        campaign="tema-5",
        title="Guder og vikinger for børn",
        summary="""
        Thor, Loke og dem, der troede på dem. Romaner, tegneserier og fortællinger til
        at læse selv eller højt.
        """,
        audience="boern-7-12",
        titles=(
            Title(
                "Erik Menneskesøn",
                "Lars-Henrik Olsen",
                1986,
                """
                En dreng fra vores tid hentes til Asgård. Gysende god til højtlæsning.
                """,
                "boern-7-12",
            ),
            Title(
                "Kampen om sværdet",
                "Lars-Henrik Olsen",
                1991,
                "Erik må af sted igen. For dem, der ikke ville slippe den første.",
                "boern-7-12",
            ),
            Title(
                "Dværgen fra Normandiet",
                "Lars-Henrik Olsen",
                1988,
                "Om dem, der syede billedet af slaget ved Hastings.",
                "unge",
            ),
            Title(
                "Valhalla 1: Ulven er løs",
                "Peter Madsen m.fl.",
                1979,
                "Thor er stærk, Loke er kvik, og Fenrisulven er sulten.",
                "boern-7-12",
                "tegneserie",
            ),
            Title(
                "Valhalla 2: Thors brudefærd",
                "Peter Madsen m.fl.",
                1980,
                "Hammeren er stjålet, og Thor må i brudekjole.",
                "boern-7-12",
                "tegneserie",
            ),
            Title(
                "Illustreret Danmarkshistorie for folket",
                "Claus Deleuran",
                1988,
                "Danmarkshistorien helt forfra, tegnet med kløe i fingrene.",
                "alle",
                "tegneserie",
            ),
            Title(
                "Danmarkshistorier for børn, bind 1",
                "Maria Helleberg",
                None,
                "Femogtyve fortællinger til højtlæsning, fra kimbrere til 1600-tallet.",
                "boern-7-12",
            ),
            Title(
                "På tur med Danmarkshistorien",
                "Nils Hartmann",
                None,
                "Sagn og spor fra hele landet. God at have på bagsædet.",
                "boern-7-12",
            ),
        ),
    ),
    ReadingList(
        key="de-gamle-fortaellinger",
        slug="de-gamle-fortaellinger",
        campaign="tema-5",
        title="De gamle fortællinger",
        summary="""
        Kilderne selv og dem, der blev ved med at fortælle dem. Begynd et tilfældigt
        sted.
        """,
        titles=(
            Title(
                "Saxos Danmarkshistorie",
                "Saxo Grammaticus",
                2000,
                "Amled, Uffe hin Spage og Absalon i Peter Zeebergs klare oversættelse.",
            ),
            Title(
                "Den ældre Edda",
                "Ukendt",
                None,
                "Vølvens spådom og Odins gode råd. Det begynder her.",
            ),
            Title(
                "Edda",
                "Snorri Sturluson",
                None,
                "En islænding forklarer guderne, mens nogen endnu husker dem.",
            ),
            Title(
                "Njals saga",
                "Ukendt",
                None,
                """
                En strid om næsten ingenting, som ender i ild. Stor roman før romanen.
                """,
            ),
            Title(
                "Egils saga",
                "Ukendt",
                None,
                "Digter, bonde og slagsbror i én person.",
            ),
            Title(
                "Danmarks gamle Folkeviser",
                "Svend Grundtvig (udg.)",
                1853,
                "Elverskud, riddere og stærke kvinder, sunget i århundreder.",
            ),
            Title(
                "Digte",
                "Adam Oehlenschläger",
                1803,
                "Med Guldhornene, skrevet året efter at de blev stjålet.",
            ),
            Title(
                "Valdemar Sejr",
                "B.S. Ingemann",
                1826,
                "Middelalderen, som hele 1800-tallet så den for sig.",
            ),
            Title(
                "Nordens Mytologi",
                "N.F.S. Grundtvig",
                1832,
                "Om hvorfor de gamle guder stadig kan bruges.",
            ),
        ),
    ),
)
