"""A kitchen table with papers."""

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


def table(scene: Scene) -> None:
    """The kitchen table from above: an archive box, letters, a magnifier, coffee."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("dusk")
    plank = 214 * u
    y, marks = -60 * u, []
    while y < h:
        marks.append(gouge(w / 2, y, 0, w * 1.6, 7 * u))
        y += plank
    scene.add(
        hatched(rng, None, (0, 0, w, h), "mid", 27 * u, 0, 170 * u, 4 * u, (0.7, 0.5))
    )
    scene.add(Shape(compound(marks), "night"))
    x, y = w / 2, h / 2
    scene.add(place(_letters(scene), x - 330 * u, y + 90 * u, u, -14))
    scene.add(place(_archive_box(scene), x + 120 * u, y - 70 * u, u, 5))
    scene.add(place(_envelope(scene), x - 350 * u, y - 290 * u, u, 9))
    scene.add(place(_glass(scene), x - 120 * u, y + 310 * u, u, 30))
    scene.add(place(_cup(scene), x + 430 * u, y + 330 * u, u, -20))
    scene.add(place(_pencil(), x + 190 * u, y + 400 * u, u, -8))


def _archive_box(scene: Scene) -> list:
    rng = scene.rng
    shapes: list = [
        Shape(rect(-286, -262, 590, 552), "night"),
        Shape(rect(-300, -280, 590, 552), "ground"),
    ]
    shapes.append(hatched(rng, None, (-296, -276, 582, 544), "deep", 20, 0.78, 30, 3))
    inner = rect(-262, -242, 514, 476)
    shapes.append(Shape(inner, "night"))
    colours = (
        "paper",
        "button",
        "pale",
        "mid",
        "paper",
        "ground",
        "ember",
        "paper",
        "warm",
        "pale",
        "paper",
    )
    for i, fill in enumerate(colours):
        y = -220 + i * 39
        lean = rng.uniform(-5, 5)
        shapes.append(
            Shape(
                polygon(
                    [(-240, y + lean), (230, y - lean), (230, y + 30), (-240, y + 30)]
                ),
                fill,
            )
        )
        tab = -210 + (i * 118) % 380
        shapes.append(Shape(rounded(tab, y - 17, 84, 24, 7), fill))
        light = fill not in ("button", "ember", "mid", "warm")
        shapes.append(
            Shape(gouge(tab + 42, y - 4, 0, 56, 5), "ink" if light else "paper")
        )
        shapes.append(Shape(gouge(0, y + 30, 0, 470, 5), "night"))
    shapes.append(Shape(rect(-64, 240, 128, 26), "paper"))
    shapes.append(Shape(compound(gouge(0, y, 0, 90, 3.4) for y in (248, 257)), "ink"))
    return shapes


def _letters(scene: Scene) -> list:
    """A bundle of letters, tied."""
    rng = scene.rng
    shapes: list = []
    for i, turn in enumerate((9, -5, 2)):
        sheet: list = [
            Shape(rect(-160, -204, 334, 424), "night"),
            Shape(rect(-170, -214, 334, 424), ("pale", "ground", "paper")[i]),
        ]
        if i == 2:
            lines = []
            for row in range(13):
                x = -138.0
                end = 128 if row % 4 != 3 else 10
                while x < end:
                    long = rng.uniform(20, 66)
                    lines.append(
                        gouge(
                            x + long / 2,
                            -170 + row * 27,
                            rng.uniform(-0.04, 0.04),
                            long,
                            6,
                        )
                    )
                    x += long + 12
            sheet.append(Shape(compound(lines), "ink"))
        shapes.append(place(sheet, i * 4, i * -6, 1, turn))
    shapes.append(
        Shape(polygon([(-176, 18), (172, -4), (172, 12), (-176, 34)]), "button")
    )
    for way in (-1, 1):
        loop = [(0, 12), (way * 46, -34), (way * 78, -8), (way * 50, 26)]
        shapes.append(Shape(curve(loop, True), stroke="button", width=13))
        shapes.append(
            Shape(
                curve([(0, 12), (way * 30, 60), (way * 44, 104)]),
                stroke="button",
                width=13,
            )
        )
    return shapes


def _envelope(scene: Scene) -> list:
    waves = [
        curve([(58 + i * 22, -92), (66 + i * 22, -62), (58 + i * 22, -30)])
        for i in range(4)
    ]
    return [
        Shape(rect(-172, -112, 364, 244), "night"),
        Shape(rect(-182, -122, 364, 244), "paper"),
        Shape(polygon([(-182, -122), (182, -122), (0, 22)]), "pale"),
        Shape(
            curve([(-182, -122), (0, 22), (182, -122)], False, 0.2),
            stroke="ink",
            width=5,
        ),
        Shape(polygon([(-182, 122), (-30, -2)], False), stroke="mid", width=4),
        Shape(polygon([(182, 122), (30, -2)], False), stroke="mid", width=4),
        Shape(blob(scene.rng, 0, 16, 42, 0.1, 9), "ember"),
        Shape(circle(0, 16, 24), stroke="blush", width=5),
        Shape(compound(waves), stroke="deep", width=4),
    ]


def _glass(scene: Scene) -> list:
    lens = circle(0, 0, 104)
    return [
        Shape(
            polygon([(104, -14), (300, -20), (312, 0), (300, 20), (104, 14)]), "night"
        ),
        Shape(gouge(200, -6, 0, 150, 5), "mid"),
        Shape(circle(0, 0, 128), "night"),
        Shape(circle(0, 0, 112), "ground"),
        Shape(lens, "paper"),
        hatched(
            scene.rng, lens, (-104, -104, 208, 208), "mid", 15, -0.6, 40, 4, (0.9, 0)
        ),
        Shape(curve([(-70, -30), (-44, -64), (-6, -80)]), stroke="pale", width=11),
    ]


def _cup(scene: Scene) -> list:
    """A cup on its saucer; the coffee is the disc."""
    steam = [circle(0, 0, 140 + i * 11) for i in range(2)]
    return [
        Shape(circle(10, 14, 182), "night"),
        Shape(circle(0, 0, 182), "paper"),
        Shape(compound(steam), stroke="mid", width=4),
        Shape(rounded(96, -26, 92, 52, 24), "ink"),
        Shape(rounded(110, -10, 58, 20, 10), "paper"),
        Shape(circle(0, 0, 118), "ink"),
        Shape(circle(0, 0, 104), "paper"),
        Shape(circle(0, 0, 92), scene.sun),
    ]


def _pencil() -> list:
    return [
        Shape(
            polygon([(-150, -9), (130, -9), (176, 3), (130, 15), (-150, 15)]), "night"
        ),
        Shape(polygon([(-156, -16), (124, -16), (124, 8), (-156, 8)]), "button"),
        Shape(polygon([(124, -16), (170, -4), (124, 8)]), "paper"),
        Shape(polygon([(154, -8), (170, -4), (154, 0)]), "night"),
        Shape(gouge(-16, -5, 0, 270, 6), "ember"),
    ]
