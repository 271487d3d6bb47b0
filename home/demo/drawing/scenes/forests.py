"""A beech wood."""

import math

from themes.looks.shapes import Shape, circle, compound, curve, gouge

from .cuts import Scene, hatched, hill, mass, sun


def forest(scene: Scene) -> None:
    """A beech wood in May: pillars, new leaves, anemones on the floor."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("ground")
    sun(scene, w * 0.58, h * 0.4, 190 * u, "pale")
    base = h * 0.78
    for depth, (fill, tint, count, wide) in enumerate(
        (("mid", "ground", 11, 34), ("dusk", "mid", 8, 58), ("night", "dusk", 5, 104))
    ):
        hill(scene, base + depth * 66 * u, 12 * u, fill, tint, 1300, 1.5)
        step = w / count
        for i in range(count + 1):
            x = (i + rng.uniform(-0.32, 0.32)) * step
            if depth == 2 and abs(x - w * 0.58) < 190 * u:
                continue
            _beech(scene, x, base + (depth * 66 + 26) * u, wide * u, fill, tint)
        _crowns(scene, h * (0.12 + 0.02 * depth), depth, ("pale", "mid", "dusk")[depth])
    flowers, hearts = [], []
    for _ in range(round(w / (13 * u))):
        x, y = rng.uniform(0, w), rng.uniform(base + 160 * u, max(h, base + 200 * u))
        size = (7 + (y - base) / u * 0.028) * u
        for k in range(6):
            angle = math.tau * k / 6 + x
            flowers.append(
                gouge(
                    x + math.cos(angle) * size * 0.6,
                    y + math.sin(angle) * size * 0.42,
                    angle,
                    size * 1.1,
                    size * 0.28,
                )
            )
        hearts.append(circle(x, y, size * 0.2))
    scene.add(Shape(compound(flowers), "paper"), Shape(compound(hearts), "ground"))


def _beech(
    scene: Scene, x: float, foot: float, wide: float, fill: str, tint: str
) -> None:
    rng = scene.rng
    sway = rng.uniform(-0.4, 0.4) * wide
    outline = [
        (x - wide * 0.9, foot + wide * 0.2),
        (x - wide * 0.46, foot - wide * 0.9),
        (x - wide * 0.4 + sway, foot * 0.4),
        (x - wide * 0.34, -60),
        (x + wide * 0.34, -60),
        (x + wide * 0.4 + sway, foot * 0.4),
        (x + wide * 0.46, foot - wide * 0.9),
        (x + wide * 0.9, foot + wide * 0.2),
    ]
    trunk = mass(outline, fill, 0.8)
    scene.add(trunk)
    box = (x - wide * 0.6, 0, wide * 1.2, foot)
    scene.add(
        hatched(
            rng,
            trunk.path,
            box,
            tint,
            wide * 0.3,
            0.03,
            wide * 0.42,
            wide * 0.055,
            (0.75, 0.05),
        )
    )
    eyes = []
    for _ in range(2):
        y = rng.uniform(foot * 0.3, foot * 0.8)
        eyes.append(gouge(x - wide * 0.1, y, 0.2, wide * 0.5, wide * 0.1))
        eyes.append(
            gouge(x - wide * 0.1, y - wide * 0.14, -0.3, wide * 0.4, wide * 0.05)
        )
    scene.add(Shape(compound(eyes), tint))
    for _ in range(2):
        y = rng.uniform(0.05, 0.3) * foot
        way = rng.choice((-1, 1))
        limb = curve(
            [
                (x + way * wide * 0.2, y + wide * 0.5),
                (x + way * wide * 1.4, y - wide * 0.1),
                (x + way * wide * 2.6, y - wide * 1.5),
            ]
        )
        scene.add(Shape(limb, stroke=fill, width=wide * 0.2))


def _crowns(scene: Scene, y: float, depth: int, fill: str) -> None:
    """Leaves in hanging sprays across the top."""
    u, rng, leaves = scene.unit, scene.rng, []
    count = round(scene.width / (2.6 * u) / (1 + depth * 0.35))
    for _ in range(count):
        x = rng.uniform(0, scene.width)
        drop = abs(rng.gauss(0, 1)) * 150 * u
        at = (x, y - 150 * u + drop * (1.4 + 0.4 * math.sin(x / (170 * u) + depth)))
        size = rng.uniform(20, 36) * u * (1 + depth * 0.3)
        leaves.append(gouge(*at, rng.uniform(0.2, 1.2), size, size * 0.24))
    scene.add(Shape(compound(leaves), fill))
