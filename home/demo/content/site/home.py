"""The Danish front page and the site's settings."""

from ..campaigns.shared import LIBRARY, NO_COUNT, REPORT
from ..types import (
    Action,
    Figure,
    Heading,
    Home,
    PageLinks,
    Picture,
    Quote,
    SiteSettings,
    Text,
)

HOME = Home(
    title="Bibliotekernes Temasamarbejde",
    lead="Tryk på den store knap, og temaet begynder i hele landet",
    seo_description="""
    Biblioteker over hele landet går sammen om ét tema ad gangen. Læs historierne, find
    en idé, og hent materialerne.
    """,
    hero=Picture(
        key="den-store-knap",
        shows="""
        Én stor, rund knap i stærk farve midt på rolig papirbund; fra den breder sig
        ringe, som rammer små prikker fordelt som et Danmarkskort
        """,
        alt="""
        Tegning af en stor, rund knap. Ringe breder sig fra den ud til små prikker, der
        ligger som et Danmarkskort.
        """,
    ),
    body=(
        Heading("Én knap, mange biblioteker"),
        Text(
            """
            Bibliotekerne har et ord for det, de får ud af at gøre noget sammen: den
            store knap. Når der bliver trykket på den, går det samme tema i gang overalt
            på én gang. Plakaten hænger i vinduet i Hjørring og i Rønne, filmen kører på
            skærmen, bøgerne ligger fremme, og i salen er der en, der fortæller.

            Før trykket ligger et halvt år med ideer, tegninger og aftaler. Det arbejde
            gør vi sammen, så det enkelte bibliotek kan bruge tiden på sine gæster.
            """
        ),
        Figure("79", "biblioteksvæsner var med, da der var flest", REPORT),
        Figure("600+", "aktiviteter blev der holdt på de to kampagner i 2017", REPORT),
        Figure(
            "90 %",
            "af gæsterne blev klogere eller fik sat tanker i gang",
            REPORT,
            NO_COUNT,
        ),
        Heading("Kom ind ad den dør, der er din"),
        Text(
            """
            <b>Du læser med.</b> Her er historier, læselister og film, som du kan bruge,
            uanset hvor dit bibliotek ligger. Alle bøgerne kan lånes.

            <b>I er et bibliotek.</b> Find en idé, der passer til jeres timer og jeres
            gulv. Hent plakater, bannere og film, sæt jeres navn på, og gå i gang. Det
            er lavet, så tre ansatte kan nå det.

            <b>I vil være partner.</b> Ét samarbejde når ud i alle landsdele og har
            erfaring, tal og en fast køreplan. Se, hvad de andre har fået ud af det.
            """
        ),
        PageLinks(
            "Vælg din vej",
            ("campaign:vores-natur", "page:om", "page:for-partnere"),
        ),
        Quote(
            "Jo mere øvede vi bliver i temaerne, des lettere bliver det",
            LIBRARY,
        ),
        Action(
            "Er I klar?",
            "Materialerne ligger klar til tryk, skærm og sociale medier.",
            "Hent materialerne",
            "/materialer/",
        ),
    ),
)

SETTINGS = SiteSettings(
    organisation="Bibliotekernes Temasamarbejde",
    footer_text="""
    Biblioteker over hele landet om ét tema ad gangen. Aalborg Bibliotekerne
    koordinerer sammen med centralbibliotekerne. Indholdet her er et eksempel, bygget på
    rapporten om kampagnerne i 2017.
    """,
    email="post@example.dk",
)
