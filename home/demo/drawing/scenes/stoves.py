"""A coffee pot on its stove."""

import math

from themes.looks.shapes import (
    Shape,
    compound,
    curve,
    place,
    rect,
    rounded,
)

from .cuts import Scene, hatched
from .vignettes import coffee_pot


def pot_on_stove(scene: Scene) -> None:
    """A tall enamelled pot on an iron stove."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("pale")
    tiles, cell = [], 150 * u
    for i in range(math.ceil(w / cell) + 1):
        for j in range(math.ceil(h / cell) + 1):
            tiles.append(
                rect(i * cell + 4 * u, j * cell + 4 * u, cell - 8 * u, cell - 8 * u)
            )
    scene.add(Shape(compound(tiles), "paper"))
    top = h * 0.76
    x = w * 0.47
    for k in range(3):
        steam = [
            (x + (330 + k * 46) * u, top - 540 * u),
            (x + (300 + k * 60) * u, top - 650 * u),
        ]
        steam += [
            (x + (360 + k * 60) * u, top - 760 * u),
            (x + (330 + k * 70) * u, top - 880 * u),
        ]
        scene.add(Shape(curve(steam), stroke="mid", width=12 * u))
    scene.add(Shape(rect(-9, top, w + 18, h - top + 9), "ink"))
    scene.add(Shape(rect(-9, top, w + 18, 34 * u), "night"))
    scene.add(
        hatched(
            rng,
            None,
            (0, top + 40 * u, w, h - top),
            "dusk",
            22 * u,
            0,
            80 * u,
            4 * u,
            (0.6, 0.3),
        )
    )
    door = (x - 230 * u, top + 86 * u, 460 * u, h)
    scene.add(Shape(rounded(*door, 24 * u), "night"))
    scene.add(
        Shape(
            compound(
                rounded(x - 180 * u + i * 96 * u, top + 130 * u, 66 * u, 26 * u, 12 * u)
                for i in range(4)
            ),
            "button",
        )
    )
    scene.add(
        Shape(rounded(x - 300 * u, top - 16 * u, 600 * u, 22 * u, 10 * u), "night")
    )
    body = coffee_pot("dusk", "night", "paper")
    scene.add(place(body, x, top - 16 * u, 6.6 * u))
