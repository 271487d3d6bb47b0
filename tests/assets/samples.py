"""Small real files of the kinds that people upload."""

from io import BytesIO

import av
from PIL import Image
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas


def pdf(width: int = 303, height: int = 426, bleed: int = 3, pages: int = 2) -> bytes:
    """A PDF with a bleed, measured in mm: red outside the trim box, blue inside."""
    out = BytesIO()
    canvas = Canvas(out, (width * mm, height * mm))
    inside = (bleed, bleed, width - bleed, height - bleed)
    for _page in range(pages):
        canvas.setTrimBox([side * mm for side in inside])
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, 0, width * mm, height * mm, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 1)
        canvas.rect(
            bleed * mm, bleed * mm, (width - 2 * bleed) * mm, (height - 2 * bleed) * mm,
            stroke=0, fill=1,
        )  # fmt: skip
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (300, 200)) -> bytes:
    """A picture of one colour in the format and the colours asked for."""
    out = BytesIO()
    Image.new(mode, size).save(out, kind)
    return out.getvalue()


def film(width: int = 160, height: int = 90, frames: int = 10) -> bytes:
    """A film of a second, each frame of another grey."""
    out = BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=10)
        stream.width, stream.height = width, height
        for n in range(frames):
            grey = Image.new("RGB", (width, height), (20 * n,) * 3)
            container.mux(stream.encode(av.VideoFrame.from_image(grey)))
        container.mux(stream.encode())
    return out.getvalue()
