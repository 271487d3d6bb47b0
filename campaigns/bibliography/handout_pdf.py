"""A reading list to hand out: A4, each title with cover, reason and where it is."""

import zlib
from io import BytesIO
from xml.sax.saxutils import quoteattr

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, Paragraph, Table

from themes.looks.lettering import (
    DISPLAY,
    ITALIC,
    LABEL,
    TEXT,
    block,
    breakable,
    filling,
    fitted,
)
from themes.looks.papers.logo_marks import LogoMark
from themes.looks.papers.paper import COLUMN, Paper, shortened
from themes.looks.papers.parts import Band, QrCode, gap, markup, printable
from themes.looks.pdf import to_pdf
from themes.looks.shapes import Shape, rect

from .papers import Entry, ReadingList

COVER, COVER_HEIGHT = 19, 28
QR = 27
GROUNDS = [
    ("ground", "on_ground"),
    ("wash", "on_wash"),
    ("button", "on_button"),
    ("ink", "paper"),
]
BARE = [
    ("FONTNAME", (0, 0), (-1, -1), TEXT),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    *(
        (f"{side}PADDING", (0, 0), (-1, -1), 0)
        for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")
    ),
]


class BookCover(Flowable):
    """A title's cover, or one set in type in the look's colours."""

    def __init__(self, paper: Paper, entry: Entry, jpeg: bytes):
        super().__init__()
        self.paper, self.entry, self.jpeg = paper, entry, jpeg
        self.width, self.height = COVER * mm, COVER_HEIGHT * mm

    def draw(self):
        if self.canv._doctemplate.is_rehearsal:
            return
        if self.jpeg:
            picture = ImageReader(BytesIO(self.jpeg))
            self.canv.drawImage(
                picture,
                0,
                0,
                self.width,
                self.height,
                preserveAspectRatio=True,
                anchor="n",
            )
            return
        # The same title always gets the same cover.
        ground, colour = GROUNDS[zlib.crc32(self.entry.title.encode()) % len(GROUNDS)]
        wide = COVER - 4
        title = breakable(printable(self.entry.title, DISPLAY))
        size = filling(title, DISPLAY, (wide, COVER_HEIGHT - 9.6), 4, 9, 1.05)
        author = printable(self.entry.author, LABEL)
        author_size = fitted(author, LABEL, wide, 1.9, 2)
        shapes = [
            Shape(rect(0, 0, COVER, COVER_HEIGHT), ground),
            *block(2, 2.6, title, wide, size, DISPLAY, colour, 1.05).shapes,
            *block(
                2, COVER_HEIGHT - 5.6, author, wide, author_size, LABEL, colour
            ).shapes,
        ]
        palette = self.paper.palette
        colours = {name: getattr(palette, name) for name in {ground, colour}}
        self.canv.saveState()
        self.canv.transform(mm, 0, 0, -mm, 0, self.height)
        to_pdf(self.canv, shapes, colours)
        self.canv.restoreState()


def handout_pdf(
    reading_list: ReadingList,
    covers: dict[str, bytes],
    logo: LogoMark | None = None,
) -> bytes:
    """Set the list; a title without a cover gets one drawn in type."""
    with override(reading_list.language):
        paper = Paper(
            reading_list.look,
            reading_list.title,
            lead=reading_list.campaign,
            language=reading_list.language,
        )
        story = [
            Band(reading_list.look, high=32, logo=logo),
            *_head(paper, reading_list),
        ]
        for entry in reading_list.entries:
            story += [gap(5), _row(paper, entry, covers.get(entry.cover, b""))]
        return paper.made(story, has_cover=False)


def _head(paper: Paper, reading_list: ReadingList) -> list:
    count = len(reading_list.entries)
    number = ngettext("%(n)s titel", "%(n)s titler", count) % {"n": count}
    over = " · ".join(filter(None, [_("Læseliste"), reading_list.campaign]))
    words = [gap(3)]
    if reading_list.summary:
        words.append(paper.text(reading_list.summary, ITALIC, 12.5))
    small = " · ".join(filter(None, [number, reading_list.audience]))
    words.append(paper.text(small, LABEL, 9, spaceBefore=6, colour="on_paper_soft"))
    side = 48 * mm
    way = [
        QrCode(reading_list.address, QR, paper.ink("on_paper")),
        paper.text(_("Se listen på nettet"), LABEL, 8, leading=11),
        paper.address(reading_list.address, 7, side),
    ]
    style = [*BARE, ("RIGHTPADDING", (0, 0), (0, 0), 8 * mm)]
    table = Table([[words, way]], colWidths=[COLUMN - side, side], style=style)
    heading = paper.heading(reading_list.title, "liste")
    return [paper.overline(over), heading, table]


def _row(paper: Paper, entry: Entry, jpeg: bytes) -> Table:
    words = [paper.text(entry.title, DISPLAY, 13.5)]
    by = ", ".join(filter(None, [entry.author, entry.year]))
    words.append(paper.text(by, ITALIC, 10.5, leading=14))
    if entry.why:
        words.append(paper.text(entry.why, size=10.5, leading=14.5, spaceBefore=3))
    rest = " · ".join(entry.facts)
    if rest:
        words.append(
            paper.text(
                rest, LABEL, 8, colour="on_paper_soft", spaceBefore=4, leading=11
            )
        )
    words += [_find(paper, address) for address in entry.addresses]
    first = (COVER + 6) * mm
    return Table(
        [[BookCover(paper, entry, jpeg), words]],
        colWidths=[first, COLUMN - first],
        style=BARE,
    )


def _find(paper: Paper, address: str) -> Paragraph:
    """Where the title is: the address itself is a search that nobody types."""
    host = printable(shortened(address), LABEL).partition("/")[0]
    words = _("Find den på %(host)s") % {"host": host.removeprefix("www.")}
    style = paper.style(LABEL, 8, colour="link", leading=11)
    href = quoteattr(printable(address))
    return Paragraph(f"<a href={href}>{markup(words, LABEL)}</a>", style)
