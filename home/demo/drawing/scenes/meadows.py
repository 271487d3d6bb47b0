"""A meadow in flower."""

import math

from themes.looks.motifs.waves import reeds
from themes.looks.shapes import Shape, circle, compound, curve, gouge, place

from .cuts import Scene, grass, hatched, hill, sun


def meadow(scene: Scene) -> None:
    """A road-side meadow: poppies, oxeyes, cow parsley, and who visits them."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("pale")
    sun(scene, w * 0.32, h * 0.34, 180 * u, "ground")
    hill(scene, h * 0.56, 40 * u, "ground", "mid", 1500, 1.2)
    hill(scene, h * 0.66, 26 * u, "mid", "ground", 1200, 1.2)
    line = hill(scene, h * 0.8, 16 * u, "dusk", "mid", 900, 1.5)
    grass(scene, line, 0, w, "dusk", 150)
    stems = []
    for i in range(round(w / (74 * u))):
        x = (i + rng.uniform(0.1, 0.9)) * 74 * u
        stems.append(
            (
                rng.uniform(0.3, 0.68) * h,
                x,
                ("parsley", "oxeye", "poppy", "oxeye", "poppy")[i % 5],
            )
        )
    for top, x, kind in sorted(stems):
        _flower(scene, x, top, kind)
    near = hill(scene, h * 0.93, 16 * u, "night", "dusk", 900, 1.4)
    grass(scene, near, 0, w, "night", 210)
    for x, y, size, turn in (
        (0.62, 0.25, 1.3, -18),
        (0.83, 0.42, 0.8, 12),
        (0.47, 0.4, 0.7, 30),
    ):
        scene.add(place(_butterfly(), w * x, h * y, size * u, turn))
    scene.add(*reeds(rng, w * 0.95, h * 0.95, 2.4 * u, "night"))


def _flower(scene: Scene, x: float, top: float, kind: str) -> None:
    u, rng = scene.unit, scene.rng
    foot, sway = scene.height, rng.uniform(-50, 50) * u
    stem = curve(
        [(x + sway, top), (x + sway * 0.2, (top + foot) / 2), (x - sway, foot)]
    )
    scene.add(Shape(stem, stroke="ink", width=6 * u))
    leaves = []
    for k in range(3):
        y = top + (foot - top) * (0.3 + 0.18 * k)
        way = 1 if k % 2 else -1
        leaves.append(gouge(x + way * 22 * u, y, -0.7 * way, 70 * u, 9 * u))
    scene.add(Shape(compound(leaves), "ink"))
    at = (x + sway, top)
    if kind == "parsley":
        rays, heads = [], []
        for k in range(9):
            angle = -math.pi / 2 + (k - 4) * 0.3
            end = (at[0] + math.cos(angle) * 92 * u, at[1] + math.sin(angle) * 92 * u)
            rays.append(
                curve([at, ((at[0] + end[0]) / 2, (at[1] + end[1]) / 2 + 6 * u), end])
            )
            heads += [
                circle(
                    end[0] + rng.uniform(-15, 15) * u,
                    end[1] + rng.uniform(-13, 13) * u,
                    rng.uniform(5, 8) * u,
                )
                for _ in range(8)
            ]
        scene.add(
            Shape(compound(rays), stroke="ink", width=4 * u),
            Shape(compound(heads), "paper"),
        )
        return
    if kind == "oxeye":
        petals = [
            gouge(
                at[0] + math.cos(math.tau * k / 15) * 40 * u,
                at[1] + math.sin(math.tau * k / 15) * 30 * u,
                math.tau * k / 15,
                54 * u,
                9 * u,
            )
            for k in range(15)
        ]
        scene.add(Shape(compound(petals), "paper"))
        scene.add(
            Shape(circle(*at, 19 * u), "ground"),
            Shape(circle(at[0], at[1], 8 * u), "deep"),
        )
        return
    cup = [
        (-52, -22),
        (-30, -52),
        (0, -36),
        (32, -54),
        (54, -20),
        (30, 24),
        (0, 34),
        (-30, 24),
    ]
    petal = curve([(at[0] + a * u, at[1] + b * u) for a, b in cup], True)
    scene.add(Shape(petal, "button"))
    scene.add(
        hatched(
            rng,
            petal,
            (at[0] - 54 * u, at[1] - 54 * u, 108 * u, 90 * u),
            "ember",
            13 * u,
            1.4,
            34 * u,
            4 * u,
            (0.1, 0.9),
        )
    )
    scene.add(Shape(circle(*at, 11 * u), "night"))


def _butterfly() -> list:
    shapes: list = []
    for way in (-1, 1):
        fore = curve(
            [
                (0, -10),
                (way * 34, -66),
                (way * 92, -74),
                (way * 84, -18),
                (way * 30, 4),
            ],
            True,
        )
        hind = curve(
            [(0, 4), (way * 50, 2), (way * 70, 40), (way * 34, 66), (way * 8, 36)], True
        )
        shapes += [Shape(hind, "ink"), Shape(fore, "ink")]
        shapes.append(
            Shape(
                curve(
                    [
                        (way * 14, -14),
                        (way * 40, -54),
                        (way * 76, -60),
                        (way * 70, -24),
                        (way * 30, -6),
                    ],
                    True,
                ),
                "warm",
            )
        )
        shapes.append(
            Shape(
                compound([circle(way * 60, -46, 8), circle(way * 42, 34, 9)]), "paper"
            )
        )
        shapes.append(
            Shape(
                curve([(0, -26), (way * 8, -56), (way * 20, -72)]),
                stroke="ink",
                width=3.4,
            )
        )
    shapes.append(Shape(gouge(0, 4, 1.57, 84, 8), "night"))
    return shapes
