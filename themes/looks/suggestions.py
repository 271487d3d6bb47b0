"""Three colours for a look, taken from a logo and moved until they can be read."""

import math
from collections.abc import Iterable

from .colours import (
    GRAPHIC_CONTRAST,
    TEXT_CONTRAST,
    contrast,
    readable,
    to_oklab,
    tone,
)

# Less of a logo than this is an edge, where two colours meet.
LEAST_SHARE = 0.02
# Two that are nearer than this in OKLab are one to the eye.
APART = 0.12


def suggested_colours(colours: Iterable[tuple[str, float]]) -> dict[str, str]:
    """Ground, ink and button from the colours of a logo; none of a logo without any.

    The darkest is the ink, the strongest of the others the button, and the lightest the
    ground. What the logo lacks is made of what it has.
    """
    found = [colour for colour, share in colours if share >= LEAST_SHARE]
    if not found:
        return {}
    ink = min(found, key=_light)
    if _light(ink) > 0.45:
        ink = tone(ink, 0.25)
    others = [colour for colour in found if _distance(colour, ink) > APART]
    button = max(others or found, key=_chroma)
    rest = [colour for colour in others if _distance(colour, button) > APART]
    ground = max(rest or [tone(button, 0.92, 0.4)], key=_light)
    if contrast(ink, ground) < TEXT_CONTRAST:
        ground = tone(ground, 0.92, 0.6)
    return {
        "ground": ground,
        "ink": readable(ink, ground, least=TEXT_CONTRAST),
        "button": readable(button, ground, least=GRAPHIC_CONTRAST),
    }


def _light(colour: str) -> float:
    return to_oklab(colour)[0]


def _chroma(colour: str) -> float:
    return math.hypot(*to_oklab(colour)[1:])


def _distance(one: str, other: str) -> float:
    return math.dist(to_oklab(one), to_oklab(other))
