"""The idea catalogue on paper: a cover, the contents, and each idea on its own page."""

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import quoteattr

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, PageBreak, Paragraph, Table

from assets.texts import Part, parts_of
from core.danish import quoted
from themes.looks.lettering import DISPLAY, ITALIC, LABEL, TEXT
from themes.looks.papers.logo_marks import LogoMark
from themes.looks.papers.paper import COLUMN, Heading, Paper
from themes.looks.papers.parts import Band, QrCode, gap, markup, printable

from .catalogue import Catalogue, Idea

QR = 27
WAY = 44 * mm
# Lines beside the QR code: a table cannot part them, and so many of the longest names
# fit a page.
BESIDE = 5
# As low as a picture may become for the page to hold all of its idea.
LOW = 34
SIDES = ("LEFT", "RIGHT", "TOP", "BOTTOM")
# A table sets each cell in a face, also one that holds paragraphs.
FACE = ("FONTNAME", (0, 0), (-1, -1), TEXT)
NO_PADDING = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in SIDES]


def catalogue_pdf(
    catalogue: Catalogue,
    pictures: dict[str, bytes],
    logo: LogoMark | None = None,
) -> bytes:
    """Set a catalogue; an idea without a picture wears its theme's pattern."""
    with override(catalogue.language):
        count = len(catalogue.ideas)
        foot = ngettext("%(n)s idé", "%(n)s ideer", count) % {"n": count}
        paper = Paper(
            catalogue.look,
            catalogue.title,
            lead=catalogue.lead,
            foot=foot,
            language=catalogue.language,
            logo=logo,
        )
        story = paper.contents(pgettext("bog", "Indhold"))
        several = len({idea.campaign for idea in catalogue.ideas}) > 1
        number = 0
        for campaign, ideas in groupby(catalogue.ideas, lambda idea: idea.campaign):
            for first, idea in enumerate(ideas):
                number += 1
                paper.wear(idea.look)
                heading = paper.heading(
                    idea.title,
                    f"ide-{number}",
                    about=" · ".join(value for _name, value in idea.facts[:3]),
                    group=campaign if several and not first else "",
                    level=int(several),
                )
                story += _idea(paper, idea, heading, pictures.get(idea.picture, b""))
        # The last idea ends the paper.
        return paper.made(story[:-1])


def _idea(paper: Paper, idea: Idea, heading: Heading, picture: bytes) -> list:
    over = " · ".join(filter(None, [idea.campaign, idea.label]))
    story = [paper.overline(over or _("Idé")), heading]
    if idea.summary:
        story.append(paper.text(idea.summary, size=12.5, spaceBefore=6))
    story += [gap(5), _facts(paper, idea)]
    if idea.steps:
        story.append(paper.subheading(_("Sådan gør I")))
        style = paper.style(
            leftIndent=8 * mm,
            bulletFontName=DISPLAY,
            bulletFontSize=13,
            bulletColor=paper.ink("link"),
            spaceAfter=4,
        )
        story += [
            KeepTogether([Paragraph(markup(step), style, bulletText=str(n))])
            for n, step in enumerate(idea.steps, 1)
        ]
    if idea.body:
        story += _body(paper, idea)
    story += [gap(6), *_last(paper, idea)]
    band = Band(idea.look, picture)
    # Rather a lower picture than a page with a line on it.
    overrun = paper.overrun_of([band, *story]) / mm
    if 0 < overrun < band.high - LOW:
        band.high -= overrun + 1
    return [band, *story, PageBreak()]


def _facts(paper: Paper, idea: Idea) -> Table:
    """What it takes, three facts a row on the theme's wash."""
    palette = paper.palette
    cells = [
        [
            paper.text(name, LABEL, 8, colour="on_wash", leading=11),
            paper.text(value, DISPLAY, 13, colour="on_wash", leading=15),
        ]
        for name, value in idea.facts
    ]
    cells += [""] * (-len(cells) % 3)
    rows = [cells[n : n + 3] for n in range(0, len(cells), 3)]
    style = [
        FACE,
        ("BACKGROUND", (0, 0), (-1, -1), palette.wash),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 11),
        ("TOPPADDING", (0, 0), (-1, -1), 7),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
    ]
    return Table(rows, colWidths=[COLUMN / 3] * 3, style=style, hAlign="LEFT")


def _body(paper: Paper, idea: Idea) -> Iterator:
    yield paper.subheading(_("Mere om ideen"))
    running = paper.style(spaceAfter=6)
    point = paper.style(leftIndent=5 * mm, spaceAfter=2)
    for kind, words in idea.body:
        if kind == "heading":
            yield paper.subheading(words)
        elif kind == "quote":
            yield paper.text(quoted(words), ITALIC, 12, spaceAfter=6, leftIndent=5 * mm)
        else:
            for part in parts_of(words):
                if part.kind == "heading":
                    yield paper.subheading(part.plain)
                elif part.kind in ("ul", "ol"):
                    mark = f"{part.number}." if part.kind == "ol" else "•"
                    yield Paragraph(_inline(part), point, bulletText=mark)
                else:
                    yield Paragraph(_inline(part), running)


def _inline(part: Part) -> str:
    words = []
    for run in part.runs:
        text = markup(run.text)
        text = f"<b>{text}</b>" if run.bold else text
        text = f"<i>{text}</i>" if run.italic else text
        if run.href:
            text = f"<a {_to(run.href)}><u>{text}</u></a>"
        words.append(text)
    return "".join(words).strip()


def _last(paper: Paper, idea: Idea) -> list:
    """What it needs; the last of it beside the way to fetch it, not to be parted."""
    lines = []
    if idea.needs:
        lines.append(paper.subheading(_("Det skal I bruge")))
        style = paper.style(spaceAfter=4, leading=14)
        soft = paper.palette.on_paper_soft
        for need in idea.needs:
            small = f'<font name="{LABEL}" size="8" color="{soft}">'
            words = f"<a {_to(need.address)}>{markup(need.title)}</a>"
            words += f" {small}{markup(need.kind)}</font>"
            lines.append(Paragraph(words, style))
    small = [
        idea.credit and _("Ideen kommer fra %(who)s.") % {"who": idea.credit},
        idea.picture_credit and _("Billede: %(who)s") % {"who": idea.picture_credit},
    ]
    lines += [
        paper.text(words, LABEL, 8, colour="on_paper_soft", spaceBefore=4)
        for words in small
        if words
    ]
    way = [
        QrCode(idea.address, QR, paper.ink("on_paper")),
        paper.text(_("Se og hent på siden"), LABEL, 8, leading=11),
        paper.address(idea.address, 7, WAY),
    ]
    table = Table(
        [[lines[-BESIDE:], way]],
        colWidths=[COLUMN - WAY, WAY],
        style=[FACE, *NO_PADDING, ("VALIGN", (0, 0), (-1, -1), "TOP")],
    )
    first, beside = lines[:-BESIDE], KeepTogether([table])
    # A heading does not stay behind on the page before.
    return [KeepTogether([*first, table])] if len(first) < 3 else [*first, beside]


def _to(address: str) -> str:
    return f"href={quoteattr(printable(address))}"
