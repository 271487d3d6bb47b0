"""A village church."""

from themes.looks.shapes import Shape, compound, gouge, rect

from .cuts import Scene, block, grass, hatched, hill, sun, tree


def church(scene: Scene) -> None:
    """A whitewashed village church with stepped gables."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("mid")
    base = h * 0.8
    x = w * 0.52
    sun(scene, x + 330 * u, base - 640 * u, 140 * u, "ground")
    hill(scene, base - 60 * u, 26 * u, "dusk", "mid", 1500, 1.2)
    line = hill(scene, base, 12 * u, "ink", "dusk", 1500, 1.2)
    nave(scene, x, base + 24 * u)
    tree(scene, x - 470 * u, base + 34 * u, 330 * u, "night", "ink", "mid")
    tree(scene, x + 560 * u, base + 40 * u, 250 * u, "night", "ink", "mid")
    wall = [(x - 720 * u, base + 80 * u), (x - 690 * u, base + 20 * u)]
    wall += [(x + 700 * u, base + 20 * u), (x + 730 * u, base + 80 * u)]
    shape = block(wall, "paper")
    scene.add(shape)
    scene.add(
        hatched(
            rng,
            shape.path,
            (x - 730 * u, base + 20 * u, 1460 * u, 64 * u),
            "mid",
            15 * u,
            0,
            40 * u,
            4 * u,
            (0.4, 0.9),
        )
    )
    scene.add(Shape(rect(x - 700 * u, base + 12 * u, 1410 * u, 15 * u), "button"))
    near = hill(scene, base + 78 * u, 14 * u, "night", "dusk", 900, 1.5)
    grass(scene, near, 0, w, "night", 60)
    grass(scene, line, 0, x - 720 * u, "night", 40)


def nave(scene: Scene, x: float, y: float) -> None:
    """The church itself, its tower's foot at x, y."""
    u, rng = scene.unit, scene.rng

    def at(points: list) -> list:
        return [(x + a * u, y + b * u) for a, b in points]

    def box(a: float, b: float, wide: float, high: float) -> tuple:
        return x + a * u, y + b * u, wide * u, high * u

    # the nave with its red roof, the lower choir behind it
    choir = block(at([(330, 0), (330, -190), (560, -190), (560, 0)]), "pale")
    roof = block(at([(310, -190), (350, -320), (540, -320), (580, -190)]), "ember")
    scene.add(choir, roof)
    scene.add(
        hatched(
            rng,
            choir.path,
            box(330, -190, 230, 190),
            "mid",
            15 * u,
            1.5,
            40 * u,
            4 * u,
            (0.1, 0.9),
        )
    )
    nave = block(at([(-60, 0), (-60, -250), (360, -250), (360, 0)]), "paper")
    top = block(at([(-80, -250), (-40, -430), (340, -430), (380, -250)]), "button")
    scene.add(nave, top)
    tiles = []
    for row in range(7):
        for i in range(26):
            a = -80 + i * 18 + (row % 2) * 9
            tiles.append(
                gouge(x + a * u, y + (-262 - row * 25) * u, 1.57, 21 * u, 4 * u)
            )
    scene.add(Shape(compound(tiles), "ember", clip=top.path))
    scene.add(
        hatched(
            rng,
            nave.path,
            box(-60, -250, 420, 250),
            "mid",
            17 * u,
            1.5,
            38 * u,
            3.4 * u,
            (0, 0.55),
        )
    )
    for a in (70, 200, 440):
        high = 118 if a < 400 else 90
        scene.add(Shape(arch(x + a * u, y - 64 * u, 42 * u, high * u), "night"))
        pane = arch(x + a * u, y - 70 * u, 30 * u, (high - 14) * u)
        scene.add(Shape(pane, "dusk"))
        bars = [
            gouge(x + a * u, y + (-70 - high * 0.4) * u, 1.57, high * 0.86 * u, 4 * u)
        ]
        bars += [
            gouge(x + a * u, y - k * u, 0, 30 * u, 3.4 * u) for k in (90, 116, 142)
        ]
        scene.add(Shape(compound(bars), "pale", clip=pane))
    # the tower, its gable in steps
    steps = [(-300, 0), (-300, -500)]
    gable_x, gable_y = -300, -500
    for _ in range(5):
        steps += [(gable_x, gable_y - 44), (gable_x + 28, gable_y - 44)]
        gable_x += 28
        gable_y -= 44
    mirror = [(-a - 340, b) for a, b in steps]
    tower = block(at(steps + mirror[::-1]), "paper")
    side = block(at([(-40, 0), (-40, -500), (-6, -492), (-6, 0)]), "dusk")
    scene.add(side, tower)
    scene.add(
        hatched(
            rng,
            tower.path,
            box(-300, -730, 262, 730),
            "mid",
            18 * u,
            1.52,
            44 * u,
            3.6 * u,
            (0, 0.8),
        )
    )
    for a, b, high in ((-228, -560, 84), (-170, -590, 104), (-112, -560, 84)):
        scene.add(Shape(arch(x + a * u, y + b * u, 32 * u, high * u), "dusk"))
    scene.add(Shape(arch(x - 170 * u, y - 380 * u, 84 * u, 108 * u), "night"))
    slats = [
        gouge(x - 170 * u, y - k * u, 0, 78 * u, 5 * u) for k in (394, 412, 430, 448)
    ]
    scene.add(Shape(compound(slats), "mid"))
    scene.add(Shape(arch(x - 170 * u, y, 112 * u, 176 * u), "night"))
    scene.add(Shape(arch(x - 170 * u, y, 88 * u, 156 * u), "ember"))
    scene.add(
        hatched(
            rng,
            arch(x - 170 * u, y, 88 * u, 156 * u),
            box(-214, -156, 88, 156),
            "night",
            15 * u,
            1.57,
            60 * u,
            4 * u,
        )
    )


def arch(x: float, foot: float, wide: float, high: float) -> tuple:
    """A round-headed opening, by the middle of its sill."""
    r = wide / 2
    k = r * 0.5523
    spring = foot - high + r
    return (
        ("M", x - r, foot),
        ("L", x - r, spring),
        ("C", x - r, spring - k, x - k, spring - r, x, spring - r),
        ("C", x + k, spring - r, x + r, spring - k, x + r, spring),
        ("L", x + r, foot),
        ("Z",),
    )
