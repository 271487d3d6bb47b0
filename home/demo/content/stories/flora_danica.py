"""Story: Flora Danica, every plant of the country in one work."""

from ..types import (
    Action,
    Figure,
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

FLORA_DANICA = Story(
    key="flora-danica",
    slug="alle-landets-planter-i-et-vaerk",
    campaign="vores-natur",
    title="Alle landets planter i ét værk",
    summary="""
    I 1753 fik en ung læge den idé, at hver eneste vilde plante i riget skulle tegnes.
    Det var oplysning for alle, og det tog 122 år at udgive.
    """,
    hero=Picture(
        key="multebaer",
        shows="""
        En plante tegnet som på en botanisk tavle: rod, stængel, blad, blomst og bær på
        lyst papir med et lille nummer i hjørnet
        """,
        alt="""
        Tegning af en multebærplante som på en botanisk tavle med rod, blad, blomst og
        bær.
        """,
    ),
    body=(
        Text(
            """
            Den første tavle viser et multebær. Blomsten er hvid, og den lange rod
            er med, for det hele skal med. Tavlen kom i 1761 i det første hæfte af et
            værk, der hedder Flora Danica, og den, der stod bag, havde lovet meget: alle
            vilde planter i kongens riger og lande, tegnet efter naturen, stukket i
            kobber og trykt i stort format.

            Han hed Georg Christian Oeder, var læge og var kommet til København for at
            undervise i botanik. Det gik skidt. Den disputats, som universitetet
            krævede, endte i skandale, og han blev aldrig ansat der. I stedet fik han en
            botanisk have at indrette og en idé, som kongen ville betale.
            """
        ),
        Heading("Hvorfor tegne alle planter"),
        Text(
            """
            Fordi et fattigt land måtte vide, hvad det havde. Hvilke urter kunne man
            farve med, spise, brygge medicin af? Hvad voksede i Norge, på Island, på
            heden? Det var oplysningstid, og viden var noget, der skulle ud at gøre
            nytte.

            Derfor delte man værket ud til gejstligheden rundt om i riget. Tanken var,
            at præsten kunne slå planten op og vise den frem, så folk på egnen kunne
            lære den at kende. Det minder om et bibliotek, bare uden hylder: én dyr bog
            på vej rundt mellem mange læsere.
            """
        ),
        Quote(
            "Det minder om et bibliotek, bare uden hylder: én dyr bog på vej rundt "
            "mellem mange læsere.",
            "Fra teksten",
        ),
        Heading("Ud at lede"),
        Text(
            """
            Først skulle planterne findes. Oeder rejste i Norge i flere år med en
            tegner, til fods og til hest, og det er grunden til, at de første tavler er
            fulde af fjeldets blomster. Michael Rössler og hans søn Martin tegnede
            planterne og stak dem i kobber. Nogle eksemplarer blev farvelagt i hånden,
            blad for blad.

            Oeder nåede ikke langt. Han udgav de første hæfter og blev sendt væk fra
            hovedstaden i 1770'erne, da der kom andre ministre. Andre botanikere tog
            over og derefter andre igen. Undervejs mistede kongen Norge og siden
            hertugdømmerne, og med dem også en del af planterne. Værket blev ved.
            """
        ),
        Figure(
            "3.240",
            "tavler med planter blev det til, før værket var færdigt i 1883",
            "Det Kgl. Bibliotek: Flora Danica",
        ),
        Heading("Fra bog til tallerken"),
        Text(
            """
            I 1790 blev tavlerne brugt til noget helt andet. Den Kongelige
            Porcelænsfabrik begyndte at male dem på et stel så stort, at det stadig
            tages frem ved de fineste middage. Man kan altså få sin suppe serveret på et
            stykke folkeoplysning.

            Selve bogen er i dag fri for enhver. Det Kgl. Bibliotek har lagt tavlerne på
            nettet, og man kan hente dem, printe dem og hænge dem op. Det er endt, som
            Oeder ville have det, bare 200 år senere.
            """
        ),
        Picture(
            key="herbarium",
            shows="""
            Et opslået herbarium med fire pressede planter, papirstrimler og håndskrevne
            navne
            """,
            alt="""
            Tegning af et opslået herbarium med fire pressede planter og små etiketter.
            """,
            caption="Ét blad ad gangen. Skriv sted og dato, før du glemmer det.",
        ),
        Heading("Begynd med ti"),
        Text(
            """
            Du behøver ikke alle planter. Begynd med ti, der vokser inden for fem
            minutters gang fra biblioteket. Vejbred, mælkebøtte, burresnerre,
            skvalderkål. Pres et blad mellem to aviser, læg en tung bog ovenpå, og skriv
            navn, sted og dato. Om en uge har du et herbarium. Om hundrede år er det en
            kilde.
            """
        ),
        Timeline(
            "Et langsomt værk",
            (
                Moment("1753", "Oeder foreslår værket"),
                Moment("1761", "Det første hæfte udkommer"),
                Moment("1790", "Stellet bliver bestilt"),
                Moment("1814", "Norge går tabt, og værket får færre fjeldplanter"),
                Moment("1883", "Det sidste hæfte udkommer"),
            ),
        ),
        Ideas("Gør det sammen", ("plantepresse", "froebibliotek")),
        ReadingLists("Læs mere", ("ud-med-boern", "naturen-i-litteraturen")),
        Action(
            "Hæng en plante op",
            "Bogmærker og plakat er tegnet i samme ånd og fri til brug.",
            "Se materialerne",
            "production:bogmaerker-vores-natur",
        ),
    ),
)
