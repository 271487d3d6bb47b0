"""Fonts: a specimen set in the font itself."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT, EDGE = 1600, 1130, 90
INK, PAPER = "#181612", "#f6f4ee"
# Large, then smaller: Danish letters tell a librarian whether the font will do.
LINES = (
    ("Aa Ææ Øø Åå", 250),
    ("Rødgrød med fløde", 130),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ", 76),
    ("abcdefghijklmnopqrstuvwxyzæøå", 76),
    ("0123456789 & § % ! ? » « – “ ”", 76),
)


def cover(path: Path):
    """The font's name and its letters; it has no size in pixels."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    family, style = ImageFont.truetype(path, 20).getname()
    y = EDGE
    for text, size in ((f"{family} {style}", 54), *LINES):
        font = ImageFont.truetype(path, size)
        while font.getlength(text) > WIDTH - 2 * EDGE and size > 12:
            size = int(size * 0.94)
            font = ImageFont.truetype(path, size)
        draw.text((EDGE, y), text, INK, font, anchor="lt")
        y += int(size * 1.28)
    return image, {}


def spec(path: Path) -> dict:
    family, style = ImageFont.truetype(path, 20).getname()
    return {"kind": "font", "family": family, "style": style}
