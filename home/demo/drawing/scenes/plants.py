"""Plants on a plate and in a herbarium."""

import math

from themes.looks.shapes import (
    Shape,
    blob,
    circle,
    compound,
    curve,
    gouge,
    place,
    rect,
    rounded,
)

from .cuts import Scene, hatched

# a cloudberry is amber in any campaign
AMBER, RUST = "#eda63c", "#b8561d"


def plate(scene: Scene) -> None:
    """A cloudberry as a botanical plate: root, leaf, flower and berry."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("paper")
    edge = 44 * u
    scene.add(
        Shape(rect(edge, edge, w - 2 * edge, h - 2 * edge), stroke="mid", width=4 * u)
    )
    x, ground = w * 0.5, h * 0.76
    root = [
        curve(
            [
                (x + a * u, ground + 6 * u),
                (x + b * u, ground + c * u),
                (x + d * u, ground + e * u),
            ]
        )
        for a, b, c, d, e in (
            (0, -60, 60, -230, 92),
            (0, 90, 50, 260, 74),
            (0, 10, 70, -40, 170),
            (-60, -130, 90, -160, 150),
            (60, 150, 80, 190, 140),
        )
    ]
    scene.add(Shape(compound(root), stroke="deep", width=9 * u))
    stems = (
        ((0, 0), (-40, -200), (-250, -350)),
        ((0, 0), (30, -200), (230, -250)),
        ((0, 0), (-6, -270), (20, -490)),
        ((0, 0), (-120, -60), (-330, -120)),
    )
    for stem in stems:
        line = curve([(x + a * u, ground + b * u) for a, b in stem])
        scene.add(Shape(line, stroke="dusk", width=9 * u))
    for a, b, size, turn in (
        (-250, -350, 1.15, -30),
        (230, -250, 1.2, 28),
        (-330, -120, 0.9, -70),
    ):
        scene.add(
            place(_cloudberry_leaf(rng), x + a * u, ground + b * u, size * u, turn)
        )
    scene.add(place(_cloudberry(rng), x + 20 * u, ground - 556 * u, 1.15 * u))
    scene.add(place(_flower(), x + w * 0.0 + 400 * u, ground - 560 * u, 0.9 * u, 10))
    scene.add(
        Shape(
            curve(
                [
                    (x + 400 * u, ground - 540 * u),
                    (x + 380 * u, ground - 380 * u),
                    (x + 330 * u, ground - 240 * u),
                ]
            ),
            stroke="dusk",
            width=6 * u,
        )
    )
    scene.add(place(_cloudberry(rng), x - 440 * u, ground - 60 * u, 0.66 * u))


def _cloudberry_leaf(rng) -> list:
    outline, veins = [], []
    for lobe in range(5):
        angle = math.radians(-90 + (lobe - 2) * 56)
        for k, reach in (
            (-0.36, 104),
            (-0.18, 138),
            (0, 156),
            (0.18, 138),
            (0.36, 104),
        ):
            outline.append(
                (math.cos(angle + k) * reach, math.sin(angle + k) * reach - 20)
            )
        outline.append((math.cos(angle + 0.49) * 76, math.sin(angle + 0.49) * 76 - 20))
        veins.append(
            gouge(math.cos(angle) * 70, math.sin(angle) * 70 - 20, angle, 140, 5)
        )
        for k in (-1, 1):
            for far in (66, 96):
                veins.append(
                    gouge(
                        math.cos(angle + k * 0.16) * far,
                        math.sin(angle + k * 0.16) * far - 20,
                        angle + k * 0.6,
                        44,
                        3,
                    )
                )
    outline.append((0, 10))
    return [
        Shape(curve(outline, True, 0.8), "dusk"),
        Shape(compound(veins), "ground"),
    ]


def _cloudberry(rng) -> list:
    drops = [
        (0, -44),
        (-38, -18),
        (38, -18),
        (-22, -60),
        (24, -58),
        (-50, 20),
        (50, 20),
        (0, 0),
        (-24, 34),
        (26, 34),
        (0, 62),
    ]
    shapes: list = []
    sepals = [
        gouge(math.cos(a) * 60, 40 + math.sin(a) * 34, a, 84, 12)
        for a in (0.3, 1.0, 2.1, 2.8, 1.57)
    ]
    shapes.append(Shape(compound(sepals), "dusk"))
    for x, y in drops:
        shapes.append(Shape(blob(rng, x, y - 6, 33, 0.05, 9), AMBER))
        shapes.append(Shape(circle(x, y - 6, 33), stroke=RUST, width=4.4))
        shapes.append(Shape(gouge(x - 9, y - 17, -0.7, 22, 5), "paper"))
    return shapes


def _flower() -> list:
    petals = []
    for k in range(5):
        a = math.tau * k / 5 - 1.57
        petals.append(
            curve(
                [
                    (0, 0),
                    (math.cos(a - 0.5) * 70, math.sin(a - 0.5) * 70),
                    (math.cos(a) * 100, math.sin(a) * 100),
                    (math.cos(a + 0.5) * 70, math.sin(a + 0.5) * 70),
                ],
                True,
            )
        )
    stamens = [
        gouge(math.cos(i * 0.42) * 24, math.sin(i * 0.42) * 24, i * 0.42, 34, 3)
        for i in range(15)
    ]
    return [
        Shape(compound(petals), "#ffffff"),
        Shape(compound(petals), stroke="dusk", width=4),
        Shape(compound(stamens), "deep"),
        Shape(circle(0, 0, 13), "ground"),
    ]


def herbarium(scene: Scene) -> None:
    """An open herbarium with four pressed plants under strips of paper."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("dusk")
    scene.add(hatched(rng, None, (0, 0, w, h), "ink", 30 * u, 0, 150 * u, 4 * u))
    wide, high = min(w * 0.9, 1180 * u), 840 * u
    parts: list = [
        Shape(
            rounded(
                -wide / 2 - 12 * u,
                -high / 2 + 16 * u,
                wide + 36 * u,
                high + 16 * u,
                14 * u,
            ),
            "night",
        )
    ]
    for way in (-1, 1):
        page = curve(
            [
                (0, -high / 2 + 14 * u),
                (way * wide / 4, -high / 2 - 8 * u),
                (way * wide / 2, -high / 2),
            ]
            + [
                (way * wide / 2, high / 2),
                (way * wide / 4, high / 2 - 12 * u),
                (0, high / 2 + 8 * u),
            ],
            True,
            0.3,
        )
        parts.append(Shape(page, "paper"))
    parts.append(
        hatched(
            rng,
            None,
            (-26 * u, -high / 2 + 20 * u, 52 * u, high - 30 * u),
            "mid",
            10 * u,
            1.57,
            70 * u,
            5 * u,
        )
    )
    for i, (dx, dy) in enumerate(
        ((-0.37, 0.3), (-0.14, 0.34), (0.14, 0.3), (0.37, 0.34))
    ):
        x, foot = dx * wide, dy * high
        parts += _pressed(scene, x, foot, (560 + 40 * (i % 2)) * u, i)
        parts.append(Shape(rect(x - 92 * u, foot + 26 * u, 184 * u, 56 * u), "pale"))
        script, at = [], -70.0
        while at < 62:
            long = rng.uniform(18, 44)
            script.append(
                gouge(
                    x + (at + long / 2) * u,
                    foot + 46 * u,
                    rng.uniform(-0.1, 0.1),
                    long * u,
                    5 * u,
                )
            )
            at += long + 7
        script.append(gouge(x - 20 * u, foot + 66 * u, 0, 92 * u, 4 * u))
        parts.append(Shape(compound(script), "ink"))
    scene.add(place(parts, w / 2, h / 2, 1, 2))


def _pressed(scene: Scene, x: float, foot: float, tall: float, kind: int) -> list:
    u, rng = scene.unit, scene.rng
    sway = (-0.06, 0.05, 0.04, -0.05)[kind] * tall
    stem = curve(
        [(x, foot), (x + sway, foot - tall * 0.5), (x + sway * 1.6, foot - tall)]
    )
    leaves, pairs = [], 4 + kind % 2
    for i in range(pairs):
        share = 0.12 + 0.6 * i / pairs
        y, at = foot - tall * share, x + sway * share * 1.7
        size = tall * (0.17 - 0.018 * i) * (1.15, 0.8, 1.0, 0.7)[kind]
        for way in (-1, 1):
            turn = (-0.55, -0.9, -0.3, -0.7)[kind] * way + (0 if way > 0 else math.pi)
            thick = (0.2, 0.09, 0.3, 0.16)[kind] * size
            middle = (at + math.cos(turn) * size * 0.5, y + math.sin(turn) * size * 0.5)
            leaves.append(gouge(*middle, turn, size, thick))
    shapes: list = [
        Shape(stem, stroke="dusk", width=6 * u),
        Shape(compound(leaves), ("mid", "dusk", "mid", "dusk")[kind]),
    ]
    top = (x + sway * 1.6, foot - tall)
    if kind == 0:
        petals = [
            gouge(
                top[0] + math.cos(i * 0.45) * 32 * u,
                top[1] + math.sin(i * 0.45) * 32 * u,
                i * 0.45,
                50 * u,
                8 * u,
            )
            for i in range(14)
        ]
        shapes += [
            Shape(compound(petals), "ground"),
            Shape(circle(*top, 16 * u), "deep"),
        ]
    elif kind == 1:
        bells = [
            circle(top[0] + (-1) ** i * 20 * u, top[1] + i * 30 * u, 15 * u)
            for i in range(6)
        ]
        shapes.append(Shape(compound(bells), "button"))
    elif kind == 2:
        shapes.append(Shape(blob(rng, *top, 40 * u, 0.16, 9), "warm"))
        shapes.append(
            Shape(
                compound(
                    gouge(top[0], top[1], i * 0.5, 66 * u, 4 * u) for i in range(6)
                ),
                "paper",
            )
        )
    else:
        ears = [
            gouge(
                top[0] + (-1) ** i * 9 * u,
                top[1] + i * 15 * u,
                1.2 * (-1) ** i,
                34 * u,
                7 * u,
            )
            for i in range(9)
        ]
        shapes.append(Shape(compound(ears), "deep"))
    for share in (0.25, 0.68):
        y, at = foot - tall * share, x + sway * share * 1.7
        shapes.append(Shape(rect(at - 34 * u, y - 6 * u, 68 * u, 13 * u), "#ffffff"))
        shapes.append(
            Shape(
                rect(at - 34 * u, y - 6 * u, 68 * u, 13 * u),
                stroke="mid",
                width=1.6 * u,
            )
        )
    return shapes
