"""What the campaigns of 2017 share: partners, net-media, sources, whom to write to."""

from ..types import Contact, Partner, Place

REPORT = "Rapporten Model for temasamarbejde på de danske biblioteker 2.0"
NO_COUNT = "Antal svar ikke oplyst"
GUEST = "Gæst på et bibliotek, evaluering 2017"
LIBRARY = "Bibliotek, evaluering 2017"

COORDINATOR = Contact(
    name="Koordinator",
    organisation="Aalborg Bibliotekerne",
    email="koordinator@example.dk",
)

PARTNERS = (
    Partner(
        "Danmarks Radio",
        """Sender tv-serien ”Historien om Danmark” og bærer satsningen på alle sine
        platforme.""",
        "https://www.dr.dk",
    ),
    Partner(
        "Sekretariatet for Historier om Danmark",
        """Nedsat af Slots- og Kulturstyrelsen. Samler museer, arkiver, biblioteker og
        DR om den fælles kampagne.""",
    ),
    Partner(
        "Nordea Fonden", "Støtter den nationale indsats.", "https://nordeafonden.dk"
    ),
    Partner(
        "Nationalmuseet",
        "Faglig tyngde og samlinger fra hele danmarkshistorien.",
        "https://natmus.dk",
    ),
    Partner(
        "De statsanerkendte museer",
        "Lokale partnere med genstande, steder og viden.",
    ),
    Partner(
        "Organisationen Danske Arkiver",
        "Åbner arkivernes samlinger for lokale aktiviteter.",
    ),
    Partner(
        "Sammenslutningen af Lokale Arkiver",
        "Bringer lokalhistorien og de frivillige kræfter ind.",
    ),
    Partner(
        "Det nye sort",
        "Reklamebureau. Har udviklet den fælles grafiske pakke.",
    ),
)

EREOLEN = Place(
    "eReolen",
    "Lån romaner, fagbøger og lydbøger om perioden, også når biblioteket har lukket.",
    "https://ereolen.dk",
)
DANMARKSHISTORIEN = Place(
    "Danmarkshistorien.dk",
    "Historikeres artikler, kilder og korte film om alle perioder.",
    "https://danmarkshistorien.dk",
)
FAKTALINK = Place(
    "Faktalink",
    "Grundige artikler til opgaven, foredraget og den, der vil ordentligt til bunds.",
    "https://faktalink.dk",
)
FORFATTERWEB = Place(
    "Forfatterweb",
    "Portrætter af forfatterne bag de historiske romaner.",
    "https://forfatterweb.dk",
)
LITTERATURSIDEN = Place(
    "Litteratursiden", "Anbefalinger, analyser og temaer om historiske romaner."
)
FILMSTRIBEN = Place(
    "Filmstriben",
    "Spillefilm og dokumentarer, som du ser med dit lånerkort.",
    "https://filmstriben.dk",
)
FILM_INSTITUTE = Place(
    "Det Danske Filminstitut",
    "Filmhistorien og de gamle optagelser af Danmark.",
    "https://www.dfi.dk",
)
BIBLO = Place(
    "Biblo",
    "Børnenes eget sted: bøger, film og snak om det, de læser.",
    "https://biblo.dk",
)
ACADEMY = Place(
    "Det Historiske Akademi",
    "Historie formidlet til alle, der gerne vil vide mere.",
)
NET_MEDIA = (
    BIBLO,
    EREOLEN,
    DANMARKSHISTORIEN,
    FILM_INSTITUTE,
    FAKTALINK,
    FORFATTERWEB,
    LITTERATURSIDEN,
    ACADEMY,
    FILMSTRIBEN,
)
