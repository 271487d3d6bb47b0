"""A family album."""

from themes.looks.shapes import (
    Shape,
    circle,
    compound,
    curve,
    place,
    polygon,
    rect,
    rounded,
)

from .cuts import Scene, hatched, mass


def album(scene: Scene) -> None:
    """A family album, open: four generations as silhouettes."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("mid")
    scene.add(hatched(rng, None, (0, 0, w, h), "dusk", 30 * u, 0.02, 150 * u, 4 * u))
    wide, high = min(1160 * u, w * 0.94), 820 * u
    x, y = w / 2, h / 2
    tilt: list = []
    half = wide / 2
    tilt.append(
        Shape(
            rounded(
                -half - 16 * u, -high / 2 + 8 * u, wide + 32 * u, high + 22 * u, 16 * u
            ),
            "night",
        )
    )
    for way in (-1, 1):
        for sheet in range(4):
            edge = (half - sheet * 5 * u) * way
            page = curve(
                [
                    (0, -high / 2 + 20 * u),
                    (edge * 0.5, -high / 2 - 4 * u),
                    (edge, -high / 2 + 10 * u),
                ]
                + [
                    (edge, high / 2),
                    (edge * 0.5, high / 2 - 16 * u),
                    (0, high / 2 + 8 * u),
                ],
                True,
                0.3,
            )
            tilt.append(
                Shape(
                    page, ("pale", "ink", "pale", "ink")[sheet] if sheet < 3 else "ink"
                )
            )
        box = (min(0, half * way), -high / 2, half, high)
        tilt.append(
            hatched(
                rng,
                None,
                (box[0] + 24 * u, box[1] + 40 * u, box[2] - 60 * u, box[3] - 80 * u),
                "night",
                26 * u,
                1.57,
                40 * u,
                3 * u,
                (0.25, 0.25),
            )
        )
    photos = (
        (-0.27, -0.23, 330, 270, -4, "pair", "pale"),
        (-0.23, 0.24, 250, 310, 3, "child", "ground"),
        (-0.4, 0.27, 170, 210, -7, "woman", "blush"),
        (0.24, -0.21, 270, 330, 4, "woman", "ground"),
        (0.4, -0.26, 160, 200, -5, "man", "pale"),
        (0.26, 0.25, 350, 260, -2, "house", "blush"),
    )
    for dx, dy, pw, ph, turn, what, back in photos:
        photo = _photo(scene, pw * u, ph * u, what, back)
        tilt.append(place(photo, dx * wide, dy * high, 1, turn))
    tilt.append(
        hatched(
            rng,
            None,
            (-26 * u, -high / 2 + 20 * u, 52 * u, high - 30 * u),
            "night",
            9 * u,
            1.57,
            80 * u,
            5 * u,
        )
    )
    scene.add(place(tilt, x, y, 1, -3))


def _photo(scene: Scene, wide: float, high: float, what: str, back: str) -> list:
    """A print with white borders, held by corners."""
    u, rng = scene.unit, scene.rng
    left, top = -wide / 2, -high / 2
    rim = 13 * u
    inside = rect(left + rim, top + rim, wide - 2 * rim, high - 2 * rim)
    shapes: list = [
        Shape(rect(left + 7 * u, top + 9 * u, wide, high), "night"),
        Shape(rect(left, top, wide, high), "paper"),
        Shape(inside, back),
        hatched(
            rng,
            inside,
            (left, top, wide, high),
            "mid",
            16 * u,
            0.3,
            30 * u,
            3 * u,
            (0.8, 0.2),
        ),
    ]
    foot = high / 2 - rim
    size = min(wide, high) / 300
    if what == "house":
        shapes.append(
            Shape(
                rect(-110 * size, -20 * size, 220 * size, 150 * size),
                "button",
                clip=inside,
            )
        )
        shapes.append(
            Shape(
                polygon(
                    [
                        (-130 * size, -20 * size),
                        (-90 * size, -96 * size),
                        (90 * size, -96 * size),
                        (130 * size, -20 * size),
                    ]
                ),
                "ink",
                clip=inside,
            )
        )
        shapes.append(
            Shape(
                compound(
                    rect(k * size, 14 * size, 36 * size, 44 * size)
                    for k in (-86, -18, 50)
                ),
                "paper",
                clip=inside,
            )
        )
        shapes.append(
            Shape(
                mass(
                    [
                        (-240 * size, 110 * size),
                        (0, 96 * size),
                        (240 * size, 108 * size),
                        (240 * size, 200 * size),
                        (-240 * size, 200 * size),
                    ],
                    "dusk",
                ).path,
                "dusk",
                clip=inside,
            )
        )
    people = {
        "pair": ((-60, 1, "man"), (62, 0.92, "woman")),
        "child": ((0, 0.95, "child"),),
    }
    for dx, scale, kind in people.get(
        what, ((0, 1.05, what),) if what != "house" else ()
    ):
        shapes += [
            Shape(s.path, s.fill, clip=inside) if dx == 0 and scale == 0 else s
            for s in _person(dx * size, foot, size * scale, kind, inside)
        ]
    for sx in (-1, 1):
        for sy in (-1, 1):
            a, b = sx * (wide / 2 + 5 * u), sy * (high / 2 + 5 * u)
            corner = [(a, b), (a - sx * 36 * u, b), (a, b - sy * 36 * u)]
            shapes.append(Shape(polygon(corner), "night"))
    return shapes


def _person(x: float, y: float, s: float, kind: str, clip: tuple) -> list:
    """A bust in profile-less silhouette, told apart by hair and collar."""
    low = y + 10 * s
    tall = 0.82 if kind == "child" else 1

    def at(points: list) -> list:
        return [(x + a * s, low + b * s * tall) for a, b in points]

    body = curve(
        at([(-96, 10), (-88, -66), (-34, -100), (34, -100), (88, -66), (96, 10)]),
        True,
        0.7,
    )
    neck = curve(
        at([(-20, -90), (-20, -140), (20, -140), (20, -90), (0, -72)]), True, 0.5
    )
    head_y = low - 178 * s * tall
    head = curve(
        [
            (x - 43 * s, head_y - 8 * s),
            (x, head_y - 58 * s),
            (x + 43 * s, head_y - 8 * s),
        ]
        + [
            (x + 30 * s, head_y + 42 * s),
            (x, head_y + 58 * s),
            (x - 30 * s, head_y + 42 * s),
        ],
        True,
        0.9,
    )
    shapes = []
    if kind == "woman":
        bun = blob_at(x + 34 * s, head_y - 52 * s, 27 * s)
        shapes.append(Shape(bun, "night", clip=clip))
    shapes += [
        Shape(body, "ink" if kind != "child" else "button", clip=clip),
        Shape(neck, "paper", clip=clip),
    ]
    shapes.append(Shape(head, "paper", clip=clip))
    if kind == "man":
        hair = [
            (-46, 4),
            (-48, -34),
            (-10, -66),
            (34, -58),
            (48, -22),
            (44, 2),
            (30, -26),
            (-26, -30),
        ]
        tash = curve(
            [
                (x - 22 * s, head_y + 28 * s),
                (x, head_y + 18 * s),
                (x + 22 * s, head_y + 28 * s),
                (x, head_y + 27 * s),
            ],
            True,
        )
        tie = polygon(
            [
                (x - 9 * s, low - 84 * s),
                (x + 9 * s, low - 84 * s),
                (x + 15 * s, low),
                (x - 15 * s, low),
            ]
        )
        shapes += [Shape(tash, "night", clip=clip), Shape(tie, "button", clip=clip)]
    elif kind == "woman":
        hair = [
            (-48, 34),
            (-52, -22),
            (-14, -66),
            (30, -60),
            (52, -20),
            (48, 34),
            (36, -12),
            (0, -34),
            (-34, -8),
        ]
        beads = compound(
            circle(x + k * 11 * s, low - (88 - abs(k) * -2 - k * k * -0.6) * s, 4.6 * s)
            for k in range(-3, 4)
        )
        shapes.append(Shape(beads, "button", clip=clip))
    else:
        hair = [
            (-48, 12),
            (-50, -30),
            (-8, -66),
            (36, -56),
            (50, -12),
            (46, 12),
            (34, -20),
            (-36, -22),
        ]
        bow = polygon(
            [
                (x - 2 * s, head_y - 54 * s),
                (x + 34 * s, head_y - 80 * s),
                (x + 34 * s, head_y - 36 * s),
                (x - 34 * s, head_y - 80 * s),
                (x - 34 * s, head_y - 36 * s),
            ]
        )
        shapes.append(Shape(bow, "ember", clip=clip))
    locks = curve([(x + a * s, head_y + b * s) for a, b in hair], True, 0.8)
    shapes.append(Shape(locks, "night" if kind != "child" else "dusk", clip=clip))
    eyes = compound(circle(x + k * 15 * s, head_y + 6 * s, 4 * s) for k in (-1, 1))
    shapes.append(Shape(eyes, "night", clip=clip))
    return shapes


def blob_at(x: float, y: float, radius: float) -> tuple:
    """A plain round lock of hair."""
    return circle(x, y, radius)
