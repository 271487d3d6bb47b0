"""Four pieces of news: the facts are the report's, the days are examples."""

from datetime import date

from ..campaigns.shared import LIBRARY, REPORT
from ..types import Figure, NewsItem, PageLinks, Quote, Text

DAY = "Datoen er et eksempel. Indholdet er fra rapporten."

NEWS = (
    NewsItem(
        slug="vi-er-med-i-historier-om-danmark",
        title="Vi er med i Historier om Danmark",
        date=date(2017, 3, 6),
        date_label=DAY,
        summary="""
        Bibliotekerne går sammen med Danmarks Radio, museer og arkiver om hele
        danmarkshistorien. Det bliver til to kampagner i år.
        """,
        body=(
            Text(
                """
                Danmarks Radio fortæller danmarkshistorien i den bedste sendetid, og
                Slots- og Kulturstyrelsen har nedsat et sekretariat, der samler museer,
                arkiver og biblioteker om den. Bibliotekernes Temasamarbejde er med to
                gange: i foråret med historiske steder og i efteråret med egen historie
                og erindringer.

                Idékatalog, grafisk pakke og fælles produktioner ligger her på siden.
                Begynd med det, der er lettest.
                """
            ),
            PageLinks("De to kampagner", ("campaign:tema-5", "campaign:tema-6")),
        ),
    ),
    NewsItem(
        slug="rekord-79-biblioteksvaesner",
        title="Rekord: 79 biblioteksvæsner er med",
        date=date(2017, 9, 18),
        date_label=DAY,
        summary="""
        Så mange har vi ikke været før. Den direkte kontakt fra centralbibliotekerne har
        gjort forskellen.
        """,
        body=(
            Figure("79", "biblioteksvæsner deltager i kampagnerne", REPORT),
            Text(
                """
                Koordinationen er blevet styrket, og centralbibliotekerne er kommet
                tættere på. Nyhedsbreve, telefonopkald og lokale netværk har alle
                hjulpet, men især har det virket, at nogen i det enkelte område har
                ringet og spurgt.

                Der er lavet 26 produktioner centralt, blandt andet skattejagt,
                gulvfolie med tidslinje, Kahoot, filmklip og emnelister. De er ikke
                mindst til dem, der ikke selv har tid til at tegne.
                """
            ),
            Quote(
                "Det er godt at føle sig som en del af et landsdækkende samarbejde",
                LIBRARY,
            ),
        ),
    ),
    NewsItem(
        slug="flere-laaner-dansk-historie",
        title="Flere låner dansk historie i København",
        date=date(2017, 11, 20),
        date_label=DAY,
        summary="""
        Udlånet i gruppen ”Dansk historie” er steget 13 % på Københavns Biblioteker fra
        april til oktober.
        """,
        body=(
            Figure(
                "+13 %",
                """
                udlån af ”Dansk historie” på Københavns Biblioteker, april-oktober 2017
                mod samme tid i 2016
                """,
                REPORT,
            ),
            Text(
                """
                Tallet kommer fra Københavns Biblioteker, som endnu var på det gamle
                bibliotekssystem. Andre steder er det svært at sammenligne, fordi det
                nye system var ved at blive taget i brug. Vi ved altså ikke, hvordan det
                gik i hele landet, og vi ved heller ikke, hvor meget der skyldes
                kampagnen. Men det peger den rigtige vej.
                """
            ),
        ),
    ),
    NewsItem(
        slug="viden-skaber-os-i-2018",
        title="Viden skaber os i 2018",
        date=date(2017, 12, 11),
        date_label=DAY,
        summary="""
        Temasamarbejdet fortsætter med to kampagner om naturvidenskab og en plan for,
        hvordan det kan leve videre.
        """,
        body=(
            Text(
                """
                Bibliotekernes Temasamarbejde har fået midler til endnu et projekt,
                ”Viden skaber os – Bibliotekernes temasamarbejde 3.0”. Aalborg
                Bibliotekerne koordinerer igen, og der kommer to temakampagner i 2018.

                Projektet skal prøve nye måder at formidle naturvidenskab på, og det
                skal pege på en bæredygtig model, så samarbejdet kan drives, også når
                projektpengene er brugt. Fremover lægges næste års temaer på et årligt
                møde mellem centralbibliotekerne, Danmarks Biblioteksforening og Slots-
                og Kulturstyrelsen.
                """
            ),
            PageLinks("Læs mere om modellen", ("page:saadan-bliver-et-tema-til",)),
        ),
    ),
)
