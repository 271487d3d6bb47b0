"""Bookmarks: for the printer with bleed, and as a sheet to cut out."""

from themes.looks.lettering import DISPLAY, ITALIC, LABEL, TEXT, Text, block, fitted
from themes.looks.palettes import Look
from themes.looks.shapes import Shape, circle, compound, curve, place, polygon, rect

from .layout import label, rule, wordmark, world
from .posters import text_role
from .sheets import A4, Format, pdf

# the sixteen runes of the younger futhark: what they sound like, and their strokes
# on a field one wide and one tall, the stave's foot at nought
RUNES: dict[str, tuple[str, tuple[tuple[tuple[float, float], ...], ...]]] = {
    "ᚠ": ("f", (((0, 0), (0, 1)), ((0, 0.42), (0.5, 0.86)), ((0, 0.7), (0.3, 1)))),
    "ᚢ": ("u o", (((0, 0), (0, 1), (0.45, 0.66), (0.45, 0)),)),
    "ᚦ": ("th", (((0, 0), (0, 1)), ((0, 0.74), (0.42, 0.5), (0, 0.26)))),
    "ᚬ": (
        "å",
        (((0, 0), (0, 1)), ((-0.3, 0.9), (0.3, 0.66)), ((-0.3, 0.66), (0.3, 0.42))),
    ),
    "ᚱ": ("r", (((0, 0), (0, 1), (0.42, 0.78), (0.06, 0.52), (0.46, 0)),)),
    "ᚴ": ("k g", (((0, 0), (0, 1)), ((0, 0.5), (0.42, 0.92)))),
    "ᚼ": (
        "h",
        (((0, 0), (0, 1)), ((-0.3, 0.7), (0.3, 0.3)), ((-0.3, 0.3), (0.3, 0.7))),
    ),
    "ᚾ": ("n", (((0, 0), (0, 1)), ((-0.28, 0.62), (0.28, 0.38)))),
    "ᛁ": ("i e", (((0, 0), (0, 1)),)),
    "ᛅ": ("a", (((0, 0), (0, 1)), ((-0.28, 0.38), (0.28, 0.62)))),
    "ᛋ": ("s", (((-0.2, 1), (-0.2, 0.42), (0.2, 0.62), (0.2, 0)),)),
    "ᛏ": ("t d", (((0, 0), (0, 1)), ((-0.36, 0.7), (0, 1), (0.36, 0.7)))),
    "ᛒ": ("b p", (((0, 0), (0, 1), (0.4, 0.76), (0, 0.5), (0.4, 0.26), (0, 0)),)),
    "ᛘ": ("m", (((0, 0), (0, 1)), ((-0.36, 1), (0, 0.64), (0.36, 1)))),
    "ᛚ": ("l", (((0, 0), (0, 1), (0.4, 0.72)),)),
    "ᛦ": ("-r", (((0, 0), (0, 1)), ((-0.36, 0), (0, 0.36), (0.36, 0)))),
}


def rune(sign: str, x: float, foot: float, size: float, fill: str) -> Shape:
    """One rune as cut strokes, its stave at x."""
    _, strokes = RUNES[sign]
    lines = [
        polygon([(x + a * size, foot - b * size) for a, b in stroke], False)
        for stroke in strokes
    ]
    return Shape(compound(lines), stroke=fill, width=size * 0.085)


def bookmark(
    form: Format,
    look: Look,
    title: str,
    subtitle: str = "",
    lines: tuple[str, ...] = (),
    runes: str = "",
) -> bytes:
    """Front and back, with bleed."""
    fronts = front(form.width, form.height, form.bleed, look, title, subtitle)
    backs = back(form.width, form.height, form.bleed, look, title, lines, runes)
    return pdf([fronts, backs], form, look, f"Bogmærke: {title}", subtitle)


def bookmark_sheet(
    look: Look,
    title: str,
    subtitle: str = "",
    lines: tuple[str, ...] = (),
    runes: str = "",
) -> bytes:
    """Three bookmarks on an A4, backs on the second page so that they meet."""
    wide, high, gap = 55, 200, 6
    left, top = (A4.width - 3 * wide - 2 * gap) / 2, 40
    clip = rect(0, 0, wide, high)
    sides = (
        front(wide, high, 0, look, title, subtitle),
        back(wide, high, 0, look, title, lines, runes),
    )
    pages = []
    for number, side in enumerate(sides):
        page: list = []
        for i in range(3):
            x = left + i * (wide + gap)
            page.append(place(side, x, top, clip=clip))
            page += cut_marks(x, top, wide, high)
        words = (
            "Forside. Klip langs stregerne.",
            "Bagside. Print på begge sider af arket.",
        )
        page.append(label(left, 26, words[number], 3.6, "#333333"))
        page += wordmark(left, 258, 4.4, "#111111")
        pages.append(page)
    return pdf(pages, A4, look, f"Bogmærker: {title}", subtitle)


def cut_marks(x: float, y: float, wide: float, high: float) -> list[Shape]:
    """Short lines at the corners that say where to cut."""
    lines = []
    for a, da in ((x, -1), (x + wide, 1)):
        for b, db in ((y, -1), (y + high, 1)):
            lines.append(polygon([(a, b + db), (a, b + 4 * db)], False))
            lines.append(polygon([(a + da, b), (a + 4 * da, b)], False))
    return [Shape(compound(lines), stroke="#777777", width=0.12)]


def front(
    wide: float, high: float, bleed: float, look: Look, title: str, subtitle: str
) -> list:
    """The pattern, a disc behind it, and the title above."""
    full = (wide + 2 * bleed, high + 2 * bleed)
    sun = (full[0] * 0.64, full[1] * 0.4, wide * 0.27)
    scenery = world(look, *full, calm=0.42, sun=sun, detail=0.8)
    ink = text_role(look)
    size = fitted(title, DISPLAY, wide - 9, 11.5, 4)
    words = block(4.5, 6, title, wide - 9, size, DISPLAY, ink, 0.98)
    shapes = [place(scenery, -bleed, -bleed), *words.shapes]
    if subtitle:
        line = block(4.5, 10 + words.height, subtitle, wide - 9, 4.2, ITALIC, ink)
        shapes += line.shapes
    return shapes


def back(
    wide: float,
    high: float,
    bleed: float,
    look: Look,
    title: str,
    lines: tuple[str, ...],
    runes: str,
) -> list:
    """Runes with their sounds, or lines to take home."""
    shapes: list = [
        Shape(rect(-bleed, -bleed, wide + 2 * bleed, high + 2 * bleed), "paper")
    ]
    if runes:
        columns = 2
        step = (high - 40) / (len(runes) / columns)
        for i, sign in enumerate(runes):
            column, row = i % columns, i // columns
            x, foot = 13 + column * 25, 21 + row * step
            shapes.append(rune(sign, x, foot, 12.5, "ink"))
            sound = RUNES[sign][0]
            shapes.append(Text(x + 7.5, foot - 2, sound, ITALIC, 4.6, "button"))
        ask = "Sådan skrev man i vikingetiden."
        shapes += block(5, high - 26, ask, wide - 10, 3.7, TEXT, "ink", 1.3).shapes
    elif lines:
        step = (high - 44) / len(lines)
        many = len(lines) > 5
        for i, line in enumerate(lines):
            y = 12 + i * step
            if many:
                shapes += sprig(11, y + step * 0.72, step * 0.8, i)
                shapes.append(Text(20, y + step * 0.55, line, LABEL, 4.3, "ink"))
                shapes.append(rule(5, y + step * 0.86, wide - 10, 0.15, "mid"))
            else:
                shapes.append(Shape(circle(8, y + 3.4, 3), "button"))
                shapes += block(
                    5, y + 11, line, wide - 10, 5.6, DISPLAY, "ink", 1.12
                ).shapes
    shapes += wordmark(5, high - 12, 3.2)
    return shapes


def sprig(x: float, foot: float, tall: float, kind: int) -> list[Shape]:
    """A small plant; leaves, pairs and heads differ by kind."""
    pairs = 2 + kind % 3
    stem = curve([(x, foot), (x + tall * 0.04, foot - tall * 0.5), (x, foot - tall)])
    leaves = []
    for i in range(pairs):
        y = foot - tall * (0.18 + 0.5 * i / pairs)
        size = tall * (0.3 - 0.04 * i) * (1.25 if kind % 2 else 0.9)
        for way in (-1, 1):
            tip = (x + way * size, y - size * (0.2 + 0.3 * (kind % 4)))
            bulge = size * (0.16 + 0.09 * (kind % 3))
            middle = ((x + tip[0]) / 2, (y + tip[1]) / 2)
            leaves.append(
                curve(
                    [(x, y), (middle[0], middle[1] - bulge), tip]
                    + [(middle[0] + way * bulge * 0.3, middle[1] + bulge)],
                    True,
                )
            )
    fills = ("button", "paper", "ground", "blush", "warm")
    head: list[Shape] = []
    if kind % 5 == 1:
        petals = [
            circle(x + dx * tall * 0.1, foot - tall + dy * tall * 0.1, tall * 0.075)
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))
        ]
        head = [
            Shape(compound(petals), "button"),
            Shape(circle(x, foot - tall, tall * 0.06), "ground"),
        ]
    elif kind % 5 == 3:
        seeds = [
            circle(x, foot - tall * (0.72 + 0.06 * i), tall * 0.045) for i in range(6)
        ]
        head = [Shape(compound(seeds), "dusk")]
    else:
        head = [Shape(circle(x, foot - tall, tall * 0.1), fills[kind % 5])]
        head.append(Shape(circle(x, foot - tall, tall * 0.1), stroke="ink", width=0.25))
    return [
        Shape(stem, stroke="ink", width=tall * 0.045),
        Shape(compound(leaves), "dusk" if kind % 2 else "mid"),
        *head,
    ]
