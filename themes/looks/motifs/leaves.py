"""Leaves: books that stand open, their sheets fanned out, row behind row."""

import math
from random import Random

from ..shapes import Path, Point, Shape, compound, gouge, rect

# sheet colours from the cover in to the middle: (cover, sheets in turn, cut lines)
BINDINGS = (
    ("ink", ("paper", "pale", "mid", "paper", "button"), "ink"),
    ("night", ("button", "paper", "blush", "button", "pale"), "ember"),
    ("night", ("mid", "dusk", "paper", "mid", "pale"), "night"),
    ("ember", ("paper", "ground", "dusk", "paper", "ground"), "ember"),
    ("dusk", ("ink", "mid", "button", "ink", "paper"), "pale"),
)
# degrees that a sheet goes in under the next: edge to edge, the cover shone through
TUCK = 0.6


def draw(
    rng: Random, width: float, height: float, detail: float, calm: float
) -> list[Shape]:
    """The fans, the farthest row first; `calm` keeps the top plain."""
    unit = (width * height) ** 0.5 / 1000
    shapes: list = [Shape(rect(0, 0, width, height), "ground")]
    # fewer and larger books where little may be drawn
    reach = min((270 if detail > 0.5 else 360) * unit, height * 0.72)
    step = reach * 1.32
    drop = reach * 0.53
    top = height * calm + reach * (0.82 if calm else 0.35)
    rows = max(1, math.ceil((height + reach * 0.9 - top) / drop))
    before = -1
    for row in range(rows):
        y = top + row * drop
        offset = step / 2 if row % 2 else 0
        columns = math.ceil(width / step) + 2
        order = list(range(columns))
        rng.shuffle(order)
        for column in order:
            x = (column - 0.5) * step + offset + rng.uniform(-0.07, 0.07) * step
            choice = rng.randrange(len(BINDINGS))
            if choice == before:
                choice = (choice + 1) % len(BINDINGS)
            before = choice
            own = reach * rng.uniform(0.86, 1.14)
            lean = rng.uniform(-9, 9)
            lift = rng.uniform(-0.07, 0.07) * reach
            book = Fan(rng, (x, y + lift), own, lean, BINDINGS[choice], unit, detail)
            shapes += book.drawn()
    return shapes


class Fan:
    """One open book seen from its end: a spine, and sheets that bend away from it."""

    def __init__(
        self,
        rng: Random,
        spine: Point,
        reach: float,
        lean: float,
        binding: tuple[str, tuple[str, ...], str],
        unit: float,
        detail: float,
    ) -> None:
        self.rng, self.spine, self.reach, self.lean = rng, spine, reach, lean
        self.cover, self.sheets, self.cut = binding
        self.unit, self.detail = unit, detail

    def drawn(self) -> list[Shape]:
        """Covers, then the sheets from the outside to the middle, then the spine."""
        half = self.rng.choice((6, 7, 7, 8)) if self.detail > 0.3 else 5
        spread = self.rng.uniform(78, 92)
        angles = [
            spread * (1 - i / half) ** 0.92 + self.rng.uniform(-1.6, 1.6)
            for i in range(half)
        ]
        shapes = [
            Shape(self.between(spread + 7, -spread - 7, 1.06), self.cover),
        ]
        cuts: dict[str, list[Path]] = {}
        for i, angle in enumerate(angles):
            inner = angles[i + 1] if i + 1 < half else 0
            fill = self.sheets[i % len(self.sheets)]
            for side in (1, -1):
                length = self.rng.uniform(0.95, 1.02)
                sheet = self.between(side * angle, side * (inner - TUCK), length)
                shapes.append(Shape(sheet, fill))
                light = fill in ("paper", "pale", "ground", "blush")
                tint = self.cut if light else "paper"
                if tint == fill:
                    tint = "ground"
                text = light and (i + side) % 3 != 0
                marks = self.text if text else self._grain
                marked = marks(side * angle, side * inner, length)
                cuts.setdefault(tint, []).extend(marked)
                if self.detail > 0.5:
                    edge = self._edge_mark(side * angle, length)
                    cuts.setdefault("night", []).append(edge)
        shapes += [
            Shape(compound(paths), tint) for tint, paths in cuts.items() if paths
        ]
        return shapes

    def point(self, angle: float, share: float, length: float) -> Point:
        """A point on the edge of a sheet that ends at `angle`, from spine to tip."""
        a, b, c, d = self._controls(angle, length)
        t, u = share, 1 - share
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        x, y = (
            sum(w * point[i] for w, point in zip(weights, (a, b, c, d), strict=True))
            for i in (0, 1)
        )
        return x, y

    def _controls(self, angle: float, length: float) -> list[Point]:
        """The four points of that edge as a cubic."""
        turned = math.radians(angle)
        reach = self.reach * length
        end = (math.sin(turned) * reach, -math.cos(turned) * reach)
        lift = (math.sin(turned) * reach * 0.05, -reach * 0.3)
        bend = (end[0] * 0.62, end[1] * 0.62 - reach * 0.3 * abs(math.sin(turned)))
        cos, sin = math.cos(math.radians(self.lean)), math.sin(math.radians(self.lean))
        return [
            (self.spine[0] + x * cos - y * sin, self.spine[1] + x * sin + y * cos)
            for x, y in ((0, 0), lift, bend, end)
        ]

    def between(self, one: float, other: float, length: float) -> Path:
        a, b = self._controls(one, length), self._controls(other, length)
        if abs(one - other) > 60:
            # the covers: go round by the sides, not straight across
            stops = [one + (other - one) * i / 12 for i in range(1, 12)]
            tips = [self.point(stop, 1, length * 0.9) for stop in stops]
            across = (*(("L", *tip) for tip in tips), ("L", *b[3]))
        else:
            bow = self.point((one + other) / 2, 1, length * 1.02)
            across = (("C", *bow, *bow, *b[3]),)
        return (
            ("M", *a[0]),
            ("C", *a[1], *a[2], *a[3]),
            *across,
            ("C", *b[2], *b[1], *b[0]),
            ("Z",),
        )

    def _edge_mark(self, angle: float, length: float) -> Path:
        """The shadow of a sheet on the next: a hairline that swells."""
        a = self._controls(angle, length)
        b = self._controls(angle * 0.985, length)
        return (
            ("M", *a[0]),
            ("C", *a[1], *a[2], *a[3]),
            ("C", *b[2], *b[1], *b[0]),
            ("Z",),
        )

    def text(self, one: float, other: float, length: float) -> list[Path]:
        """Lines of type across the sheet."""
        lines = round(15 * self.detail)
        marks = []
        for i in range(lines):
            share = 0.56 + 0.38 * i / max(lines, 1)
            left = one + (other - one) * 0.17
            right = one + (other - one) * self.rng.choice((0.82, 0.82, 0.82, 0.55))
            a = self.point(left, share, length)
            b = self.point(right, share, length)
            gap = math.dist(a, b)
            if gap < 6 * self.unit:
                continue
            turn = math.atan2(b[1] - a[1], b[0] - a[0])
            x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
            marks.append(gouge(x, y, turn, gap, 2.6 * self.unit))
        return marks

    def _grain(self, one: float, other: float, length: float) -> list[Path]:
        """Cuts along the sheet, as the grain of the paper runs."""
        marks = []
        for _ in range(round(9 * self.detail)):
            angle = one + (other - one) * self.rng.uniform(0.14, 0.86)
            start = self.rng.uniform(0.45, 0.78)
            a = self.point(angle, start, length)
            b = self.point(angle, start + self.rng.uniform(0.06, 0.2), length)
            turn = math.atan2(b[1] - a[1], b[0] - a[0])
            x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
            marks.append(gouge(x, y, turn, math.dist(a, b), 2.4 * self.unit))
        return marks
