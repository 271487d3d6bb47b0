"""The columns of the workshop's spreadsheet: what they are called, what they mean."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from . import judging

# How many columns "trin 1", "trin 2"... are read.
STEP = re.compile(r"(?:trin|step)\s*(\d{1,2})")


@dataclass(frozen=True)
class Column:
    """A column: its name, other names for it, what to write, and who judges a cell."""

    name: str
    others: tuple[str, ...]
    help: str
    field: str = ""
    judge: Callable | None = None


COLUMNS = (
    Column(
        "titel",
        ("title", "idé", "ide", "idéens titel", "navn", "overskrift"),
        _("Skal være der, og kun én gang."),
        "title",
    ),
    Column(
        "resumé",
        ("resume", "kort beskrivelse", "kort fortalt", "summary"),
        _("En eller to sætninger, højst 400 tegn."),
        "summary",
    ),
    Column(
        "beskrivelse",
        ("tekst", "uddybning", "om ideen", "mere om ideen", "description"),
        _("Så lang, som den skal være. En tom linje giver et nyt afsnit."),
    ),
    Column(
        "for hvem",
        ("målgruppe", "målgrupper", "hvem", "audience"),
        _("Alle, Børn 3-6 år, Børn 7-12 år, Unge, Voksne eller Familier."),
        "audience",
        judging.audience,
    ),
    Column(
        "timer",
        (
            "tid",
            "personaletimer",
            "tidsforbrug",
            "arbejdstimer",
            "timeforbrug",
            "hours",
        ),
        _("Personalets tid i alt: 2, 2,5, 2-3 timer, 30 min."),
        "staff_hours",
        judging.hours,
    ),
    Column(
        "pris",
        ("udgift", "udgifter", "økonomi", "budget", "omkostninger", "cost"),
        _("Gratis, 500 kr., 1.000-5.000 kr. eller over 5.000 kr."),
        "cost",
        judging.cost,
    ),
    Column(
        "varsel",
        ("varsel i uger", "forberedelse", "forberedelsestid", "uger før", "lead time"),
        _("Hvor længe før man skal i gang: 3, 2-3 uger, 14 dage, 1 måned."),
        "lead_weeks",
        judging.weeks,
    ),
    Column(
        "plads",
        ("sted", "lokale", "rum", "space"),
        _("En hylde, Et bord, Et rum, En sal, Ude eller Digitalt."),
        "space",
        judging.space,
    ),
    Column(
        "partner",
        ("partnere", "samarbejdspartner", "samarbejdspartnere", "sammen med"),
        _("Ingen partner, Museum, Arkiv, Skole, Forening eller Forfatter."),
        "partner_type",
        judging.partner,
    ),
    Column(
        "trin",
        ("fremgangsmåde", "sådan gør i", "sådan gør man", "steps"),
        _("Et trin på hver linje i cellen, eller kolonnerne trin 1, trin 2, ..."),
    ),
    Column(
        "materialer",
        ("materiale", "assets"),
        _("Titler på materialer her på sitet, én på hver linje."),
    ),
    Column("film", ("filmklip",), _("Titler på film her på sitet, én på hver linje.")),
    Column(
        "læselister",
        ("læseliste", "emneliste", "emnelister"),
        _("Titler på læselister her på sitet, én på hver linje."),
    ),
    Column(
        "ideen kommer fra",
        ("bibliotek", "indsender", "indsendt af", "fra", "forslag fra", "credit"),
        _("Biblioteket eller dem, der fik ideen. Vises på siden."),
        "credit",
    ),
)
BY_NAME = {name: column for column in COLUMNS for name in (column.name, *column.others)}


def column_of(heading: str) -> tuple[Column | None, str]:
    """The column that a heading stands for, and the unit that it names, if any.

    "Timer (min)" is the column of hours in minutes.
    """
    plain = " ".join(heading.lower().replace("_", " ").split()).rstrip(":*")
    if plain in BY_NAME:
        return BY_NAME[plain], ""
    if STEP.fullmatch(plain):
        return BY_NAME["trin"], ""
    found = re.fullmatch(r"(.+?)\s*(?:\(\s*(?:i\s+)?(\w+)\.?\s*\)|i\s+(\w+))", plain)
    if found and found[1] in BY_NAME:
        return BY_NAME[found[1]], found[2] or found[3]
    return None, ""


def is_title(heading: str) -> bool:
    """Whether a heading is that of the titles, by which rows are told from headings."""
    column, _unit = column_of(heading)
    return column is not None and column.field == "title"
