"""A castle of blocks."""

from themes.looks.shapes import Shape, compound, gouge

from .cuts import Scene, block, sun


def castle(scene: Scene) -> None:
    """A castle of blocks, as children build it."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("ink")
    x, y = w * 0.5, h * 0.52
    sun(scene, x + 330 * u, y - 290 * u, 190 * u, "dusk")
    side = 46 * u
    voxels: dict[tuple[int, int, int], str] = {}
    for i in range(-7, 8):
        for j in range(-7, 8):
            far = max(abs(i), abs(j))
            if far <= 7 and rng.random() < (1 if far < 7 else 0.8):
                voxels[i, j, 0] = rng.choice(("deep", "ground", "ground", "deep"))
                if far == 6:
                    # the moat, and the bridge that leads over it to the gate
                    voxels[i, j, 0] = "paper" if abs(i) <= 1 and j > 0 else "water"
    walls = 4
    for k in range(1, 5):
        for i in range(-walls, walls + 1):
            for j in (-walls, walls):
                _stone(voxels, rng, i, j, k, 4)
                _stone(voxels, rng, j, i, k, 4)
    for a in (-4, 4):
        for b in (-4, 4):
            for k in range(1, 8):
                for di in (-1, 0, 1):
                    for dj in (-1, 0, 1):
                        _stone(voxels, rng, a + di, b + dj, k, 7)
    for k in range(1, 11):
        for di in (-1, 0, 1):
            for dj in (-1, 0, 1):
                _stone(voxels, rng, di, dj, k, 10)
    for k in range(11, 14):
        reach = 13 - k
        for di in range(-reach, reach + 1):
            for dj in range(-reach, reach + 1):
                if abs(di) <= max(reach - 1, 0) and abs(dj) <= max(reach - 1, 0):
                    voxels[di, dj, k] = "button"
    for k in (1, 2):
        for i in (-1, 0, 1):
            voxels.pop((i, 4, k), None)
    for (i, j, k), fill in sorted(
        voxels.items(), key=lambda v: (v[0][2], v[0][0] + v[0][1])
    ):
        hidden = all(n in voxels for n in ((i + 1, j, k), (i, j + 1, k), (i, j, k + 1)))
        if not hidden:
            cube(scene, x, y + 110 * u, side, (i, j, k), fill)


def _stone(voxels: dict, rng, i: int, j: int, k: int, top: int) -> None:
    """A stone of the wall; on top every other one is left out."""
    if k == top and (i + j) % 2:
        return
    voxels[i, j, k] = rng.choice(("pale", "paper", "pale", "ground"))


SIDES = {
    "paper": ("paper", "ground", "mid"),
    "pale": ("pale", "deep", "dusk"),
    "ground": ("ground", "mid", "dusk"),
    "deep": ("deep", "mid", "dusk"),
    "mid": ("mid", "dusk", "ink"),
    "button": ("button", "ember", "night"),
    "water": ("warm", "ember", "night"),
}


def cube(
    scene: Scene,
    x: float,
    y: float,
    side: float,
    at: tuple[int, int, int],
    fill: str,
) -> None:
    """One block, seen from a corner above."""
    i, j, k = at
    cx = x + (i - j) * side * 0.866
    cy = y + (i + j) * side * 0.5 - k * side
    top, left, right = SIDES[fill]
    a, b = side * 0.866, side * 0.5
    over = side * 0.012
    scene.add(
        block(
            [(cx - a - over, cy - over), (cx, cy + b), (cx, cy + b + side + over)]
            + [(cx - a - over, cy + side)],
            left,
        ),
        block(
            [(cx + a + over, cy - over), (cx, cy + b), (cx, cy + b + side + over)]
            + [(cx + a + over, cy + side)],
            right,
        ),
        block([(cx, cy - b), (cx + a, cy), (cx, cy + b), (cx - a, cy)], top),
    )
    rng = scene.rng
    marks = [
        gouge(
            cx + a * rng.uniform(0.2, 0.8),
            cy + side * rng.uniform(0.35, 0.9),
            -0.52,
            side * 0.34,
            side * 0.035,
        )
        for _ in range(2)
    ]
    scene.add(Shape(compound(marks), "night"))
    marks = [
        gouge(
            cx - a * rng.uniform(0.2, 0.8),
            cy + side * rng.uniform(0.35, 0.9),
            0.52,
            side * 0.3,
            side * 0.03,
        )
    ]
    scene.add(Shape(compound(marks), top))
