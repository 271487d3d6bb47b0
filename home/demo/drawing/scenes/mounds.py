"""A dolmen cut through."""

from themes.looks.motifs.finds import FINDS
from themes.looks.shapes import Shape, compound, place, rect

from .cuts import Scene, grass, hatched, hill, mass
from .dolmens import birds


def mound_section(scene: Scene) -> None:
    """A dolmen cut through: capstone, uprights, dry wall, mound and kerb."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("pale")
    base = h * 0.76
    x = w * 0.5
    birds(scene, x + 220 * u, h * 0.13, "ink", 6)
    hill(scene, base - 60 * u, 20 * u, "ground", "deep", 1600, 1)
    mound = mass(
        [
            (x - 560 * u, base + 30 * u),
            (x - 470 * u, base - 170 * u),
            (x - 230 * u, base - 380 * u),
        ]
        + [
            (x, base - 430 * u),
            (x + 230 * u, base - 380 * u),
            (x + 470 * u, base - 170 * u),
        ]
        + [(x + 560 * u, base + 30 * u)],
        "dusk",
        0.9,
    )
    scene.add(mound)
    for k in range(9):
        y = base - (30 + k * 46) * u
        scene.add(
            hatched(
                rng,
                mound.path,
                (x - 560 * u, y - 12 * u, 1120 * u, 26 * u),
                ("mid", "ink", "ember")[k % 3],
                12 * u,
                0,
                60 * u,
                5 * u,
            )
        )
    scene.add(Shape(rect(-9, base, w + 18, h - base + 9), "ink"))
    scene.add(
        hatched(
            rng,
            None,
            (0, base + 8 * u, w, h - base),
            "dusk",
            22 * u,
            0,
            60 * u,
            4 * u,
            (0.5, 0.5),
        )
    )
    room = mass(
        [
            (x - 190 * u, base + 8 * u),
            (x - 180 * u, base - 240 * u),
            (x + 180 * u, base - 240 * u),
            (x + 190 * u, base + 8 * u),
        ],
        "night",
        0.15,
    )
    scene.add(room)
    slabs = []
    for side in (-1, 1):
        for k in range(9):
            y = base - (16 + k * 25) * u
            wide = rng.uniform(70, 100) * u
            slabs.append(rect(x + side * 236 * u - wide / 2, y - 18 * u, wide, 19 * u))
    scene.add(
        Shape(compound(slabs), "warm"),
        Shape(compound(slabs), stroke="night", width=3 * u),
    )
    for points, fill in (
        (
            [
                (-206, 30),
                (-214, -120),
                (-190, -236),
                (-128, -240),
                (-112, -60),
                (-122, 34),
            ],
            "deep",
        ),
        (
            [(206, 30), (216, -120), (186, -236), (124, -240), (110, -60), (120, 34)],
            "deep",
        ),
        (
            [
                (-330, -232),
                (-300, -318),
                (-120, -362),
                (120, -356),
                (300, -310),
                (336, -236),
                (180, -222),
                (-180, -218),
            ],
            "paper",
        ),
    ):
        shape = mass([(x + a * u, base + b * u) for a, b in points], fill, 0.7)
        box = (x - 340 * u, base - 370 * u, 680 * u, 410 * u)
        scene.add(
            shape,
            hatched(
                rng,
                shape.path,
                box,
                "ink",
                19 * u,
                0.1 if fill == "paper" else 1.45,
                44 * u,
                4.4 * u,
                (0.35, 0.8),
            ),
        )
    for side in (-1, 1):
        kerb = mass(
            [
                (x + side * a * u, base + b * u)
                for a, b in ((520, 26), (516, -84), (556, -118), (612, -80), (616, 26))
            ],
            "ground",
            0.7,
        )
        scene.add(
            kerb,
            hatched(
                rng,
                kerb.path,
                (x + side * 566 * u - 60 * u, base - 120 * u, 120 * u, 150 * u),
                "ink",
                16 * u,
                1.5,
                34 * u,
                4 * u,
                (0.2, 0.8),
            ),
        )
    find = FINDS["pot"](rng, "paper", "night")
    scene.add(place(find, x - 50 * u, base - 40 * u, 0.86 * u))
    scene.add(
        place(
            FINDS["axe"](rng, "warm", "night"), x + 62 * u, base - 22 * u, 0.6 * u, 82
        )
    )
    grass(scene, lambda at: base + 12 * u, 0, x - 600 * u, "ink", 60)
    grass(scene, lambda at: base + 12 * u, x + 610 * u, w, "ink", 60)
