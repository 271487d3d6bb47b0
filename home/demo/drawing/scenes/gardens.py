"""A baroque garden."""

import math

from themes.looks.shapes import (
    Shape,
    blob,
    circle,
    compound,
    curve,
    gouge,
    place,
    rounded,
)

from .cuts import Scene, hatched


def garden(scene: Scene) -> None:
    """A baroque garden from above: all lines lead to one point."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("pale")
    cx, cy = w / 2, h / 2
    scene.add(hatched(rng, None, (0, 0, w, h), "ground", 24 * u, 0.4, 30 * u, 3 * u))
    quarter: list = []
    reach_x, reach_y = w / 2 + 40 * u, h / 2 + 40 * u
    x0 = 90 * u
    columns = max(1, round(reach_x / (310 * u)))
    rows = max(1, round(reach_y / (310 * u)))
    wide = (reach_x - x0 - 20 * u) / columns
    high = (reach_y - x0 - 20 * u) / rows
    for i in range(columns):
        for j in range(rows):
            bed = (x0 + i * wide, x0 + j * high, wide - 44 * u, high - 44 * u)
            quarter += _parterre(scene, bed, (i + j) % 2)
    for mirror, turn in ((False, 0), (True, 0), (False, 180), (True, 180)):
        scene.add(place(quarter, cx, cy, 1, turn, mirror=mirror))
    for radius, fill in (
        (232, "pale"),
        (208, "ink"),
        (190, "mid"),
        (130, "pale"),
        (116, "ink"),
    ):
        scene.add(Shape(circle(cx, cy, radius * u), fill))
    rings = []
    for ring in (146, 160, 174):
        for i in range(56):
            angle = math.tau * (i + ring / 7) / 56
            at = (cx + math.cos(angle) * ring * u, cy + math.sin(angle) * ring * u)
            rings.append(gouge(*at, angle + 1.57, 17 * u, 3.4 * u))
    scene.add(Shape(compound(rings), "paper"))
    scene.add(Shape(circle(cx, cy, 98 * u), scene.sun))
    for i in range(16):
        angle = math.tau * i / 16
        at = (cx + math.cos(angle) * 220 * u, cy + math.sin(angle) * 220 * u)
        scene.add(Shape(blob(rng, *at, 20 * u, 0.08), "dusk"))
        scene.add(Shape(circle(at[0] - 5 * u, at[1] - 5 * u, 7 * u), "mid"))


def _parterre(scene: Scene, bed: tuple[float, float, float, float], kind: int) -> list:
    """One bed: a clipped hedge round scrolls of box and gravel."""
    u, rng = scene.unit, scene.rng
    x, y, wide, high = bed
    shapes: list = [
        Shape(rounded(x, y, wide, high, 18 * u), "ink"),
        Shape(
            rounded(x + 15 * u, y + 15 * u, wide - 30 * u, high - 30 * u, 12 * u), "mid"
        ),
        hatched(
            rng,
            None,
            (x + 20 * u, y + 20 * u, wide - 40 * u, high - 40 * u),
            "dusk",
            16 * u,
            0.78,
            24 * u,
            3.4 * u,
        ),
        Shape(
            rounded(x + 36 * u, y + 36 * u, wide - 72 * u, high - 72 * u, 8 * u),
            "paper",
        ),
    ]
    inner_wide, inner_high = wide - 72 * u, high - 72 * u
    columns = max(1, round(inner_wide / inner_high))
    rows = max(1, round(inner_high / inner_wide))
    size = min(inner_wide / columns, inner_high / rows) / 2 - 4 * u
    for i in range(columns):
        for j in range(rows):
            mx = x + 36 * u + inner_wide * (i + 0.5) / columns
            my = y + 36 * u + inner_high * (j + 0.5) / rows
            shapes += _scrolls(mx, my, size, kind)
    return shapes


def _scrolls(mx: float, my: float, size: float, kind: int) -> list:
    """Four scrolls of box round a flower."""
    shapes: list = []
    for k in range(4):
        scroll = []
        for i in range(26):
            angle = i * 0.34
            far = size * (0.4 - i * 0.0125)
            scroll.append((math.cos(angle) * far, math.sin(angle) * far))
        own = [Shape(curve(scroll), stroke="ink", width=size * 0.085)]
        own.append(Shape(circle(0, 0, size * 0.1), "button" if kind else "ember"))
        angle = math.tau * k / 4 + math.pi / 4
        at = (mx + math.cos(angle) * size * 0.66, my + math.sin(angle) * size * 0.66)
        shapes.append(place(own, *at, 1, k * 90 + 200))
    petals = [
        gouge(
            mx + math.cos(math.tau * k / 8) * size * 0.26,
            my + math.sin(math.tau * k / 8) * size * 0.26,
            math.tau * k / 8,
            size * 0.42,
            size * 0.08,
        )
        for k in range(8)
    ]
    shapes.append(Shape(compound(petals), "button" if not kind else "ember"))
    shapes.append(Shape(circle(mx, my, size * 0.1), "ink"))
    return shapes
