"""What a field of the content may say; the values are those of the site's models."""

from django.utils.translation import gettext_noop

# Labels are shown through gettext, so that an English page says them in English.
EXAMPLE = gettext_noop("eksempel")
FROM_REPORT = gettext_noop("fra rapporten")

AUDIENCES = {
    "boern-3-6": "Børn 3-6 år",
    "boern-7-12": "Børn 7-12 år",
    "unge": "Unge",
    "voksne": "Voksne",
    "familier": "Familier",
    "alle": "Alle",
}
COST_BANDS = {
    "gratis": "Gratis",
    "under-1000": "Under 1.000 kr.",
    "1000-5000": "1.000-5.000 kr.",
    "over-5000": "Over 5.000 kr.",
}
SPACES = {
    "hylde": "En hylde",
    "bord": "Et bord",
    "rum": "Et rum",
    "sal": "En sal",
    "ude": "Ude",
    "digitalt": "Digitalt",
}
PARTNER_TYPES = {
    "ingen": "Ingen partner",
    "museum": "Museum",
    "arkiv": "Arkiv",
    "skole": "Skole",
    "forening": "Forening",
    "forfatter": "Forfatter",
}
TITLE_FORMATS = {
    "bog": "Bog",
    "e-bog": "E-bog",
    "lydbog": "Lydbog",
    "billedbog": "Billedbog",
    "tegneserie": "Tegneserie",
}
KINDS = ("print", "banner", "film", "sound", "graphic_package", "text")
PURPOSES = ("print_shop", "print_self", "screen", "social", "edit")
FORMATS = (
    "plakat-a2",
    "plakat-a3",
    "plakat-a4",
    "bogmaerke",
    "gulvfolie",
    "rollup",
    "infoskaerm-16-9",
    "infoskaerm-9-16",
    "facebook-opslag",
    "instagram",
    "story",
    "leaderboard",
    "rektangel",
    "skyskraber",
    "webbanner",
    "gif",
    "film-16-9",
    "film-9-16",
    "ark-a4",
)
LICENCES = {
    "cc-by": "Creative Commons Navngivelse 4.0",
    "cc0": "Creative Commons Zero 1.0",
    "deltagere": "Fri brug for deltagende biblioteker",
}
ACCESS = ("open", "libraries")
