"""Dots: discs large and small, a field of buttons."""

import math
from random import Random

from ..shapes import Shape, blob, circle, compound, gouge, rect

FILLS = ("paper", "ink", "deep", "pale", "mid", "dusk", "paper", "warm")


def draw(
    rng: Random, width: float, height: float, detail: float, calm: float
) -> list[Shape]:
    """Discs in slanting rows that swell and shrink; `calm` leaves the top empty."""
    unit = (width * height) ** 0.5 / 1000
    shapes: list = [Shape(rect(0, 0, width, height), "ground")]
    step = (96 if detail > 0.3 else 132) * unit
    top = height * calm
    phase = rng.uniform(0, math.tau)
    rows = math.ceil((height - top) / (step * 0.84)) + 2
    cuts: dict[str, list] = {}
    for row in range(rows):
        for column in range(-1, math.ceil(width / step) + 2):
            x = (column + (row % 2) / 2) * step
            y = top + (row + (0.6 if calm else 0)) * step * 0.84
            swell = math.sin(x / (330 * unit) + phase) * math.cos(y / (280 * unit))
            radius = step * (0.31 + 0.155 * swell)
            fill = rng.choice(FILLS)
            shapes.append(
                Shape(blob(rng, x, y, radius, 0.02, 12 if detail > 0.5 else 7), fill)
            )
            light = fill in ("paper", "pale")
            tint = "deep" if light else "pale"
            kind = rng.random()
            marks = cuts.setdefault(tint, [])
            if kind < 0.3:
                for ring in range(2 + round(3 * detail)):
                    share = 0.85 - ring * 0.17
                    again = ("ground", fill)[ring % 2]
                    shapes.append(Shape(circle(x, y, radius * share), again))
            elif kind < 0.55:
                spokes = round(14 * detail) + (6 if detail > 0.5 else 3)
                for i in range(spokes):
                    angle = math.tau * i / spokes
                    far = radius * 0.6
                    at = (x + math.cos(angle) * far, y + math.sin(angle) * far)
                    marks.append(gouge(*at, angle, radius * 0.55, 2.8 * unit))
            else:
                slant = rng.choice((0.6, -0.6, 1.57))
                for _ in range(round(9 * detail)):
                    angle, far = rng.uniform(0, math.tau), radius * rng.random() * 0.8
                    at = (x + math.cos(angle) * far, y + math.sin(angle) * far)
                    marks.append(gouge(*at, slant, 16 * unit, 2.4 * unit))
    shapes += [Shape(compound(paths), tint) for tint, paths in cuts.items() if paths]
    return shapes
