"""Story: the constitution of 1849, read aloud."""

from ..types import (
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

READ_THE_CONSTITUTION = Story(
    key="laes-grundloven-hoejt",
    slug="laes-grundloven-hoejt",
    campaign="tema-6",
    title="Læs grundloven højt",
    summary="""
    Den er på 89 paragraffer og kan læses på under en time. Prøv at høre, hvem den
    taler om, og hvem den tav om i begyndelsen.
    """,
    hero=Picture(
        key="grundlov",
        shows="""
        Et stort opslået blad med linjer som skrift, paragraftegn og en fjer, omgivet af
        mange tegnede stemmer i form af buer
        """,
        alt="""
        Tegning af et opslået blad med et stort paragraftegn. Buer som lydbølger breder
        sig ud fra siden.
        """,
    ),
    body=(
        Text(
            """
            De fleste har hørt om grundloven. Færre har læst den, og næsten ingen har
            hørt den. Det er synd, for den er skrevet i et sprog, der kan siges. Sæt en
            stol i biblioteket, giv ordet til en ny oplæser for hver femte paragraf, og
            læg mærke til, hvor folk holder op med at rode i tasken.

            Det sker gerne ved paragraf 77.
            """
        ),
        Quote(
            """
            Enhver er berettiget til på tryk, i skrift og tale at offentliggøre sine
            tanker, dog under ansvar for domstolene. Censur og andre forebyggende
            forholdsregler kan ingensinde påny indføres.
            """,
            "Danmarks Riges Grundlov, § 77",
        ),
        Text(
            """
            Ordet ingensinde er fra dengang. Det har stået der siden 1849, og det er
            stadig det stærkeste ord for aldrig, vi har.
            """
        ),
        Heading("Et forår med hast"),
        Text(
            """
            I januar 1848 døde Christian 8. Ude i Europa gik folk på gaden, og i marts
            gik københavnerne i tog til slottet med deres krav. Den nye konge, Frederik
            7., gav efter, før der skete noget slemt. Enevælden, som havde varet siden
            1660, var i praksis forbi. Om efteråret samledes den grundlovgivende
            rigsforsamling, og mens den talte, var landet i krig om Slesvig.

            Den 5. juni 1849 skrev kongen under. Danmark havde fået en rigsdag,
            trykkefrihed, religionsfrihed og ret til at samles. Efter tidens målestok
            var det vidtgående.
            """
        ),
        Heading("De syv f'er"),
        Text(
            """
            Men folket var ikke alle. Stemmeret havde mænd, der var fyldt 30 år og havde
            egen husstand. Senere fandt man på en remse om dem, der måtte blive hjemme:
            fruentimmere, folkehold, fattige, forbrydere, fallenter, fjolser og
            fremmede. Folkehold var tjenestefolk, og dem var der mange af på landet. En
            karl på 40, som boede på gården, hvor han arbejdede, havde ingen stemme. Det
            havde hans kone heller ikke, hvis han havde haft råd til at gifte sig.
            """
        ),
        Figure(
            "14 %",
            "af befolkningen kunne stemme efter grundloven i 1849",
            "Nationalmuseet: Grundloven 1849",
        ),
        Text(
            """
            Det tog 66 år at få de to største grupper med. Den 5. juni 1915 skrev
            Christian 10. under på den grundlov, der gav kvinder og tjenestefolk
            stemmeret, og kvinderne gik i optog til Amalienborg i lyse kjoler. De
            kommunale valg havde de været med til siden 1909. Den grundlov, vi har nu,
            er fra 1953. Den gav folkeafstemninger, ombudsmanden og en ny tronfølge, så
            en kvinde kunne blive regent.
            """
        ),
        Timeline(
            "Hvor gammel skulle man være?",
            (
                Moment("1849", "30 år", "Mænd med egen husstand."),
                Moment("1915", "25 år", "Kvinder og tjenestefolk kommer med."),
                Moment("1953", "23 år", "Efter folkeafstemning."),
                Moment("1961", "21 år"),
                Moment("1971", "20 år"),
                Moment("1978", "18 år"),
            ),
        ),
        Heading("Sådan lyder den"),
        Text(
            """
            Læs den højt, og hør forskellen på de tørre paragraffer og dem, der ringer.
            Paragraf 2 er kort som et telegram. Paragraf 71 om den personlige frihed er
            lang og nervøs, som om nogen har tænkt på en bestemt nat og en bestemt dør.
            Spørg bagefter, hvilken paragraf man ville savne først. Svarene er sjældent
            de samme, og det er her, aftenen begynder.
            """
        ),
        Ideas("Gør det sammen", ("laes-grundloven",)),
        ReadingLists("Læs mere", ("et-land-bliver-til",)),
    ),
)
