"""Finished sheets: PDF for press or office printer, JPEG, PNG and GIF for screens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from random import Random

from PIL import Image, ImageChops
from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from themes.looks.lettering import LABEL, Text, width_of
from themes.looks.palettes import Look, swatches
from themes.looks.pdf import screen_ink, to_image, to_pdf
from themes.looks.shapes import Group, rect

from .press import REGISTRATION, press_ink

AUTHOR = "Bibliotekernes Temasamarbejde"
# room outside the bleed for crop marks
MARKS = 9


@dataclass(frozen=True, slots=True)
class Format:
    """A trimmed size in millimetres; with bleed it is made for the press."""

    width: float
    height: float
    bleed: float = 0


A2 = Format(420, 594, 3)
A3 = Format(297, 420)
A3_PRESS = Format(297, 420, 3)
A4 = Format(210, 297)


def pdf(
    pages: Sequence[Sequence], form: Format, look: Look, title: str, subject: str = ""
) -> bytes:
    """The pages as a PDF: with bleed in CMYK with crop marks, without it in RGB.

    Shapes count in millimetres from the upper left corner of the trimmed page.
    """
    out = BytesIO()
    margin = form.bleed + MARKS if form.bleed else 0
    width, height = form.width + 2 * margin, form.height + 2 * margin
    canvas = Canvas(out, pagesize=(width * mm, height * mm), invariant=1, lang="da-DK")
    canvas.setTitle(title)
    canvas.setAuthor(AUTHOR)
    canvas.setCreator(AUTHOR)
    canvas.setSubject(subject or title)
    ink: Callable[[str], Color] = press_ink if form.bleed else screen_ink
    for shapes in pages:
        _boxes(canvas, form, margin)
        canvas.saveState()
        canvas.scale(mm, mm)
        canvas.transform(1, 0, 0, -1, margin, height - margin)
        canvas.setFillColor(ink("#ffffff"))
        reach = rect(
            -form.bleed,
            -form.bleed,
            form.width + 2 * form.bleed,
            form.height + 2 * form.bleed,
        )
        to_pdf(canvas, [Group(list(shapes), clip=reach)], swatches(look), ink)
        if form.bleed:
            _marks(canvas, form, title)
        canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _boxes(canvas: Canvas, form: Format, margin: float) -> None:
    def box(grow: float) -> tuple[float, float, float, float]:
        start = margin - grow
        right, top = margin + form.width + grow, margin + form.height + grow
        return start * mm, start * mm, right * mm, top * mm

    canvas.setTrimBox(box(0))
    canvas.setBleedBox(box(form.bleed))
    canvas.setArtBox(box(0))


def _marks(canvas: Canvas, form: Format, title: str) -> None:
    canvas.setStrokeColor(REGISTRATION)
    canvas.setLineWidth(0.09)
    near, far = form.bleed + 1.5, form.bleed + 6.5
    for x, out in ((0, -1), (form.width, 1)):
        for y, down in ((0, -1), (form.height, 1)):
            canvas.line(x + out * near, y, x + out * far, y)
            canvas.line(x, y + down * near, x, y + down * far)
    size = f"{form.width:g} x {form.height:g} mm, {form.bleed:g} mm til beskæring"
    words = f"{title} · {size}"
    room = form.width - 16
    fits = min(2.1, 2.1 * room / width_of(words, LABEL, 2.1))
    Text(8, -form.bleed - 3, words, LABEL, fits, "#000000").paint(canvas, press_ink)


def picture(
    shapes: Sequence,
    width: int,
    height: int,
    look: Look,
    size: tuple[int, int] | None = None,
    grain: bool = True,
) -> Image.Image:
    """The drawing in pixels; `grain` lays the tooth of printed paper over it."""
    image = to_image(shapes, width, height, swatches(look), size)
    return printed(image) if grain else image


def printed(image: Image.Image) -> Image.Image:
    """A little unevenness of the ink, the same every time."""
    rng = Random(1849)  # noqa: S311 - grain, not a secret
    side = 320
    fine = Image.frombytes("L", (side, side), rng.randbytes(side * side))
    coarse = fine.resize((side * 3, side * 3), Image.Resampling.BICUBIC)
    coarse = coarse.crop((0, 0, side, side))
    tooth = Image.blend(fine, coarse, 0.62).point(lambda v: 128 + (v - 128) * 0.1)
    sheet = Image.new("L", image.size)
    for x in range(0, image.width, side):
        for y in range(0, image.height, side):
            sheet.paste(tooth, (x, y))
    return ImageChops.soft_light(image, Image.merge("RGB", (sheet,) * 3))


def jpeg(image: Image.Image, quality: int = 84) -> bytes:
    """The picture as JPEG, progressive, without metadata."""
    out = BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
    return out.getvalue()


def png(image: Image.Image, colours: int = 128) -> bytes:
    """The picture as PNG; flat artwork needs no more than a palette."""
    out = BytesIO()
    flat = image.quantize(colours, dither=Image.Dither.NONE) if colours else image
    flat.save(out, "PNG", optimize=True)
    return out.getvalue()


def gif(frames: Sequence[Image.Image], seconds: Sequence[float]) -> bytes:
    """Frames as a GIF that plays through once and stays on its last picture."""
    out = BytesIO()
    first = frames[-1].quantize(48, dither=Image.Dither.NONE)
    flat = [frame.quantize(palette=first, dither=Image.Dither.NONE) for frame in frames]
    flat[0].save(
        out,
        "GIF",
        save_all=True,
        append_images=flat[1:],
        duration=[round(s * 1000) for s in seconds],
        optimize=True,
    )
    return out.getvalue()
