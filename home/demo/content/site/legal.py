"""Accessibility and privacy, short and honest."""

from ..types import Heading, SitePage, Text

ACCESSIBILITY = SitePage(
    key="tilgaengelighed",
    slug="tilgaengelighed",
    title="Tilgængelighed",
    summary="Hvad vi har gjort, hvad der mangler, og hvor du siger til.",
    body=(
        Text(
            """
            Alle skal kunne læse, se og hente det, der er her. Sitet er bygget, så det
            kan bruges med tastatur, med skærmlæser, med stor skrift og uden JavaScript.
            Billeder har en beskrivelse, eller også er de markeret som pynt. Filmene har
            ingen lyd. De har undertekster og en tekst, der fortæller, hvad man ser.
            """
        ),
        Heading("Det mangler"),
        Text(
            """
            Trykfilerne er lavet til trykkeriet og er ikke mærket op til skærmlæser. På
            hvert materiales side står der, hvad det viser, og læselisterne ligger også
            som almindelige sider.

            Sitet er et eksempel og er ikke testet af andre end os. Et offentligt
            bibliotek skal have sin egen erklæring i WAS-Tool og se den efter hvert år.
            """
        ),
        Heading("Sig til"),
        Text(
            """
            Er der noget, du ikke kan bruge, så fortæl os, hvilken side det var, og hvad
            du ville. Så sender vi det på en anden måde og retter fejlen. Knappen
            herunder fører til et skema uden spørgsmål om, hvem du er. Du kan også
            skrive til <a href="mailto:post@example.dk">post@example.dk</a>.

            Er du ikke tilfreds med svaret, kan du klage til Digitaliseringsstyrelsen,
            som fører tilsyn med offentlige sites.
            """
        ),
    ),
)

PRIVACY = SitePage(
    key="privatliv",
    slug="privatliv",
    title="Privatliv",
    summary="Vi tæller filer, ikke mennesker.",
    body=(
        Text(
            """
            Du kan læse det hele uden at fortælle os, hvem du er. Der er ingen
            statistik-cookies, ingen reklamer og ingen tjenester udefra, der følger med.
            Derfor er der heller ikke noget banner at klikke væk.
            """
        ),
        Heading("Når nogen henter en fil"),
        Text(
            """
            Vi noterer, hvilken fil og version det var, hvilket tema den hører til,
            hvilken side den blev hentet fra, hvornår, og hvilket bibliotek der var
            logget ind, hvis der var et. Vi gemmer ikke navn, internetadresse eller
            oplysninger om maskinen.
            """
        ),
        Heading("Når du søger"),
        Text(
            """
            Finder vi ikke noget, tæller vi ordene op, så redaktionen kan se, hvad der
            mangler. Vi noterer ikke, hvem der søgte, og glemmer ordene efter et halvt
            år. Dine seneste søgninger ligger kun i din egen browser.
            """
        ),
        Heading("Når du logger ind"),
        Text(
            """
            Medarbejdere logger ind med arbejdsmail. Så gemmer vi mailadressen, navnet
            og hvilket bibliotek du hører til, og vi sætter en cookie, som holder dig
            logget ind. Den er nødvendig og bruges ikke til andet. For at kunne opdage
            misbrug noterer vi, hvornår du logger ind, og fra hvilket net, men ikke fra
            hvilken maskine. Det og resten af historikken sletter vi efter tretten
            måneder.

            Skriver du til os om noget, du ikke kan bruge, sletter vi det efter tre
            måneder.

            Vil du have rettet eller slettet noget, så skriv til
            <a href="mailto:post@example.dk">post@example.dk</a>.
            """
        ),
    ),
)
