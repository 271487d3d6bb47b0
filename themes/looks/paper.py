"""Papers in a theme's look: A4 with a cover, contents, running heads and bookmarks.

    paper = Paper(look, "Idékatalog", lead="Tema 5")
    story = [*paper.contents("Indhold"), paper.heading("Byg en dysse", "dysse")]
    pdf = paper.made(story)

What is set in type goes through ``printable``, so that any text can be printed.
"""

from functools import lru_cache
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
)
from reportlab.platypus.tableofcontents import TableOfContents

from . import draw
from .lettering import DISPLAY, ITALIC, LABEL, TEXT, block, fitted
from .palettes import Look, Palette, light_palette, swatches
from .paper_parts import (
    FOOT,
    HEIGHT,
    MARGIN,
    TOP,
    WIDTH,
    know_faces,
    markup,
    paint_pattern,
    printable,
)
from .pdf import to_pdf
from .shapes import Shape, circle, place, rect

OWNER = "Bibliotekernes Temasamarbejde"
STRIP = 6
COLUMN = (WIDTH - 2 * MARGIN) * mm
COVER_WORDS = 132


def language_tag(language: str) -> str:
    """The language of a document as readers aloud know it: "da-DK"."""
    return {"da": "da-DK", "en": "en-GB"}.get(language, language)


@lru_cache(maxsize=64)
def _palette(look: Look) -> Palette:
    return light_palette(look)


class Heading(Paragraph):
    """A heading that stands in the contents and the bookmarks.

    ``entries`` are level, words, what to say about it, and the key of its place.
    """

    entries: tuple[tuple[int, str, str, str], ...] = ()


class Paper(BaseDocTemplate):
    """An A4 paper that wears a look. Its parts are flowables for ``made``.

    One with contents is set twice: a rehearsal finds the page numbers, and draws
    nothing costly.
    """

    is_rehearsal = was_rehearsed = False

    def __init__(
        self,
        look: Look,
        title: str,
        *,
        lead: str = "",
        foot: str = "",
        head: str = "",
        language: str = "da",
    ):
        know_faces()
        self.look = self.worn = look
        self.lead, self.foot = lead, foot
        self.head = head or title
        self.out = BytesIO()
        super().__init__(
            self.out,
            pagesize=A4,
            title=printable(title),
            subject=printable(lead or title),
            author=OWNER,
            creator=OWNER,
            lang=language_tag(language),
            displayDocTitle=1,
            invariant=1,
            initialFontName=TEXT,
            leftMargin=MARGIN * mm,
        )
        inside = Frame(
            MARGIN * mm, FOOT * mm, COLUMN, (HEIGHT - TOP - FOOT) * mm, 0, 0, 0, 0
        )
        whole = Frame(0, 0, *A4, 0, 0, 0, 0)
        self.addPageTemplates(
            [
                PageTemplate("cover", [whole], onPage=self._paint_cover),
                PageTemplate("inside", [inside], onPageEnd=self._paint_edges),
            ]
        )

    def made(self, story: list, has_cover: bool = True) -> bytes:
        """The finished PDF: a cover, if it has one, and then the story."""
        # The contents are as long in the rehearsal, which finds the page numbers, as
        # they will be.
        headings = [part for part in story if isinstance(part, Heading)]
        for part in story:
            if isinstance(part, TableOfContents):
                entries = [entry for heading in headings for entry in heading.entries]
                part.addEntries([self._line(*entry, page=0) for entry in entries])
                break
        else:
            # Without contents nothing waits for page numbers.
            self.was_rehearsed = True
        begun = [NextPageTemplate("inside"), PageBreak()]
        if not has_cover:
            begun = []
            self.pageTemplates.reverse()
        self.multiBuild([*begun, *story])
        return self.out.getvalue()

    def beforeDocument(self):
        self.is_rehearsal, self.was_rehearsed = not self.was_rehearsed, True

    def wear(self, look: Look) -> None:
        """Let the parts that are made from now on wear another look than the cover."""
        self.worn = look

    @property
    def palette(self) -> Palette:
        return _palette(self.worn)

    def style(self, font: str = TEXT, size: float = 10.5, **more) -> ParagraphStyle:
        """A paragraph's look; colours are names of the palette's."""
        colour = more.pop("colour", "on_paper")
        more.setdefault("leading", size * (1.12 if font == DISPLAY else 1.45))
        return ParagraphStyle(
            f"{font} {size}",
            fontName=font,
            fontSize=size,
            textColor=self.ink(colour),
            allowWidows=0,
            allowOrphans=0,
            **more,
        )

    def ink(self, colour: str) -> HexColor:
        """A colour of the palette by name, for drawing."""
        return HexColor(getattr(self.palette, colour))

    def text(self, words: str, font: str = TEXT, size: float = 10.5, **more):
        """A paragraph of plain words."""
        return Paragraph(markup(words, font), self.style(font, size, **more))

    def overline(self, words: str) -> Paragraph:
        return self.text(words, LABEL, 9, colour="link", spaceBefore=14, spaceAfter=5)

    def heading(
        self, words: str, key: str, *, about: str = "", group: str = "", level: int = 0
    ) -> Heading:
        """A heading with its line in the contents, where ``about`` stands below it.

        ``group`` is the name of the part that begins here.
        """
        size = fitted(printable(words, DISPLAY), DISPLAY, COLUMN, 26, 3)
        style = self.style(DISPLAY, size, keepWithNext=1)
        heading = Heading(markup(words, DISPLAY), style)
        heading.entries = ((level, words, about, key),)
        if group:
            heading.entries = ((0, group, "", f"{key}-over"), *heading.entries)
        return heading

    def subheading(self, words: str) -> Paragraph:
        return self.text(
            words, DISPLAY, 14, spaceBefore=16, spaceAfter=6, keepWithNext=1
        )

    def contents(self, title: str) -> list:
        """The page of contents, and a new page after it."""
        levels = [
            self.style(DISPLAY, 12, spaceBefore=4, rightIndent=12 * mm, leading=14),
            self.style(
                TEXT,
                10.5,
                spaceBefore=4,
                rightIndent=12 * mm,
                leading=14,
                leftIndent=12,
            ),
        ]
        contents = TableOfContents(
            levelStyles=levels,
            dotsMinLevel=-1,
            tableStyle=[
                ("FONTNAME", (0, 0), (-1, -1), TEXT),
                *(
                    (f"{side}PADDING", (0, 0), (-1, -1), 0)
                    for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")
                ),
            ],
        )
        return [self.text(title, DISPLAY, 30, spaceAfter=8), contents, PageBreak()]

    def afterFlowable(self, flowable):
        for entry in getattr(flowable, "entries", ()):
            level, words, _about, key = entry
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(printable(words), key, level)
            self.notify("TOCEntry", self._line(*entry, page=self.page))

    def _line(self, level: int, words: str, about: str, key: str, page: int) -> tuple:
        line = markup(words)
        if about:
            soft = _palette(self.look).on_paper_soft
            font = f'<font name="{LABEL}" size="8" color="{soft}">'
            line += f"<br/>{font}{markup(about)}</font>"
        return level, line, page, key

    def _paint_cover(self, canvas, _document) -> None:
        colours = swatches(self.look) | {
            name: getattr(_palette(self.look), name)
            for name in ("ground", "on_ground", "ground_button")
        }
        wide = WIDTH - 2 * MARGIN
        title = printable(self.title, DISPLAY)
        size = fitted(title, DISPLAY, wide, 26, 3)
        words = block(MARGIN, 46, title, wide, size, DISPLAY, "on_ground", 1.02)
        shapes: list = [Shape(rect(0, 0, WIDTH, COVER_WORDS), "ground")]
        shapes += [Shape(circle(MARGIN + 4, 26, 4), "ground_button")]
        owner = block(MARGIN + 12, 24.4, OWNER, wide, 4.4, LABEL, "on_ground")
        shapes += [*owner.shapes, *words.shapes]
        if self.lead:
            lead = printable(self.lead, ITALIC)
            top = 46 + words.height + 9
            fits = fitted(lead, ITALIC, wide, 6.4, 3)
            shapes += block(MARGIN, top, lead, wide, fits, ITALIC, "on_ground").shapes
        if self.foot:
            foot = printable(self.foot, LABEL)
            line = block(MARGIN, COVER_WORDS - 10, foot, wide, 3.4, LABEL, "on_ground")
            shapes += line.shapes
        canvas.saveState()
        canvas.transform(mm, 0, 0, -mm, 0, HEIGHT * mm)
        below = HEIGHT - COVER_WORDS
        pattern = draw(self.look, WIDTH, below)
        to_pdf(
            canvas,
            [place(pattern, 0, COVER_WORDS, clip=rect(0, 0, WIDTH, below))],
            swatches(self.look),
        )
        to_pdf(canvas, shapes, colours)
        canvas.restoreState()

    def _paint_edges(self, canvas, _document) -> None:
        canvas.saveState()
        paint_pattern(canvas, self.look, WIDTH, STRIP)
        canvas.setFont(LABEL, 8)
        canvas.setFillColor(HexColor(_palette(self.look).on_paper_soft))
        canvas.drawRightString(
            (WIDTH - MARGIN) * mm, (STRIP + 6) * mm, str(canvas.getPageNumber())
        )
        canvas.drawString(MARGIN * mm, (STRIP + 6) * mm, printable(self.head, LABEL))
        canvas.restoreState()
