"""Posters and what hangs like them: roll-up, mark and colour sheet."""

from themes.looks import draw
from themes.looks.colours import contrast
from themes.looks.lettering import DISPLAY, ITALIC, TEXT, Text, block, fitted
from themes.looks.palettes import Look, swatches
from themes.looks.shapes import Shape, circle, place, rect

from .layout import label, rule, wordmark, wordmark_width, world
from .sheets import A4, Format, pdf

FIELDS = ("Bibliotek", "Tid og sted")


def text_role(look: Look, ground: str = "ground") -> str:
    """Ink or paper, whichever reads on the ground."""
    colours = swatches(look)
    return max(
        ("ink", "paper"), key=lambda role: contrast(colours[role], colours[ground])
    )


def poster(
    form: Format,
    look: Look,
    title: str,
    subtitle: str = "",
    blank_field: bool = False,
) -> bytes:
    """The campaign's poster; with `blank_field` it is a frame to write in."""
    draw_on = framed if blank_field else campaign
    if form.bleed:
        shapes = draw_on(form.width, form.height, form.bleed, look, title, subtitle)
    else:
        # office printers leave a white edge: the poster is made to have one
        edge = form.width * 0.035
        inner = (form.width - 2 * edge, form.height - 2 * edge)
        content = draw_on(*inner, 0, look, title, subtitle)
        shapes = [place(content, edge, edge, clip=rect(0, 0, *inner))]
    return pdf([shapes], form, look, f"Plakat: {title}", subtitle)


def campaign(
    width: float, height: float, bleed: float, look: Look, title: str, subtitle: str
) -> list:
    """Big words in a calm sky, the disc rising behind the campaign's world."""
    foot = height * 0.105
    full = (width + 2 * bleed, height - foot + bleed)
    sun = (full[0] * 0.66, full[1] * 0.52, width * 0.235)
    scenery = world(look, *full, calm=0.56, sun=sun)
    clip = rect(0, 0, *full)
    shapes: list = [place(scenery, -bleed, -bleed, clip=clip)]
    margin = width * 0.066
    ink = text_role(look)
    top = margin
    if subtitle:
        size = width * 0.034
        shapes.append(label(margin, top + size * 0.75, subtitle, size, ink))
        top += size * 1.75
    size = fitted(title, DISPLAY, width - 2 * margin, width * 0.17, 3)
    words = block(margin, top, title, width - 2 * margin, size, DISPLAY, ink, 0.95)
    shapes += words.shapes
    shapes += footer(width, height, bleed, foot)
    return shapes


def footer(width: float, height: float, bleed: float, foot: float) -> list:
    """The light field at the foot: our mark, and room for the library's own words."""
    y = height - foot
    margin = width * 0.066
    size = foot * 0.27
    shapes: list = [
        Shape(rect(-bleed, y, width + 2 * bleed, foot + bleed), "#ffffff"),
        *wordmark(margin, y + foot / 2 - size * 0.86, size, "#111111"),
    ]
    left = margin + wordmark_width(size) + width * 0.06
    own = (width - margin - left - width * 0.03) / 2
    if own > width * 0.1:
        for i, words in enumerate(FIELDS):
            x = left + i * (own + width * 0.03)
            shapes.append(label(x, y + foot * 0.36, words, foot * 0.12, "#111111"))
            shapes.append(rule(x, y + foot * 0.7, own, width * 0.0009, "#111111"))
    return shapes


def framed(
    width: float, height: float, bleed: float, look: Look, title: str, subtitle: str
) -> list:
    """A broad frame of pattern round a light field where the library writes."""
    full = (width + 2 * bleed, height + 2 * bleed)
    shapes: list = [place(draw(look, *full), -bleed, -bleed)]
    edge = width * 0.105
    field = (edge, edge, width - 2 * edge, height - 2 * edge)
    shadow = rect(field[0] + width * 0.008, field[1] + width * 0.01, *field[2:])
    shapes += [Shape(shadow, "night"), Shape(rect(*field), "#ffffff")]
    x, inner = edge + width * 0.055, field[2] - width * 0.11
    top = edge + width * 0.065
    size = fitted(title, DISPLAY, inner, width * 0.12, 3)
    words = block(x, top, title, inner, size, DISPLAY, "ink", 0.97)
    shapes += words.shapes
    y = top + words.height + width * 0.035
    if subtitle:
        line = block(x, y, subtitle, inner, width * 0.04, ITALIC, "button")
        shapes += line.shapes
        y += line.height + width * 0.03
    size = width * 0.026
    foot = edge + field[3] - width * 0.115
    for i, words_ in enumerate(("Hvad", "Hvornår", "Hvor")):
        at = foot - (2 - i) * width * 0.085 - width * 0.02
        shapes.append(label(x, at, words_, size * 0.72, "ink"))
        shapes.append(rule(x + inner * 0.17, at, inner * 0.83, width * 0.0012, "ink"))
    shapes += wordmark(x, foot + width * 0.035, size * 0.9)
    return shapes


def roll_up(form: Format, look: Look, title: str, subtitle: str = "") -> bytes:
    """A tall roll-up: nothing to read in the lowest fifth, where the cassette is."""
    width, height, bleed = form.width, form.height, form.bleed
    full = (width + 2 * bleed, height + 2 * bleed)
    sun = (full[0] * 0.64, full[1] * 0.485, width * 0.25)
    shapes: list = [place(world(look, *full, calm=0.53, sun=sun), -bleed, -bleed)]
    margin, ink = width * 0.09, text_role(look)
    shapes += wordmark(margin, margin, width * 0.036, ink)
    size = fitted(title, DISPLAY, width - 2 * margin, width * 0.22, 3)
    words = block(
        margin,
        margin + width * 0.15,
        title,
        width - 2 * margin,
        size,
        DISPLAY,
        ink,
        0.94,
    )
    shapes += words.shapes
    if subtitle:
        y = margin + width * 0.2 + words.height
        line = block(margin, y, subtitle, width * 0.7, width * 0.055, TEXT, ink)
        shapes += line.shapes
    return pdf([shapes], form, look, f"Roll-up: {title}", subtitle)


def badge(look: Look, title: str, subtitle: str = "") -> bytes:
    """The campaign's mark in its three uses: on paper, on its ground, in the dark."""
    width, height = A4.width, A4.height
    shapes: list = []
    third = height / 3
    grounds = (
        ("#ffffff", "ink", "button"),
        ("ground", "", "button"),
        ("ink", "paper", "paper"),
    )
    for i, (ground, ink, disc) in enumerate(grounds):
        y = third * i
        words_ink = ink or text_role(look)
        shapes.append(Shape(rect(0, y, width, third + 0.2), ground))
        radius = 27
        shapes.append(Shape(circle(20 + radius, y + third / 2, radius), disc))
        left = 20 + 2 * radius + 12
        size = fitted(title, DISPLAY, width - left - 18, 17, 3)
        words = block(left, 0, title, width - left - 18, size, DISPLAY, words_ink, 1)
        top = y + third / 2 - words.height / 2 + (4 if subtitle else 0)
        if subtitle:
            shapes.append(label(left, top - 6, subtitle, 5.2, words_ink))
        shapes += block(
            left, top, title, width - left - 18, size, DISPLAY, words_ink, 1
        ).shapes
    return pdf([shapes], A4, look, f"Mærke: {title}")


def palette(look: Look, title: str) -> bytes:
    """Colours with their numbers, and a cut of the pattern, on one A4."""
    width = A4.width
    tints = swatches(look)
    shapes: list = [Shape(rect(0, 0, width, A4.height), "#ffffff")]
    shapes.append(
        place(draw(look, width - 32, 104), 16, 16, clip=rect(0, 0, width - 32, 104))
    )
    shapes += block(16, 132, title, width - 32, 13, DISPLAY, "ink", 1).shapes
    shapes.append(label(16, 155, "Farver og mønster", 4.6, "ink"))
    names = (("ground", "Bund"), ("ink", "Skrift"), ("button", "Knap"))
    wide = (width - 32 - 16) / 3
    for i, (role, name) in enumerate(names):
        x = 16 + i * (wide + 8)
        shapes.append(Shape(rect(x, 166, wide, 44), role))
        shapes.append(label(x, 217, name, 4.2, "ink"))
        shapes.append(Text(x + wide, 217, tints[role], TEXT, 4.2, "ink", "right"))
    small = ("paper", "pale", "deep", "mid", "dusk", "ember", "warm", "blush")
    own = (width - 32) / len(small)
    for i, role in enumerate(small):
        shapes.append(Shape(rect(16 + i * own, 228, own + 0.1, 16), role))
    advice = (
        "Knappen er den stærkeste farve på siden, og der er kun én. Hold luft om "
        "mærket: mindst en halv knap til alle sider. Skrift står i skriftfarven på "
        "bunden eller på papir."
    )
    shapes += block(16, 254, advice, width - 32, 4.2, TEXT, "ink", 1.45).shapes
    shapes += wordmark(16, 275, 4)
    return pdf([shapes], A4, look, f"Farver og mønster: {title}")
