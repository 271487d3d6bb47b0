"""A poster for a reading list: the campaign's look, and a QR code that leads to it."""

from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from themes.looks import draw
from themes.looks.lettering import (
    DISPLAY,
    ITALIC,
    LABEL,
    TEXT,
    address_lines,
    block,
    breakable,
    filling,
    fitted,
)
from themes.looks.palettes import light_palette, swatches
from themes.looks.papers.logo_marks import LogoMark, PlacedLogo
from themes.looks.papers.paper import language_tag
from themes.looks.papers.parts import (
    HEIGHT,
    MARGIN,
    OWNER,
    WIDTH,
    know_faces,
    paint_qr,
    printable,
)
from themes.looks.pdf import to_pdf
from themes.looks.shapes import Shape, circle, place, rect

from .papers import ReadingList

SIZES = {"a3": A3, "a4": A4}
WORDS, TITLE = 150, 48
CARD, CARD_TOP = 82, 174
CARD_HEIGHT = 104
SMALL = 2.9
LOGO_TOP, LOGO_BOX = 12, (60, 20)


def poster_pdf(
    reading_list: ReadingList, size: str, logo: LogoMark | None = None
) -> bytes:
    """Draw the poster in a size of ``SIZES``; both are the same drawing."""
    know_faces()
    out = BytesIO()
    paper = SIZES[size]
    with override(reading_list.language):
        canvas = Canvas(
            out,
            pagesize=paper,
            invariant=1,
            lang=language_tag(reading_list.language),
            initialFontName=TEXT,
        )
        canvas.setTitle(printable(reading_list.title))
        canvas.setAuthor(OWNER)
        canvas.setCreator(OWNER)
        canvas.setSubject(printable(reading_list.campaign or reading_list.title))
        canvas.setViewerPreference("DisplayDocTitle", "true")
        scale = paper[0] / A4[0] * mm
        canvas.transform(scale, 0, 0, -scale, 0, paper[1])
        _paint(canvas, reading_list, logo)
        canvas.showPage()
        canvas.save()
    return out.getvalue()


def _paint(canvas: Canvas, reading_list: ReadingList, logo: LogoMark | None) -> None:
    """Draw in millimetres of an A4, from its upper left corner."""
    look, palette = reading_list.look, light_palette(reading_list.look)
    below = HEIGHT - WORDS
    pattern = place(draw(look, WIDTH, below), 0, WORDS, clip=rect(0, 0, WIDTH, below))
    to_pdf(canvas, [pattern], swatches(look))
    colours = {
        name: getattr(palette, name)
        for name in ("ground", "on_ground", "ground_button", "paper", "on_paper")
    }
    shapes = [*_words(reading_list), *_card(reading_list)]
    if logo:
        plate = logo.plate_on(palette.ground)
        right = WIDTH - MARGIN
        shapes.append(PlacedLogo(logo, right, LOGO_TOP, LOGO_BOX, plate, 2.5))
    to_pdf(canvas, shapes, colours)
    canvas.saveState()
    canvas.translate(MARGIN + 9, CARD_TOP + 9)
    canvas.setFillColor(HexColor(palette.on_paper))
    paint_qr(canvas, reading_list.address, CARD - 18)
    canvas.restoreState()


def _words(reading_list: ReadingList) -> list[Shape]:
    wide = WIDTH - 2 * MARGIN
    count = len(reading_list.entries)
    number = ngettext("%(n)s titel", "%(n)s titler", count) % {"n": count}
    over = printable(
        " · ".join(filter(None, [_("Læseliste"), reading_list.campaign])), LABEL
    )
    summary = printable(reading_list.summary, ITALIC)
    small = fitted(summary, ITALIC, wide, 6.6, 4) if summary else 0
    below = block(MARGIN, 0, summary, wide, small, ITALIC).height + 11 if summary else 0
    title = breakable(printable(reading_list.title, DISPLAY))
    room = wide, WORDS - 16 - TITLE - below
    size = filling(title, DISPLAY, room, 34, 3, 1.02)
    large = block(MARGIN, TITLE, title, wide, size, DISPLAY, "on_ground", 1.02)
    shapes = [
        Shape(rect(0, 0, WIDTH, WORDS), "ground"),
        Shape(circle(MARGIN + 4, 22, 4), "ground_button"),
        *block(MARGIN + 12, 20.4, OWNER, wide, 4.4, LABEL, "on_ground").shapes,
        *block(
            MARGIN,
            36,
            over,
            wide,
            fitted(over, LABEL, wide, 4.4, 1),
            LABEL,
            "on_ground",
        ).shapes,
        *large.shapes,
    ]
    if summary:
        top = TITLE + large.height + 11
        shapes += block(MARGIN, top, summary, wide, small, ITALIC, "on_ground").shapes
    foot = printable(" · ".join(filter(None, [number, reading_list.audience])), LABEL)
    shapes += block(MARGIN, WORDS - 10, foot, wide, 3.8, LABEL, "on_ground").shapes
    return shapes


def _card(reading_list: ReadingList) -> list[Shape]:
    left, wide = MARGIN + 9, CARD - 18
    address = printable(reading_list.short_address, LABEL)
    call = _("Scan, og find bøgerne")
    lines = address_lines(address, LABEL, SMALL, wide)
    return [
        Shape(rect(MARGIN, CARD_TOP, CARD, CARD_HEIGHT), "paper"),
        *block(
            left,
            CARD_TOP + CARD - 7,
            call,
            wide,
            fitted(call, DISPLAY, wide, 6.4, 1),
            DISPLAY,
            "on_paper",
        ).shapes,
        *(
            part
            for n, line in enumerate(lines)
            for part in block(
                left, CARD_TOP + CARD + 3 + n * 4, line, wide, SMALL, LABEL, "on_paper"
            ).shapes
        ),
    ]
