"""Bats over a wood at night."""

from themes.looks.shapes import Shape, compound, curve, gouge, place

from .cuts import Scene, hill, mass, sun

# A bat with its wings out, from nose to tail and back, for one who is 100 across.
WING = (
    (0, -9),
    (7, -15),
    (8, -5),
    (24, -14),
    (52, -20),
    (100, 4),
    (84, 5),
    (74, 18),
    (60, 8),
    (46, 20),
    (32, 10),
    (17, 18),
    (0, 30),
)


def bats(scene: Scene) -> None:
    """A moon over the wood's edge, and who hunts before it."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("night")
    moon = (w * 0.64, h * 0.34)
    sun(scene, *moon, 210 * u, "dusk")
    for share, fill, tint in ((0.7, "dusk", "mid"), (0.8, "mid", "ground")):
        line = hill(scene, h * share, 26 * u, fill, tint, 1300, 0.8)
        x = rng.uniform(0, 90) * u
        while x < w + 90 * u:
            _tree(scene, x, line(x), rng.uniform(90, 210) * u, fill, tint)
            x += rng.uniform(70, 190) * u
    hill(scene, h * 0.9, 18 * u, "ink", "dusk", 1000, 1.3, shade="ink")
    for across, down, size, turn in (
        (-0.06, 0.02, 2.5, -12),
        (-0.4, -0.12, 1.7, 16),
        (0.16, 0.16, 1.25, 22),
        (-0.28, 0.2, 1.0, -20),
        (0.24, -0.14, 0.85, -8),
        (-0.53, 0.1, 0.75, 8),
    ):
        near = abs(across) < 0.1
        at = (moon[0] + across * w, moon[1] + down * h)
        scene.add(place(_bat("ink" if near else "pale"), *at, size * u, turn))


def _bat(fill: str) -> list[Shape]:
    """One bat; its fingers are cut out of the wings."""
    left = [(-x, y) for x, y in reversed(WING)]
    outline = curve([*WING, *left[1:-1]], True, 0.35)
    fingers = [
        gouge(way * x, -1, way * turn, 34, 1.6)
        for way in (-1, 1)
        for x, turn in ((42, 1.2), (58, 0.9), (74, 0.6))
    ]
    return [Shape(outline, fill), Shape(compound(fingers), "dusk")]


def _tree(
    scene: Scene, x: float, foot: float, tall: float, fill: str, tint: str
) -> None:
    """A round crown on a stem, lit from the moon's side."""
    rng, wide = scene.rng, tall * 0.36
    crown = mass(
        [
            (x - wide, foot - tall * 0.5),
            (x - wide * 0.6, foot - tall * 0.95),
            (x + wide * 0.1, foot - tall * 1.1),
            (x + wide * 0.8, foot - tall * 0.85),
            (x + wide, foot - tall * 0.4),
            (x + wide * 0.2, foot - tall * 0.2),
        ],
        fill,
        1,
    )
    leaves = [
        gouge(
            x + rng.uniform(-0.1, 0.75) * wide,
            foot - tall * rng.uniform(0.4, 0.95),
            rng.uniform(0.4, 1.2),
            tall * 0.12,
            tall * 0.024,
        )
        for _ in range(9)
    ]
    stem = gouge(x, foot - tall * 0.1, 1.57, tall * 0.7, tall * 0.09)
    scene.add(crown, Shape(stem, fill), Shape(compound(leaves), tint))
