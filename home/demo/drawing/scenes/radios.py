"""A wireless set."""

import math

from themes.looks.shapes import (
    Shape,
    circle,
    compound,
    curve,
    gouge,
    polygon,
    rect,
    rounded,
)

from .cuts import Scene, hatched


def radio(scene: Scene, evening: bool = False, loud: bool = True) -> None:
    """A wireless set of the 1940s, and what comes out of it."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("night" if evening else "mid")
    sound = "ground" if loud else "ink"
    x, y = w * 0.5, h * 0.8
    marks = []
    heart = (x - 170 * u, y - 300 * u)
    for ring in range(7, 44):
        far = ring * 34 * u
        count = round(math.tau * far / (60 * u))
        for i in range(count):
            angle = math.tau * (i + (ring % 2) / 2) / count
            if rng.random() < 0.16:
                continue
            at = (heart[0] + math.cos(angle) * far, heart[1] + math.sin(angle) * far)
            marks.append(gouge(*at, angle + 1.57, 44 * u, (3 + (ring % 3)) * u))
    scene.add(Shape(compound(marks), sound))
    scene.add(Shape(rect(-9, y - 6 * u, w + 18, h - y + 20), "ink"))
    scene.add(
        hatched(rng, None, (0, y + 6 * u, w, h - y), "dusk", 24 * u, 0, 130 * u, 5 * u)
    )
    cloth = curve(
        [(x - 560 * u, y), (x + 560 * u, y), (x + 470 * u, y + 110 * u)]
        + [(x - 470 * u, y + 110 * u)],
        True,
        0.2,
    )
    scene.add(Shape(cloth, "paper"))
    scene.add(
        hatched(
            rng,
            cloth,
            (x - 560 * u, y, 1120 * u, 110 * u),
            "button",
            44 * u,
            0.785,
            34 * u,
            9 * u,
        )
    )
    case = rounded(x - 440 * u, y - 590 * u, 880 * u, 610 * u, 150 * u)
    scene.add(Shape(case, "night"))
    face = rounded(x - 412 * u, y - 562 * u, 824 * u, 548 * u, 128 * u)
    scene.add(Shape(face, "ember"))
    scene.add(
        hatched(
            rng,
            face,
            (x - 412 * u, y - 562 * u, 824 * u, 548 * u),
            "night",
            24 * u,
            0.02,
            130 * u,
            5 * u,
            (0.3, 0.95),
        )
    )
    grille = circle(*heart, 192 * u)
    scene.add(Shape(circle(*heart, 214 * u), "night"), Shape(grille, "ground"))
    weave = [
        rect(heart[0] - 200 * u, heart[1] + k * u, 400 * u, 6 * u)
        for k in range(-195, 196, 19)
    ]
    weave += [
        rect(heart[0] + k * u, heart[1] - 200 * u, 4 * u, 400 * u)
        for k in range(-195, 196, 27)
    ]
    scene.add(Shape(compound(weave), "deep", clip=grille))
    bars = [
        rounded(
            heart[0] + (k * 78 - 16) * u, heart[1] - 210 * u, 32 * u, 420 * u, 16 * u
        )
        for k in (-1, 0, 1)
    ]
    scene.add(Shape(compound(bars), "night", clip=circle(*heart, 204 * u)))
    dial = rounded(x + 76 * u, y - 500 * u, 276 * u, 216 * u, 26 * u)
    scene.add(
        Shape(rounded(x + 62 * u, y - 514 * u, 304 * u, 244 * u, 36 * u), "night"),
        Shape(dial, "paper"),
    )
    ticks = []
    for i in range(23):
        angle = math.pi + math.pi * (i + 1) / 24
        near = 128 if i % 4 else 108
        mid = (x + 214 * u, y - 306 * u)
        a = (mid[0] + math.cos(angle) * near * u, mid[1] + math.sin(angle) * near * u)
        b = (mid[0] + math.cos(angle) * 150 * u, mid[1] + math.sin(angle) * 150 * u)
        ticks.append(
            gouge((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, angle, math.dist(a, b), 6 * u)
        )
    scene.add(Shape(compound(ticks), "ink", clip=dial))
    needle = polygon(
        [
            (x + 210 * u, y - 300 * u),
            (x + 262 * u, y - 440 * u),
            (x + 268 * u, y - 438 * u),
            (x + 219 * u, y - 300 * u),
        ]
    )
    scene.add(Shape(needle, "ember"))
    knob = (x + 214 * u, y - 150 * u)
    scene.add(
        Shape(circle(*knob, 88 * u), "night"), Shape(circle(*knob, 74 * u), scene.sun)
    )
    for dx in (-134, 134):
        scene.add(Shape(circle(knob[0] + dx * u, knob[1] + 20 * u, 36 * u), "night"))
        scene.add(Shape(circle(knob[0] + dx * u, knob[1] + 20 * u, 26 * u), "deep"))
    for dx in (-300, 300):
        scene.add(
            Shape(
                rounded(x + (dx - 60) * u, y + 2 * u, 120 * u, 32 * u, 12 * u), "night"
            )
        )
