"""Colours for the press: screen colours parted into cyan, magenta, yellow and key."""

from functools import lru_cache
from io import BytesIO

import pypdfium2
from PIL import Image
from reportlab.lib.colors import CMYKColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from themes.looks.colours import parse, to_hex, to_oklab

STEPS = 21
KEYS = (0, 0.1, 0.25, 0.45, 0.7, 0.92)
# more ink than this (300 %) does not dry on coated paper
MOST_INK = 2.8

REGISTRATION = CMYKColor(1, 1, 1, 1)
KEY = CMYKColor(0, 0, 0, 1)


@lru_cache(maxsize=1)
def _proof() -> list[tuple[tuple[float, ...], tuple[float, ...]]]:
    """What each step of ink looks like: OKLab and the four inks, from a proof sheet."""
    inks = []
    levels = [round(255 * i / (STEPS - 1)) for i in range(STEPS)]
    for key in KEYS:
        for cyan in levels:
            for magenta in levels:
                inks += [(cyan, magenta, yellow, round(key * 255)) for yellow in levels]
    width = STEPS * STEPS
    height = len(inks) // width
    sheet = Image.new("CMYK", (width, height))
    sheet.putdata(inks)
    out = BytesIO()
    canvas = Canvas(out, pagesize=(width, height))
    canvas.drawImage(ImageReader(sheet), 0, 0, width, height)
    canvas.save()
    document = pypdfium2.PdfDocument(out.getvalue())
    try:
        seen = document[0].render(scale=1).to_pil().convert("RGB")
    finally:
        document.close()
    pixels = seen.tobytes()
    proof = []
    for i, ink in enumerate(inks):
        shares = tuple(level / 255 for level in ink)
        if sum(shares) <= MOST_INK:
            rgb = tuple(level / 255 for level in pixels[3 * i : 3 * i + 3])
            proof.append((to_oklab(to_hex(rgb)), shares))
    return proof


@lru_cache(maxsize=512)
def press_ink(colour: str) -> CMYKColor:
    """The four inks that come nearest to a screen colour, with as little as will do.

    A formula would print dull; this searches a proof sheet made with the same
    conversion that viewers use.
    """
    if parse(colour) == (1, 1, 1):
        return CMYKColor(0, 0, 0, 0)
    light, a, b = to_oklab(colour)

    def distance(entry: tuple[tuple[float, ...], tuple[float, ...]]) -> float:
        (l2, a2, b2), inks = entry
        off = (light - l2) ** 2 + (a - a2) ** 2 + (b - b2) ** 2
        return off + 0.00004 * sum(inks)

    return CMYKColor(*min(_proof(), key=distance)[1])
