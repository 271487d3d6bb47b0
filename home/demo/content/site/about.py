"""About the collaboration, and how a theme comes about."""

from ..campaigns.shared import LIBRARY, NO_COUNT, REPORT
from ..types import (
    Faq,
    Figure,
    Heading,
    Moment,
    PageLinks,
    Question,
    Quote,
    SitePage,
    Text,
    Timeline,
)

ABOUT = SitePage(
    key="om",
    slug="om",
    title="Om temasamarbejdet",
    picture="den-store-knap",
    summary="""
    Hvorfor bibliotekerne laver kampagner sammen, hvem der gør hvad, og hvordan det er
    gået.
    """,
    body=(
        Text(
            """
            Et bibliotek kan lave en god udstilling. Mange biblioteker kan lave en
            landsdækkende begivenhed. Det er hele tanken. Når bibliotekerne går sammen
            om ét tema, får de muskler til at indgå aftaler med store medier og museer,
            og gæsten møder den samme sag i fjernsynet, på museet og mellem reolerne.

            Samarbejdet skal give borgerne i alle landets kommuner en bedre
            biblioteksoplevelse. Ikke kun dér, hvor der er mange ansatte. Derfor bliver
            plakater, film, lister og ideer lavet ét sted og brugt mange steder.
            """
        ),
        Quote(
            """
            Vi er pressede på tid i forvejen, så det er rart, at andre sørger for meget
            af materialet
            """,
            LIBRARY,
        ),
        Heading("Hvem gør hvad"),
        Text(
            """
            <b>Aalborg Bibliotekerne</b> koordinerer. Her bliver køreplanen lagt,
            produktionerne bestilt og evalueringen samlet.

            <b>Centralbibliotekerne</b> kender bibliotekerne i deres område og ringer
            rundt. De seks er Aalborg, Herning, Vejle, Odense, Roskilde og Gentofte.
            Kilde: Centralbibliotekernes Nyhedsbrev, april 2019.

            <b>Bibliotekerne</b> finder på, prøver af, holder aktiviteterne og deler
            dem med hinanden.

            <b>Partnerne</b> giver temaet vægt: medier, museer, arkiver og fonde på
            landsplan og foreninger, skoler og museer lokalt.
            """
        ),
        Figure(
            "92 %",
            "af bibliotekerne er tilfredse med Aalborg Bibliotekernes koordinering",
            REPORT,
            NO_COUNT,
        ),
        Timeline(
            "Sådan er det gået",
            (
                Moment(
                    "2014-15",
                    "Modellen udvikles",
                    """
                    Projektet ”Model for temasamarbejde på de danske biblioteker”,
                    støttet af Udviklingspuljen for folkebiblioteker og pædagogiske
                    læringscentre under Slots- og Kulturstyrelsen.
                    """,
                ),
                Moment(
                    "2016",
                    "Modellen i drift",
                    "Temaerne kører, og de nationale partnere kommer til.",
                ),
                Moment(
                    "2017",
                    "Model 2.0",
                    """
                    To kampagner, Historier om Danmark, med 79 biblioteksvæsner. Støttet
                    af Udviklingsmidler til nationale biblioteksformål.
                    """,
                ),
                Moment(
                    "2018",
                    "Viden skaber os",
                    """
                    Temasamarbejdet 3.0: to kampagner og nye måder at formidle
                    naturvidenskab på.
                    """,
                ),
            ),
        ),
        Heading("To om året, ikke flere"),
        Text(
            """
            Evalueringen af den første model var klar: Bibliotekerne kan højst køre to
            store nationale temakampagner om året ved siden af alt det andet, de bakker
            op om. Derfor er der to, og derfor bliver de lagt i et årshjul sammen med
            centralbibliotekernes øvrige aktiviteter.
            """
        ),
        PageLinks("Læs også", ("page:saadan-bliver-et-tema-til", "page:for-partnere")),
    ),
)

MODEL = SitePage(
    key="saadan-bliver-et-tema-til",
    slug="saadan-bliver-et-tema-til",
    title="Sådan bliver et tema til",
    summary="""
    Seks skridt fra den første seddel på væggen til det sidste svar i skemaet.
    """,
    parent="om",
    body=(
        Text(
            """
            Modellen er enkel, og den har været brugt siden 2014-15. Hvert skridt gør
            det næste lettere.
            """
        ),
        Timeline(
            "Seks skridt",
            (
                Moment(
                    "1",
                    "Workshop",
                    """
                    Bibliotekerne mødes og får ideer sammen. Alt kommer på væggen, også
                    det skæve.
                    """,
                ),
                Moment(
                    "2",
                    "Idékatalog",
                    """
                    De bedste ideer skrives ud, så andre kan gøre dem efter: trin, tid,
                    materialer.
                    """,
                ),
                Moment(
                    "3",
                    "Centrale produktioner",
                    """
                    Det, alle har brug for, bliver lavet én gang: film, skattejagt,
                    gulvfolie, emnelister.
                    """,
                ),
                Moment(
                    "4",
                    "Grafisk pakke",
                    """
                    Én fælles linje til tryk og skærm, så gæsten kan se, at det hører
                    sammen.
                    """,
                ),
                Moment(
                    "5",
                    "Kampagne",
                    """
                    Der bliver trykket på knappen. Nu sker det alle steder på én gang.
                    """,
                ),
                Moment(
                    "6",
                    "Evaluering",
                    """
                    Skemaer til gæster og biblioteker, korte interviews og en snak med
                    partnerne. Så begynder vi forfra, lidt klogere.
                    """,
                ),
            ),
        ),
        Heading("Hvornår får vi besked?"),
        Text(
            """
            I 2017 blev temaerne meldt ud fire til fem måneder før start, og
            idékataloget kom tre til fire måneder før. Flere biblioteker sagde, at det
            er sent, når programmet allerede er trykt. 78 % var tilfredse med
            tidsplanen. Det er et tal, der skal op.
            """
        ),
        Figure(
            "78 %", "af bibliotekerne er tilfredse med tidsplanen", REPORT, NO_COUNT
        ),
        Figure(
            "55 %",
            "mener, at temakampagnerne er ressourcebesparende",
            REPORT,
            NO_COUNT,
        ),
        Quote(
            """
            Det kræver en del intern koordinering. Vi skal blive bedre til at arbejde
            den ind i de ting, vi ellers laver, så det ikke bliver en ekstra ting, der
            kommer oveni alt det andet.
            """,
            LIBRARY,
        ),
        Faq(
            "Godt at vide",
            (
                Question(
                    "Skal vi være med til det hele?",
                    """
                    Nej. Tag det, der passer til jeres hus. Én hylde og én plakat er
                    også at være med.
                    """,
                ),
                Question(
                    "Kan noget, vi allerede har planlagt, tælle med?",
                    """
                    Ja, hellere end gerne. Giv det temaets plakat, og del det med de
                    andre.
                    """,
                ),
                Question(
                    "Hvor kommer aktiviteterne fra?",
                    """
                    Fra tre steder: ideerne fra workshoppen, de centrale produktioner og
                    det, bibliotekerne selv finder på lokalt.
                    """,
                ),
            ),
        ),
    ),
)
