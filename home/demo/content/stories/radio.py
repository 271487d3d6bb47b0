"""Story: the wireless in the living room."""

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

RADIO = Story(
    key="radioen-i-stuen",
    slug="radioen-i-stuen",
    campaign="tema-6",
    title="Radioen i stuen",
    summary="""
    Den stod på hylden og krævede ro. I nogle årtier hørte hele landet det samme på
    samme tid, og en aften i maj 1945 satte det lys i vinduerne.
    """,
    hero=Picture(
        key="radio",
        shows="""
        En radio fra 1930'erne i træ med stof foran højttaleren og lysende skala, på en
        hylde i en stue om aftenen
        """,
        alt="""
        Tegning af en gammel radio af træ på en hylde. Skalaen lyser i den mørke stue.
        """,
    ),
    body=(
        Text(
            """
            I begyndelsen var det kun én ad gangen. Man sad med hovedtelefoner på og
            flyttede en tynd nål rundt på en krystal, til der kom en stemme ud af
            knitteriet. Resten af familien så på. Hvad siger de, spurgte de, og så måtte
            den, der havde telefonerne, gengive musikken.

            I 1923 var der omkring 10.000 modtagere i landet. To år senere, den 1. april
            1925, overtog staten udsendelserne, og det, der blev til Statsradiofonien og
            siden Danmarks Radio, gik i luften. En fredag aften det år kunne man høre et
            foredrag om hønseavl og derefter musik.
            """
        ),
        Figure(
            "10.000",
            "radioapparater var der omkring i Danmark i 1923",
            "DR: Hip-hip hur-radio",
        ),
        Heading("Et møbel, der talte"),
        Text(
            """
            Så kom højttaleren, og radioen blev til et møbel. Den fik poleret træ, stof
            for munden og en skala med byer, man aldrig kom til: Hilversum, Luxembourg,
            Kalundborg. De første var dyre, så i starten samledes man hos den nabo, der
            havde en.

            Når Pressens Radioavis gik på, holdt man op med at tale. Det samme gjaldt
            gudstjenesten, og om søndagen kunne børn lære, hvor længe en orgelkoncert
            kan vare. Der var morgengymnastik, skoleradio og sprogkurser. Familien
            Hansen gik i årevis som et stykke hverdag, man kunne lytte ind til. En
            landmand i Thy og en kontordame på Vesterbro hørte den samme vits i samme
            sekund. Det havde de ikke prøvet før.
            """
        ),
        Quote(
            "En landmand i Thy og en kontordame på Vesterbro hørte den samme vits i "
            "samme sekund.",
            "Fra teksten",
        ),
        Heading("De lukkede gardiner"),
        Text(
            """
            Fra den 9. april 1940 var radioen også noget andet. De danske nyheder blev
            censureret, og mange drejede i stedet ind på de danske udsendelser fra BBC i
            London. De blev støjet ned, så man sad tæt ved apparatet med skruet ned og
            gardinerne for.

            Den 4. maj 1945 lidt over halv ni om aftenen blev udsendelsen afbrudt. Der
            blev stille i et øjeblik. Så læste speakeren, at tyskerne i Holland,
            Nordvesttyskland og Danmark havde overgivet sig. Folk rejste sig, gik ud på
            gaden, rev mørklægningen ned og satte stearinlys i vinduet. Det gør mange
            stadig hvert år den aften, også dem, der ikke var født.
            """
        ),
        Films("Se filmen", ("radioen-i-stuen",)),
        Heading("Da stuen blev delt igen"),
        Text(
            """
            Fjernsynet begyndte i 1951 med ganske få timer om ugen, og så flyttede man
            stolene. Radioen gik ud i køkkenet og ind på værelset. I 1963 kom der et
            tredje program med musik næsten hele dagen, og transistorradioen gjorde, at
            man kunne tage den med på stranden. De unge fik deres egne lyde. De ældre
            syntes, det var for højt.

            Nu har alle deres egen radio i ørerne, og man er tilbage ved
            hovedtelefonerne. Forskellen er, at man sjældent hører det samme. Det er et
            godt spørgsmål til en samtale mellem generationer: Hvad hørte alle, da du
            var barn? Hvor sad du, og hvem skruede?
            """
        ),
        Timeline(
            "Lyden af et århundrede",
            (
                Moment("1925", "Staten overtager radioen"),
                Moment("1926", "Pressens Radioavis begynder"),
                Moment("1940", "Udsendelserne censureres under besættelsen"),
                Moment("1945", "Befrielsen meldes fra London"),
                Moment("1951", "Fjernsynet begynder"),
                Moment("1963", "Program 3 går i luften"),
            ),
        ),
        Ideas("Gør det sammen", ("lyt-sammen", "erindringscafe")),
        ReadingLists("Læs mere", ("barndom-og-erindring", "ung-i-en-anden-tid")),
    ),
)
