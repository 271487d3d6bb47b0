"""Small things, each about a hundred units tall with its foot at nought."""

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


def press(ink: str = "ink", light: str = "paper", strong: str = "button") -> list:
    """A wooden printing press."""
    beams = [rect(-38, -100, 9, 100), rect(29, -100, 9, 100), rect(-44, -104, 88, 12)]
    beams += [rect(-44, -78, 88, 9), rect(-52, -6, 104, 6), rect(-44, -36, 88, 8)]
    screw = [polygon([(-5, -70), (5, -70), (5, -52), (-5, -52)])]
    screw += [gouge(0, -68 + i * 5, 0.3, 16, 1.6) for i in range(4)]
    return [
        Shape(compound(beams), ink),
        Shape(compound(screw), ink),
        Shape(rect(-24, -53, 48, 8), strong),
        Shape(polygon([(2, -60), (58, -66), (58, -62), (2, -56)]), ink),
        Shape(circle(59, -64, 4), ink),
        Shape(polygon([(-30, -43), (26, -43), (34, -37), (-38, -37)]), light),
        Shape(polygon([(-4, -28), (4, -28), (22, -6), (12, -6)]), ink),
        Shape(polygon([(-4, -28), (4, -28), (-12, -6), (-22, -6)]), ink),
    ]


def sailing_ship(
    ink: str = "ink", light: str = "paper", strong: str = "button"
) -> list:
    """A three-masted merchantman."""
    hull = curve(
        [
            (-56, -26),
            (-44, -24),
            (0, -16),
            (40, -22),
            (62, -34),
            (54, -8),
            (36, 2),
            (-36, 2),
            (-50, -8),
        ],
        True,
        0.6,
    )
    masts = [
        rect(x - 1.3, y, 2.6, -y - 14) for x, y in ((-32, -88), (2, -104), (34, -84))
    ]
    masts.append(polygon([(56, -30), (84, -50), (83, -47), (56, -27)]))
    sails, lines = [], []
    for x, tops in (
        (-32, ((-84, 17), (-62, 22))),
        (2, ((-100, 16), (-82, 22), (-58, 28))),
        (34, ((-80, 16), (-60, 21))),
    ):
        for i, (top, half) in enumerate(tops):
            foot = tops[i + 1][0] - 3 if i + 1 < len(tops) else -30
            sails.append(
                curve(
                    [
                        (x - half * 0.86, top),
                        (x + half * 0.86, top),
                        (x + half * 1.2, (top + foot) / 2),
                        (x + half, foot),
                        (x, foot - 4),
                        (x - half, foot),
                    ],
                    True,
                    0.55,
                )
            )
            lines.append(
                gouge(x + half * 0.4, (top + foot) / 2, 1.45, (foot - top) * 0.7, 1.2)
            )
    return [
        Shape(compound(masts), ink),
        Shape(compound(sails), light),
        Shape(compound(sails), stroke=ink, width=1.6),
        Shape(compound(lines), ink),
        Shape(hull, ink),
        Shape(curve([(-48, -15), (0, -8), (50, -19)]), stroke=light, width=2),
        Shape(
            compound(
                circle(-34 + i * 13, -9 + abs(i - 3) * -0.6, 1.8) for i in range(6)
            ),
            light,
        ),
        Shape(polygon([(2, -104), (26, -110), (2, -116)]), strong),
    ]


def bicycle(ink: str = "ink", light: str = "paper", strong: str = "button") -> list:
    """An upright bicycle of the 1930s."""
    wheels = compound([circle(-44, -32, 31), circle(44, -32, 31)])
    spokes = [
        gouge(x, -32, math.pi * i / 6, 58, 0.8) for x in (-44, 44) for i in range(6)
    ]
    frame = [
        [(-44, -32), (-16, -34), (-26, -72)],
        [(-16, -34), (28, -74), (-22, -66)],
        [(28, -74), (44, -32)],
        [(-44, -32), (-24, -66)],
        [(28, -74), (24, -92)],
    ]
    return [
        Shape(compound(spokes), ink),
        Shape(wheels, stroke=ink, width=4),
        Shape(
            compound([circle(-44, -32, 36), circle(44, -32, 36)]),
            stroke=strong,
            width=1.6,
        ),
        Shape(
            compound(polygon(line, False) for line in frame), stroke=strong, width=4.4
        ),
        Shape(curve([(8, -94), (24, -96), (34, -88), (44, -84)]), stroke=ink, width=4),
        Shape(
            curve([(-42, -80), (-26, -78), (-8, -76), (-26, -72), (-40, -74)], True),
            ink,
        ),
        Shape(circle(-16, -34, 7), light),
        Shape(circle(-16, -34, 7), stroke=ink, width=2.4),
        Shape(polygon([(-16, -34), (-6, -18), (-1, -18)], False), stroke=ink, width=3),
        Shape(rounded(38, -82, 12, 11, 4), light),
    ]


def wireless(ink: str = "ink", light: str = "paper", strong: str = "button") -> list:
    """A small wireless set."""
    rays = [gouge(-18, -36, a, 40, 1.6) for a in (0, 1.05, 2.1)]
    return [
        Shape(rounded(-58, -78, 116, 74, 20), ink),
        Shape(rounded(-52, -72, 104, 62, 15), strong),
        Shape(circle(-20, -41, 24), light),
        Shape(
            compound(rect(-46, -62 + i * 8, 52, 2.2) for i in range(6)),
            ink,
            clip=circle(-20, -41, 24),
        ),
        Shape(rounded(14, -64, 32, 22, 4), light),
        Shape(polygon([(28, -44), (36, -60), (37, -59), (31, -44)]), ink),
        Shape(circle(22, -26, 6), light),
        Shape(circle(39, -26, 6), light),
        Shape(compound(rays[:0] + [rect(-40, -6, 14, 6), rect(26, -6, 14, 6)]), ink),
    ]


def telephone(ink: str = "ink", light: str = "paper", strong: str = "button") -> list:
    """A telephone with a dial."""
    body = curve(
        [(-46, 0), (-40, -30), (-22, -56), (22, -56), (40, -30), (46, 0)], True, 0.45
    )
    handset = curve(
        [
            (-60, -60),
            (-54, -78),
            (-28, -86),
            (28, -86),
            (54, -78),
            (60, -60),
            (38, -58),
            (34, -70),
            (-34, -70),
            (-38, -58),
        ],
        True,
        0.6,
    )
    holes = [
        circle(math.cos(a) * 15.5, -26 + math.sin(a) * 15.5, 3.1)
        for a in (i * 0.56 + 0.5 for i in range(10))
    ]
    return [
        Shape(body, ink),
        Shape(handset, ink),
        Shape(compound([rect(-24, -72, 6, 18), rect(18, -72, 6, 18)]), ink),
        Shape(circle(0, -26, 22), light),
        Shape(compound(holes), ink),
        Shape(circle(0, -26, 8), strong),
    ]


def paragraph(ink: str = "button") -> list:
    """The sign of a section of law, as two hooks that hold each other."""
    upper = [
        (18, -82),
        (10, -97),
        (-8, -98),
        (-18, -86),
        (-12, -72),
        (8, -60),
        (20, -46),
        (14, -32),
        (0, -30),
    ]
    lower = [
        (-18, -18),
        (-10, -3),
        (8, -2),
        (18, -14),
        (12, -28),
        (-8, -40),
        (-20, -54),
        (-14, -68),
        (0, -70),
    ]
    return [
        Shape(curve(upper), stroke=ink, width=9),
        Shape(curve(lower), stroke=ink, width=9),
        Shape(compound([circle(18, -82, 6.5), circle(-18, -18, 6.5)]), ink),
    ]


def coffee_pot(body: str = "button", dark: str = "night", light: str = "paper") -> list:
    """Madam Blå: a tall pot of enamel, black at the lid, the handle and the rim."""
    pot = curve(
        [(-20, -84), (20, -84), (25, -50), (34, 0), (-34, 0), (-25, -50)], True, 0.4
    )
    spout = curve(
        [(22, -52), (38, -64), (50, -88), (58, -88), (52, -60), (32, -26)], True, 0.8
    )
    handle = curve([(-21, -78), (-46, -78), (-54, -52), (-42, -26), (-28, -22)])
    lid = curve([(-21, -84), (-14, -96), (0, -99), (14, -96), (21, -84)], True, 0.9)
    return [
        Shape(handle, stroke=dark, width=6.5),
        Shape(spout, body),
        Shape(pot, body),
        Shape(lid, dark),
        Shape(circle(0, -103, 5), dark),
        Shape(rect(-22, -86, 44, 4.4), dark),
        Shape(curve([(-34.6, -2), (0, 1), (34.6, -2)]), stroke=dark, width=4.6),
        Shape(
            compound(gouge(-15 + i * 0.6, -70 + i * 13, 1.62, 15, 2) for i in range(4)),
            light,
        ),
        Shape(
            compound(gouge(14 + i * 3, -66 + i * 12, 1.4, 18, 1.6) for i in range(5)),
            "ember",
        ),
    ]
