"""Danish ways of writing: calendar weeks, dates, numbers, addresses and order."""

import datetime
import re
import unicodedata

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "ð": "d"}
)

# The three last letters of the alphabet; aa is the old å, and foreign letters stand by
# the Danish ones that they sound like. After z under any collation of a database.
LAST_LETTERS = {"æ": "zza", "ä": "zza", "ø": "zzb", "ö": "zzb", "å": "zzc", "aa": "zzc"}
LONGEST_NUMBER = 8


def today() -> datetime.date:
    """The day it is in Denmark, whichever time zone a reader has chosen."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


def week_of(day: datetime.date) -> int:
    """Return the calendar week (ISO 8601, as in Danish calendars), 1 to 53."""
    return day.isocalendar().week


def weeks_in_year(year: int) -> int:
    """Return 52 or 53: 28 December always lies in the last week."""
    return datetime.date(year, 12, 28).isocalendar().week


def week_exists(year: int, week: int) -> bool:
    return 1 <= week <= weeks_in_year(year)


def monday_of(year: int, week: int) -> datetime.date:
    """Return the first day of a week; raises ValueError for a week 53 there is not."""
    return datetime.date.fromisocalendar(year, week, 1)


def weeks_touched(first: datetime.date, last: datetime.date) -> int:
    """Return how many calendar weeks have a day from ``first`` to ``last``."""
    return (last - first + datetime.timedelta(days=first.weekday())).days // 7 + 1


def week_range(first: int, last: int) -> str:
    """Return "uge 39" or "uge 39-42"."""
    if first == last:
        return _("uge %(week)s") % {"week": first}
    return _("uge %(first)s-%(last)s") % {"first": first, "last": last}


def number(value: float, decimals: int = 0) -> str:
    """Return 1234.5 as "1.234,5", or as "1,234.5" where people read English."""
    text = f"{value:z,.{decimals}f}"
    if (get_language() or "da").startswith("en"):
        return text
    return text.translate(str.maketrans(",.", ".,"))


def file_size(size: int) -> str:
    """Return bytes in the unit that people read: "840 byte", "12 kB", "3,4 MB"."""
    if size < 1000:
        return ngettext("%(n)s byte", "%(n)s byte", size) % {"n": size}
    value = float(size)
    for unit in ("kB", "MB", "GB"):
        value /= 1000
        if value < 999.5 or unit == "GB":
            break
    return f"{number(value, 1 if value < 9.95 and unit != 'kB' else 0)} {unit}"


def quoted(text: str) -> str:
    """Somebody's own words between the marks of the language: ”Min kurv”."""
    return _("”%(text)s”") % {"text": text}


def ascii_letters(text: str) -> str:
    """Return ``text`` in plain ASCII, æ, ø and å as Danes write them without."""
    plain = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return plain.encode("ascii", "ignore").decode()


def slug(text: str) -> str:
    """Return an address part: "Læselyst på øer" becomes "laeselyst-paa-oeer"."""
    words = "".join(c if c.isalnum() else " " for c in ascii_letters(text)).split()
    return "-".join(words).lower()


def free_slug(wanted: str, rows: QuerySet) -> str:
    """Return ``wanted``, or it with the first number that no slug of ``rows`` has."""
    taken = set(rows.filter(slug__startswith=wanted).values_list("slug", flat=True))
    free, n = wanted, 1
    while free in taken:
        n += 1
        free = f"{wanted}-{n}"
    return free


def sort_key(text: str) -> str:
    """Return what sorts as Danes sort ``text``: a to å, "Hæfte 2" before "Hæfte 10".

    Plain digits and small letters, so that every database puts them in one order; a
    gap between words is "0", before all else.
    """
    lower = unicodedata.normalize("NFC", text.lower())
    lower = re.sub("aa|[æäøöå]", lambda match: LAST_LETTERS[match[0]], lower)
    plain = re.sub(
        r"\d+", lambda match: match[0].zfill(LONGEST_NUMBER), ascii_letters(lower)
    )
    return re.sub(r"[^a-z0-9]+", "0", plain)
