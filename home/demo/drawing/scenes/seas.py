"""Under the surface."""

from themes.looks.motifs.waves import Swell, fish
from themes.looks.shapes import Shape, blob, circle, compound, curve, gouge, place

from .cuts import Scene, hatched, hill


def seabed(scene: Scene) -> None:
    """Under the surface of an inland sea: eelgrass, a shoal, a jellyfish."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("warm")
    scene.add(Shape(circle(w * 0.7, h * 0.2, 130 * u), "pale"))
    for fill, tint, share in (("warm", "pale", 0.2), ("button", "warm", 0.36)):
        swell = Swell(rng, h * share, 60 * u, 0.8, w, u)
        scene.add(Shape(swell.mass(h), fill), *swell.carved(tint, 1))
    hill(scene, h * 0.68, 16 * u, "dusk", "mid", 1500, 0.7)
    shoal = []
    for _ in range(26):
        a, b = rng.gauss(0, 1), rng.gauss(0, 1)
        shoal.append((w * 0.4 + a * 240 * u, h * 0.4 + b * 112 * u + a * 34 * u))
    for x, y in shoal:
        kind = rng.choice(("paper", "ground", "pale"))
        scene.add(place(fish(rng, kind), x, y, 1.05 * u, rng.uniform(-8, 14)))
    _jelly(scene, w * 0.78, h * 0.46, 120 * u)
    hill(scene, h * 0.83, 20 * u, "ink", "mid", 1200, 1.2)
    for i in range(round(w / (40 * u))):
        x = i * 40 * u + rng.uniform(-18, 18) * u
        _eelgrass(
            scene,
            x,
            h * 0.93,
            rng.uniform(190, 420) * u,
            rng.choice(("dusk", "mid", "ground", "ink")),
        )
    near = hill(scene, h * 0.9, 16 * u, "night", "dusk", 900, 1.4)
    stones = [
        blob(
            rng,
            rng.uniform(0, w),
            near(0) + rng.uniform(20, 90) * u,
            rng.uniform(12, 46) * u,
            0.15,
        )
        for _ in range(18)
    ]
    scene.add(Shape(compound(stones), "dusk"))
    shells = []
    for _ in range(9):
        x, y = rng.uniform(0, w), h - rng.uniform(14, 60) * u
        shells += [
            gouge(x + k * 6 * u, y - 12 * u, 1.57 + k * 0.2, 32 * u, 4 * u)
            for k in (-2, -1, 0, 1, 2)
        ]
    scene.add(Shape(compound(shells), "paper"))


def _eelgrass(scene: Scene, x: float, y: float, tall: float, fill: str) -> None:
    u, rng, blades = scene.unit, scene.rng, []
    for _ in range(4):
        foot = x + rng.uniform(-14, 14) * u
        a, b = rng.uniform(-60, 60) * u, rng.uniform(-40, 90) * u
        high = tall * rng.uniform(0.6, 1)
        blades.append(
            (
                ("M", foot - 6 * u, y),
                (
                    "C",
                    foot + a,
                    y - high * 0.33,
                    foot - a,
                    y - high * 0.66,
                    foot + b,
                    y - high,
                ),
                (
                    "C",
                    foot - a + 14 * u,
                    y - high * 0.62,
                    foot + a + 12 * u,
                    y - high * 0.3,
                    foot + 6 * u,
                    y,
                ),
                ("Z",),
            )
        )
    scene.add(Shape(compound(blades), fill))


def _jelly(scene: Scene, x: float, y: float, r: float) -> None:
    """A moon jelly with its four rings, and its arms trailing."""
    rng = scene.rng
    arms = []
    for i in range(9):
        a = x + (i - 4) * r * 0.2
        sway = rng.uniform(-0.3, 0.3) * r
        arms.append(
            curve(
                [
                    (a, y),
                    (a + sway, y + r * 0.7),
                    (a - sway, y + r * 1.4),
                    (a + sway * 0.6, y + r * rng.uniform(1.7, 2.4)),
                ]
            )
        )
    scene.add(Shape(compound(arms), stroke="pale", width=r * 0.045))
    bell = curve(
        [
            (x - r, y + r * 0.16),
            (x - r * 0.8, y - r * 0.56),
            (x, y - r * 0.92),
            (x + r * 0.8, y - r * 0.56),
            (x + r, y + r * 0.16),
            (x + r * 0.5, y + r * 0.04),
            (x, y + r * 0.16),
            (x - r * 0.5, y + r * 0.04),
        ],
        True,
        0.9,
    )
    scene.add(Shape(bell, "paper"))
    scene.add(
        hatched(
            rng,
            bell,
            (x - r, y - r, 2 * r, 1.2 * r),
            "warm",
            r * 0.13,
            1.57,
            r * 0.3,
            r * 0.03,
            (0.3, 0.9),
        )
    )
    for dx, dy in ((-0.34, -0.36), (0.3, -0.42), (-0.06, -0.6), (0.02, -0.18)):
        scene.add(
            Shape(
                circle(x + dx * r, y + dy * r, r * 0.15),
                stroke="button",
                width=r * 0.055,
            )
        )
