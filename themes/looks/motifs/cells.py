"""Cells: what a leaf or a drop of water shows under the glass."""

import math
from random import Random

from ..shapes import Path, Point, Shape, blob, compound, gouge, rect

FILLS = (
    "ground",
    "mid",
    "pale",
    "ground",
    "dusk",
    "paper",
    "warm",
    "ground",
    "ink",
    "pale",
)


def draw(
    rng: Random, width: float, height: float, detail: float, calm: float
) -> list[Shape]:
    """A tissue of cells; `calm` is the share on top where the tissue ends."""
    unit = (width * height) ** 0.5 / 1000
    shapes: list = [Shape(rect(0, 0, width, height), "night" if not calm else "ground")]
    size = (112 if detail > 0.3 else 150) * unit
    top = height * calm
    seeds = _seeds(rng, width, height, size, top)
    cuts: dict[str, list[Path]] = {}
    for i, centre in enumerate(seeds):
        near = [
            s for s in seeds if s is not centre and math.dist(s, centre) < size * 2.9
        ]
        corners = _cell(centre, near, size)
        if len(corners) < 3:
            continue
        fill = rng.choice(FILLS)
        inset = [_towards(corner, centre, 6.5 * unit) for corner in corners]
        shapes.append(Shape(_soft(inset), fill))
        dark = fill in ("ink", "dusk", "warm")
        tint = "ground" if dark else "dusk"
        reach = min(math.dist(c, centre) for c in inset)
        if i % 4 == 0:
            for ring in range(round(3 * detail) + 1):
                share = 0.82 - ring * 0.2
                shapes.append(
                    Shape(
                        _soft([_part(c, centre, share) for c in inset]),
                        ("pale", "mid", "paper", "deep")[ring % 4]
                        if not dark
                        else ("mid", "ink", "ground", "dusk")[ring % 4],
                    )
                )
        marks = cuts.setdefault(tint, [])
        for _ in range(round(10 * detail)):
            angle = rng.uniform(0, math.tau)
            far = reach * rng.uniform(0.62, 0.92)
            x, y = centre[0] + math.cos(angle) * far, centre[1] + math.sin(angle) * far
            marks.append(gouge(x, y, angle, 15 * unit, 2.6 * unit))
        kernel = "button" if i % 9 == 4 else tint
        cuts.setdefault(kernel, []).append(
            blob(rng, *centre, rng.uniform(7, 15) * unit, 0.18, 7)
        )
    shapes += [Shape(compound(paths), tint) for tint, paths in cuts.items() if paths]
    return shapes


def _seeds(
    rng: Random, width: float, height: float, size: float, top: float
) -> list[Point]:
    seeds = []
    rows = math.ceil((height - top) / (size * 0.86)) + 2
    columns = math.ceil(width / size) + 3
    for row in range(rows):
        y = top + (row - (0.1 if top else 0.6)) * size * 0.86
        for column in range(columns):
            x = (column - 1 + (row % 2) / 2) * size
            if rng.random() < 0.1:
                continue
            wander = size * 0.36
            seeds.append(
                (x + rng.uniform(-wander, wander), y + rng.uniform(-wander, wander))
            )
    return seeds


def _cell(centre: Point, near: list[Point], size: float) -> list[Point]:
    """The corners nearer to this centre than to any other, at most a little away."""
    corners = [
        (
            centre[0] + math.cos(math.tau * i / 10) * size * 0.86,
            centre[1] + math.sin(math.tau * i / 10) * size * 0.86,
        )
        for i in range(10)
    ]
    for other in near:
        dx, dy = other[0] - centre[0], other[1] - centre[1]
        edge = (other[0] ** 2 + other[1] ** 2 - centre[0] ** 2 - centre[1] ** 2) / 2
        kept: list[Point] = []
        for i, here in enumerate(corners):
            there = corners[(i + 1) % len(corners)]
            a = edge - here[0] * dx - here[1] * dy
            b = edge - there[0] * dx - there[1] * dy
            if a >= 0:
                kept.append(here)
            if (a >= 0) != (b >= 0):
                t = a / (a - b)
                x = here[0] + (there[0] - here[0]) * t
                kept.append((x, here[1] + (there[1] - here[1]) * t))
        corners = kept
        if len(corners) < 3:
            break
    return corners


def _towards(point: Point, centre: Point, distance: float) -> Point:
    far = math.dist(point, centre) or 1
    return _part(point, centre, max(0.1, 1 - distance / far))


def _part(point: Point, centre: Point, share: float) -> Point:
    x = centre[0] + (point[0] - centre[0]) * share
    return x, centre[1] + (point[1] - centre[1]) * share


def _soft(corners: list[Point]) -> Path:
    """A polygon with rounded corners: from middle to middle, bending at the corner."""
    middles = [
        ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        for a, b in zip(corners, corners[1:] + corners[:1], strict=True)
    ]
    commands = [("M", *middles[-1])]
    for before, corner, after in zip(
        middles[-1:] + middles[:-1], corners, middles, strict=True
    ):
        one, other = _part(corner, before, 0.72), _part(corner, after, 0.72)
        commands.append(("C", *one, *other, *after))
    return (*commands, ("Z",))
