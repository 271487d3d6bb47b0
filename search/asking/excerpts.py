"""Where in a text the words stand: the words marked, and the piece around the first.

Nothing here is HTML: a text is cut into pieces, marked or not, that the template
escapes.
"""

import re
import unicodedata
from typing import NamedTuple

from ..language import stem, words_of

AROUND = 90
LONGEST = 240

# How folded letters may stand in the text that they were folded from.
_UNFOLDED = (
    ("ae", "(?:ae|æ|ä)"),
    ("oe", "(?:oe|ø|ö)"),
    ("aa", "(?:aa|å)"),
    ("e", "[eéèêë]"),
    ("a", "[aáàâ]"),
    ("o", "[oóòô]"),
    ("u", "[uúùûü]"),
    ("i", "[iíìîï]"),
)
_TOKEN = re.compile("|".join(pair[0] for pair in _UNFOLDED))
_BY_FOLDED = dict(_UNFOLDED)


class Piece(NamedTuple):
    """A part of a text, and whether it is one of the words."""

    text: str
    is_marked: bool


def _is_hit(form: str, parts: tuple[str, ...], stems: set[str], language: str) -> bool:
    return any(stem(each, language) in stems for each in (form, *parts))


def mark(text: str, stems: set[str], language: str) -> list[Piece]:
    """Return ``text`` in pieces, the words that are in ``stems`` marked."""
    # As the words are cut, so that their places are of the same text.
    text = unicodedata.normalize("NFC", text)
    pieces, last = [], 0
    for word in words_of(text):
        if not _is_hit(word.folded, word.parts, stems, language or "da"):
            continue
        if text[word.start : word.end] != word.shown:
            # A soft hyphen moved the places: rather no mark than a wrong one.
            continue
        if word.start > last:
            pieces.append(Piece(text[last : word.start], False))
        pieces.append(Piece(word.shown, True))
        last = word.end
    if last < len(text):
        pieces.append(Piece(text[last:], False))
    return pieces


def pattern_of(stems: set[str]) -> re.Pattern | None:
    """What finds words that begin with these stems in a text as it is written."""
    spelt = sorted(
        (each for each in stems if len(each) > 1 and not each.startswith("zf")),
        key=lambda each: (-len(each), each),
    )
    if not spelt:
        return None
    ways = [_TOKEN.sub(lambda f: _BY_FOLDED[f[0]], re.escape(each)) for each in spelt]
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})\w{{0,6}}(?!\w)", re.IGNORECASE)


def excerpt(
    text: str, stems: set[str], language: str, pattern: re.Pattern | None
) -> list[Piece]:
    """The piece of ``text`` around the first word that is found, or its beginning."""
    found = pattern.search(text) if pattern else None
    start = max(0, found.start() - AROUND) if found and found.start() > AROUND else 0
    end = min(len(text), start + LONGEST)
    if start:
        start = text.find(" ", start, start + AROUND) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", start + LONGEST // 2, end), start + LONGEST // 2)
    piece = text[start:end].strip()
    marked = mark(piece, stems, language)
    if start:
        marked.insert(0, Piece("… ", False))
    if end < len(text):
        marked.append(Piece(" …", False))
    return marked
