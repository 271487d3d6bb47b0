"""A lectern, and people who hear what is read from it."""

import math

from themes.looks.shapes import Shape, circle, compound, curve, gouge, place, polygon

from .cuts import Scene, hatched, mass
from .vignettes import paragraph


def reading(scene: Scene) -> None:
    """A law read aloud: the lectern with its sign, the voice, rows of heads."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("mid")
    x, y = w / 2, h * 0.3
    voice: dict[str, list] = {"dusk": [], "pale": []}
    for ring in range(26):
        far = (250 + ring * 38) * u
        count = round(math.tau * far / (84 * u))
        for i in range(count):
            if rng.random() < 0.22:
                continue
            angle = math.tau * (i + (ring % 2) / 2) / count
            at = (x + math.cos(angle) * far, y + math.sin(angle) * far)
            voice[("dusk", "pale")[ring % 3 == 0]].append(
                gouge(*at, angle + 1.57, 60 * u, 5 * u)
            )
    scene.add(*(Shape(compound(paths), role) for role, paths in voice.items()))
    scene.add(place(_reader(rng), x, y, u), place(_lectern(rng), x, y + 160 * u, u))
    for row, (share, role, size) in enumerate(
        ((0.8, "dusk", 62), (0.92, "ink", 78), (1.06, "night", 98))
    ):
        step = size * 2.5 * u
        at = -step * (0.3 + row * 0.35)
        while at < w + step:
            scene.add(
                place(
                    _listener(rng, role),
                    at,
                    h * share + rng.uniform(-10, 10) * u,
                    size / 60 * u,
                )
            )
            at += step * rng.uniform(0.92, 1.08)


def _reader(rng) -> list[Shape]:
    """Somebody who reads: head, hair and shoulders, for a thousand units' height."""
    body = [
        (-170, 240),
        (-150, 90),
        (-60, 48),
        (0, 44),
        (60, 48),
        (150, 90),
        (170, 240),
    ]
    hair = curve([(-70, -10), (-62, -92), (0, -122), (64, -92), (70, -10)], True, 0.8)
    face = curve([(-50, -40), (-46, 24), (0, 58), (46, 24), (50, -40)], True, 0.8)
    coat = mass(body, "ink", 0.7)
    cuts = hatched(
        rng, coat.path, (-170, 48, 340, 200), "dusk", 22, 1.2, 40, 4, (0.3, 0.9)
    )
    return [coat, cuts, Shape(hair, "night"), Shape(face, "paper")]


def _lectern(rng) -> list[Shape]:
    """Its top with two leaves of paper, its front with the paragraph sign."""
    front = polygon([(-190, 60), (190, 60), (150, 560), (-150, 560)])
    board = polygon([(-250, 20), (250, 20), (236, 74), (-236, 74)])
    leaves = [
        curve([(s * 4, 14), (s * 90, -22), (s * 214, -12), (s * 224, 26)], True, 0.4)
        for s in (-1, 1)
    ]
    return [
        Shape(front, "button"),
        hatched(rng, front, (-190, 60, 380, 500), "ember", 30, 0, 90, 5, (0.9, 0.15)),
        Shape(board, "night"),
        *(Shape(leaf, "paper") for leaf in leaves),
        place(paragraph("paper"), 0, 292, 1.9),
    ]


def _listener(rng, role: str) -> list[Shape]:
    """The back of a head, with hair cut into it."""
    lit = {"dusk": "mid", "ink": "dusk", "night": "dusk"}[role]
    hair = [
        gouge(rng.uniform(-32, 32), rng.uniform(-34, 20), rng.uniform(1, 2.1), 34, 4)
        for _ in range(7)
    ]
    back = [(-74, 150), (-70, 70), (-30, 44), (30, 44), (70, 70), (74, 150)]
    return [
        mass(back, role, 0.7),
        Shape(circle(0, 0, 48), role),
        Shape(compound(hair), lit),
    ]
