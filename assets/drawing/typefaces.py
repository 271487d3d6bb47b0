"""Fonts: a specimen set in the font itself."""

import io
from typing import BinaryIO

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT, EDGE = 1600, 1130, 90
MAX_BYTES = 60_000_000
INK, PAPER = "#181612", "#f6f4ee"
# Large, then smaller: Danish letters tell a librarian whether the font will do.
LINES = (
    ("Aa Ææ Øø Åå", 250),
    ("Rødgrød med fløde", 130),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ", 76),
    ("abcdefghijklmnopqrstuvwxyzæøå", 76),
    ("0123456789 & § % ! ? » « – “ ”", 76),
)


def cover(file: BinaryIO):
    """The font's name and its letters; it has no size in pixels."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    content = file.read(MAX_BYTES)
    family, style = _font(content, 20).getname()
    y = EDGE
    for text, size in ((f"{family} {style}", 54), *LINES):
        font = _font(content, size)
        while font.getlength(text) > WIDTH - 2 * EDGE and size > 12:
            size = int(size * 0.94)
            font = _font(content, size)
        draw.text((EDGE, y), text, INK, font, anchor="lt")
        y += int(size * 1.28)
    return image, {}


def spec(file: BinaryIO) -> dict:
    family, style = _font(file.read(MAX_BYTES), 20).getname()
    return {"kind": "font", "family": family, "style": style}


def _font(content: bytes, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(io.BytesIO(content), size)
