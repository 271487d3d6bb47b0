"""A treasure map."""

import math

from themes.looks.motifs.lines import wandering
from themes.looks.shapes import (
    Shape,
    blob,
    circle,
    compound,
    curve,
    gouge,
    polygon,
    rect,
)

from .cuts import Scene, hatched, mass


def treasure_map(scene: Scene) -> None:
    """A treasure map: an island, a dotted way, and the place to dig."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("mid")
    left, top = 46 * u, 46 * u
    sheet = rect(left, top, w - 2 * left, h - 2 * top)
    rough = []
    for side in range(4):
        for i in range(14):
            share = i / 14
            x = (
                left + share * (w - 2 * left),
                w - left,
                w - left - share * (w - 2 * left),
                left,
            )[side]
            y = (
                top,
                top + share * (h - 2 * top),
                h - top,
                h - top - share * (h - 2 * top),
            )[side]
            rough.append((x + rng.uniform(-9, 9) * u, y + rng.uniform(-9, 9) * u))
    paper = polygon(rough)
    scene.add(
        Shape(polygon([(x + 10 * u, y + 14 * u) for x, y in rough]), "night"),
        Shape(paper, "paper"),
    )
    waves = []
    y = top + 30 * u
    while y < h - top:
        x = left + rng.uniform(0, 60) * u
        while x < w - left - 40 * u:
            if rng.random() < 0.5:
                waves.append(
                    curve(
                        [
                            (x, y),
                            (x + 12 * u, y - 8 * u),
                            (x + 24 * u, y),
                            (x + 36 * u, y - 8 * u),
                            (x + 48 * u, y),
                        ]
                    )
                )
            x += 92 * u
        y += 46 * u
    scene.add(Shape(compound(waves), stroke="pale", width=5 * u, clip=sheet))
    island(scene, w * 0.5, h * 0.53, min(w * 0.38, 560 * u), min(h * 0.36, 560 * u))
    compass(scene, w - left - 150 * u, top + 160 * u, 104 * u)
    for share in (1 / 3, 2 / 3):
        x = w * share
        fold = [
            (x - 3 * u, top),
            (x + 3 * u, top),
            (x + 5 * u, h - top),
            (x - 1 * u, h - top),
        ]
        scene.add(Shape(polygon(fold), "pale"))
        scene.add(
            hatched(
                rng,
                None,
                (x - 44 * u, top, 40 * u, h - 2 * top),
                "pale",
                30 * u,
                1.5,
                40 * u,
                3 * u,
                (0, 0.8),
            )
        )


def island(scene: Scene, x: float, y: float, across: float, along: float) -> None:
    """Land with its soundings, woods, a mound, a ruin, and the way between."""
    u, rng = scene.unit, scene.rng
    wander = wandering(rng, 0.24, math.tau, 4)
    bays = [
        rng.uniform(-0.055, 0.055) - (0.16 if i in (9, 26, 27) else 0)
        for i in range(44)
    ]

    def shore(grow: float) -> tuple:
        points = []
        for i in range(44):
            angle = math.tau * i / 44
            blend = min(i, 44 - i) / 6
            own = wander(angle) * min(blend, 1)
            reach = 0.94 + own + grow + bays[i]
            points.append(
                (
                    x + math.cos(angle) * across * reach,
                    y + math.sin(angle) * along * reach,
                )
            )
        return curve(points, True)

    scene.add(Shape(shore(0.11), stroke="pale", width=6 * u))
    scene.add(Shape(shore(0.06), stroke="deep", width=5 * u))
    land = shore(0)
    scene.add(Shape(land, "ground"), Shape(land, stroke="ink", width=9 * u))
    box = (x - across * 1.3, y - along * 1.3, across * 2.6, along * 2.6)
    scene.add(hatched(rng, land, box, "deep", 26 * u, 0.4, 34 * u, 4 * u, (0.3, 0.8)))
    trees = []
    for _ in range(15):
        a = x - across * rng.uniform(0.2, 0.66)
        b = y - along * rng.uniform(-0.05, 0.5)
        trees.append((b, a))
    for b, a in sorted(trees):
        scene.add(
            Shape(polygon([(a - 30 * u, b), (a, b - 84 * u), (a + 30 * u, b)]), "dusk")
        )
        scene.add(
            Shape(polygon([(a, b - 84 * u), (a + 30 * u, b), (a + 4 * u, b)]), "ink")
        )
        scene.add(Shape(rect(a - 4 * u, b, 8 * u, 16 * u), "ink"))
    mx, my = x + across * 0.42, y - along * 0.32
    mound = mass(
        [
            (mx - 130 * u, my + 40 * u),
            (mx - 60 * u, my - 46 * u),
            (mx + 60 * u, my - 46 * u),
            (mx + 130 * u, my + 40 * u),
        ],
        "mid",
        0.9,
    )
    scene.add(
        mound,
        hatched(
            rng,
            mound.path,
            (mx - 130 * u, my - 70 * u, 260 * u, 120 * u),
            "ink",
            17 * u,
            1.2,
            34 * u,
            4 * u,
            (0, 0.9),
        ),
    )
    scene.add(
        Shape(
            compound(
                blob(rng, mx + k * 44 * u, my + 46 * u, 17 * u, 0.2)
                for k in (-2, -1, 0, 1, 2)
            ),
            "ink",
        )
    )
    way = [
        (x - across * 0.72, y + along * 0.42),
        (x - across * 0.4, y + along * 0.5),
        (x - across * 0.1, y + along * 0.16),
    ]
    way += [
        (x + across * 0.1, y - along * 0.3),
        (x + across * 0.36, y + along * 0.02),
        (x + across * 0.48, y + along * 0.4),
    ]
    scene.add(Shape(curve(way), stroke="ink", width=13 * u, dash=(30 * u, 34 * u)))
    goal = way[-1]
    scene.add(
        Shape(circle(*goal, 84 * u), "paper"), Shape(circle(*goal, 66 * u), scene.sun)
    )
    cross = [gouge(*goal, turn, 92 * u, 15 * u) for turn in (0.785, -0.785)]
    scene.add(Shape(compound(cross), "paper"))
    start = way[0]
    scene.add(
        Shape(circle(*start, 24 * u), "ink"), Shape(circle(*start, 11 * u), "paper")
    )


def compass(scene: Scene, x: float, y: float, radius: float) -> None:
    """A compass rose of eight points."""
    shapes = [Shape(circle(x, y, radius), stroke="ink", width=radius * 0.05)]
    for i in range(8):
        angle = math.tau * i / 8
        reach = radius * (1.18 if i % 2 == 0 else 0.72)
        tip = (x + math.sin(angle) * reach, y - math.cos(angle) * reach)
        for way, fill in ((1, "ink"), (-1, "paper")):
            side = angle + way * math.pi / 8
            at = (
                x + math.sin(side) * radius * 0.26,
                y - math.cos(side) * radius * 0.26,
            )
            shapes.append(Shape(polygon([(x, y), tip, at]), fill))
            shapes.append(
                Shape(polygon([(x, y), tip, at]), stroke="ink", width=radius * 0.025)
            )
    scene.add(*shapes)
