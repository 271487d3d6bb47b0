"""A logo in a look: whether it can be seen on a ground, and what stands behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PIL import Image

from .colours import GRAPHIC_CONTRAST, contrast, to_hex

# How much of a logo has to stand out from its ground.
SEEN = 0.5
# A logo that is drawn on its own ground brings it along.
OPAQUE_FROM = 0.995
MOST_COLOURS = 8
SAMPLE = 160

Colours = tuple[tuple[str, float], ...]


class Plate(StrEnum):
    """What stands behind a logo."""

    NONE = "none"
    LIGHT = "light"
    DARK = "dark"


PLATES = {Plate.LIGHT: "#fbf8f2", Plate.DARK: "#161616"}


@dataclass(frozen=True)
class Logo:
    """A campaign's logo: the file name of its drawing, its size and what it says.

    ``small`` is the file name of a drawing for a header on a screen. ``colours`` are
    those of what is drawn, each with its share; none when the logo has no clear ground,
    or nobody has looked.
    """

    file: str
    small: str
    width: int
    height: int
    name: str
    colours: Colours = ()


def colours_of(picture: Image.Image) -> Colours:
    """The colours of what is drawn on a clear ground, the most used first.

    Empty for a picture without such a ground.
    """
    if "A" not in picture.getbands():
        return ()
    small = picture.convert("RGBA")
    small.thumbnail((SAMPLE, SAMPLE))
    pixels = [pixel[:3] for pixel in small.get_flattened_data() if pixel[3] > 127]
    if not pixels or len(pixels) >= OPAQUE_FROM * small.width * small.height:
        return ()
    seen = Image.new("RGB", (len(pixels), 1))
    seen.putdata(pixels)
    few = seen.quantize(MOST_COLOURS, Image.Quantize.MEDIANCUT).convert("RGB")
    counts = sorted(few.getcolors(), reverse=True)
    return tuple(
        (to_hex(tuple(c / 255 for c in colour)), round(count / len(pixels), 3))
        for count, colour in counts
    )


def plate_for(colours: Iterable[tuple[str, float]], ground: str) -> Plate:
    """What has to stand behind a logo for it to be seen on ``ground``."""
    colours = tuple(colours)
    if not colours:
        return Plate.NONE

    def seen_on(ground: str) -> float:
        return sum(
            share
            for colour, share in colours
            if contrast(colour, ground) >= GRAPHIC_CONTRAST
        )

    if seen_on(ground) >= SEEN:
        return Plate.NONE
    return max(PLATES, key=lambda plate: seen_on(PLATES[plate]))


def plate_colour(plate: Plate) -> str:
    return PLATES[plate]


def trimmed(picture: Image.Image) -> Image.Image:
    """The logo without the clear edge around it."""
    picture = picture.convert("RGBA")
    box = picture.getchannel("A").getbbox()
    return picture.crop(box) if box else picture
