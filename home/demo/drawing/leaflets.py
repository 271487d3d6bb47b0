"""Sheets to lay on the table: reading lists, shared texts, a folded programme."""

from dataclasses import dataclass

from themes.looks import draw
from themes.looks.lettering import DISPLAY, ITALIC, TEXT, Text, block, fitted
from themes.looks.palettes import Look
from themes.looks.shapes import Shape, circle, place, polygon, rect

from .layout import label, rule, wordmark, world
from .posters import text_role
from .sheets import A4, Format, pdf

LANDSCAPE = Format(297, 210)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is listed: a heading, who or what under it, and a line on why."""

    title: str
    by: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under one heading."""

    heading: str
    entries: tuple[Entry, ...]


def handout(
    look: Look, title: str, subtitle: str = "", sections: tuple[Section, ...] = ()
) -> bytes:
    """An A4 with a strip of the campaign on top and lists in two columns below it.

    What does not fit goes on to another page.
    """
    pages: list[list] = []
    columns = (10.0, 109.0)
    wide = 91.0

    def new_page() -> tuple[list, float]:
        page: list = []
        first = not pages
        high = 58 if first else 18
        strip = place(draw(look, 190, high, 0.8), 10, 10, clip=rect(0, 0, 190, high))
        page.append(strip)
        top = high + 19.0
        if first:
            size = fitted(title, DISPLAY, 190, 16, 2)
            words = block(10, top, title, 190, size, DISPLAY, "ink", 1)
            page += words.shapes
            top += words.height + 5
            if subtitle:
                line = block(10, top, subtitle, 190, 5, ITALIC, "#111111")
                page += line.shapes
                top += line.height + 5
            top += 5
        page += wordmark(10, 277, 4, "#111111")
        page.append(Shape(rect(150, 274, 50, 14), stroke="#777777", width=0.2))
        page.append(label(152, 278, "Bibliotekets stempel", 2.6, "#555555"))
        pages.append(page)
        return page, top

    page, top = new_page()
    column, y = 0, top
    for section in sections:
        for i, entry in enumerate(section.entries):
            drawn, height = _entry(entry, wide)
            head = _heading(section.heading, wide) if i == 0 else ([], 0.0)
            if y + head[1] + height > 268:
                column, y = column + 1, top
                if column > 1:
                    page, top = new_page()
                    column, y = 0, top
            x = columns[column]
            if head[0]:
                page.append(place(head[0], x, y))
                y += head[1]
            page.append(place(drawn, x, y))
            y += height
        y += 4
    return pdf(pages, A4, look, title, subtitle)


def _heading(words: str, wide: float) -> tuple[list, float]:
    if not words:
        return [], 0.0
    lines = block(9, 0, words, wide - 9, 6.2, DISPLAY, "ink", 1.1)
    return [Shape(circle(3, 2.3, 2.6), "button"), *lines.shapes], lines.height + 6


def _entry(entry: Entry, wide: float) -> tuple[list, float]:
    shapes: list = []
    y = 0.0
    if entry.title:
        title = block(0, 0, entry.title, wide, 4.7, DISPLAY, "#111111", 1.16)
        shapes += title.shapes
        y = title.height + 2.2
    for words, font, ink in (
        (entry.by, TEXT, "button"),
        (entry.line, ITALIC, "#111111"),
    ):
        if words:
            lines = block(0, y, words, wide, 3.9, font, ink, 1.32)
            shapes += lines.shapes
            y += lines.height + 2
    return shapes, y + 4


def programme(look: Look, title: str, subtitle: str = "", rows: int = 6) -> bytes:
    """A4 on its side, folded once: cover and back outside, fields to fill inside."""
    half = LANDSCAPE.width / 2
    cover = world(look, half - 14, 190, calm=0.5, sun=(88, 92, 37))
    ink = text_role(look)
    size = fitted(title, DISPLAY, half - 34, 24, 2)
    outside: list = [place(cover, half + 7, 10, clip=rect(0, 0, half - 14, 190))]
    outside += block(half + 17, 22, title, half - 34, size, DISPLAY, ink, 1).shapes
    if subtitle:
        outside.append(label(half + 17, 22 + size + 6, subtitle, 5, ink))
    outside += wordmark(14, 178, 5, "#111111")
    outside.append(label(14, 24, "Her finder I os", 4.4, "#111111"))
    outside += [rule(14, 38 + i * 12, half - 28, 0.25, "#111111") for i in range(4)]
    inside: list = []
    each = (rows + 1) // 2
    step = 176 / each
    for i in range(rows):
        x = 14 + (i // each) * half
        y = 16 + (i % each) * step
        inside.append(Shape(circle(x + 4, y + 4, 4), "button"))
        for j, words in enumerate(("Hvad", "Hvornår", "Hvor")):
            at = y + 14 + j * (step - 20) / 2.6
            inside.append(label(x, at, words, 3.4, "#111111"))
            inside.append(rule(x + 19, at, half - 47, 0.25, "#111111"))
    fold = [(half, 4), (half, 9)], [(half, 201), (half, 206)]
    for page in (outside, inside):
        page += [
            Shape(polygon(line, False), stroke="#777777", width=0.15) for line in fold
        ]
    inside.append(Text(14, 203, "Fold på midten", ITALIC, 3.4, "#555555"))
    return pdf([outside, inside], LANDSCAPE, look, f"{title}: {subtitle}")
