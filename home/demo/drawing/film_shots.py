"""What is seen in each film, shot by shot."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from themes.looks.palettes import Look
from themes.looks.shapes import Shape, circle, place, polygon, rect

from .layout import world
from .looks import NATURE, RENAISSANCE, STONE_AGE
from .scenes import dolmens, radios, river, vignettes, windows, worlds
from .scenes.cuts import Scene, hatched

Cut = Callable[[Scene], None]


@dataclass(frozen=True, slots=True)
class Shot:
    """What is seen while a caption stands; `fall` scrolls down a tall drawing."""

    cut: Cut
    way: tuple[float, float] = (1, 0)
    fall: tuple[float, float] | None = None


def _closed_book(scene: Scene) -> None:
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("button")
    scene.add(hatched(rng, None, (0, 0, w, h), "ember", 34 * u, 0, 120 * u, 5 * u))
    book = [
        Shape(rect(-250, -330, 540, 690), "night"),
        Shape(rect(-262, -346, 530, 686), "paper"),
        hatched(rng, None, (236, -340, 30, 676), "mid", 9, 1.57, 90, 3),
        Shape(rect(-270, -350, 510, 680), "ink"),
        Shape(rect(-270, -350, 74, 680), "dusk"),
        Shape(rect(-150, -300, 350, 580), stroke="ground", width=6),
        Shape(circle(25, -30, 104), "ground"),
        Shape(circle(25, -30, 84), "button"),
    ]
    scene.add(place(book, w / 2, h * 0.48, u, -7))


def _leaf(scene: Scene, *things: list, ground: str = "mid") -> None:
    """A sheet of paper with drawings on it."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill(ground)
    tint = "dusk" if ground == "mid" else "ember"
    scene.add(hatched(rng, None, (0, 0, w, h), tint, 40 * u, 0.5, 44 * u, 5 * u))
    sheet = [(-0.5, -0.5), (0.5, -0.48), (0.52, 0.5), (-0.48, 0.52)]
    wide, high = min(w * 0.8, 1100 * u), min(h * 0.62, 640 * u)
    middle = h * 0.47
    for off, fill in ((18 * u, "night"), (0, "paper")):
        page = [(w / 2 + a * wide + off, middle + b * high + off) for a, b in sheet]
        scene.add(Shape(polygon(page), fill))
    for i, thing in enumerate(things):
        x = w / 2 + (i - (len(things) - 1) / 2) * wide * 0.48
        size = 3.3 if len(things) > 1 else 4.6
        size = min(size * u, wide * 0.4 / 130 if len(things) > 1 else 9)
        scene.add(place(thing, x, middle + size * 50, size))


def _blank(scene: Scene) -> None:
    pencil = [
        Shape(polygon([(-90, -7), (60, -7), (84, 1), (60, 9), (-90, 9)]), "night"),
        Shape(polygon([(-94, -12), (56, -12), (56, 6), (-94, 6)]), "button"),
        Shape(polygon([(56, -12), (80, -3), (56, 6)]), "ground"),
        Shape(polygon([(71, -6), (80, -3), (71, 0)]), "night"),
    ]
    _leaf(scene, [place(pencil, 20, -20, 0.8, 24)])


def _heron(scene: Scene) -> None:
    scene.add(*world(NATURE, scene.width, scene.height, 0.34))


FILMS: dict[str, tuple[Look, tuple[Shot, ...]]] = {
    "under-graesset": (
        STONE_AGE,
        (
            Shot(worlds.section, fall=(0, 0)),
            Shot(worlds.section, fall=(0, 0.2)),
            Shot(worlds.section, fall=(0.2, 0.66)),
            Shot(worlds.section, fall=(0.66, 1)),
            Shot(dolmens.cornfield),
        ),
    ),
    "bogen-blader": (
        RENAISSANCE,
        (
            Shot(_closed_book),
            Shot(lambda s: _leaf(s, vignettes.press(), vignettes.sailing_ship())),
            Shot(lambda s: _leaf(s, vignettes.paragraph()), (0, 1)),
            Shot(
                lambda s: _leaf(
                    s,
                    vignettes.bicycle(),
                    vignettes.wireless(),
                    ground="button",
                ),
                (-1, 0),
            ),
            Shot(_blank),
        ),
    ),
    "radioen-i-stuen": (
        RENAISSANCE,
        (
            Shot(partial(radios.radio, evening=True, loud=False)),
            Shot(partial(radios.radio, evening=True), (0, 0)),
            Shot(partial(windows.windows, lit=False)),
            Shot(radios.radio, (0, 1)),
            Shot(windows.windows),
        ),
    ),
    "aaen-finder-vej": (
        NATURE,
        (
            Shot(river.winding),
            Shot(partial(river.winding, swing=0.3), (0, 0)),
            Shot(partial(river.winding, swing=0)),
            Shot(partial(river.winding, swing=0.55), (-1, 0)),
            Shot(_heron),
        ),
    ),
}
