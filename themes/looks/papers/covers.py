"""The cover of a paper: its words on the look's ground, and the pattern below."""

from reportlab.lib.units import mm

from .. import draw
from ..lettering import DISPLAY, ITALIC, LABEL, block, breakable, filling, fitted
from ..palettes import Look, light_palette, swatches
from ..pdf import to_pdf
from ..shapes import Shape, circle, place, rect
from .logo_marks import LogoMark, PlacedLogo
from .parts import HEIGHT, MARGIN, OWNER, WIDTH, printable

WORDS = 132
WIDE = WIDTH - 2 * MARGIN
TITLE, LEAD_LINES, LEAD_GAP = 46, 3, 9
LOGO_BOX = (62, 20)


class Cover:
    """What stands on a cover; ``paint`` is called with the canvas of its page."""

    def __init__(
        self, look: Look, title: str, lead: str, foot: str, logo: LogoMark | None
    ):
        self.look, self.palette = look, light_palette(look)
        self.title, self.lead, self.foot, self.logo = title, lead, foot, logo

    def paint(self, canvas, _document) -> None:
        names = ("ground", "on_ground", "ground_button")
        colours = {name: getattr(self.palette, name) for name in names}
        canvas.saveState()
        canvas.transform(mm, 0, 0, -mm, 0, HEIGHT * mm)
        below = HEIGHT - WORDS
        pattern = draw(self.look, WIDTH, below)
        to_pdf(
            canvas,
            [place(pattern, 0, WORDS, clip=rect(0, 0, WIDTH, below))],
            swatches(self.look),
        )
        to_pdf(canvas, self._shapes(), swatches(self.look) | colours)
        canvas.restoreState()

    def _shapes(self) -> list:
        lead = printable(self.lead, ITALIC)
        small = fitted(lead, ITALIC, WIDE, 6.4, LEAD_LINES) if lead else 0
        below = block(MARGIN, 0, lead, WIDE, small, ITALIC) if lead else None
        high = WORDS - 18 - TITLE - (below.height + LEAD_GAP if below else 0)
        title = breakable(printable(self.title, DISPLAY))
        size = filling(title, DISPLAY, (WIDE, high), 26, 3, 1.02)
        words = block(MARGIN, TITLE, title, WIDE, size, DISPLAY, "on_ground", 1.02)
        shapes: list = [Shape(rect(0, 0, WIDTH, WORDS), "ground")]
        shapes += [Shape(circle(MARGIN + 4, 26, 4), "ground_button")]
        owner = block(MARGIN + 12, 24.4, OWNER, WIDE, 4.4, LABEL, "on_ground")
        shapes += [*owner.shapes, *words.shapes]
        if lead:
            top = TITLE + words.height + LEAD_GAP
            shapes += block(MARGIN, top, lead, WIDE, small, ITALIC, "on_ground").shapes
        if self.foot:
            foot = printable(self.foot, LABEL)
            shapes += block(
                MARGIN, WORDS - 10, foot, WIDE, 3.4, LABEL, "on_ground"
            ).shapes
        if self.logo:
            plate = self.logo.plate_on(self.palette.ground)
            shapes.append(
                PlacedLogo(self.logo, WIDTH - MARGIN, 16, LOGO_BOX, plate, 2.5)
            )
        return shapes
