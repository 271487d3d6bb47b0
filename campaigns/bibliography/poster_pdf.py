"""A poster for a reading list: the campaign's look, and a QR code that leads to it."""

import re
from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from themes.looks import draw
from themes.looks.lettering import DISPLAY, ITALIC, LABEL, TEXT, block, fitted, width_of
from themes.looks.palettes import light_palette, swatches
from themes.looks.paper import OWNER, language_tag
from themes.looks.paper_parts import (
    HEIGHT,
    MARGIN,
    WIDTH,
    know_faces,
    paint_qr,
    printable,
)
from themes.looks.pdf import to_pdf
from themes.looks.shapes import Shape, circle, place, rect

from .papers import ReadingList

SIZES = {"a3": A3, "a4": A4}
WORDS = 150
CARD, CARD_TOP = 82, 174
CARD_HEIGHT = 104
SMALL = 2.9


def poster_pdf(reading_list: ReadingList, size: str) -> bytes:
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
        _paint(canvas, reading_list)
        canvas.showPage()
        canvas.save()
    return out.getvalue()


def _paint(canvas: Canvas, reading_list: ReadingList) -> None:
    """Draw in millimetres of an A4, from its upper left corner."""
    look, palette = reading_list.look, light_palette(reading_list.look)
    below = HEIGHT - WORDS
    pattern = place(draw(look, WIDTH, below), 0, WORDS, clip=rect(0, 0, WIDTH, below))
    to_pdf(canvas, [pattern], swatches(look))
    colours = {
        name: getattr(palette, name)
        for name in ("ground", "on_ground", "ground_button", "paper", "on_paper")
    }
    to_pdf(canvas, [*_words(reading_list), *_card(reading_list)], colours)
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
    title = printable(reading_list.title, DISPLAY)
    size = fitted(title, DISPLAY, wide, 28, 3)
    large = block(MARGIN, 48, title, wide, size, DISPLAY, "on_ground", 1.02)
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
    if reading_list.summary:
        top = 48 + large.height + 11
        words = printable(reading_list.summary, ITALIC)
        room = max(2, int((WORDS - 16 - top) / 8.5))
        fits = fitted(words, ITALIC, wide, 6.6, min(room, 4))
        shapes += block(MARGIN, top, words, wide, fits, ITALIC, "on_ground").shapes
    foot = printable(" · ".join(filter(None, [number, reading_list.audience])), LABEL)
    shapes += block(MARGIN, WORDS - 10, foot, wide, 3.8, LABEL, "on_ground").shapes
    return shapes


def _card(reading_list: ReadingList) -> list[Shape]:
    left, wide = MARGIN + 9, CARD - 18
    address = printable(reading_list.short_address, LABEL)
    call = _("Scan, og find bøgerne")
    lines = _lines(address, wide)
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


def _lines(address: str, wide: float) -> list[str]:
    """An address parted after its strokes, since it has no spaces to part it at."""
    lines = [""]
    for part in re.findall(r"[^/]+/?", address):
        if lines[-1] and width_of(lines[-1] + part, LABEL, SMALL) > wide:
            lines.append("")
        lines[-1] += part
    return lines
