"""Colours of a look that do not stand out enough, and the nearest that do."""

from dataclasses import dataclass

from .colours import GRAPHIC_CONTRAST, TEXT_CONTRAST, contrast, readable
from .palettes import Look

# What has to stand out from the ground, and how much (WCAG 2.2, 1.4.3 and 1.4.11).
WANTED = {"ink": TEXT_CONTRAST, "button": GRAPHIC_CONTRAST}


@dataclass(frozen=True)
class Contrast:
    """How much a colour of a look stands out from its ground, as a ratio to 1.

    ``nearest`` is the colour of the same hue, moved in OKLab as little as needed.
    """

    name: str
    colour: str
    ground: str
    ratio: float
    least: float
    nearest: str

    @property
    def is_enough(self) -> bool:
        return self.ratio >= self.least

    @property
    def ratio_told(self) -> float:
        """With one decimal, and never rounded up to what it ought to be."""
        return int(self.ratio * 10) / 10


def contrasts(look: Look) -> list[Contrast]:
    """Ink and button against the ground."""
    return [
        Contrast(
            name,
            colour := getattr(look, name),
            look.ground,
            contrast(colour, look.ground),
            least,
            readable(colour, look.ground, least=least),
        )
        for name, least in WANTED.items()
    ]
