"""Ideas for Renæssance til nutid: one's own history and memories."""

from ..types import Idea

MEMORY_IDEAS = (
    Idea(
        key="erindringscafe",
        slug="erindringscafe",
        campaign="tema-6",
        title="Erindringscafé",
        summary="""
        Små borde, kaffe og et samtalekort midt på dugen. Folk fortæller, og nogen
        skriver med, hvis de må.
        """,
        description="""
        Kortet stiller ét spørgsmål: Hvad lå der i køkkenskuffen? Hvem skruede på
        radioen? Efter et kvarter vender man et nyt. Sæt gerne en ung og en gammel ved
        hvert bord, og lad lokalarkivet være med, så det, der er værd at gemme, bliver
        gemt.
        """,
        audience="voksne",
        staff_hours=5,
        cost="under-1000",
        lead_weeks=3,
        space="rum",
        partner="arkiv",
        steps=(
            "Aftal dato med lokalarkivet og en vært til hvert bord.",
            "Klip samtalekortene ud, og læg fem på hvert bord.",
            "Spørg efter tilladelse, før nogen skriver ned eller optager.",
            "Skift kort hvert kvarter, og slut med én historie fra hvert bord.",
            "Læg læselisten og bøgerne frem ved kaffen.",
        ),
        productions=("samtalekort-erindringer", "plakat-fortael-din-historie"),
        reading_lists=("barndom-og-erindring",),
    ),
    Idea(
        key="koekkenskuffen",
        slug="tag-en-ting-med-fra-koekkenskuffen",
        campaign="tema-6",
        title="Tag en ting med fra køkkenskuffen",
        summary="""
        Gæsterne låner biblioteket en lille genstand og skriver tre linjer om den. Det
        bliver til en udstilling på en hylde.
        """,
        description="""
        En kaffemølle, et bundt mærker, en nøgle uden lås. Hver ting får et kort med
        navn, årstal og tre linjer. Udstillingen vokser, mens den står, og folk kommer
        igen for at se, hvad der er kommet til.

        Bed ikke om noget kostbart. Det er historien, der er værdifuld.
        """,
        audience="alle",
        staff_hours=4,
        cost="gratis",
        lead_weeks=2,
        space="hylde",
        partner="arkiv",
        steps=(
            "Ryd en hylde eller et skab, der kan lukkes.",
            "Begynd selv med fem genstande fra personalets skuffer.",
            "Giv låneren en kvittering og en dato for, hvornår tingen kan hentes.",
            "Skriv kortene i hånden, og sæt dem ved tingene.",
            "Tag et billede af hylden hver uge.",
        ),
        productions=("plakat-fortael-din-historie", "samtalekort-erindringer"),
        reading_lists=("barndom-og-erindring",),
    ),
    Idea(
        key="laes-grundloven",
        slug="oplaesning-af-grundloven",
        campaign="tema-6",
        title="Læs grundloven højt",
        summary="""
        Otteogfirs paragraffer og én til. Borgere læser op på skift, og bagefter taler
        man om den, man ville savne først.
        """,
        description="""
        Stil en stol og en mikrofon midt i biblioteket. Oplæserne tager fem paragraffer
        hver. Bland folk: en skoleelev, en byrådspolitiker, en, der lige har fået
        statsborgerskab, en, der har stemt i tres år. Det tager under en time.

        Efterfølgende sætter man sig ved bordene med teksten og en blyant.
        """,
        audience="voksne",
        staff_hours=5,
        cost="gratis",
        lead_weeks=4,
        space="sal",
        partner="skole",
        steps=(
            "Find atten oplæsere, og send dem deres paragraffer en uge før.",
            "Spørg skolen, om en klasse vil læse de første.",
            "Print grundloven med god plads i margenen.",
            "Prøv mikrofonen, og sæt vand frem.",
            "Tal bagefter ud fra ét spørgsmål: Hvilken ville du savne først?",
        ),
        productions=("programskabelon", "plakat-renaessance-til-nutid"),
        films=("bogen-blader",),
        reading_lists=("et-land-bliver-til",),
    ),
    Idea(
        key="scan-albummet",
        slug="scan-albummet",
        campaign="tema-6",
        title="Scan albummet",
        summary="""
        Tag fotoalbummet med, få fem billeder scannet, og gå hjem med filerne.
        Lokalarkivet hjælper med årstal.
        """,
        description="""
        Mange har billeder, som ingen andre har set, og som kun én person kan sætte navn
        på. En eftermiddag med en scanner, to stole og en fra arkivet er nok. Gæsten får
        sine filer på en nøgle eller en mail, og arkivet får en kopi, hvis gæsten siger
        ja.
        """,
        audience="voksne",
        staff_hours=6,
        cost="under-1000",
        lead_weeks=4,
        space="bord",
        partner="arkiv",
        steps=(
            "Aftal med lokalarkivet, hvad de vil modtage.",
            "Lav en side til samtykke, som gæsten skriver under på.",
            "Sæt tid af til hver gæst, tyve minutter ad gangen.",
            "Scan højst fem billeder, og skriv navne og årstal med det samme.",
            "Hæng et udvalg op, hvis ejeren siger ja.",
        ),
        productions=("plakat-fortael-din-historie", "bogmaerker-erindringer"),
        reading_lists=("barndom-og-erindring",),
    ),
    Idea(
        key="lyt-sammen",
        slug="lyt-sammen",
        campaign="tema-6",
        title="Lyt sammen",
        summary="""
        En halv time med stole i rundkreds og gamle radioklip. Ingen skærm, kun lyd og
        snak bagefter.
        """,
        description="""
        Dæmp lyset, sæt stolene tæt, og afspil fem minutter ad gangen. Spørg efter hvert
        klip: Hvor var du? Hvem skruede? Vælg klip, som I har lov til at afspille, og
        skriv på listen, hvor de kan høres igen.
        """,
        audience="voksne",
        staff_hours=3,
        cost="gratis",
        lead_weeks=2,
        space="rum",
        partner="forening",
        steps=(
            "Find fire klip, og tjek, at de må afspilles i biblioteket.",
            "Invitér en forening eller et plejehjem.",
            "Afspil ét klip ad gangen, og stil ét spørgsmål.",
            "Vis filmen om radioen på skærmen ved indgangen.",
        ),
        productions=("samtalekort-erindringer", "film-radioen-i-stuen"),
        films=("radioen-i-stuen",),
        reading_lists=("barndom-og-erindring",),
    ),
    Idea(
        key="klassen-spoerger",
        slug="klassen-spoerger-bedsteforaeldrene",
        campaign="tema-6",
        title="Klassen spørger bedsteforældrene",
        summary="""
        En skoleklasse interviewer ældre på biblioteket og laver en væg med citater og
        årstal.
        """,
        description="""
        Børnene forbereder tre spørgsmål hver, og de må ikke handle om gamle dage i
        almindelighed. De skal handle om en ting, et sted eller en dag. Svarene skrives
        på kort og hænges op i tidsrækkefølge, så væggen til sidst går fra dengang til
        nu.
        """,
        audience="boern-7-12",
        staff_hours=7,
        cost="under-1000",
        lead_weeks=6,
        space="rum",
        partner="skole",
        steps=(
            "Lav aftalen med læreren, før skoleåret er planlagt.",
            "Find ældre gæster via foreninger og plejehjem.",
            "Øv gode spørgsmål i klassen med samtalekortene.",
            "Hold interviewene på en time, tre børn og én ældre ved hvert bord.",
            "Hæng kortene op, og invitér alle til fernisering.",
        ),
        productions=("samtalekort-erindringer", "plakat-fortael-din-historie"),
        films=("radioen-i-stuen",),
        reading_lists=("ung-i-en-anden-tid",),
    ),
)
