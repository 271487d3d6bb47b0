"""Small real files of the kinds that people upload."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

from django.conf import settings

import av
from fontTools.ttLib import TTFont
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


def film(
    width: int = 160, height: int = 90, frames: int = 10, has_sound: bool = False
) -> bytes:
    """A film of a second, each frame of another grey; perhaps a moment of sound."""
    out = BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=10)
        stream.width, stream.height = width, height
        sound = container.add_stream("aac", rate=44100) if has_sound else None
        for n in range(frames):
            grey = Image.new("RGB", (width, height), (20 * n,) * 3)
            container.mux(stream.encode(av.VideoFrame.from_image(grey)))
        container.mux(stream.encode())
        if sound:
            container.mux(_silence(sound))
    return out.getvalue()


def _silence(stream) -> list:
    frame = av.AudioFrame(format="fltp", layout="stereo", samples=1024)
    frame.sample_rate = 44100
    for plane in frame.planes:
        plane.update(bytes(plane.buffer_size))
    return [*stream.encode(frame), *stream.encode()]


FONTS = {
    "ttf": ("Tema Label", "print/TemaLabel-SemiBold.ttf"),
    "woff": ("Tema Label", "print/TemaLabel-SemiBold.ttf"),
    "woff2": ("Literata", "literata.woff2"),
}


def font(kind: str) -> bytes:
    """One of the site's own; WOFF is packed here."""
    path = Path(settings.BASE_DIR, "static", "fonts", FONTS[kind][1])
    if kind != "woff":
        return path.read_bytes()
    out = BytesIO()
    packed = TTFont(path)
    packed.flavor = "woff"
    packed.save(out)
    return out.getvalue()


def header_png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )  # fmt: skip


def gif_of(frames: int, width: int = 1000, height: int = 1000) -> bytes:
    head = b"GIF89a" + struct.pack("<HH", width, height) + b"\x80\x00\x00" + bytes(6)
    frame = b"\x2c" + struct.pack("<HHHH", 0, 0, 1, 1) + b"\x00\x02\x02\x44\x01\x00"
    return head + frame * frames + b"\x3b"
