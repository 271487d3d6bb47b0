"""What people write about time, money and place in a cell, as an idea keeps it.

Each judge takes a cell and returns what it means and what to tell about it: nothing
where the cell says it outright. A cell that means nothing raises ``NotUnderstood``.
"""

import datetime
import math
import re
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from core.spreadsheets import Unreadable

from ..models import IdeaPage

# An ordinary Danish working day: 37 hours a week.
DAY = Decimal("7.4")
UNKNOWN = {"", "-", "–", "?", "ved ikke", "ukendt", "afhænger", "varierer"}
FRACTIONS = {"½": ",5", "¼": ",25", "¾": ",75"}
NUMERALS = "en:1 én:1 et:1 ét:1 to:2 tre:3 fire:4 fem:5 seks:6 otte:8 ti:10"
WORDS = dict(pair.split(":") for pair in f"{NUMERALS} halv:0,5 halvt:0,5".split())
AROUND = {"ca", "cirka", "omkring", "højst", "max", "maks", "mindst", "op", "til"}
AROUND |= {"under", "over", "fra", "i", "alt", "kr", "kroner", "dkk", "varsel", "før"}
MOST = {"under", "højst", "max", "maks", "op"}
MAX_DIGITS = 9
NUMBER = r"\d+(?:[.,]\d+)*"


class NotUnderstood(ValueError):
    """The cell cannot be judged; the text says what to write instead, in Danish."""


def text_of(cell) -> str:
    """A cell as text, dates and numbers as Danes write them."""
    if isinstance(cell, Unreadable):
        raise NotUnderstood(cell.text)
    if isinstance(cell, datetime.datetime | datetime.date):
        return f"{cell:%d.%m.%Y}"
    if isinstance(cell, float):
        return f"{cell:g}".replace(".", ",")
    if isinstance(cell, datetime.time):
        return f"{cell:%H:%M}"
    return str(cell).strip()


def hours(cell, unit: str = "") -> tuple[Decimal | None, str]:
    """Hours from "2-3 timer", "30 min", "en halv time", "2 x 3 timer", 1.5, 2:30."""
    if isinstance(cell, datetime.time | datetime.timedelta):
        if isinstance(cell, datetime.time):
            cell = datetime.timedelta(hours=cell.hour, minutes=cell.minute)
        return _tenths(Decimal(cell.total_seconds()) / 3600), str(cell)
    problem = _("Skriv timer som et tal, fx 2 eller 2,5.")
    amount, told = _amount(cell, _HOURS, unit if unit in _HOURS else "timer", problem)
    return (None if amount is None else _tenths(amount)), told


def weeks(cell, unit: str = "") -> tuple[int | None, str]:
    """Weeks' notice from "3 uger", "14 dage", "1 måned", 4."""
    problem = _("Skriv varsel som et tal i uger, fx 3.")
    amount, told = _amount(cell, _WEEKS, unit if unit in _WEEKS else "uger", problem)
    if amount is None:
        return None, told
    # A month is told as four weeks, ten days as two.
    return math.ceil(amount - Decimal("0.36")), told


def cost(cell, unit: str = "") -> tuple[str, str]:
    """The price band from "gratis", "500 kr.", "1.000-5.000", "over 5.000"."""
    bands = IdeaPage.Cost
    text = text_of(cell).lower()
    if label := _labelled(text, bands):
        return label, ""
    if text in UNKNOWN:
        return bands.FREE, _("ikke oplyst, så den står som gratis")
    if text in {"ingen", "intet", "nul", "gratis", "0", "0 kr", "0 kr.", "0,-"}:
        return bands.FREE, text
    amounts = [_number(one) for one in re.findall(NUMBER, text.replace(",-", ""))]
    rest = set(re.sub(rf"{NUMBER}|[-–,.]", " ", text.replace(",-", "")).split())
    if not amounts or rest - AROUND or isinstance(cell, _DATES):
        raise NotUnderstood(_choose(bands))
    amount = max(amounts)
    if "over" in rest:
        amount += 1
    elif rest & MOST:
        amount -= 1
    if amount < 0:
        raise NotUnderstood(_("Prisen kan ikke være negativ."))
    band = bands.HIGH
    if amount <= 0:
        band = bands.FREE
    elif amount < 1000:
        band = bands.LOW
    elif amount <= 5000:
        band = bands.MIDDLE
    return band, text


def audience(cell, unit: str = "") -> tuple[str, str]:
    """Whom an idea is for; several of them become all."""
    kinds = IdeaPage.Audience
    return _chosen(
        cell,
        kinds,
        {
            r"\balle\b": kinds.EVERYONE,
            "små børn": kinds.SMALL_CHILDREN,
            "småbørn": kinds.SMALL_CHILDREN,
            "børnehave": kinds.SMALL_CHILDREN,
            "3-6": kinds.SMALL_CHILDREN,
            "skolebørn": kinds.CHILDREN,
            "7-12": kinds.CHILDREN,
            "børnefamilie": kinds.FAMILIES,
            "familie": kinds.FAMILIES,
            r"\bung": kinds.YOUNG,
            "teenage": kinds.YOUNG,
            "voksne": kinds.ADULTS,
            "ældre": kinds.ADULTS,
            "senior": kinds.ADULTS,
        },
        empty=kinds.EVERYONE,
        several=kinds.EVERYONE,
    )


def space(cell, unit: str = "") -> tuple[str, str]:
    """The room that it takes."""
    kinds = IdeaPage.Space
    words = {
        "hylde": kinds.SHELF,
        "bord": kinds.TABLE,
        r"rum\b": kinds.ROOM,
        "lokale": kinds.ROOM,
        r"sal\b": kinds.HALL,
        "scene": kinds.HALL,
        r"\bude": kinds.OUTDOORS,
        "digital": kinds.DIGITAL,
        "online": kinds.DIGITAL,
    }
    return _chosen(cell, kinds, words, empty="")


def partner(cell, unit: str = "") -> tuple[str, str]:
    """Whom it is done with."""
    kinds = IdeaPage.PartnerType
    words = {
        r"\bingen\b": kinds.NONE,
        "museum": kinds.MUSEUM,
        "museer": kinds.MUSEUM,
        "arkiv": kinds.ARCHIVE,
        "skole": kinds.SCHOOL,
        "forening": kinds.ASSOCIATION,
        "forfatter": kinds.AUTHOR,
    }
    return _chosen(cell, kinds, words, empty=kinds.NONE)


_HOURS = {
    **dict.fromkeys(("time", "timer", "timers", "t", "t.", "h"), Decimal(1)),
    **dict.fromkeys(("min", "min.", "minut", "minutter"), Decimal(1) / 60),
    **dict.fromkeys(("dag", "dage", "arbejdsdag", "arbejdsdage"), DAY),
    **dict.fromkeys(("uge", "uger"), 5 * DAY),
}
_WEEKS = {
    **dict.fromkeys(("uge", "uger", "ugers"), Decimal(1)),
    **dict.fromkeys(("dag", "dage", "dages"), Decimal(1) / 7),
    **dict.fromkeys(("måned", "måneder", "måneders"), Decimal("4.345")),
    **dict.fromkeys(("mdr", "mdr.", "md."), Decimal("4.345")),
}
_DATES = (datetime.date, datetime.time)


def _amount(cell, units: dict, unit: str, problem: str) -> tuple[Decimal | None, str]:
    """The most that a cell speaks of, in the measure that ``units`` multiplies to."""
    if isinstance(cell, _DATES):
        text = _("Regnearket har gjort cellen til en dato (%(date)s).") % {
            "date": text_of(cell)
        }
        raise NotUnderstood(f"{text} {problem}")
    text = text_of(cell)
    if text.lower() in UNKNOWN:
        return None, ""
    plain = text.lower()
    for sign, decimals in FRACTIONS.items():
        plain = re.sub(
            rf"(\d?)\s*{sign}", lambda m, d=decimals: (m[1] or "0") + d, plain
        )
    if re.match(rf"\s*-\s*{NUMBER}", plain):
        raise NotUnderstood(
            _("Tallet kan ikke være negativt. %(how)s") % {"how": problem}
        )
    plain = " ".join(WORDS.get(word, word) for word in plain.split())
    plain = re.sub(r"1 (0,5) (?=[a-zæøå])", r"\1 ", plain)
    plain = re.sub(rf"({NUMBER})\s*(?:-|–|til|eller)\s*(?={NUMBER})", "", plain)
    if found := re.fullmatch(rf"({NUMBER})\s*[x*×]\s*({NUMBER})\s*(\S*)", plain):
        count, each, name = found.groups()
        parts = [(str(_number(count) * _number(each)).replace(".", ","), name)]
    else:
        parts = re.findall(rf"({NUMBER})\s*([a-zæøå]+\.?)?", plain)
        left = re.sub(rf"{NUMBER}\s*(?:[a-zæøå]+\.?)?", " ", plain)
        if set(re.sub(r"[+,.]|\bog\b", " ", left).split()) - AROUND:
            parts = []
    if not parts or any(name and name not in units for _n, name in parts):
        raise NotUnderstood(problem)
    total = sum(_number(n) * units[name or unit] for n, name in parts)
    said_outright = re.fullmatch(NUMBER, text) or parts == [(text.split()[0], unit)]
    return Decimal(total), "" if said_outright else text


def _number(text: str) -> Decimal:
    """A Danish number: "1.000" is a thousand, "2,5" and "2.5" two and a half."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text):
        text = text.replace(".", "")
    head, _sign, decimals = text.replace(",", ".").rpartition(".")
    head = head.replace(".", "")
    if len(head or decimals) > MAX_DIGITS:
        raise NotUnderstood(_("Tallet er for stort: det har mere end 9 cifre."))
    return Decimal(f"{head}.{decimals}" if head else decimals)


def _tenths(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _labelled(text: str, kinds) -> str:
    for value, label in kinds.choices:
        if text in (value, str(label).lower()):
            return value
    return ""


def _choose(kinds) -> str:
    names = ", ".join(str(label) for label in kinds.labels)
    return _("Skriv en af disse: %(names)s.") % {"names": names.rstrip(".")}


def _chosen(cell, kinds, words: dict, empty: str, several: str = "") -> tuple[str, str]:
    text = " ".join(text_of(cell).lower().split())
    if text in UNKNOWN:
        return empty, ""
    if label := _labelled(text, kinds):
        return label, ""
    found = [kind for word, kind in words.items() if re.search(word, text)]
    kinds_found = list(dict.fromkeys(found))
    if not kinds_found:
        raise NotUnderstood(_choose(kinds))
    if len(kinds_found) > 1 and several:
        return several, text
    return kinds_found[0], text
