"""A campaign's logo on paper: where it stands, and on what."""

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader

from ..logos import Logo, Plate, plate_colour, plate_for, trimmed

# Dots an inch that a printer makes use of, along the logo's longer side.
MOST_DOTS = 1200


@dataclass(frozen=True)
class LogoMark:
    """A logo and its drawing, to be set down on papers."""

    logo: Logo
    content: bytes

    @cached_property
    def picture(self) -> Image.Image:
        with Image.open(BytesIO(self.content), formats=["PNG", "WEBP"]) as drawn:
            picture = trimmed(drawn)
        picture.thumbnail((MOST_DOTS, MOST_DOTS))
        return picture

    def within(self, wide: float, high: float) -> tuple[float, float]:
        """Its size, as large as it can be in a box."""
        scale = min(wide / self.picture.width, high / self.picture.height)
        return self.picture.width * scale, self.picture.height * scale

    def plate_on(self, ground: str) -> str:
        """The colour of what stands behind it there; empty for nothing."""
        plate = plate_for(self.logo.colours, ground)
        return "" if plate is Plate.NONE else plate_colour(plate)


@dataclass(frozen=True)
class PlacedLogo:
    """A shape for ``to_pdf``: the logo in a box whose upper right corner is given.

    ``pad`` is the room around it on a plate, which ``plate`` is the colour of.
    """

    mark: LogoMark
    right: float
    top: float
    box: tuple[float, float]
    plate: str = ""
    pad: float = 0

    def paint(self, canvas, _colour) -> None:
        pad = self.pad if self.plate else 0
        wide, high = self.mark.within(self.box[0] - 2 * pad, self.box[1] - 2 * pad)
        left = self.right - wide - pad
        canvas.saveState()
        canvas.transform(1, 0, 0, -1, left, self.top + pad + high)
        if self.plate:
            canvas.setFillColor(HexColor(self.plate))
            canvas.rect(-pad, -pad, wide + 2 * pad, high + 2 * pad, stroke=0, fill=1)
        canvas.drawImage(ImageReader(self.mark.picture), 0, 0, wide, high, mask="auto")
        canvas.restoreState()
