"""A dolmen, under the sky and in the corn."""

from themes.looks.shapes import Shape, circle, compound, curve, gouge, rect

from .cuts import Scene, grass, hatched, hill, mass, sun


def dolmen(scene: Scene) -> None:
    """A dolmen on its rise, the sun low behind it."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("ground")
    base = h * 0.74 if h < w * 1.2 else h * 0.8
    x = w * 0.54
    sun(scene, x - 30 * u, base - 300 * u, 215 * u, "pale")
    hill(scene, base - 95 * u, 34 * u, "warm", "ground", 1700, 1.2)
    hill(scene, base - 30 * u, 40 * u, "ember", "warm", 1300, 1.2)
    line = hill(scene, base + 25 * u, 16 * u, "dusk", "mid", 1900, 1.4)
    mound = [
        (x - 620 * u, base + 60 * u),
        (x - 380 * u, base - 10 * u),
        (x, base - 48 * u),
        (x + 380 * u, base - 8 * u),
        (x + 640 * u, base + 62 * u),
    ]
    scene.add(mass([*mound, (x, base + 160 * u)], "ink", 1))
    scene.add(
        hatched(
            rng,
            None,
            (x - 440 * u, base - 2 * u, 880 * u, 90 * u),
            "dusk",
            15 * u,
            0.02,
        )
    )
    stones(scene, x, base - 22 * u, u)
    near = hill(scene, h * 0.93, 22 * u, "night", "dusk", 900, 1.6)
    grass(scene, near, 0, w, "night", 90)
    grass(scene, line, x - 600 * u, x - 420 * u, "ink", 80)
    birds(scene, x + 350 * u, base - 540 * u, "ink")


def stones(scene: Scene, x: float, y: float, u: float) -> None:
    """The dolmen itself: uprights, and a capstone that should not be able to rest."""
    rng = scene.rng

    def at(points: list) -> list:
        return [(x + a * u, y + b * u) for a, b in points]

    back = at([(-70, 30), (-82, -120), (-40, -165), (60, -160), (84, -110), (78, 30)])
    scene.add(mass(back, "night", 0.6))
    left = at([(-236, 36), (-246, -70), (-214, -158), (-150, -170), (-118, -60)])
    left += at([(-124, 40)])
    right = at([(128, 42), (122, -70), (150, -164), (216, -160), (246, -60), (238, 40)])
    middle = at([(-34, 46), (-44, -60), (-20, -142), (34, -148), (58, -50), (50, 46)])
    for outline, fill, tint, bright in (
        (middle, "mid", "ink", "ground"),
        (left, "deep", "ink", "paper"),
        (right, "deep", "ink", "paper"),
    ):
        shape = mass(outline, fill, 0.75)
        xs, ys = [p[0] for p in outline], [p[1] for p in outline]
        box = (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        scene.add(shape)
        scene.add(
            hatched(rng, shape.path, box, tint, 15 * u, 1.4, 42 * u, 4 * u, (0, 1))
        )
        scene.add(
            hatched(
                rng, shape.path, box, bright, 19 * u, 1.5, 34 * u, 3.4 * u, (0.75, 0)
            )
        )
    cap = at(
        [
            (-318, -182),
            (-296, -262),
            (-190, -322),
            (-20, -352),
            (150, -330),
            (286, -272),
        ]
        + [(330, -206), (300, -168), (150, -150), (-60, -146), (-230, -152)]
    )
    shape = mass(cap, "pale", 0.8)
    scene.add(shape)
    shade = at(
        [(-330, -178), (-200, -200), (0, -196), (180, -206), (340, -226), (330, -130)]
        + [(0, -120), (-330, -130)]
    )
    scene.add(Shape(curve(shade, True), "deep", clip=shape.path))
    box = (x - 330 * u, y - 350 * u, 660 * u, 210 * u)
    scene.add(
        hatched(rng, shape.path, box, "ink", 17 * u, 0.12, 60 * u, 4.4 * u, (0.1, 0.9))
    )
    scene.add(
        hatched(rng, shape.path, box, "paper", 22 * u, -0.2, 46 * u, 4 * u, (0.6, 0))
    )
    cups = [circle(x + a * u, y + b * u, r * u) for a, b, r in CUP_MARKS]
    scene.add(Shape(compound(cups), "ink", clip=shape.path))


CUP_MARKS = ((-150, -268, 11), (-110, -290, 9), (-66, -272, 12), (-20, -300, 9))


def birds(scene: Scene, x: float, y: float, fill: str, count: int = 9) -> None:
    """A flight of birds, two strokes each."""
    u, rng = scene.unit, scene.rng
    wings = []
    for i in range(count):
        a = x + i * 34 * u + rng.uniform(-8, 8) * u
        b = y + abs(i - 3) * 17 * u + rng.uniform(-8, 8) * u
        size = rng.uniform(24, 38) * u
        wings.append(gouge(a - size * 0.4, b, 0.5, size, 5 * u))
        wings.append(gouge(a + size * 0.4, b, -0.5, size, 5 * u))
    scene.add(Shape(compound(wings), fill))


def cornfield(scene: Scene) -> None:
    """A dolmen in the middle of a yellow field under a great sky."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    dolmen(scene)
    ears, stalks = [], []
    top = h * 0.86
    for row in range(6):
        x = -10 * u
        while x < w:
            y = top + row * 48 * u + rng.uniform(-14, 14) * u
            if row or abs(x - w * 0.54) > 330 * u:
                lean = rng.uniform(-8, 22) * u
                stalks.append(gouge(x + lean / 2, y + 60 * u, 1.5, 150 * u, 3.4 * u))
                for k in range(5):
                    for way in (-1, 1):
                        at = (x + lean + way * 5 * u, y - k * 11 * u)
                        ears.append(gouge(*at, -1.57 + way * 0.5, 20 * u, 4.6 * u))
            x += rng.uniform(12, 24) * u
    scene.add(Shape(rect(-9, top + 40 * u, w + 18, h), "mid"))
    scene.add(Shape(compound(stalks), "ground"), Shape(compound(ears), "pale"))
