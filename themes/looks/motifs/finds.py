"""What lies in the earth: finds from Danish soil, each about a hundred units tall."""

import math
from collections.abc import Callable
from random import Random

from ..shapes import Shape, blob, circle, compound, curve, gouge, polygon

Find = Callable[[Random, str, str], list[Shape]]


def _cuts(rng: Random, marks: int, box: tuple, turn: float, size: float, fill: str):
    left, top, right, foot = box
    return Shape(
        compound(
            gouge(
                rng.uniform(left, right),
                rng.uniform(top, foot),
                turn + rng.uniform(-0.15, 0.15),
                size * rng.uniform(0.6, 1.3),
                rng.uniform(1.2, 2.2),
            )
            for _ in range(marks)
        ),
        fill,
    )


def axe(rng: Random, body: str, cut: str) -> list[Shape]:
    """A polished flint axe of the Neolithic."""
    outline = curve(
        [(-11, -50), (0, -53), (11, -50), (20, 0), (27, 44), (14, 52), (0, 54)]
        + [(-14, 52), (-27, 44), (-20, 0)],
        closed=True,
        pull=0.8,
    )
    facet = curve([(-17, 36), (0, 30), (17, 36), (22, 45), (0, 50), (-22, 45)], True)
    ridge = curve([(-4, -44), (-7, 0), (-9, 28)])
    return [
        Shape(outline, body),
        Shape(facet, cut),
        Shape(ridge, stroke=cut, width=2.4),
        _cuts(rng, 7, (2, -40, 12, 22), 1.5, 14, cut),
    ]


def dagger(rng: Random, body: str, cut: str) -> list[Shape]:
    """A flint dagger with a fishtail grip, flaked all over."""
    outline = polygon(
        [(0, -58), (7, -40), (11, -14), (8, 8), (6, 34), (14, 54), (0, 50)]
        + [(-14, 54), (-6, 34), (-8, 8), (-11, -14), (-7, -40)]
    )
    flakes = []
    for i in range(15):
        y = -44 + i * 6
        reach = 7 if y < 10 else 4.5
        flakes.append(gouge(-reach * 0.55, y, 0.5, reach * 1.1, 1.5))
        flakes.append(gouge(reach * 0.55, y + 2, 2.64, reach * 1.1, 1.5))
    return [Shape(outline, body), Shape(compound(flakes), cut)]


def pot(rng: Random, body: str, cut: str) -> list[Shape]:
    """A funnel beaker with stitched ornament."""
    outline = curve(
        [(-34, -44), (-27, -20), (-24, -8), (-36, 8), (-34, 30), (-16, 46), (0, 48)]
        + [(16, 46), (34, 30), (36, 8), (24, -8), (27, -20), (34, -44), (0, -40)],
        closed=True,
        pull=0.9,
    )
    marks = []
    for row, y in enumerate((-34, -26)):
        marks += [gouge(-27 + i * 6, y, 1.57, 6, 1.3) for i in range(10 - row)]
    for i in range(9):
        x = -28 + i * 7
        marks.append(gouge(x - 2, 11, 1.1, 16, 1.3))
        marks.append(gouge(x + 2, 11, 2.04, 16, 1.3))
    collar = curve([(-24, -8), (0, -4), (24, -8)])
    return [
        Shape(outline, body),
        Shape(compound(marks), cut),
        Shape(collar, stroke=cut, width=2.6),
    ]


def bead(rng: Random, body: str, cut: str) -> list[Shape]:
    """Amber beads on what was a string."""
    shapes: list[Shape] = []
    for i in range(5):
        x, y = (i - 2) * 24, abs(i - 2) ** 1.6 * 6 - 8
        size = 12 - abs(i - 2) * 1.6
        shapes.append(Shape(blob(rng, x, y, size, 0.1), body))
        shapes.append(Shape(circle(x, y, size * 0.26), cut))
    return shapes


def bone(rng: Random, body: str, cut: str) -> list[Shape]:
    """A long bone."""
    outline = curve(
        [(-6, -34), (-16, -46), (-10, -56), (0, -50), (10, -56), (16, -46), (6, -34)]
        + [(5, 0), (6, 34), (16, 46), (10, 56), (0, 50), (-10, 56), (-16, 46)]
        + [(-6, 34), (-5, 0)],
        closed=True,
    )
    return [Shape(outline, body), _cuts(rng, 6, (-2, -28, 2, 28), 1.57, 13, cut)]


def coin(rng: Random, body: str, cut: str) -> list[Shape]:
    """A penny with a cross, as the kings had them struck."""
    arms = [
        polygon([(-3, -3), (-8, -24), (8, -24), (3, -3)]),
        polygon([(-3, 3), (-8, 24), (8, 24), (3, 3)]),
        polygon([(-3, -3), (-24, -8), (-24, 8), (-3, 3)]),
        polygon([(3, -3), (24, -8), (24, 8), (3, 3)]),
    ]
    dots = []
    for i in range(20):
        angle = math.tau * i / 20
        dots.append(circle(math.cos(angle) * 33, math.sin(angle) * 33, 2))
    return [
        Shape(blob(rng, 0, 0, 40, 0.03, 14), body),
        Shape(compound(dots), cut),
        Shape(circle(0, 0, 27), stroke=cut, width=1.8),
        Shape(compound(arms), cut),
    ]


def sword(rng: Random, body: str, cut: str) -> list[Shape]:
    """A bronze sword, point down."""
    blade = curve(
        [(-6, -26), (-7, 4), (-9, 30), (0, 62), (9, 30), (7, 4), (6, -26)], True
    )
    return [
        Shape(blade, body),
        Shape(polygon([(-14, -26), (14, -26), (9, -20), (-9, -20)]), body),
        Shape(polygon([(-4, -48), (4, -48), (5, -26), (-5, -26)]), body),
        Shape(curve([(-9, -52), (0, -56), (9, -52), (0, -47)], True), body),
        Shape(curve([(0, -20), (0, 20), (0, 54)]), stroke=cut, width=2),
        Shape(compound(gouge(0, y, 0, 7, 1.2) for y in (-44, -39, -34)), cut),
    ]


def comb(rng: Random, body: str, cut: str) -> list[Shape]:
    """A comb of antler, some of its teeth gone."""
    back = curve([(-46, 4), (-40, -12), (0, -22), (40, -12), (46, 4)])
    teeth = []
    for i in range(22):
        if i in (5, 6, 15):
            continue
        x = -44 + i * 4.1
        teeth.append(polygon([(x, 2), (x + 2.4, 2), (x + 1.9, 30), (x + 0.5, 30)]))
    rings = [circle(x, -6, 4.2) for x in (-24, -8, 8, 24)]
    return [
        Shape((*back, ("Z",)), body),
        Shape(compound(teeth), body),
        Shape(compound(rings), stroke=cut, width=1.6),
        Shape(compound(circle(x, -6, 1.3) for x in (-24, -8, 8, 24)), cut),
    ]


def rune_stone(rng: Random, body: str, cut: str) -> list[Shape]:
    """A small raised stone with a band of strokes."""
    outline = curve(
        [(-30, 52), (-35, 10), (-28, -32), (-8, -56), (16, -50), (32, -22), (36, 20)]
        + [(32, 52), (0, 55)],
        closed=True,
        pull=0.85,
    )
    band = curve(
        [(-22, 46), (-25, 4), (-17, -30), (0, -43), (15, -33), (22, 0), (21, 46)]
    )
    inner = curve(
        [(-12, 46), (-14, 6), (-8, -20), (1, -29), (8, -20), (12, 4), (11, 46)]
    )
    strokes = []
    for i in range(9):
        y = 40 - i * 8.5
        reach = 1 if y > -14 else 0.6
        strokes.append(polygon([(-23 * reach, y), (-13 * reach, y - 1)], False))
        strokes.append(polygon([(12 * reach, y), (21.5 * reach, y + 1)], False))
        if i % 2:
            strokes.append(polygon([(-21 * reach, y), (-15 * reach, y - 5)], False))
        else:
            strokes.append(polygon([(14 * reach, y), (19 * reach, y - 5)], False))
    return [
        Shape(outline, body),
        Shape(band, stroke=cut, width=2.2),
        Shape(inner, stroke=cut, width=2.2),
        Shape(compound(strokes), stroke=cut, width=2),
    ]


FINDS: dict[str, Find] = {
    "axe": axe,
    "bead": bead,
    "bone": bone,
    "coin": coin,
    "comb": comb,
    "dagger": dagger,
    "pot": pot,
    "rune_stone": rune_stone,
    "sword": sword,
}
