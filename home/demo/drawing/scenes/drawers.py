"""A kitchen drawer."""

from themes.looks.shapes import (
    Shape,
    blob,
    circle,
    compound,
    curve,
    gouge,
    place,
    polygon,
    rect,
    rounded,
)

from .cuts import Scene, hatched


def drawer(scene: Scene) -> None:
    """A kitchen drawer, pulled out, from above: nothing in it is worth much."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("mid")
    scene.add(hatched(rng, None, (0, 0, w, h), "dusk", 26 * u, 0, 150 * u, 4 * u))
    wide, high = min(w * 0.9, 1180 * u), 800 * u
    x, y = (w - wide) / 2, (h - high) / 2 - 20 * u
    scene.add(Shape(rect(x + 16 * u, y + 20 * u, wide, high), "night"))
    scene.add(Shape(rect(x, y, wide, high), "ember"))
    scene.add(
        hatched(
            rng,
            None,
            (x, y, wide, high),
            "night",
            22 * u,
            0,
            120 * u,
            4 * u,
            (0.5, 0.5),
        )
    )
    scene.add(
        Shape(rect(x + 34 * u, y + 34 * u, wide - 68 * u, high - 104 * u), "night")
    )
    inner = rect(x + 46 * u, y + 46 * u, wide - 92 * u, high - 128 * u)
    scene.add(Shape(inner, "ground"))
    checks = []
    for i in range(0, 40, 2):
        checks.append(rect(x + 46 * u + i * 36 * u, y, 18 * u, high))
    scene.add(Shape(compound(checks), "pale", clip=inner))
    scene.add(
        hatched(rng, inner, (x, y, wide, high), "pale", 36 * u, 0, 900 * u, 9 * u)
    )
    scene.add(Shape(circle(x + wide / 2, y + high - 34 * u, 32 * u), "night"))
    scene.add(Shape(circle(x + wide / 2, y + high - 36 * u, 25 * u), "deep"))
    cx, cy = w / 2, y + 46 * u + (high - 128 * u) / 2
    scene.add(place(_recipe(scene), cx - 330 * u, cy - 60 * u, u, -9))
    scene.add(place(_stamps(scene), cx + 20 * u, cy - 190 * u, u, 7))
    scene.add(place(_whisk(), cx + 60 * u, cy + 90 * u, u, -16))
    scene.add(place(_spool(), cx + 390 * u, cy - 190 * u, u, 10))
    scene.add(place(_measure(), cx + 350 * u, cy + 60 * u, u, 24))
    scene.add(place(_key(), cx - 150 * u, cy + 240 * u, u, 14))


def _recipe(scene: Scene) -> list:
    rng, lines = scene.rng, []
    for row in range(10):
        at = -110.0
        while at < (110 if row % 3 else 40):
            long = rng.uniform(18, 52)
            lines.append(
                gouge(at + long / 2, -122 + row * 29, rng.uniform(-0.05, 0.05), long, 5)
            )
            at += long + 10
    spot = blob(rng, 84, 126, 34, 0.15)
    return [
        Shape(rect(-130, -176, 290, 372), "night"),
        Shape(rect(-140, -186, 290, 372), "paper"),
        Shape(rect(-110, -160, 150, 12), "button"),
        Shape(spot, stroke="deep", width=5),
        Shape(compound(lines), "ink"),
    ]


def _stamps(scene: Scene) -> list:
    shapes: list = []
    for i in range(3):
        for j in range(2):
            x, y = i * 82 - 120, j * 98 - 98
            teeth = [
                circle(x + k * 12 + 5, y + d, 4) for k in range(6) for d in (0, 88)
            ]
            teeth += [
                circle(x + d, y + k * 12 + 8, 4) for k in range(7) for d in (0, 70)
            ]
            shapes.append(Shape(rect(x, y, 70, 88), "paper"))
            shapes.append(Shape(compound(teeth), "ground"))
            shapes.append(
                Shape(rect(x + 9, y + 9, 52, 70), ("button", "mid")[(i + j) % 2])
            )
            shapes.append(Shape(circle(x + 35, y + 40, 17), "paper"))
            shapes.append(Shape(gouge(x + 35, y + 68, 0, 38, 3), "paper"))
    return shapes


def _whisk() -> list:
    loops = [
        curve(
            [
                (-60, 0),
                (-150, -14 * k),
                (-250, -26 * k),
                (-300, 0),
                (-250, 26 * k),
                (-150, 14 * k),
                (-60, 0),
            ]
        )
        for k in (0.6, 1.5, 2.4)
    ]
    coil = [
        curve([(-62 + i * 9, -14), (-56 + i * 9, 0), (-62 + i * 9, 14)])
        for i in range(8)
    ]
    return [
        Shape(compound(loops), stroke="night", width=7),
        Shape(rounded(-64, -13, 92, 26, 8), "night"),
        Shape(compound(coil), stroke="mid", width=4),
        Shape(rounded(20, -20, 210, 40, 20), "night"),
        Shape(rounded(26, -15, 198, 28, 14), "button"),
        Shape(gouge(120, -5, 0, 150, 5), "blush"),
    ]


def _spool() -> list:
    thread = [gouge(0, -52 + i * 9, 0.08, 118, 4) for i in range(13)]
    return [
        Shape(rounded(-66, -92, 144, 196, 10), "night"),
        Shape(rounded(-72, -100, 144, 34, 10), "deep"),
        Shape(rounded(-72, 66, 144, 34, 10), "deep"),
        Shape(rect(-60, -66, 120, 132), "button"),
        Shape(compound(thread), "ember"),
        Shape(circle(0, -83, 11), "night"),
        Shape(
            curve([(58, 40), (110, 70), (80, 130), (140, 150)]),
            stroke="button",
            width=5,
        ),
    ]


def _measure() -> list:
    return [
        Shape(rounded(54, -16, 190, 36, 16), "night"),
        Shape(rounded(50, -22, 190, 34, 16), "paper"),
        Shape(circle(214, -5, 8), "night"),
        Shape(circle(6, 8, 84), "night"),
        Shape(circle(0, 0, 84), "paper"),
        Shape(circle(0, 0, 68), "ink"),
        Shape(circle(6, 8, 54), "dusk"),
    ]


def _key() -> list:
    ring = [circle(-92, 0, 40), circle(-92, 0, 22)]
    return [
        Shape(ring[0], "night"),
        Shape(ring[1], "ground"),
        Shape(polygon([(-54, -8), (118, -8), (118, 8), (-54, 8)]), "night"),
        Shape(
            polygon(
                [
                    (74, 8),
                    (74, 46),
                    (92, 46),
                    (92, 26),
                    (104, 26),
                    (104, 42),
                    (118, 42),
                    (118, 8),
                ]
            ),
            "night",
        ),
        Shape(gouge(20, -2, 0, 120, 4), "dusk"),
    ]
