"""Strata: layers of earth, one age above the other, with finds where they were lost."""

from collections.abc import Iterator
from random import Random

from ..shapes import (
    Path,
    Shape,
    blob,
    compound,
    curve,
    join,
    place,
    polygon,
    rect,
)
from .finds import FINDS
from .lines import (
    Line,
    between,
    broken,
    points,
    sliver,
    slope,
    strewn,
    wandering,
)

# fill, texture, the texture's colour, share of the height; from the turf down to chalk
SECTION = (
    ("ground", "calm", "pale", 1.5),
    ("ink", "roots", "dusk", 0.85),
    ("dusk", "specks", "mid", 0.7),
    ("warm", "lines", "pale", 0.9),
    ("pale", "gravel", "deep", 0.8),
    ("ink", "plain", "dusk", 0.28),
    ("ground", "finds", "deep", 2.3),
    ("ember", "lines", "warm", 0.55),
    ("paper", "specks", "ground", 0.7),
    ("ember", "plain", "warm", 0.16),
    ("deep", "lines", "pale", 0.8),
    ("night", "finds", "dusk", 2.2),
    ("mid", "specks", "ground", 0.5),
    ("ground", "gravel", "paper", 0.7),
    ("paper", "flint", "ink", 1.7),
    ("pale", "lines", "paper", 0.4),
    ("paper", "flint", "ink", 1.2),
)
IN_FINDS = {
    "ground": ("ink", "ground", "ember", "paper"),
    "night": ("pale", "night", "warm", "paper"),
}


def draw(
    rng: Random, width: float, height: float, detail: float, calm: float
) -> list[Shape]:
    """The section: `calm` is the share of the height that stays plain on top."""
    unit = (width * height) ** 0.5 / 1000
    layers = list(_stacked(rng, width, height, unit, calm))
    shapes: list = [Shape(rect(0, 0, width, height), "ground")]
    order = rng.sample(sorted(FINDS), len(FINDS))
    for fill, texture, tint, upper, lower in layers:
        # each layer is painted down to the foot and the next one covers the rest
        if texture == "calm":
            continue
        shapes.append(Shape(_mass(upper, width, height, unit, detail), fill))
        layer = Layer(rng, upper, lower, width, unit, detail)
        if texture == "finds":
            shapes += layer.finds(order, fill)
            order = order[3:] + order[:3]
        elif texture != "plain":
            shapes += getattr(layer, texture)(tint)
        # the edge is cut by hand: a thin line wanders along it
        if fill != "ember":
            edge = _edge(rng, upper, width, unit, detail)
            shapes.append(Shape(edge, "night" if fill != "night" else "ink"))
    return shapes


def _edge(rng: Random, line: Line, width: float, unit: float, detail: float) -> Path:
    """A shadow that follows the upper edge of a layer, here and there."""
    piece = 240 * unit / max(detail, 0.5)
    return broken(rng, line, -20 * unit, width, piece, 3.4 * unit)


def _mass(upper: Line, width: float, height: float, unit: float, detail: float) -> Path:
    over, step = 30 * unit, (52 if detail > 0.5 else 95) * unit
    top = curve(points(upper, -over, width + over, step))
    foot = polygon([(width + over, height), (-over, height)], closed=False)
    return join(top, foot)


def _stacked(
    rng: Random, width: float, height: float, unit: float, calm: float
) -> Iterator[tuple[str, str, str, Line, Line]]:
    """The layers with their upper and lower lines, folded together."""
    tall = 1700 * unit if height > 1500 * unit else max(height, 420 * unit)
    repeat = max(1, round(height / tall))
    section = list(SECTION) + list(SECTION[1:]) * (repeat - 1)
    if height < 520 * unit:
        # a strip shows fewer, thicker layers
        keep = (0, 1, 3, 4, 6, 8, 11, 14)
        section = [SECTION[i] for i in keep]
    # a long strip lies flatter, so that its layers stay in it
    fold = wandering(rng, min(78 * unit, height * 0.085), 1700 * unit, 3)
    tilt = rng.uniform(-0.05, 0.05)
    weights = [w * rng.uniform(0.75, 1.3) for *_, w in section]
    if calm:
        weights[0] = 0
        room = height * (1 - calm)
        weights = [0, *(w * room / sum(weights[1:]) for w in weights[1:])]
        weights[0] = height * calm
    else:
        weights = [w * height / sum(weights) for w in weights]
        weights[0] *= 0.55
    foot = 0.0
    upper: Line = lambda x: -40 * unit  # noqa: E731
    for i, (fill, texture, tint, _) in enumerate(section):
        foot += weights[i]
        last = i == len(section) - 1
        own = wandering(rng, min(13 * unit, weights[i] * 0.35), 420 * unit)
        base = height + 60 * unit if last else foot
        lower = _line(base, tilt, fold, own, width, 0.55 + 0.45 * foot / height)
        yield fill, texture, tint, upper, lower
        upper = lower


def _line(base: float, tilt: float, fold: Line, own: Line, width: float, share: float):
    return lambda x: base + tilt * (x - width / 2) + fold(x) * share + own(x)


class Layer:
    """One layer between two lines, and the ways it can be worked."""

    def __init__(
        self,
        rng: Random,
        upper: Line,
        lower: Line,
        width: float,
        unit: float,
        detail: float,
    ) -> None:
        self.rng, self.upper, self.lower = rng, upper, lower
        self.width, self.unit, self.detail = width, unit, detail
        middles = [width * i / 8 for i in range(9)]
        self.thick = sum(lower(x) - upper(x) for x in middles) / 9

    def _count(self, per: float) -> int:
        area = self.width * self.thick / (100 * self.unit) ** 2
        return max(0, round(area * per * self.detail))

    def lines(self, tint: str) -> list[Shape]:
        """Fine bedding, carved along the layer."""
        rows = max(
            2, round(self.thick / (12 * self.unit) * (0.25 + 0.75 * self.detail))
        )
        carved = [
            broken(
                self.rng,
                between(self.upper, self.lower, (row + 0.6) / (rows + 0.2)),
                0,
                self.width,
                150 * self.unit / max(self.detail, 0.4),
                4 * self.unit,
            )
            for row in range(rows)
        ]
        return [Shape(compound(carved), tint)]

    def specks(self, tint: str) -> list[Shape]:
        """Short cuts that lie as the layer lies."""
        marks = strewn(
            self.rng,
            self.upper,
            self.lower,
            (0, self.width),
            self._count(17),
            (24 * self.unit, 3 * self.unit),
        )
        return [Shape(marks, tint)]

    def roots(self, tint: str) -> list[Shape]:
        """Roots that hang from the turf."""
        marks = strewn(
            self.rng,
            between(self.upper, self.lower, 0.2),
            between(self.upper, self.lower, 0.75),
            (0, self.width),
            self._count(13),
            (44 * self.unit, 3 * self.unit),
            turn=1.57,
        )
        return [Shape(marks, tint)]

    def gravel(self, tint: str) -> list[Shape]:
        """Pebbles, rounded by ice and water."""
        stones, cuts = [], []
        placed: list[tuple[float, float, float]] = []
        for _ in range(self._count(30)):
            x, share = self.rng.uniform(0, self.width), self.rng.uniform(0.1, 0.9)
            size = self.rng.choice((6, 8, 10, 14, 19)) * self.unit
            y = between(self.upper, self.lower, share)(x)
            y = max(y, self.upper(x) + size * 1.3)
            if any(
                (x - a) ** 2 + (y - b) ** 2 < (size + c + 2) ** 2 for a, b, c in placed
            ):
                continue
            placed.append((x, y, size))
            (cuts if self.rng.random() < 0.22 else stones).append(
                blob(self.rng, x, y, size, 0.2, 6)
            )
        return [
            Shape(compound(stones), tint),
            Shape(compound(cuts), "ink"),
        ]

    def flint(self, tint: str) -> list[Shape]:
        """Chalk with nodules of flint in rows, as in the cliffs of Stevns."""
        shapes = self.specks("ground")
        rows = max(1, round(self.thick / (80 * self.unit)))
        rind, core, glint = [], [], []
        for row in range(rows):
            line = between(self.upper, self.lower, (row + 0.6) / (rows + 0.2))
            x = self.rng.uniform(-60, 60) * self.unit
            while x < self.width:
                size = self.rng.uniform(9, 26) * self.unit
                y = line(x) + self.rng.uniform(-9, 9) * self.unit
                long = self.rng.uniform(1.3, 2.3)
                turn = slope(line, x)
                outer = [
                    (x + dx * long, y + dy + dx * long * turn)
                    for dx, dy in _ring(self.rng, size)
                ]
                inner = [(x + (a - x) * 0.8, y + (b - y) * 0.74) for a, b in outer]
                rind.append(curve(outer, closed=True))
                core.append(curve(inner, closed=True))
                shine = between(lambda _, y=y, s=size: y - s * 0.3, self.lower, 0)
                glint.append(
                    sliver(shine, x - size * 0.7, x + size * 0.3, size * 0.16, size)
                )
                x += size * long * 2 + self.rng.uniform(20, 190) * self.unit
        return [
            *shapes,
            Shape(compound(rind), "deep"),
            Shape(compound(core), tint),
            Shape(compound(glint), "dusk"),
        ]

    def finds(self, order: list[str], fill: str) -> list[Shape]:
        """Things that people made, lying where they were left."""
        first, cut, second, third = IN_FINDS[fill]
        tint = "deep" if fill == "ground" else "dusk"
        shapes: list = self.specks(tint)
        size = min(self.thick / 100 * 0.8, 2.6 * self.unit)
        gap = max(150 * self.unit / max(self.detail, 0.4), size * 165)
        x = self.rng.uniform(0.25, 0.6) * gap
        turn = 0
        while x < self.width - size * 30:
            name = order[turn % len(order)]
            middle = between(self.upper, self.lower, self.rng.uniform(0.46, 0.54))
            colour = (first, first, second, third)[turn % 4]
            things = FINDS[name](self.rng, colour, fill)
            own = size * (0.66 if name in ("bead", "coin", "comb") else 1)
            lean = self.rng.uniform(-75, 75)
            if name in ("pot", "rune_stone", "comb", "bead"):
                lean = self.rng.uniform(-16, 16)
            shapes.append(place(things, x, middle(x), own, lean))
            x += gap * self.rng.uniform(0.75, 1.3)
            turn += 1
        return shapes


def _ring(rng: Random, size: float) -> list[tuple[float, float]]:
    around = ((1, 0), (0.6, 0.8), (-0.3, 0.9), (-1, 0.2), (-0.5, -0.85), (0.5, -0.75))
    return [
        (x * size * rng.uniform(0.7, 1.15), y * size * rng.uniform(0.7, 1.1))
        for x, y in around
    ]
