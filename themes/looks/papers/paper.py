"""Papers in a theme's look: A4 with a cover, contents, running heads and bookmarks.

    paper = Paper(look, "Idékatalog", lead="Tema 5")
    story = [*paper.contents("Indhold"), paper.heading("Byg en dysse", "dysse")]
    pdf = paper.made(story)

What is set in type goes through ``printable``, so that any text can be printed.
"""

from functools import lru_cache
from io import BytesIO
from xml.sax.saxutils import quoteattr

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

from ..lettering import DISPLAY, LABEL, TEXT, address_lines, fitted, shortened_to
from ..palettes import Look, Palette, light_palette
from .covers import Cover
from .logo_marks import LogoMark
from .parts import (
    FOOT,
    HEIGHT,
    MARGIN,
    OWNER,
    TOP,
    WIDTH,
    know_faces,
    markup,
    paint_pattern,
    printable,
)

STRIP = 6
COLUMN = (WIDTH - 2 * MARGIN) * mm


def language_tag(language: str) -> str:
    """The language of a document as readers aloud know it: "da-DK"."""
    return {"da": "da-DK", "en": "en-GB"}.get(language, language)


def shortened(address: str) -> str:
    """An address without what a browser adds itself, and without what it asks for."""
    return address.partition("://")[2].partition("?")[0].rstrip("/")


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
        logo: LogoMark | None = None,
    ):
        know_faces()
        self.look = self.worn = look
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
        cover = Cover(look, title, lead, foot, logo)
        whole = Frame(0, 0, *A4, 0, 0, 0, 0)
        self.addPageTemplates(
            [
                PageTemplate("cover", [whole], onPage=cover.paint),
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

    def overrun_of(self, parts: list) -> float:
        """How much higher than a page the parts are, as they will be set; in points."""
        frame_height = (HEIGHT - TOP - FOOT) * mm
        total = after = 0.0
        for part in parts:
            # What is kept together says of itself only that it is not to be parted.
            for one in getattr(part, "_content", (part,)):
                _wide, high = one.wrap(COLUMN, frame_height)
                total += max(one.getSpaceBefore() if total else 0, after) + high
                after = one.getSpaceAfter()
        return total - frame_height

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

    def address(self, address: str, size: float, wide: float) -> Paragraph:
        """An address as people read it, which leads there; ``wide`` is its room."""
        shown = printable(shortened(address), LABEL)
        lines = address_lines(shown, LABEL, size, wide)
        words = "<br/>".join(markup(line, LABEL) for line in lines)
        # One part may be longer than the line.
        style = self.style(
            LABEL, size, colour="link", leading=size * 1.35, splitLongWords=1
        )
        href = quoteattr(printable(address))
        return Paragraph(f"<a href={href}>{words}</a>", style)

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

    def _paint_edges(self, canvas, _document) -> None:
        canvas.saveState()
        paint_pattern(canvas, self.look, WIDTH, STRIP)
        canvas.setFont(LABEL, 8)
        canvas.setFillColor(HexColor(_palette(self.look).on_paper_soft))
        canvas.drawRightString(
            (WIDTH - MARGIN) * mm, (STRIP + 6) * mm, str(canvas.getPageNumber())
        )
        room = COLUMN - 15 * mm
        head = shortened_to(printable(self.head, LABEL), LABEL, 8, room)
        canvas.drawString(MARGIN * mm, (STRIP + 6) * mm, head)
        canvas.restoreState()
