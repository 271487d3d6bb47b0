"""What people say in words that the index knows as facts: "A3", "0.-3. klasse".

A fact has a sign of its own ("zfa3"), which stands in the index where the fact holds.
So "0.-3. klasse" finds what is for children of 7 to 12 though it says so otherwise.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stdnum import isbn

# First and last age in years, by the value that ideas and books have. Nothing is for
# younger children alone, so the smallest are with the small.
AGES = {"boern-3-6": (0, 6), "boern-7-12": (7, 12), "unge": (13, 19)}
ADULT = 20
AUDIENCES = {
    "boern-3-6": gettext_lazy("Børn 3-6 år"),
    "boern-7-12": gettext_lazy("Børn 7-12 år"),
    "unge": gettext_lazy("Unge"),
    "voksne": gettext_lazy("Voksne"),
    "familier": gettext_lazy("Familier"),
}
GRATIS, OUTSIDE = "zgratis", "zude"

# A number, or two with all between them.
_NUMBERS = r"(\d{1,2})\.?(?:\s*(?:-|–|til|og)\s*(\d{1,2})\.?)?"
_ISBN = re.compile(
    r"(?<![\w-])(?:isbn:?\s*)?(?:97[89][- ]?)?(?:\d[- ]?){9}[\dx](?![\w-])", re.I
)
_CLASS = re.compile(
    rf"(?<![\w.]){_NUMBERS}\s*"
    r"(?:klass(?:e|er|en|es|erne|etrin\w*)|kl|(?:å|aa)rgang\w*)\b\.?",
    re.I,
)
_AGE = re.compile(rf"(?<![\w.]){_NUMBERS}[\s-]*(?:å|aa)r(?:s|ig\w*)?\b\.?", re.I)
_WEEK = re.compile(rf"\buge\s*{_NUMBERS}(?!\d)", re.I)
_THEME = re.compile(
    r"\b(?:tema|kampagne|theme)\s*(?:nr\.?\s*|nummer\s*)?(\d{1,3})\b", re.I
)
_SHEET = re.compile(r"\b([ab][0-6])\b", re.I)
_SHAPE = re.compile(r"\b(16|9)\s?[:x×/]\s?(16|9)\b", re.I)
_FREE = re.compile(r"\b(?:gratis|uden udgifter|koster ikke noget)\b", re.I)
_OUTSIDE = re.compile(
    r"\b(?:ude|uden ?for|udend(?:ø|oe)rs|i det fri|outdoors?|outside)\b", re.I
)
_AUDIENCE = re.compile(
    r"\b(?P<small>børnehave\w*|boernehave\w*|dagpleje\w*|vuggestue\w*|førskole\w*)\b"
    r"|\b(?P<pupils>indskoling\w*|mellemtrin\w*|skolebørn|skoleboern|sfo)\b"
    r"|\b(?P<teens>udskoling\w*|gymnasi\w*|teenager\w*|ungdom\w*|unge)\b"
    r"|\b(?P<adults>voksen|voksne?|senior\w*|pensionist\w*|ældre)\b"
    r"|\b(?P<families>familie[rn]?\w{0,3})\b"
    r"|\b(?P<children>børn\w{0,4}|boern\w{0,4})\b",
    re.I,
)
_BY_WORD = {
    "small": ("boern-3-6",),
    "pupils": ("boern-7-12",),
    "teens": ("unge",),
    "adults": ("voksne",),
    "families": ("familier",),
    "children": ("boern-3-6", "boern-7-12"),
}
# What may stand between "børn" and their age.
_BESIDE = re.compile(r"[\s,(–-]*(?:på|fra|i|mellem)?\s*", re.I)


@dataclass(frozen=True)
class FacetWord:
    """A fact that stands in a text from ``start`` to ``end``.

    ``signs`` are what the index knows it by, any of them; ``label`` says it to people.
    ``is_word`` is whether the words may also be meant as they stand.
    """

    name: str
    label: str
    signs: tuple[str, ...]
    start: int
    end: int
    is_word: bool = False


def audience_sign(value: str) -> str:
    """The sign of an audience that ideas and books have as ``value``."""
    return "zfor" + re.sub(r"\W", "", value)


_CHILDREN = tuple(map(audience_sign, _BY_WORD["children"]))


def theme_sign(number: int) -> str:
    return f"ztema{number}"


def week_sign(number: int) -> str:
    """The sign of a calendar week, of whichever year."""
    return f"zuge{number}"


def isbn_sign(number: str) -> str:
    """The sign of an ISBN, 10 or 13 digits as they are written."""
    return "zisbn" + isbn.to_isbn13(isbn.compact(number))


def _of_ages(first: int, last: int) -> tuple[str, ...]:
    values = [
        value for value, (low, high) in AGES.items() if first <= high and last >= low
    ]
    if last >= ADULT:
        values.append("voksne")
    return tuple(values)


def _isbns(text: str) -> Iterator[FacetWord]:
    for found in _ISBN.finditer(text):
        number = found[0].lower().removeprefix("isbn").strip(" :")
        if isbn.is_valid(number):
            sign = isbn_sign(number)
            label = f"ISBN {sign.removeprefix('zisbn')}"
            yield FacetWord("isbn", label, (sign,), *found.span())


def _themes(text: str) -> Iterator[FacetWord]:
    for found in _THEME.finditer(text):
        number = int(found[1])
        label = _("Tema %(number)s") % {"number": number}
        yield FacetWord("tema", label, (theme_sign(number),), *found.span())


def _classes(text: str) -> Iterator[FacetWord]:
    for found in _CLASS.finditer(text):
        first, last = int(found[1]), int(found[2] or found[1])
        if last > 10:
            continue
        # A child in the first class is seven.
        yield _for_ages(found, first + 6, last + 7)


def _ages(text: str) -> Iterator[FacetWord]:
    for found in _AGE.finditer(text):
        first, last = int(found[1]), int(found[2] or found[1])
        if first <= last:
            yield _for_ages(found, first, last)


def _for_ages(found: re.Match, first: int, last: int) -> FacetWord:
    signs = tuple(audience_sign(value) for value in _of_ages(first, last))
    return FacetWord("hvem", found[0].strip(), signs, *found.span())


def _audiences(text: str) -> Iterator[FacetWord]:
    for found in _AUDIENCE.finditer(text):
        values = _BY_WORD[found.lastgroup]
        signs = tuple(audience_sign(value) for value in values)
        yield FacetWord("hvem", found[0], signs, *found.span(), is_word=True)


def _weeks(text: str) -> Iterator[FacetWord]:
    for found in _WEEK.finditer(text):
        first, last = int(found[1]), int(found[2] or found[1])
        if 0 < first <= last < 54:
            said = f"{first}-{last}" if first < last else first
            label = _("Uge %(number)s") % {"number": said}
            signs = tuple(week_sign(week) for week in range(first, last + 1))
            yield FacetWord("uge", label, signs, *found.span())


def _sheets(text: str) -> Iterator[FacetWord]:
    for found in _SHEET.finditer(text):
        size = found[1].upper()
        yield FacetWord("format", size, (f"zf{size.lower()}",), *found.span())


def _shapes(text: str) -> Iterator[FacetWord]:
    for found in _SHAPE.finditer(text):
        if found[1] != found[2]:
            sign = f"zf{found[1]}x{found[2]}"
            yield FacetWord("format", f"{found[1]}:{found[2]}", (sign,), *found.span())


def _prices(text: str) -> Iterator[FacetWord]:
    for found in _FREE.finditer(text):
        label = _("Gratis")
        yield FacetWord("pris", label, (GRATIS,), *found.span(), is_word=True)


def _places(text: str) -> Iterator[FacetWord]:
    for found in _OUTSIDE.finditer(text):
        yield FacetWord("sted", _("Ude"), (OUTSIDE,), *found.span(), is_word=True)


_FINDERS: tuple[Callable[[str], Iterator[FacetWord]], ...] = (
    _isbns, _themes, _weeks, _classes, _ages, _audiences, _sheets, _shapes, _prices,
    _places,
)  # fmt: skip


def facet_words(text: str) -> list[FacetWord]:
    """Return the facts said in ``text``, in order; of two that overlap one kind."""
    found: list[FacetWord] = []
    for finder in _FINDERS:
        for fact in finder(text):
            if all(fact.end <= one.start or fact.start >= one.end for one in found):
                found.append(fact)
    found.sort(key=lambda fact: fact.start)
    return [fact for fact in found if not _is_said_closer(fact, found, text)]


def _is_said_closer(fact: FacetWord, facts: list[FacetWord], text: str) -> bool:
    """Whether a fact is a word for children whose age stands right beside it."""
    if fact.name != "hvem" or fact.signs != _CHILDREN:
        return False
    ages = [one for one in facts if one.name == "hvem" and not one.is_word]
    gaps = (text[fact.end : one.start] or text[one.end : fact.start] for one in ages)
    return any(_BESIDE.fullmatch(gap) for gap in gaps if gap)
