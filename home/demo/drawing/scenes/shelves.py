"""A library from floor to ceiling."""

from themes.looks.motifs.leaves import BINDINGS, Fan
from themes.looks.shapes import Shape, circle, compound, gouge, polygon, rect, rounded

from .cuts import Scene, block, hatched


def books(scene: Scene) -> None:
    """A library: shelves to the ceiling, and one great book that stands open."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("night")
    shelf = 178 * u
    y = h - 310 * u
    sun_x, sun_y = w * 0.5, h * 0.36
    while y > -shelf:
        shelf_of_books(scene, y, shelf)
        y -= shelf
    scene.add(Shape(circle(sun_x, sun_y, 268 * u), "night"))
    scene.add(Shape(circle(sun_x, sun_y, 238 * u), scene.sun))
    table = h - 190 * u
    scene.add(Shape(rect(-9, table, w + 18, h - table + 9), "dusk"))
    scene.add(
        hatched(
            rng,
            None,
            (0, table + 10 * u, w, h - table),
            "ink",
            21 * u,
            0,
            120 * u,
            4 * u,
        )
    )
    book = Fan(rng, (w * 0.5, table + 44 * u), 500 * u, 0, BINDINGS[0], 1.35 * u, 1)
    scene.add(*book.drawn())
    scene.add(
        Shape(
            rounded(w * 0.5 - 60 * u, table + 24 * u, 120 * u, 40 * u, 14 * u), "night"
        )
    )


def shelf_of_books(scene: Scene, y: float, shelf: float) -> None:
    """One shelf, y is its board; backs of all widths, some leaning."""
    w, u, rng = scene.width, scene.unit, scene.rng
    colours = (
        "ink",
        "mid",
        "button",
        "paper",
        "dusk",
        "ground",
        "ember",
        "pale",
        "mid",
    )
    x = -rng.uniform(0, 40) * u
    bands: dict[str, list] = {}
    while x < w:
        wide = rng.choice((24, 30, 36, 44, 58)) * u
        tall = shelf * rng.uniform(0.58, 0.86)
        fill = rng.choice(colours)
        lean = rng.choice((0, 0, 0, 0, 0, 0.09)) * tall
        back = [
            (x, y),
            (x + lean, y - tall),
            (x + wide + lean, y - tall),
            (x + wide, y),
        ]
        scene.add(block(back, fill))
        light = fill in ("paper", "pale", "ground")
        tint = bands.setdefault("ink" if light else "ground", [])
        for share in rng.sample((0.12, 0.2, 0.72, 0.8, 0.88), rng.choice((1, 2, 3))):
            a = x + lean * share + wide * 0.1
            tint.append(
                polygon(
                    [(a, y - tall * share), (a + wide * 0.8, y - tall * share)]
                    + [(a + wide * 0.8, y - tall * share - 4 * u)]
                    + [(a, y - tall * share - 4 * u)]
                )
            )
        if wide > 34 * u:
            for i in range(3):
                at = (x + lean * 0.5 + wide * (0.32 + 0.18 * i), y - tall * 0.48)
                tint.append(gouge(*at, 1.57, tall * 0.24, 3 * u))
        x += wide + rng.choice((2, 2, 2, 3, 26)) * u + lean
    scene.add(*(Shape(compound(paths), fill) for fill, paths in bands.items()))
    scene.add(Shape(rect(-9, y, w + 18, 17 * u), "dusk"))
    scene.add(
        hatched(rng, None, (0, y + 2 * u, w, 13 * u), "mid", 6 * u, 0, 90 * u, 2.4 * u)
    )
