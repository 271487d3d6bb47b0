"""What papers are set from: letters that can be printed, bands, QR codes, gaps."""

import unicodedata
from functools import lru_cache
from html import escape
from io import BytesIO

from anyascii import anyascii
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import registerFontFamily
from reportlab.pdfgen.canvas import FILL_NON_ZERO
from reportlab.platypus import Flowable, Spacer

from .. import draw
from ..lettering import BOLD, DISPLAY, ITALIC, LABEL, TEXT, face
from ..palettes import Look, swatches
from ..pdf import to_pdf
from ..qr_codes import squares_of
from ..shapes import place, rect
from .logo_marks import LogoMark, PlacedLogo

WIDTH, HEIGHT = A4[0] / mm, A4[1] / mm
MARGIN, TOP, FOOT = 20, 24, 24
OWNER = "Bibliotekernes Temasamarbejde"
LABEL_BOX, LABEL_PAD = (62, 26), 4


@lru_cache(maxsize=1)
def know_faces() -> None:
    """Make the faces known to paragraphs, with their bold and italic."""
    for name in (DISPLAY, LABEL, TEXT, BOLD, ITALIC):
        face(name)
    registerFontFamily(TEXT, normal=TEXT, bold=BOLD, italic=ITALIC, boldItalic=BOLD)


def printable(words: object, font: str = TEXT) -> str:
    """The words in letters that the face has: "Ł" as "L", a smiley not at all."""
    known = face(font).advance
    letters = []
    for letter in unicodedata.normalize("NFC", str(words)):
        if letter in known or letter == "\n":
            letters.append(letter)
        elif letter.isspace():
            letters.append(" ")
        elif letter.isalnum():
            letters += [part for part in anyascii(letter) if part in known]
    return "".join(letters)


def markup(words: object, font: str = TEXT) -> str:
    """Plain words as the paragraphs of reportlab take them."""
    return escape(printable(words, font), quote=False).replace("\n", "<br/>")


class Band(Flowable):
    """A picture across the top of a page, or the theme's pattern where there is none.

    ``jpeg`` is its bytes, cut to the shape of a band; a lower one shows its middle. A
    ``logo`` hangs into it from above, on a label of the paper.
    """

    def __init__(
        self,
        look: Look,
        jpeg: bytes = b"",
        high: float = 62,
        logo: LogoMark | None = None,
    ):
        super().__init__()
        self.look, self.jpeg, self.high, self.logo = look, jpeg, high, logo

    def wrap(self, width, height):
        return width, (self.high - TOP) * mm

    def draw(self):
        canvas = self.canv
        if canvas._doctemplate.is_rehearsal:
            return
        canvas.saveState()
        canvas.translate(-MARGIN * mm, 0)
        if self.jpeg:
            picture = ImageReader(BytesIO(self.jpeg))
            wide, high = picture.getSize()
            high *= WIDTH * mm / wide
            shown = canvas.beginPath()
            shown.rect(0, 0, WIDTH * mm, self.high * mm)
            canvas.clipPath(shown, stroke=0, fill=0)
            canvas.drawImage(picture, 0, (self.high * mm - high) / 2, WIDTH * mm, high)
        else:
            paint_pattern(canvas, self.look, WIDTH, self.high)
        if self.logo:
            paper = "#ffffff"
            plate = self.logo.plate_on(paper) or paper
            label = PlacedLogo(
                self.logo, WIDTH - MARGIN, 0, LABEL_BOX, plate, LABEL_PAD
            )
            canvas.transform(mm, 0, 0, -mm, 0, self.high * mm)
            label.paint(canvas, HexColor)
        canvas.restoreState()


class QrCode(Flowable):
    """An address as a QR code, ``size`` millimetres wide with its quiet zone."""

    def __init__(self, address: str, size: float, colour: HexColor):
        super().__init__()
        self.address, self.width, self.colour = address, size * mm, colour
        self.height = self.width

    def draw(self):
        if self.canv._doctemplate.is_rehearsal:
            return
        self.canv.saveState()
        self.canv.translate(0, self.height)
        self.canv.scale(1, -1)
        self.canv.setFillColor(self.colour)
        paint_qr(self.canv, self.address, self.width)
        self.canv.restoreState()


def paint_qr(canvas, address: str, width: float) -> None:
    """An address as a QR code in the fill colour, from the origin right and down."""
    rows = squares_of(address)
    # Two modules of quiet on each side; the page around it is quiet too.
    one = width / (len(rows) + 4)
    path = canvas.beginPath()
    for y, row in enumerate(rows, 2):
        for x, is_dark in enumerate(row, 2):
            if is_dark:
                # A hair over, so that no light shows between neighbours.
                path.rect(x * one, y * one, one * 1.02, one * 1.02)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=FILL_NON_ZERO)


def gap(millimetres: float) -> Spacer:
    """Room between two parts."""
    return Spacer(1, millimetres * mm)


def paint_pattern(canvas, look: Look, width: float, height: float) -> None:
    """The look's pattern at the origin; drawn once a document, then pointed to."""
    colours = "".join((look.ground, look.ink, look.button)).replace("#", "")
    name = f"{look.motif}-{look.seed}-{colours}-{width:.0f}x{height:.0f}"
    if not canvas.hasForm(name):
        canvas.beginForm(name, 0, 0, width * mm, height * mm)
        canvas.transform(mm, 0, 0, -mm, 0, height * mm)
        # Whole patterns are drawn as for a wide band, and cut to what is shown.
        pattern = draw(look, width, max(height, 60), 0.7)
        to_pdf(
            canvas,
            [place(pattern, 0, 0, clip=rect(0, 0, width, height))],
            swatches(look),
        )
        canvas.endForm()
    canvas.doForm(name)
