"""Weave: warp and weft, over and under, in bands as on a tablet loom."""

import math
from random import Random

from ..shapes import Shape, compound, gouge, polygon, rect

WARP = ("ground", "mid", "paper", "button", "ground", "dusk", "pale")
WEFT = ("ink", "deep", "dusk", "paper", "ember", "ink", "warm")


def draw(
    rng: Random, width: float, height: float, detail: float, calm: float
) -> list[Shape]:
    """Cloth whose upper `calm` share is not yet woven: only the warp hangs there."""
    unit = (width * height) ** 0.5 / 1000
    shapes: list = [Shape(rect(0, 0, width, height), "night" if not calm else "ground")]
    columns = _bands(rng, width, (46 if detail > 0.3 else 60) * unit, WARP)
    top = height * calm
    rows = [
        (y + top, thick, fill)
        for y, thick, fill in _bands(rng, height - top, 46 * unit, WEFT)
    ]
    gap = 2.6 * unit
    cuts: dict[str, list] = {}
    if calm:
        for x, thick, fill in columns:
            thread = rect(x + thick * 0.3, 0, thick * 0.18, top)
            shapes.append(Shape(thread, "deep" if fill == "ground" else fill))
    for x, thick, fill in columns:
        shapes.append(
            Shape(_strip(rng, x + gap, top, thick - 2 * gap, height - top, unit), fill)
        )
        _threads(rng, cuts, (x, top, thick, height - top), fill, unit, detail, True)
    shapes += [Shape(compound(paths), tint) for tint, paths in cuts.items() if paths]
    cuts = {}
    for j, (y, high, fill) in enumerate(rows):
        twill = rng.choice((2, 2, 3))
        # runs of columns that this weft passes over
        start = None
        over = [(i + j) % twill == 0 for i in range(len(columns))] + [False]
        for i, is_over in enumerate(over):
            if is_over and start is None:
                start = i
            if not is_over and start is not None:
                left = columns[start][0] - gap
                right = columns[i - 1][0] + columns[i - 1][1] + gap
                box = (left, y + gap, right - left, high - 2 * gap)
                shadow = rect(box[0] - 2 * unit, y, box[2] + 4 * unit, high)
                shapes.append(Shape(shadow, "night"))
                shapes.append(Shape(_strip(rng, *box, unit), fill))
                _threads(rng, cuts, box, fill, unit, detail, False)
                start = None
    shapes += [Shape(compound(paths), tint) for tint, paths in cuts.items() if paths]
    return shapes


def _bands(
    rng: Random, length: float, size: float, fills: tuple[str, ...]
) -> list[tuple[float, float, str]]:
    """Stripes in a rhythm that comes back, as a pattern in cloth does."""
    rhythm = [
        (size * rng.choice((0.5, 0.75, 1, 1, 1.5)), rng.choice(fills)) for _ in range(9)
    ]
    rhythm += rhythm[-2:0:-1]
    bands = []
    at, i = -size * rng.random(), 0
    while at < length:
        thick, fill = rhythm[i % len(rhythm)]
        bands.append((at, thick, fill))
        at += thick
        i += 1
    return bands


def _strip(
    rng: Random, x: float, y: float, width: float, height: float, unit: float
) -> tuple:
    """A band whose sides are not quite straight."""
    j = 1.3 * unit
    return polygon(
        [
            (x + rng.uniform(-j, j), y + rng.uniform(-j, j)),
            (x + width + rng.uniform(-j, j), y + rng.uniform(-j, j)),
            (x + width + rng.uniform(-j, j), y + height + rng.uniform(-j, j)),
            (x + rng.uniform(-j, j), y + height + rng.uniform(-j, j)),
        ]
    )


def _threads(
    rng: Random,
    cuts: dict[str, list],
    box: tuple[float, float, float, float],
    fill: str,
    unit: float,
    detail: float,
    upright: bool,
) -> None:
    x, y, width, height = box
    light = fill in ("paper", "pale", "ground")
    tint = "deep" if light else "pale"
    count = round(width * height / (30 * unit) ** 2 * detail * (0.7 if upright else 1))
    for _ in range(count):
        at = (x + rng.uniform(0.12, 0.88) * width, y + rng.uniform(0.1, 0.9) * height)
        turn = (math.pi / 2 if upright else 0) + rng.uniform(-0.05, 0.05)
        long = rng.uniform(10, 30) * unit
        cuts.setdefault(tint, []).append(gouge(*at, turn, long, 1.9 * unit))
