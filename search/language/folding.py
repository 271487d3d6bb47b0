"""Danish letters as they are typed without them, and texts cut into words."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_WORD = 40

# Foreign letters go with the Danish ones that they sound like.
_LETTERS = str.maketrans(
    {
        "æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa",
        "ð": "d", "þ": "th", "ß": "ss", "ł": "l", "œ": "oe",
    }
)  # fmt: skip
# Letters and digits, with hyphens, points and apostrophes that stand inside a word.
_WORD = re.compile(r"[^\W_]+(?:[-‐‑.'’´][^\W_]+)*")
_OTHER = re.compile(r"[\W_]+")
_INSIDE = re.compile(r"[-‐‑.'’´]")
_MARKS = re.compile("[\u0300-\u036f]")
_SOFT = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")
_GENITIVE = {"s", "t", "er", "en", "et", "ne"}


def fold(text: str) -> str:
    """Return ``text`` in lower case with ae, oe, aa for æ, ø, å, and no accents."""
    # Composed first: å as a and a ring is one letter, not an a with an accent.
    text = unicodedata.normalize("NFKC", text).lower().translate(_LETTERS)
    if text.isascii():
        return text
    return _MARKS.sub("", unicodedata.normalize("NFD", text))


@dataclass(frozen=True)
class TextWord:
    """A word of a text: as it is written, folded, and what it is made of.

    ``parts`` are what a hyphen or a point holds together ("Roll-up": "roll", "up"),
    and empty for most words. ``start`` and ``end`` are where it stands in the text.
    """

    shown: str
    folded: str
    parts: tuple[str, ...]
    start: int
    end: int


def words_of(text: str) -> Iterator[TextWord]:
    """Yield the words of ``text`` in order.

    What hangs together is one word and its parts: "roll-up" is found as "rollup", and
    "H.C." as "hc". A genitive's apostrophe is nothing: "Sokrates'" is "Sokrates".
    """
    text = unicodedata.normalize("NFC", text).translate(_SOFT)
    for found in _WORD.finditer(text):
        shown = found[0]
        # "¼" is taken apart by folding, into what is no letter too.
        folds = (_OTHER.sub("", fold(piece)) for piece in _INSIDE.split(shown))
        pieces = [piece[:LONGEST_WORD] for piece in folds if piece]
        if not pieces:
            continue
        if len(pieces) == 2 and pieces[1] in _GENITIVE and "-" not in shown:
            folded, parts = pieces[0], ()
        elif len(pieces) > 1:
            folded, parts = "".join(pieces)[:LONGEST_WORD], tuple(pieces)
        else:
            folded, parts = pieces[0], ()
        yield TextWord(shown, folded, parts, found.start(), found.end())
