"""Type in drawings: the print cuts of the two faces, kerned, broken into lines."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont as FontFile
from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FOLDER = Path(__file__).resolve().parents[2] / "static" / "fonts" / "print"

DISPLAY = "TemaDisplay-ExtraBold"
NARROW = "TemaDisplayNarrow-ExtraBold"
LABEL = "TemaLabel-SemiBold"
TEXT = "TemaText-Regular"
BOLD = "TemaText-Bold"
ITALIC = "TemaText-Italic"

SOFT_HYPHEN = "\u00ad"
VOWELS = frozenset("aeiouyæøåéáíóúäöü")
BEGINNINGS = frozenset(
    ["bl", "br", "dr", "fl", "fr", "gl", "gr", "kl", "kn", "kr", "pl", "pr", "tr"]
)
# A longer word may be parted in a large title, before it makes the rest small.
LONG_WORD = 16


@dataclass(frozen=True, slots=True)
class Face:
    """The measures of one cut, for a size of 1."""

    advance: dict[str, float]
    kern: dict[tuple[str, str], float]


@lru_cache(maxsize=16)
def face(name: str) -> Face:
    """Read a cut's measures and make it known to the PDF writer."""
    path = FOLDER / f"{name}.ttf"
    pdfmetrics.registerFont(TTFont(name, str(path)))
    font = FontFile(path)
    em = font["head"].unitsPerEm
    glyphs = font.getBestCmap()
    metrics = font["hmtx"]
    letters: dict[str, list[str]] = {}
    for code, glyph in glyphs.items():
        letters.setdefault(glyph, []).append(chr(code))
    kern = {
        (one, other): value / em
        for (left, right), value in font["kern"].kernTables[0].kernTable.items()
        for one in letters.get(left, ())
        for other in letters.get(right, ())
    }
    advance = {chr(code): metrics[glyph][0] / em for code, glyph in glyphs.items()}
    return Face(advance, kern)


def width_of(words: str, font: str, size: float, tracking: float = 0) -> float:
    """How wide a line sets; `tracking` is extra space, in shares of the size."""
    own = face(font)
    total = sum(own.advance.get(letter, 0.5) + tracking for letter in words)
    total += sum(own.kern.get(pair, 0) for pair in zip(words, words[1:], strict=False))
    return (total - tracking) * size


@dataclass(frozen=True, slots=True)
class Text:
    """One line of type on its baseline; it paints itself onto a PDF canvas."""

    x: float
    y: float
    words: str
    font: str = TEXT
    size: float = 10
    fill: str = "ink"
    anchor: str = "left"
    tracking: float = 0

    def paint(self, canvas: Canvas, colour: Callable[[str], Color]) -> None:
        """Set the line letter by letter where kerning asks for it."""
        if not self.words:
            return
        own = face(self.font)
        x = self.x
        if self.anchor != "left":
            wide = width_of(self.words, self.font, self.size, self.tracking)
            x -= wide if self.anchor == "right" else wide / 2
        canvas.saveState()
        canvas.transform(1, 0, 0, -1, x, self.y)
        canvas.setFillColor(colour(self.fill))
        line = canvas.beginText(0, 0)
        line.setFont(self.font, self.size)
        at, run, start = 0.0, "", 0.0
        for letter, following in zip(self.words, [*self.words[1:], ""], strict=True):
            run += letter
            at += own.advance.get(letter, 0.5) * self.size
            shift = own.kern.get((letter, following), 0) + self.tracking
            if shift or not following:
                line.setTextOrigin(start, 0)
                line.textOut(run)
                at += shift * self.size
                run, start = "", at
        canvas.drawText(line)
        canvas.restoreState()


def wrapped(words: str, font: str, size: float, width: float) -> list[str]:
    """Lines no wider than `width`; breaks at spaces, newlines and soft hyphens."""
    lines: list[str] = []
    for paragraph in words.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            whole = word.replace(SOFT_HYPHEN, "")
            longer = f"{line} {whole}" if line else whole
            if width_of(longer, font, size) <= width:
                line = longer
                continue
            if SOFT_HYPHEN in word:
                line = _hyphenated(lines, line, word, font, size, width)
                continue
            if line:
                lines.append(line)
            line = whole
        lines.append(line)
    return lines


def breakable(words: str) -> str:
    """The words with soft hyphens in the long ones, by the rule of Danish spelling.

    Of the consonants between two vowels the last begins a syllable, or the two that can
    begin a word. What an editor has parted stays so.
    """
    return " ".join(
        word if len(word) <= LONG_WORD or SOFT_HYPHEN in word else _in_syllables(word)
        for word in words.split(" ")
    )


def _in_syllables(word: str) -> str:
    is_vowel = [letter in VOWELS for letter in word.lower()]
    parts, start = [], 0
    for n in range(3, len(word) - 3):
        if not word[n].isalpha() or is_vowel[n] or not is_vowel[n + 1]:
            continue
        at = n - 1 if word[n - 1 : n + 1].lower() in BEGINNINGS else n
        if at - start >= 3 and any(is_vowel[start:at]):
            parts.append(word[start:at])
            start = at
    return SOFT_HYPHEN.join([*parts, word[start:]])


def shortened_to(words: str, font: str, size: float, width: float) -> str:
    """As many of the letters as stand on one line, and dots for the rest."""
    if width_of(words, font, size) <= width:
        return words
    while words and width_of(f"{words}…", font, size) > width:
        words = words[:-1].rstrip()
    return f"{words}…"


def address_lines(address: str, font: str, size: float, width: float) -> list[str]:
    """An address parted after its strokes, or else its hyphens: it has no spaces."""
    parts = []
    for part in re.findall(r"[^/]+/?|/", address):
        is_wide = width_of(part, font, size) > width
        parts += re.findall(r"[^-]+-?|-", part) if is_wide else [part]
    lines = [""]
    for part in parts:
        if lines[-1] and width_of(lines[-1] + part, font, size) > width:
            lines.append("")
        lines[-1] += part
    return lines


def _hyphenated(
    lines: list[str], line: str, word: str, font: str, size: float, width: float
) -> str:
    parts = word.split(SOFT_HYPHEN)
    taken = 0
    for count in range(len(parts) - 1, 0, -1):
        start = f"{line} {''.join(parts[:count])}-".strip()
        if width_of(start, font, size) <= width:
            lines.append(start)
            taken = count
            break
    if not taken and line:
        lines.append(line)
        return _hyphenated(lines, "", word, font, size, width)
    rest = SOFT_HYPHEN.join(parts[taken:])
    plain = rest.replace(SOFT_HYPHEN, "")
    if taken and width_of(plain, font, size) > width and SOFT_HYPHEN in rest:
        return _hyphenated(lines, "", rest, font, size, width)
    return plain


@dataclass(frozen=True, slots=True)
class Block:
    """Lines set one under the other, and how far down they reach."""

    shapes: list[Text]
    height: float
    lines: int


def block(
    x: float,
    top: float,
    words: str,
    width: float,
    size: float,
    font: str = TEXT,
    fill: str = "ink",
    leading: float = 1.35,
    anchor: str = "left",
) -> Block:
    """A paragraph whose first line's capitals touch `top` (0.72 of the size)."""
    lines = wrapped(words, font, size, width)
    shapes = [
        Text(x, top + size * 0.72 + i * size * leading, line, font, size, fill, anchor)
        for i, line in enumerate(lines)
    ]
    height = size * (0.72 + leading * (len(lines) - 1))
    return Block(shapes, height, len(lines))


def fitted(words: str, font: str, width: float, largest: float, lines: int) -> float:
    """The size at which the words stand well in at most so many lines of that width.

    Fewer lines win over a slightly larger size: no short word stands alone.
    """
    sizes = [_largest(words, font, width, largest, n) for n in range(1, lines + 1)]
    return next(size for size in sizes if size >= sizes[-1] * 0.86)


def filling(
    words: str,
    font: str,
    room: tuple[float, float],
    largest: float,
    lines: int,
    leading: float,
) -> float:
    """The largest size at which the words fit a room of that width and height."""
    width, height = room
    return max(
        min(
            fitted(words, font, width, largest, count),
            # A line's letters reach a little below it.
            height / (0.94 + leading * (count - 1)),
        )
        for count in range(1, lines + 1)
    )


def _largest(words: str, font: str, width: float, largest: float, lines: int) -> float:
    size = largest
    while size > largest * 0.08:
        broken = wrapped(words, font, size, width)
        fits = all(width_of(line, font, size) <= width for line in broken)
        if fits and len(broken) <= lines:
            break
        size *= 0.97
    return size
