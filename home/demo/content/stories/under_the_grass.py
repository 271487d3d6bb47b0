"""Story: the dolmens of the Stone Age."""

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

UNDER_THE_GRASS = Story(
    key="under-graesset",
    slug="under-graesset-ligger-landet",
    campaign="tema-5",
    title="Under græsset ligger landet",
    summary="""
    Stenen på marken har ligget dér i over 5.000 år. Nogen løftede den derop, og ingen
    har siden fundet en god grund til at tage den ned.
    """,
    hero=Picture(
        key="dysse",
        shows="""
        En runddysse med dæksten på fire bæresten i en gul kornmark under en stor himmel
        """,
        alt="Tegning af en stendysse med en stor dæksten midt i en gul kornmark.",
    ),
    body=(
        Text(
            """
            Landmanden kører udenom. Hvert forår, når marken skal harves, lægger han en
            bue om den lille høj med de store sten, og hvert år gror hybenroserne lidt
            tættere. Fra vejen ligner det en ø i kornet. Det er en grav, og den er ældre
            end pyramiderne i Egypten.

            Dysserne blev bygget omkring 3500 f.Kr. Da havde folk dyrket jorden i nogle
            hundrede år. De havde køer og korn, de boede i huse af træ og ler, og af
            husene er der næsten intet tilbage. Det, de byggede til de døde, står endnu.
            """
        ),
        Heading("En sten på ti ton"),
        Text(
            """
            Stenene kom med isen. Den slæbte dem fra fjeldene i nord og lod dem ligge,
            da den smeltede, og i årtusinder var de bare i vejen. Så fandt nogen på at
            rejse fire eller fem af dem på højkant, lægge en flad sten øverst og samle
            jord omkring.

            En dæksten vejer typisk mellem seks og ti ton. Der var ingen jern, ingen
            hjul til den slags vægt og ingen kran. Men der var tov, træstammer, okser og
            tid. Forsøg har vist, at få mennesker kan gøre det, hvis de er enige om
            retningen. Det er måske det mest imponerende: ikke styrken, men aftalen.
            Nogen har sagt, at nu gør vi det, og de andre er gået med.
            """
        ),
        Quote(
            "Det er måske det mest imponerende: ikke styrken, men aftalen.",
            "Fra teksten",
        ),
        Picture(
            key="dysse-snit",
            shows="""
            En dysse i gennemskåret tegning: dæksten, bæresten, tørmur af flade sten,
            jordhøj og randsten
            """,
            alt="""
            Tegnet snit gennem en dysse. Dækstenen hviler på bæresten, og rundt om
            ligger jordhøjen med randsten i kanten.
            """,
            caption="""
            Dækstenen hviler på bærestenene, og små flade sten lukker hullerne.
            """,
        ),
        Heading("Et hus til de døde"),
        Text(
            """
            De første dysser var lukkede. Her lå en eller nogle få, og man kom ikke ind
            igen. Siden byggede man jættestuer med et langt kammer og en gang, så døren
            kunne åbnes, slægt efter slægt. I nogle af dem har arkæologer fundet rester
            af henved hundrede mennesker, og knoglerne er flyttet rundt, som om de
            levende kom på besøg og gjorde plads.

            Hvorfor gjorde de sig den ulejlighed? Det har de ikke skrevet ned. Men den,
            der graver sine døde ned et bestemt sted og bygger noget, som kan ses langt
            væk, siger også: Her hører vi til. Det var nyt. Jægerne flyttede med dyrene.
            Bønderne havde en mark.
            """
        ),
        Figure(
            "1 ud af 10",
            """
            Omkring 25.000 dysser har der været. Cirka en tiendedel er tilbage
            """,
            "Niels H. Andersen og Palle Eriksen: Dysser uden høje, Skalk",
        ),
        Heading("Hvor blev resten af?"),
        Text(
            """
            De blev til kirkefundamenter, broer, stengærder og vejfyld. En dysse var
            gode sten på ét sted, og da landbruget fik maskiner, var den også en sten i
            pløjejorden. I 1807 fik landet en oldsagskommission, som skulle redde det,
            der kunne reddes. I 1937 blev alle synlige gravhøje og stengrave fredet. Det
            er derfor, landmanden kører udenom: Der skal være to meter uden plov.

            Nogle af dem har fået lov at blive store. Poskær Stenhus på Mols har sin
            mægtige krans af randsten. Ved Lindeskov på Fyn ligger en langdysse, som er
            over 160 meter. Men den, der ligger tættest på dig, er måske bare tre sten
            og en hyld.
            """
        ),
        Timeline(
            "Stenens tid",
            (
                Moment("Ca. 4000 f.Kr.", "Landbruget kommer til landet"),
                Moment("Ca. 3500 f.Kr.", "De første dysser bygges"),
                Moment("Ca. 3300 f.Kr.", "Jættestuerne følger efter"),
                Moment("1807", "Oldsagskommissionen nedsættes"),
                Moment("1937", "Synlige fortidsminder fredes"),
            ),
        ),
        Heading("Gå derhen"),
        Text(
            """
            De fleste kommuner har mindst én. Spørg på biblioteket efter kortet over
            egnens fortidsminder, tag en termokande med, og læg hånden på dækstenen. Den
            er kold, også om sommeren. Så kan du sige, at du har rørt ved noget, som et
            menneske lagde på plads for mere end femtusind år siden, og at det ligger
            præcis, hvor det blev lagt.
            """
        ),
        Ideas("Gør det sammen", ("geocaching", "stenens-tid-gaatur")),
        ReadingLists("Læs mere", ("fra-flint-til-faestning",)),
    ),
)
