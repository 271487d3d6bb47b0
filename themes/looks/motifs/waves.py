"""Waves: water in rows, one swell before the other, with what lives in it."""

import math
from collections.abc import Iterator
from random import Random

from ..shapes import Path, Point, Shape, blob, compound, curve, gouge, join, place, rect
from .lines import Line, points, sliver

# from the far shore to the near: fill, and the colour of its carved lines
SWELLS = (
    ("paper", "ground"),
    ("pale", "mid"),
    ("ground", "paper"),
    ("mid", "pale"),
    ("warm", "ink"),
    ("dusk", "ground"),
    ("ink", "mid"),
    ("button", "paper"),
    ("dusk", "paper"),
    ("night", "mid"),
)


def draw(
    rng: Random, width: float, height: float, detail: float, calm: float
) -> list[Shape]:
    """The rows of swell; `calm` is the share of plain ground above the far shore."""
    unit = (width * height) ** 0.5 / 1000
    shapes: list = [Shape(rect(0, 0, width, height), "ground")]
    top = height * calm
    gap = min(112 * unit, (height - top) / 4.5)
    rows = math.ceil((height - top) / gap) + 1
    for row in range(rows):
        depth = row / max(rows - 1, 1)
        wobble = rng.choice((0, 0, 1, -1))
        index = round(depth * (len(SWELLS) - 1)) + wobble
        fill, tint = SWELLS[min(max(index, 0), len(SWELLS) - 1)]
        base = top + gap * (row + (0.55 if calm else -0.1))
        swell = Swell(rng, base, gap, 0.6 + 0.75 * depth, width, unit)
        if row and rng.random() < 0.5:
            shapes += _life(rng, swell, detail, unit, fill)
        shapes.append(Shape(swell.mass(height), fill))
        shapes += swell.carved(tint, detail)
    return shapes


class Swell:
    """One row of waves: crests that lean, each a little unlike the next."""

    def __init__(
        self,
        rng: Random,
        base: float,
        gap: float,
        growth: float,
        width: float,
        unit: float,
    ) -> None:
        self.rng, self.base, self.width, self.unit = rng, base, width, unit
        self.rise = gap * 0.62 * growth
        self.crests: list[tuple[float, float, float]] = []
        x = -rng.uniform(0.2, 1) * 300 * unit
        while x < width + 300 * unit:
            span = rng.uniform(210, 340) * unit * (0.7 + 0.5 * growth)
            self.crests.append((x, span, rng.uniform(0.7, 1.2)))
            x += span

    def line(self, sink: float = 0) -> Line:
        """The crest line, sunk a little: the deeper, the flatter."""

        def height(x: float) -> float:
            for start, span, own in self.crests:
                if start <= x < start + span:
                    t = (x - start) / span
                    # the crest leans forward: a slow rise, a quick fall
                    bent = t**1.5
                    wave = math.sin(math.pi * bent) ** 1.6
                    return (
                        self.base
                        + sink
                        - self.rise
                        * own
                        * wave
                        * (1 - 0.45 * min(sink / self.rise, 2) / 2)
                    )
            return self.base + sink

        return height

    def mass(self, height: float) -> Path:
        """Everything from the crest line down."""
        over = 20 * self.unit
        top = curve(points(self.line(), -over, self.width + over, 24 * self.unit))
        foot: Path = (("M", self.width + over, height), ("L", -over, height))
        return join(top, foot)

    def carved(self, tint: str, detail: float) -> list[Shape]:
        """Lines under each crest that follow it down, shorter and shorter."""
        marks: list[Path] = []
        rows = 2 + round(4 * detail)
        for start, span, _ in self.crests:
            for i in range(rows):
                sink = (10 + i * 13) * self.unit
                line = self.line(sink)
                left = start + span * (0.1 + 0.075 * i + self.rng.uniform(0, 0.06))
                right = start + span * (0.97 - 0.05 * i - self.rng.uniform(0, 0.08))
                thick = (5.4 - 0.5 * i) * self.unit
                marks.append(sliver(line, left, right, thick, 26 * self.unit))
        for _ in range(round(self.width / (60 * self.unit) * detail)):
            x = self.rng.uniform(0, self.width)
            y = self.line(60 * self.unit)(x) + self.rng.uniform(0, 50) * self.unit
            long = self.rng.uniform(10, 34) * self.unit
            marks.append(gouge(x, y, 0, long, 2.6 * self.unit))
        return [Shape(compound(marks), tint)]

    def tops(self) -> Iterator[Point]:
        """Where the crests are."""
        line = self.line()
        for start, span, _ in self.crests:
            x = start + span * 0.62
            yield x, line(x)


def _life(
    rng: Random, swell: Swell, detail: float, unit: float, fill: str
) -> list[Shape]:
    """Reeds behind a swell, or a fish that leaps between two."""
    shapes: list = []
    colour = "ink" if fill in ("paper", "pale", "ground", "mid", "warm") else "ground"
    for x, y in swell.tops():
        chance = rng.random()
        if chance < 0.16:
            shapes += reeds(rng, x, y + 30 * unit, 1.15 * unit, colour, detail)
        elif chance < 0.27:
            body = "paper" if colour == "ground" else "button"
            leap = place(fish(rng, body), x, y - 26 * unit, 0.8 * unit, -24)
            shapes.append(leap)
    return shapes


def reeds(
    rng: Random, x: float, y: float, scale: float, colour: str, detail: float = 1
) -> list[Shape]:
    """A stand of bulrush rooted at x, y."""
    stalks, heads = [], []
    for i in range(3 + round(5 * detail)):
        foot = x + (i - 3) * 11 * scale + rng.uniform(-4, 4) * scale
        tall = rng.uniform(80, 170) * scale
        lean = rng.uniform(-26, 30) * scale
        stalks.append(
            (
                ("M", foot - 2.4 * scale, y),
                ("C", foot, y - tall * 0.5, foot + lean * 0.4, y - tall * 0.8)
                + (foot + lean, y - tall),
                ("C", foot + lean * 0.5, y - tall * 0.75, foot + 3 * scale)
                + (y - tall * 0.4, foot + 2.8 * scale, y),
                ("Z",),
            )
        )
        if i % 2:
            tip = (foot + lean * 0.9, y - tall * 0.97)
            heads.append(gouge(*tip, -1.4 + lean / tall, 46 * scale, 7 * scale))
    return [Shape(compound(stalks), colour), Shape(compound(heads), colour)]


def fish(rng: Random, colour: str) -> list[Shape]:
    """A fish about a hundred units long, head to the right."""
    body = curve([(-38, 0), (-10, -17), (26, -14), (50, 2), (26, 15), (-10, 13)], True)
    tail = curve([(-34, 0), (-60, -20), (-52, 0), (-60, 20)], True, 0.7)
    scales = [gouge(-18 + i * 9, (i % 2) * 7 - 4, 1.2, 13, 1.5) for i in range(5)]
    return [
        Shape(body, colour),
        Shape(tail, colour),
        Shape(compound(scales), "ground"),
        Shape(blob(rng, 36, -3, 3, 0.1), "ink"),
    ]
