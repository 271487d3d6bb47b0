"""Captions in WebVTT: what is wrong with a file, told by line before anybody sees it.

Stricter than a browser, which leaves out in silence what it cannot read. A parser of
our own, since those that are kept tell no line numbers.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext as _

LARGEST = 2_000_000
# What is measured of a film may lack its last frames.
TOLERANCE = 0.5
TIME = re.compile(r"(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})")
NO_CUE = re.compile(r"(NOTE|STYLE|REGION)(\s|$)")
ARROW = "-->"
LIKE_A_TIME = re.compile(r"\d{1,4}:\d\d")
Line = tuple[int, str]


def problems(content: bytes, film_seconds: float | None = None) -> Iterator[str]:
    """Say what is wrong with captions, in the file's order.

    ``film_seconds`` is the length of the film that they belong to, where it is known.
    """
    if len(content) > LARGEST:
        yield _("Filen er for stor til at være undertekster.")
        return
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield _("Linje %(line)s er ikke UTF-8. Gem filen som UTF-8.") % {
            "line": content[: error.start].count(b"\n") + 1
        }
        return
    header, *blocks = _blocks(text)
    if not re.match(r"WEBVTT([ \t]|$)", header[0][1]):
        yield _("Linje 1 skal være ”WEBVTT”.")
        return
    if stray := _arrow_in(header):
        yield _("Linje %(line)s: Der mangler en tom linje foran.") % {"line": stray}
    cues = [block for block in blocks if not NO_CUE.match(block[0][1])]
    if not (cues or stray):
        yield _("Der er ingen undertekster i filen.")
    former = None
    for block in cues:
        cue = _Cue(block)
        yield from cue.problems(former, film_seconds)
        former = cue if cue.span else former


class _Cue:
    """One cue: its time, and the line that this stands on."""

    def __init__(self, block: list[Line]):
        # The first line may be the cue's name; a time is known though it is miswritten.
        first = [ARROW in line or bool(LIKE_A_TIME.match(line)) for _n, line in block]
        at = first[:2].index(True) if True in first[:2] else 0
        self.line, self.timing = block[at]
        self.text = block[at + 1 :]
        self.span = _span(self.timing)

    def problems(self, former: "_Cue | None", film_seconds) -> Iterator[str]:
        place = {"line": self.line, "former": former.line if former else ""}
        if ARROW not in self.timing and not LIKE_A_TIME.match(self.timing):
            yield _("Linje %(line)s hører ikke til nogen tid.") % place
            return
        if stray := _arrow_in(self.text):
            yield _("Linje %(line)s: Der mangler en tom linje foran.") % {"line": stray}
        if not self.text:
            yield _("Linje %(line)s: Der mangler tekst under tiden.") % place
        if not self.span:
            yield _(
                "Linje %(line)s: Skriv tiden som 00:01:02.500 --> 00:01:04.000."
            ) % (place)
            return
        start, end = self.span
        if end <= start:
            yield _("Linje %(line)s slutter, før den begynder.") % place
        if former and start < former.span[0]:
            yield _("Linje %(line)s skal stå før linje %(former)s.") % place
        elif former and start < former.span[1]:
            yield _("Linje %(line)s begynder, før linje %(former)s slutter.") % place
        if film_seconds and end > film_seconds + TOLERANCE:
            yield _("Linje %(line)s varer længere end filmen.") % place


def _blocks(text: str) -> list[list[Line]]:
    """The file's numbered lines, parted where a line is empty; the header is first."""
    lines = enumerate(re.split(r"\r\n|\r|\n", text), start=1)
    parted = groupby(lines, key=lambda line: bool(line[1].strip()))
    blocks = [list(block) for is_written, block in parted if is_written]
    if blocks and blocks[0][0][0] == 1:
        return blocks
    return [[(1, "")], *blocks]


def _span(timing: str) -> tuple[float, float] | None:
    start, _arrow, rest = timing.partition(ARROW)
    # What follows the second time is where the cue stands on the screen.
    times = [TIME.fullmatch(part) for part in (start.strip(), *rest.split()[:1])]
    if len(times) < 2 or not all(times):
        return None
    return tuple(
        int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(parts) / 1000
        for hours, minutes, seconds, parts in (time.groups() for time in times)
    )


def _arrow_in(lines: list[Line]) -> int | None:
    return next((number for number, words in lines if ARROW in words), None)
