"""Things on paper: a ground plan, a constitution."""

import math

from themes.looks.shapes import (
    Shape,
    arc,
    circle,
    compound,
    curve,
    gouge,
    place,
    polygon,
    rect,
)

from .cuts import Scene, hatched, mass
from .old_things import feather
from .vignettes import paragraph


def plan(scene: Scene) -> None:
    """The ground plan of a castle on squared paper."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("paper")
    cell = 40 * u
    lines = [rect(i * cell, 0, 2.4 * u, h) for i in range(math.ceil(w / cell) + 1)]
    lines += [rect(0, i * cell, w, 2.4 * u) for i in range(math.ceil(h / cell) + 1)]
    scene.add(Shape(compound(lines), "pale"))
    cx, cy = round(w / 2 / cell) * cell, round(h / 2 / cell) * cell
    for radius, fill in ((455, "mid"), (352, "ground")):
        points = [
            (
                cx + math.cos(math.tau * i / 26) * radius * u * rng.uniform(0.97, 1.03),
                cy + math.sin(math.tau * i / 26) * radius * u * rng.uniform(0.97, 1.03),
            )
            for i in range(26)
        ]
        shape = mass(points, fill, 1)
        scene.add(shape)
        if fill == "mid":
            rings = [
                polygon(arc(cx, cy, (380 + 24 * k) * u, 0, 360), False)
                for k in range(3)
            ]
            scene.add(
                Shape(
                    compound(rings), stroke="pale", width=5 * u, dash=(60 * u, 40 * u)
                )
            )
        else:
            scene.add(
                hatched(
                    rng,
                    shape.path,
                    (cx - 360 * u, cy - 360 * u, 720 * u, 720 * u),
                    "deep",
                    30 * u,
                    0.5,
                    26 * u,
                    4 * u,
                    (0.5, 0.5),
                )
            )
            scene.add(Shape(shape.path, stroke="ink", width=7 * u))
    side = 6 * cell
    walls = rect(cx - side, cy - side, 2 * side, 2 * side)
    scene.add(Shape(walls, "paper"), Shape(walls, stroke="ink", width=0.75 * cell))
    for sx in (-1, 1):
        for sy in (-1, 1):
            scene.add(
                Shape(
                    rect(
                        cx + sx * side - cell, cy + sy * side - cell, 2 * cell, 2 * cell
                    ),
                    "ink",
                )
            )
            scene.add(
                Shape(
                    rect(
                        cx + sx * side - cell * 0.45,
                        cy + sy * side - cell * 0.45,
                        0.9 * cell,
                        0.9 * cell,
                    ),
                    "paper",
                )
            )
    keep = rect(cx - 4 * cell, cy - 4 * cell, 4 * cell, 4 * cell)
    scene.add(Shape(keep, "button"), Shape(keep, stroke="ink", width=0.55 * cell))
    scene.add(
        hatched(
            rng,
            keep,
            (cx - 4 * cell, cy - 4 * cell, 4 * cell, 4 * cell),
            "ember",
            22 * u,
            0.785,
            50 * u,
            4 * u,
        )
    )
    well = (cx + 3 * cell, cy + cell)
    scene.add(
        Shape(circle(*well, cell * 0.95), "ink"),
        Shape(circle(*well, cell * 0.6), "mid"),
    )
    scene.add(
        Shape(rect(cx - cell, cy + side - 0.6 * cell, 2 * cell, 1.2 * cell), "paper")
    )
    bridge = rect(cx - cell, cy + side + 0.2 * cell, 2 * cell, 6.5 * cell)
    scene.add(Shape(bridge, "deep"), Shape(bridge, stroke="ink", width=5 * u))
    planks = [
        rect(cx - cell, cy + side + (0.6 + 0.55 * i) * cell, 2 * cell, 5 * u)
        for i in range(11)
    ]
    scene.add(Shape(compound(planks), "ink"))
    pencil = [
        Shape(
            polygon([(-230, -17), (190, -17), (258, 4), (190, 25), (-230, 25)]), "night"
        ),
        Shape(polygon([(-240, -26), (180, -26), (180, 16), (-240, 16)]), "button"),
        Shape(polygon([(180, -26), (250, -5), (180, 16)]), "paper"),
        Shape(polygon([(226, -12), (250, -5), (226, 2)]), "night"),
        Shape(gouge(-30, -8, 0, 380, 8), "ember"),
    ]
    scene.add(place(pencil, cx + 400 * u, cy + 400 * u, u, 214))


def constitution(scene: Scene) -> None:
    """An open sheet with a great paragraph sign; voices go out from it as arcs."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("ink")
    x, y = w / 2, h * 0.54
    marks: dict[str, list] = {"mid": [], "button": [], "pale": []}
    for ring in range(34):
        far = (360 + ring * 34) * u
        count = round(math.tau * far / (70 * u))
        for i in range(count):
            if rng.random() < 0.3:
                continue
            angle = math.tau * (i + (ring % 2) / 2) / count
            at = (x + math.cos(angle) * far * 1.05, y + math.sin(angle) * far * 0.95)
            role = rng.choice(("mid", "mid", "mid", "pale", "button"))
            marks[role].append(gouge(*at, angle + 1.57, 54 * u, (4 + ring % 3 * 2) * u))
    scene.add(*(Shape(compound(paths), role) for role, paths in marks.items()))
    sheet: list = [Shape(rect(-286, -378, 596, 780), "night")]
    page = curve(
        [
            (-300, -392),
            (0, -402),
            (300, -392),
            (304, 0),
            (296, 392),
            (0, 380),
            (-300, 392),
            (-304, 0),
        ],
        True,
        0.25,
    )
    sheet.append(Shape(page, "paper"))
    sheet.append(place(paragraph("button"), 0, 10, 3.6))
    text = []
    for row in range(8):
        at = -236.0
        end = 236 if row % 4 != 3 else 60
        while at < end:
            long = rng.uniform(26, 80)
            text.append(
                gouge(at + long / 2, 78 + row * 34, 0, min(long, end - at + 20), 8)
            )
            at += long + 14
    sheet.append(Shape(compound(text), "ink"))
    scene.add(place(sheet, x - 20 * u, y, u, -4))
    scene.add(place(feather("ink", "mid"), x + 300 * u, y + 370 * u, 4.6 * u, 38))
