"""A windmill over its fields."""

import math

from themes.looks.shapes import (
    Shape,
    circle,
    compound,
    gouge,
    place,
    polygon,
    rect,
)

from .churches import arch
from .cuts import Scene, cloud, grass, hatched, hill, mass, sun


def windmill(scene: Scene) -> None:
    """A Dutch windmill over its fields, the sun behind the sails."""
    w, h, u = scene.width, scene.height, scene.unit
    scene.fill("ground")
    base = h * 0.82
    x = w * 0.45
    hub = (x, base - 500 * u)
    sun(scene, hub[0] + 70 * u, hub[1] + 40 * u, 250 * u, "mid")
    hill(scene, base - 40 * u, 30 * u, "mid", "pale", 1500, 1.3)
    hill(scene, base + 10 * u, 24 * u, "dusk", "mid", 1200, 1.3)
    cloud(scene, w * 0.88, base - 620 * u, 360 * u, "paper")
    _mill(scene, x, base + 30 * u, hub)
    hill(scene, base + 36 * u, 10 * u, "ink", "mid", 1100, 1.6)
    field(scene, base + 110 * u, "button", "blush")
    near = hill(scene, base + 172 * u, 12 * u, "night", "dusk", 900, 1.4)
    grass(scene, near, 0, w, "night", 80)


def field(scene: Scene, y: float, fill: str, tint: str) -> None:
    """A ploughed field whose furrows run to one point."""
    u, rng = scene.unit, scene.rng
    scene.add(Shape(rect(-9, y, scene.width + 18, scene.height - y + 9), fill))
    middle, marks = scene.width * 0.6, []
    for i in range(-40, 41):
        x = middle + i * 46 * u
        far = middle + i * 150 * u
        turn = math.atan2(scene.height - y + 200 * u, far - x)
        for k in range(4):
            share = 0.02 + 0.13 * k + rng.uniform(0, 0.06)
            at = (x + (far - x) * share, y + (scene.height + 200 * u - y) * share)
            marks.append(gouge(*at, turn, 60 * u, 6 * u))
    marks = [m for m in marks if y + 6 * u < m[0][2] < scene.height + 50]
    scene.add(Shape(compound(marks), tint))


def _mill(scene: Scene, x: float, y: float, hub: tuple[float, float]) -> None:
    u, rng = scene.unit, scene.rng

    def at(points: list) -> list:
        return [(x + a * u, y + b * u) for a, b in points]

    body = mass(
        at([(-150, 0), (-104, -280), (-74, -480), (74, -480), (104, -280), (150, 0)]),
        "ink",
        0.15,
    )
    scene.add(body)
    box = (x - 160 * u, y - 490 * u, 320 * u, 490 * u)
    scene.add(
        hatched(rng, body.path, box, "mid", 18 * u, 0, 34 * u, 4 * u, (0.95, 0.15))
    )
    cap = mass(
        at([(-92, -470), (-84, -560), (-10, -620), (84, -560), (96, -470)]),
        "ember",
        0.5,
    )
    scene.add(cap)
    scene.add(
        hatched(
            rng,
            cap.path,
            (x - 100 * u, y - 620 * u, 200 * u, 160 * u),
            "night",
            14 * u,
            1.3,
            40 * u,
            4 * u,
            (0.2, 0.9),
        )
    )
    gallery = rect(x - 196 * u, y - 196 * u, 392 * u, 14 * u)
    scene.add(Shape(gallery, "night"))
    posts = [rect(x + a * u, y - 238 * u, 6 * u, 46 * u) for a in range(-190, 191, 38)]
    posts.append(rect(x - 196 * u, y - 240 * u, 392 * u, 7 * u))
    posts += [
        polygon(
            at([(s * 186, -190), (s * 124, -110), (s * 118, -118), (s * 172, -190)])
        )
        for s in (1, -1)
    ]
    scene.add(Shape(compound(posts), "night"))
    for a, b in ((0, -380), (-40, -290), (44, -290)):
        scene.add(Shape(arch(x + a * u, y + b * u, 34 * u, 50 * u), "ground"))
    scene.add(Shape(arch(x, y, 70 * u, 120 * u), "night"))
    sail: list = [Shape(polygon([(-6, 0), (6, 0), (4, -470), (-4, -470)]), "night")]
    cloth = polygon([(7, -90), (7, -462), (96, -462), (96, -90)])
    sail.append(Shape(cloth, "paper"))
    bars = [rect(0, -462 + i * 31, 98, 4.4) for i in range(13)]
    bars += [rect(94, -462, 5, 374), rect(50, -462, 4, 374), rect(-26, -462, 26, 5)]
    sail.append(Shape(compound(bars), "night"))
    for k in range(4):
        scene.add(place(sail, *hub, u * 0.92, 22 + 90 * k))
    scene.add(Shape(circle(*hub, 24 * u), "night"), Shape(circle(*hub, 10 * u), "mid"))
