"""Story: what lies in a grandmother's kitchen drawer."""

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

KITCHEN_DRAWER = Story(
    key="bedstemors-koekkenskuffe",
    slug="bedstemors-koekkenskuffe",
    campaign="tema-6",
    title="Bedstemors køkkenskuffe",
    summary="""
    Et ark rationeringsmærker, en prop med porcelænshoved, en opskrift på bagsiden af en
    regning. Der ligger mere historie i en skuffe, end der er plads til på et museum.
    """,
    hero=Picture(
        key="koekkenskuffe",
        shows="""
        En åben køkkenskuffe set oppefra med kaffemål, piskeris, garnrulle, frimærkeark,
        en nøgle og en håndskrevet opskrift
        """,
        alt="""
        Tegning af en åben køkkenskuffe set oppefra. I den ligger et piskeris, et
        kaffemål, en garnrulle, en nøgle og en opskrift.
        """,
    ),
    body=(
        Text(
            """
            Hver familie har en skuffe, som ingen har ryddet op i. Den binder lidt, når
            man trækker den ud. Forrest ligger det, man bruger, og bagest ligger det,
            man ikke kan smide væk. Snor. En nøgle uden lås. Et kaffemål. Et brunt ark
            med små firkantede mærker, som aldrig blev brugt.

            Tag arket ud, og læg det på bordet. Nu sidder du med 1940'erne i hånden.
            """
        ),
        Heading("Mærkerne"),
        Text(
            """
            I efteråret 1939 begyndte staten at fordele varerne. Benzin og kul kom
            først, siden sukker, kaffe, brød, smør og sæbe. Man fik et ark mærker og
            klippede, når man handlede: penge på disken og et mærke ved siden af. Var
            mærkerne brugt, kunne pengene være lige meget.

            Værst var det med kaffen. Danskerne hørte til de største kaffedrikkere i
            verden, og fra januar 1942 var der ingen at få på lovlig vis. I stedet
            drak man erstatning, brændt på korn, cikorie eller roer. Spørg en, der har
            smagt den, og se på ansigtet, inden svaret kommer.
            """
        ),
        Figure(
            "0 gram",
            "var kafferationen fra 1. januar 1942",
            "Kaffeinfo: Kaffen under Anden Verdenskrig",
        ),
        Text(
            """
            Rationeringen sluttede ikke med krigen. Nogle varer var på mærker ind i
            1950'erne, og derfor ligger arkene der endnu. Man vidste jo aldrig.
            """
        ),
        Quote(
            "Forrest ligger det, man bruger, og bagest ligger det, man ikke kan smide "
            "væk.",
            "Fra teksten",
        ),
        Heading("Opskriften"),
        Text(
            """
            Så er der kogebogen, eller det, der er tilbage af den. Mange steder er det
            <b>Frøken Jensens Kogebog</b>, som kom første gang i 1901 og siden er
            trykt igen og igen. Siderne med småkager er brune af smør. I margenen har
            nogen skrevet: mindre sukker. Det er også en kilde. Den fortæller, hvad man
            havde, hvad man savnede, og hvem der bestemte i køkkenet.

            På komfuret stod den blå emaljerede kande, som alle kaldte Madam Blå. Den
            kunne holde varmen på et hjørne af brændekomfuret hele dagen. Da gassen og
            siden elektriciteten kom, flyttede den op på hylden til pynt. Køleskabet
            blev først almindeligt i 1960'erne. Før det havde man spisekammer, syltetøj
            og et fryserum, som man delte med resten af landsbyen.
            """
        ),
        Picture(
            key="madam-blaa",
            shows="En høj blå emaljeret kaffekande med sort låg på et komfur",
            alt="Tegning af en høj, blå kaffekande af emalje på et gammelt komfur.",
            caption="Madam Blå holdt kaffen varm, når der var kaffe.",
        ),
        Heading("Spørg, mens nogen kan svare"),
        Text(
            """
            En genstand siger ikke noget af sig selv. Den skal have et spørgsmål. Ikke
            hvordan var det i gamle dage, for det kan ingen svare på, men: Hvem brugte
            den? Hvor stod den? Hvad måtte man ikke? Så kommer der en kusine, en lugt,
            en streng onkel og en lang vej til skole.

            Skriv det ned. Sæt navn og årstal på bagsiden af billedet, med blyant. Og
            har du noget, som andre end familien kan have glæde af, så ring til
            lokalarkivet. De tager ikke imod alt, men de tager imod det rigtige: breve,
            dagbøger, fotos, hvor man kan se, hvad folk har på fødderne. På arkiv.dk kan
            du se, hvad andre har afleveret fra din egn.

            Læg så resten tilbage i skuffen. Den skal jo binde lidt.
            """
        ),
        Timeline(
            "Køkkenets hundrede år",
            (
                Moment("1901", "Frøken Jensens Kogebog udkommer"),
                Moment("1939", "Rationeringen begynder"),
                Moment("1942", "Kaffen slipper op"),
                Moment("1950'erne", "Frysehuset bliver fælles på landet"),
                Moment("1960'erne", "Køleskabet flytter ind de fleste steder"),
            ),
        ),
        Ideas("Gør det sammen", ("koekkenskuffen", "erindringscafe", "scan-albummet")),
        ReadingLists("Læs mere", ("barndom-og-erindring",)),
    ),
)
