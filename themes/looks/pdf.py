"""Shapes onto a reportlab canvas: on the press in CMYK, on a screen in RGB.

reportlab is the one PDF writer here: it alone of those we tried sets the trim, bleed
and crop boxes, writes CMYK and embeds subset TrueType fonts.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from io import BytesIO

import pypdfium2
from PIL import Image
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import FILL_NON_ZERO, Canvas

from .colours import parse
from .palettes import Swatches
from .shapes import Group, Path

Ink = Callable[[str], Color]


@lru_cache(maxsize=2048)
def screen_ink(colour: str) -> Color:
    """A colour as light, for pictures on a screen."""
    return Color(*parse(colour))


def to_pdf(
    canvas: Canvas, shapes: Sequence, swatches: Swatches, ink: Ink = screen_ink
) -> None:
    """Draw onto a canvas whose origin and direction the caller has set (y runs down).

    A thing that brings its own `paint(canvas, colour)`, a line of type for one, is
    asked to draw itself.
    """

    def colour(name: str) -> Color:
        return ink(swatches.get(name, name))

    for shape in shapes:
        if isinstance(shape, Group):
            canvas.saveState()
            if shape.matrix != (1, 0, 0, 1, 0, 0):
                canvas.transform(*shape.matrix)
            if shape.clip:
                canvas.clipPath(
                    _traced(canvas, shape.clip),
                    stroke=0,
                    fill=0,
                    fillMode=FILL_NON_ZERO,
                )
            to_pdf(canvas, shape.shapes, swatches, ink)
            canvas.restoreState()
            continue
        if hasattr(shape, "paint"):
            shape.paint(canvas, colour)
            continue
        if shape.clip:
            canvas.saveState()
            canvas.clipPath(
                _traced(canvas, shape.clip), stroke=0, fill=0, fillMode=FILL_NON_ZERO
            )
        if shape.fill:
            canvas.setFillColor(colour(shape.fill))
        if shape.stroke:
            canvas.setStrokeColor(colour(shape.stroke))
            canvas.setLineWidth(shape.width)
            canvas.setLineCap(1)
            canvas.setLineJoin(1)
            canvas.setDash(list(shape.dash))
        canvas.drawPath(
            _traced(canvas, shape.path),
            stroke=int(bool(shape.stroke)),
            fill=int(bool(shape.fill)),
            fillMode=FILL_NON_ZERO,
        )
        if shape.clip:
            canvas.restoreState()


def _traced(canvas: Canvas, path: Path):
    traced = canvas.beginPath()
    move, line, cubic = traced.moveTo, traced.lineTo, traced.curveTo
    for command in path:
        name = command[0]
        if name == "C":
            cubic(*command[1:])
        elif name == "L":
            line(*command[1:])
        elif name == "M":
            move(*command[1:])
        else:
            traced.close()
    return traced


def to_image(
    shapes: Sequence,
    width: int,
    height: int,
    swatches: Swatches,
    size: tuple[int, int] | None = None,
) -> Image.Image:
    """The drawing as a picture in RGB, edges smoothed.

    `size` in pixels may differ from the drawing's own measures; its shape may not.
    """
    out = BytesIO()
    canvas = Canvas(out, pagesize=(width, height), pageCompression=0)
    canvas.transform(1, 0, 0, -1, 0, height)
    to_pdf(canvas, shapes, swatches)
    canvas.save()
    pixels = size or (width, height)
    document = pypdfium2.PdfDocument(out.getvalue())
    try:
        page = document[0]
        bitmap = page.render(scale=pixels[0] / width)
        image = bitmap.to_pil().convert("RGB")
    finally:
        document.close()
    if image.size != pixels:
        # pdfium rounds the page up to whole pixels
        image = image.crop((0, 0, *pixels))
    return image
