"""Pieces that come back on every sheet: the mark, the pattern with its sun, rules."""

from random import Random

from themes.looks import draw
from themes.looks.lettering import DISPLAY, LABEL, Text, width_of
from themes.looks.motifs.waves import reeds
from themes.looks.palettes import Look
from themes.looks.shapes import Shape, circle, place, rect

from .scenes.cuts import Scene, mass
from .scenes.dolmens import stones
from .scenes.old_things import heron

OWNER = ("Bibliotekernes", "Temasamarbejde")


def wordmark(
    x: float, y: float, size: float, ink: str = "ink", disc: str = "button"
) -> list:
    """The mark: one disc, and the name in two lines; x, y is its upper left corner."""
    radius = size * 0.86
    left = x + radius * 2 + size * 0.5
    return [
        Shape(circle(x + radius, y + radius, radius), disc),
        Text(left, y + radius - size * 0.12, OWNER[0], DISPLAY, size * 0.86, ink),
        Text(left, y + radius + size * 0.72, OWNER[1], DISPLAY, size * 0.86, ink),
    ]


def wordmark_width(size: float) -> float:
    """How far the mark reaches."""
    longest = max(width_of(line, DISPLAY, size * 0.86) for line in OWNER)
    return size * 2.22 + longest


def world(
    look: Look,
    width: float,
    height: float,
    calm: float,
    sun: tuple[float, float, float] | None = None,
    crown: bool = True,
    detail: float = 1,
    disc: str = "button",
) -> list:
    """The campaign's pattern below a calm sky.

    A disc may rise behind it (x, y, radius), and what belongs to the motif stands on
    the uppermost layer: a dolmen on the earth, a heron in the reeds.
    """
    first, *rest = draw(look, width, height, detail, calm)
    shapes: list = [first]
    if sun:
        shapes.append(Shape(circle(*sun), disc))
    if crown and calm and look.motif == "strata":
        shapes += _dolmen(look, width, height, calm)
    shapes += rest
    if crown and calm and look.motif == "waves":
        shapes += _heron(look, width, height, calm)
    return shapes


def _dolmen(look: Look, width: float, height: float, calm: float) -> list:
    scene = Scene(width, height, _chance(look))
    unit = min(width / 1500, height * calm / 620, (width * height) ** 0.5 / 1250)
    x, y = width * 0.66, height * calm - 26 * unit
    mound = [(x - 620 * unit, y + 140 * unit), (x - 380 * unit, y + 4 * unit)]
    mound += [(x, y - 36 * unit), (x + 380 * unit, y + 4 * unit)]
    mound += [(x + 620 * unit, y + 140 * unit)]
    scene.add(mass(mound, "ink", 1))
    stones(scene, x, y - 16 * unit, unit)
    return scene.shapes


def _heron(look: Look, width: float, height: float, calm: float) -> list:
    unit = min(width / 900, height * (1 - calm) / 500, height / 1300)
    rng = _chance(look)
    x, y = width * 0.72, height * (calm + (1 - calm) * 0.42)
    stand = reeds(rng, x + 120 * unit, y, 2.6 * unit, "ink")
    return [*stand, place(heron(), x, y, 2.5 * unit), *_more_reeds(rng, x, y, unit)]


def _more_reeds(rng: Random, x: float, y: float, unit: float) -> list:
    return reeds(rng, x - 150 * unit, y + 40 * unit, 2 * unit, "night")


def _chance(look: Look) -> Random:
    return Random(f"crown {look.seed}")  # noqa: S311 - a drawing, not a secret


def rule(x: float, y: float, width: float, weight: float, fill: str = "ink") -> Shape:
    """A thin line to divide or to write on."""
    return Shape(rect(x, y, width, weight), fill)


def label(x: float, y: float, words: str, size: float, fill: str = "ink") -> Text:
    """Small, firm type for what is said in passing."""
    return Text(x, y, words, LABEL, size, fill)
