"""The floor foil: a timeline to walk on, six metres from the ice to today."""

from random import Random

from themes.looks.lettering import (
    DISPLAY,
    ITALIC,
    NARROW,
    TEXT,
    Text,
    block,
    fitted,
    width_of,
)
from themes.looks.motifs.finds import FINDS
from themes.looks.palettes import Look
from themes.looks.shapes import Shape, circle, compound, ellipse, place

from .layout import wordmark, world
from .posters import text_role
from .scenes.old_things import cotton_grass, feather, sun_chariot
from .scenes.vignettes import bicycle, paragraph, press, wireless
from .sheets import Format, pdf

# what is drawn over a moment, by a word in its text
PICTURES = {
    "jægere": ("find", "dagger"),
    "bønder": ("find", "axe"),
    "Dysse": ("find", "pot"),
    "Solvogn": ("thing", sun_chariot),
    "Tollund": ("thing", cotton_grass),
    "Jelling": ("find", "rune_stone"),
    "Reformation": ("thing", press),
    "Grundlov": ("thing", paragraph),
    "Lov": ("thing", feather),
    "Stemmeret": ("thing", bicycle),
    "Befrielse": ("thing", wireless),
    "Kalmar": ("find", "coin"),
}


def floor_foil(
    form: Format, look: Look, title: str, moments: tuple[tuple[str, str], ...]
) -> bytes:
    """Years in large type over the layers of the earth, footprints between them.

    The steps are even: a foil in scale would be all Stone Age.
    """
    width, height, bleed = form.width, form.height, form.bleed
    full = (width + 2 * bleed, height + 2 * bleed)
    shapes: list = [place(world(look, *full, calm=0.68, crown=False), -bleed, -bleed)]
    ink = text_role(look)
    start = height * 1.5
    margin = height * 0.1
    size = fitted(title, DISPLAY, start - 2 * margin, height * 0.19, 2)
    words = block(margin, margin, title, start - 2 * margin, size, DISPLAY, ink, 0.96)
    shapes += words.shapes
    y = margin + words.height + height * 0.04
    note = "Skridtene er lige lange. Tiden var det ikke."
    lines = block(margin, y, note, start - 2 * margin, height * 0.042, ITALIC, ink)
    shapes += lines.shapes
    shapes += wordmark(margin, y + height * 0.09, height * 0.026, ink, ink)
    step = (width - start - margin * 0.4) / max(len(moments), 1)
    shapes.append(_footprints(start - height * 0.1, width, height * 0.615, height))
    for i, (year, what) in enumerate(moments):
        last = i == len(moments) - 1
        shapes += _moment(start + i * step, step, height, year, what, ink, last, i)
    return pdf([shapes], form, look, f"Gulvfolie: {title}", "Tidslinje til gulvet")


def _moment(
    x: float,
    step: float,
    height: float,
    year: str,
    what: str,
    ink: str,
    last: bool,
    number: int,
) -> list:
    """One year, what happened, and a thing from that time."""
    room = step * 0.92
    tall = height * 0.125
    size = tall * min(1, room / width_of(year, NARROW, tall))
    shapes: list = []
    top = height * 0.1
    thing = next((v for k, v in PICTURES.items() if k.lower() in what.lower()), None)
    x_thing, foot = x + room * 0.34, height * 0.56
    if thing and thing[0] == "find":
        rng = Random(f"foil {number}")  # noqa: S311 - a drawing, not a secret
        find = FINDS[thing[1]](rng, "ink", "ground")
        at = foot - height * 0.13
        shapes.append(place(find, x_thing, at, height * 0.0021, -8))
    elif thing:
        maker = thing[1]
        drawn = maker("button") if maker is paragraph else maker()
        shapes.append(place(drawn, x_thing, foot, height * 0.0021))
    else:
        size_of_disc = height * (0.115 if last else 0.06)
        disc = circle(x_thing, foot - size_of_disc, size_of_disc)
        shapes.append(Shape(disc, "button" if last else "ink"))
    shapes.append(Text(x, top + size * 0.72, year, NARROW, size, ink))
    words = block(x, top + size * 0.98, what, room, height * 0.05, TEXT, ink, 1.16)
    return [*shapes, *words.shapes]


def _footprints(left: float, right: float, y: float, height: float) -> Shape:
    """Soles, left and right in turn, along the way."""
    prints = []
    size = height * 0.022
    x, side = left, 1
    while x < right:
        at = y + side * size * 1.05
        prints.append(ellipse(x, at, size * 1.25, size * 0.62))
        prints.append(ellipse(x - size * 2.05, at, size * 0.62, size * 0.5))
        x += size * 4.6
        side = -side
    return Shape(compound(prints), "paper")
