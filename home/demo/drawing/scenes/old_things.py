"""Small things from earth and water, about a hundred units tall."""

import math

from themes.looks.shapes import (
    Shape,
    circle,
    compound,
    curve,
    gouge,
    polygon,
)


def heron(body: str = "dusk", dark: str = "night", light: str = "paper") -> list:
    """A grey heron that stands and waits, facing left."""
    trunk = curve(
        [
            (-14, -62),
            (2, -74),
            (28, -66),
            (52, -42),
            (66, -26),
            (44, -30),
            (18, -36),
            (-6, -44),
        ],
        True,
    )
    neck = curve(
        [(-6, -66), (-20, -84), (-22, -100), (-10, -114), (-14, -126), (-26, -128)]
        + [(-30, -122), (-18, -116), (-30, -100), (-28, -80), (-14, -54)],
        True,
    )
    wing = curve([(2, -66), (26, -60), (54, -34), (30, -38), (8, -46)], True)
    return [
        Shape(polygon([(6, -44), (9, -44), (6, 0), (3, 0)]), dark),
        Shape(
            polygon([(17, -42), (20, -42), (24, -22), (19, 0), (16, 0), (20, -22)]),
            dark,
        ),
        Shape(neck, light),
        Shape(trunk, body),
        Shape(wing, dark),
        Shape(
            compound(gouge(20 + i * 7, -52 + i * 5, 0.6, 24, 2.4) for i in range(4)),
            light,
        ),
        Shape(polygon([(-26, -128), (-62, -121), (-27, -121)]), "warm"),
        Shape(curve([(-22, -128), (-8, -128), (12, -120), (-8, -123)], True), dark),
        Shape(circle(-22, -125, 1.7), dark),
        Shape(gouge(-16, -70, 1.2, 26, 2), body),
    ]


def brooch(ink: str = "ink", light: str = "ground") -> list:
    """A bronze brooch: a bow and two spirals."""
    shapes: list = []
    for way in (-1, 1):
        turns = []
        for i in range(40):
            angle = way * (math.pi / 2) + i * 0.42 * way
            reach = 30 * (1 - i / 44)
            turns.append(
                (way * 32 + math.cos(angle) * reach, -30 + math.sin(angle) * reach)
            )
        shapes.append(Shape(curve(turns), stroke=ink, width=5.4))
    shapes.append(Shape(curve([(-32, -60), (0, -74), (32, -60), (0, -64)], True), ink))
    shapes.append(Shape(curve([(-34, -2), (0, 6), (34, -2)]), stroke=ink, width=4))
    shapes.append(
        Shape(compound(gouge(x, -67, 1.57, 8, 1.3) for x in (-16, -8, 0, 8, 16)), light)
    )
    return shapes


def feather(ink: str = "ink", light: str = "paper") -> list:
    """A quill."""
    vane = curve(
        [
            (0, -100),
            (16, -84),
            (20, -50),
            (8, -20),
            (0, -12),
            (-7, -24),
            (-12, -56),
            (-8, -84),
        ],
        True,
    )
    barbs = [gouge(-5, -84 + i * 9, -0.8, 16, 1.3) for i in range(7)]
    barbs += [gouge(9, -84 + i * 9, -2.3, 17, 1.3) for i in range(7)]
    return [
        Shape(vane, light),
        Shape(compound(barbs), ink),
        Shape(curve([(2, -96), (2, -50), (-2, 0)]), stroke=ink, width=2.6),
    ]


def sun_chariot(
    ink: str = "ink", light: str = "ground", strong: str = "button"
) -> list:
    """The sun on its wagon, drawn by a horse, as found in Trundholm Mose."""
    horse = [
        (-62, -52),
        (-50, -58),
        (-28, -56),
        (-12, -66),
        (-4, -86),
        (-2, -96),
        (3, -90),
    ]
    horse += [
        (14, -84),
        (22, -74),
        (18, -70),
        (8, -72),
        (2, -60),
        (-4, -46),
        (-10, -40),
    ]
    horse += [(-30, -40), (-52, -40), (-60, -42)]
    legs = [
        polygon([(x, -44), (x + 7, -44), (x + 4.5, -12), (x + 2, -12)])
        for x in (-60, -52, -20, -12)
    ]
    wheels, spokes = [], []
    for x in (-57, -15, 34, 72):
        wheels.append(circle(x, -11, 10))
        spokes += [gouge(x, -11, turn, 19, 1.1) for turn in (0.785, -0.785)]
    rings = [circle(53, -58, r) for r in (30, 21)]
    dots = [
        circle(53 + math.cos(a) * 25.5, -58 + math.sin(a) * 25.5, 2)
        for a in (i * 0.524 for i in range(12))
    ]
    swirls = [
        circle(53 + math.cos(a) * 12, -58 + math.sin(a) * 12, 4.6)
        for a in (i * 1.047 for i in range(6))
    ]
    return [
        Shape(polygon([(-62, -14), (76, -14), (76, -10), (-62, -10)]), ink),
        Shape(curve(horse, True, 0.8), ink),
        Shape(compound(legs), ink),
        Shape(curve([(-60, -50), (-70, -40), (-68, -26)]), stroke=ink, width=4),
        Shape(polygon([(50, -24), (56, -24), (56, -12), (50, -12)]), ink),
        Shape(circle(53, -58, 36), strong),
        Shape(compound(rings), stroke=light, width=1.8),
        Shape(compound(dots), light),
        Shape(compound(swirls), stroke=light, width=1.6),
        Shape(curve([(20, -76), (30, -74)]), stroke=ink, width=1.6),
        Shape(compound(wheels), stroke=ink, width=3),
        Shape(compound(spokes), ink),
    ]


def cotton_grass(ink: str = "ink", light: str = "paper") -> list:
    """Bog cotton: what grows where things are kept."""
    stems, tufts = [], []
    for x, lean, tall in ((-22, -14, 78), (-6, -2, 100), (8, 10, 86), (22, 24, 64)):
        stems.append(curve([(x * 0.6, 0), (x * 0.8, -tall * 0.5), (x + lean, -tall)]))
        for i in range(9):
            angle = -math.pi / 2 + (i - 4) * 0.42
            at = (x + lean + math.cos(angle) * 7, -tall + math.sin(angle) * 9)
            tufts.append(gouge(*at, angle, 19, 3.4))
    return [
        Shape(compound(stems), stroke=ink, width=2.6),
        Shape(compound(tufts), light),
        Shape(
            compound(gouge(x, -16, 1.57 + x / 60, 44, 3) for x in (-12, -3, 6, 14)), ink
        ),
    ]
