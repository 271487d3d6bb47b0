"""Lines that wander as a hand does, and the marks that follow them."""

import math
from collections.abc import Callable
from random import Random

from ..shapes import Path, Point, compound, curve, gouge, join

Line = Callable[[float], float]


def wandering(rng: Random, reach: float, length: float, waves: int = 4) -> Line:
    """A height for every x: a sum of slow waves, no higher than `reach`."""
    parts = []
    for i in range(1, waves + 1):
        parts.append(
            (
                reach * rng.uniform(0.5, 1) / i**1.25,
                math.tau / (length * rng.uniform(0.75, 1.35)) * i,
                rng.uniform(0, math.tau),
            )
        )
    total = sum(part[0] for part in parts) / reach or 1

    def height(x: float) -> float:
        return sum(a * math.sin(f * x + p) for a, f, p in parts) / max(total, 1)

    return height


def points(line: Line, left: float, right: float, step: float) -> list[Point]:
    """The line as points from left to right, ends included."""
    count = max(3, math.ceil((right - left) / step))
    xs = (left + (right - left) * i / count for i in range(count + 1))
    return [(x, line(x)) for x in xs]


def between(upper: Line, lower: Line, share: float) -> Line:
    """The line that lies a share of the way down."""
    return lambda x: upper(x) + (lower(x) - upper(x)) * share


def slope(line: Line, x: float, step: float = 4) -> float:
    """The angle of the line at x."""
    return math.atan2(line(x + step) - line(x - step), 2 * step)


def sliver(line: Line, left: float, right: float, width: float, step: float) -> Path:
    """A stroke along the line that swells in the middle and ends in points."""
    count = max(2, math.ceil((right - left) / step))
    upper: list[Point] = []
    lower: list[Point] = []
    for i in range(count + 1):
        x = left + (right - left) * i / count
        half = width / 2 * math.sin(math.pi * i / count) ** 0.7 if 0 < i < count else 0
        y = line(x)
        upper.append((x, y - half))
        lower.append((x, y + half))
    return join(curve(upper), curve(lower[::-1]))


def broken(
    rng: Random, line: Line, left: float, right: float, piece: float, width: float
) -> Path:
    """A line carved in pieces, with gaps where the tool was lifted."""
    pieces = []
    x = left - rng.uniform(0, piece)
    while x < right:
        length = piece * rng.uniform(0.5, 1.6)
        own = width * rng.uniform(0.6, 1.3)
        pieces.append(sliver(line, x, x + length, own, max(piece / 3, width * 2)))
        x += length + piece * rng.uniform(0.06, 0.5)
    return compound(pieces)


def strewn(
    rng: Random,
    upper: Line,
    lower: Line,
    span: tuple[float, float],
    count: int,
    size: tuple[float, float],
    turn: float = 0,
) -> Path:
    """Gouges strewn between two lines, lying as the layer lies."""
    length, width = size
    marks = []
    for _ in range(count):
        x, share = rng.uniform(*span), rng.random()
        line = between(upper, lower, share)
        marks.append(
            gouge(
                x,
                line(x),
                slope(line, x, length) + turn + rng.uniform(-0.12, 0.12),
                length * rng.uniform(0.5, 1.5),
                width * rng.uniform(0.6, 1.3),
            )
        )
    return compound(marks)
