"""Windows at night, dark or lit."""

import math

from themes.looks.shapes import (
    Shape,
    compound,
    curve,
    gouge,
    rect,
)

from .cuts import Scene, hatched, mass


def windows(scene: Scene, lit: bool = True) -> None:
    """A dark front at night, candles in every window: the evening of 4 May.

    Not lit, the curtains are drawn, as in the years before.
    """
    w, h, u = scene.width, scene.height, scene.unit
    scene.fill("ink")
    scene.add(_bricks(scene))
    wide, high = 250 * u, 330 * u
    columns, rows = max(1, round(w / (380 * u))), max(1, round(h / (480 * u)))
    for row in range(rows):
        for column in range(columns):
            x = w * (column + 0.5) / columns
            y = h * (row + 0.5) / rows
            _window(scene, x, y, wide, high, lit)


def _bricks(scene: Scene) -> Shape:
    u, rng, marks = scene.unit, scene.rng, []
    y, row = 0.0, 0
    while y < scene.height + 20 * u:
        x = -(row % 2) * 32 * u
        while x < scene.width:
            if rng.random() < 0.86:
                marks.append(
                    gouge(x + 28 * u, y, rng.uniform(-0.02, 0.02), 52 * u, 5 * u)
                )
            x += 64 * u
        y += 22 * u
        row += 1
    return Shape(compound(marks), "dusk")


def _window(
    scene: Scene, x: float, y: float, wide: float, high: float, lit: bool
) -> None:
    u, rng = scene.unit, scene.rng
    left, top = x - wide / 2, y - high / 2
    scene.add(
        Shape(rect(left - 22 * u, top - 34 * u, wide + 44 * u, high + 68 * u), "night")
    )
    scene.add(
        Shape(rect(left - 34 * u, top + high + 22 * u, wide + 68 * u, 22 * u), "paper")
    )
    pane = rect(left, top, wide, high)
    if not lit:
        scene.add(Shape(pane, "mid"))
        box = (left, top, wide, high)
        scene.add(hatched(rng, pane, box, "night", 24 * u, 1.57, 90 * u, 7 * u))
        scene.add(Shape(gouge(x, y, 1.57, high * 1.1, 9 * u), "night", clip=pane))
        scene.add(Shape(pane, stroke="night", width=9 * u))
        return
    scene.add(Shape(pane, "warm"))
    glow = []
    flame = (x, top + high * 0.62)
    for ring in range(9):
        far = (46 + ring * 24) * u
        count = 12 + ring * 5
        for i in range(count):
            if rng.random() < 0.12 + ring * 0.05:
                continue
            angle = math.tau * (i + (ring % 2) / 2) / count
            at = (flame[0] + math.cos(angle) * far, flame[1] + math.sin(angle) * far)
            glow.append(gouge(*at, angle, 19 * u, 4.4 * u))
    scene.add(Shape(compound(glow), "pale", clip=pane))
    curtain = [
        (left, top),
        (left + wide * 0.44, top),
        (left + wide * 0.3, top + high * 0.3),
    ]
    curtain += [(left + wide * 0.12, top + high * 0.62), (left, top + high * 0.66)]
    for way in (1, -1):
        shape = mass([(x + (a - x) * way, b) for a, b in curtain], "mid", 0.5)
        scene.add(Shape(shape.path, shape.fill, clip=pane))
        scene.add(
            hatched(
                rng,
                shape.path,
                (left, top, wide, high * 0.66),
                "ink",
                21 * u,
                1.57 + 0.2 * way,
                60 * u,
                5 * u,
            )
        )
    for dx in (-56, 0, 56):
        tall = rng.uniform(84, 106) * u
        foot = top + high
        scene.add(Shape(rect(x + (dx - 11) * u, foot - tall, 22 * u, tall), "paper"))
        scene.add(
            Shape(rect(x + (dx - 20) * u, foot - 12 * u, 40 * u, 12 * u), "night")
        )
        at = (x + dx * u, foot - tall - 26 * u)
        fire = curve(
            [
                (at[0], at[1] - 30 * u),
                (at[0] + 13 * u, at[1] + 4 * u),
                (at[0], at[1] + 22 * u),
            ]
            + [(at[0] - 13 * u, at[1] + 4 * u)],
            True,
        )
        scene.add(Shape(fire, "paper"))
        scene.add(Shape(gouge(at[0], at[1] + 8 * u, 1.57, 22 * u, 4 * u), "button"))
    cross = [
        rect(x - 6 * u, top, 12 * u, high * 0.4),
        rect(left, top + high * 0.36, wide, 11 * u),
    ]
    scene.add(Shape(compound(cross), "night"), Shape(pane, stroke="night", width=9 * u))
