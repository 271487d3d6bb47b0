"""Files as the world sends them: broken, huge, mislabelled, hostile, and some fine.

Each is made when it is asked for. ``REFUSED`` gives the words that say why. What is
``ACCEPTED`` is sent as a download, whatever else it is.
"""

import io
import struct
import zlib
from collections.abc import Callable

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.factories.images import png_bytes

from . import samples, zip_samples
from .intake.sending import pdf_bytes
from .zip_samples import packed

HTML = b"<!doctype html><script>alert(1)</script>"
SVG = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'>%s</svg>"
MZ = b"MZ\x90\0" + bytes(99)
ELF = b"\x7fELF\x02\x01\x01" + bytes(99)
FTYP = b"\0\0\0\x18ftypmp42"
EMPTY, UNREADABLE, OTHER = "tom", "kan ikke læses", "er noget andet"


def locked_pdf(**encryption) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(**encryption))
    canvas.drawString(100, 700, "Stenalderen")
    canvas.save()
    return buffer.getvalue()


def picture(form: str, size=(40, 30), **how) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(buffer, form, **how)
    return buffer.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack("!I", len(data)) + body + struct.pack("!I", zlib.crc32(body))


def huge_png(side: int) -> bytes:
    """A PNG whose header claims ``side`` by ``side`` pixels of one bit."""
    header = struct.pack("!IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((side // 8 + 1) * 16))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", rows)
        + chunk(b"IEND", b"")
    )


def endless_apng() -> bytes:
    png = png_bytes()
    # After the header, which has 25 bytes behind the signature.
    return png[:33] + chunk(b"acTL", struct.pack("!II", 65_535, 0)) + png[33:]


def long_gif() -> bytes:
    frame = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0"
    head = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff"
    return head + frame * 10_000 + b";"


def flat_gif() -> bytes:
    return b"GIF89a\0\0\x10\0\x80\0\0\0\0\0\xff\xff\xff;"


def pdf_without_pages() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


def pdf_without_end() -> bytes:
    """All of the page, and neither a directory nor the word for the end."""
    pdf = pdf_bytes()
    return pdf[: pdf.index(b"xref")]


def pdf_with_a_wrong_directory() -> bytes:
    """Its objects are not where it says; a reader finds them."""
    pdf = pdf_bytes()
    at = pdf.rindex(b"startxref") + len(b"startxref\n")
    return pdf[:at] + b"7\n%%EOF\n"


def pdf_of(side: int) -> bytes:
    """A page of ``side`` points each way."""
    return pdf_bytes().replace(b"595.2756 841.8898", f"{side:08d} {side:08d}".encode())


def wide_tiff() -> bytes:
    """Two tags: four billion pixels wide and high."""
    tags = struct.pack("<HHLL", 256, 4, 1, 2**32 - 1)
    tags += struct.pack("<HHLL", 257, 4, 1, 2**32 - 1)
    return b"II*\0" + struct.pack("<LH", 8, 2) + tags + struct.pack("<L", 0)


def wide_jpeg() -> bytes:
    """A JPEG whose header claims 65,500 pixels each way."""
    jpeg = picture("JPEG")
    at = jpeg.index(b"\xff\xc0") + 5
    return jpeg[:at] + struct.pack("!HH", 65_500, 65_500) + jpeg[at + 4 :]


def flat_png() -> bytes:
    png = bytearray(png_bytes())
    png[16:24] = struct.pack("!II", 0, 80)
    png[29:33] = struct.pack("!I", zlib.crc32(png[12:29]))
    return bytes(png)


def png_with_a_changed_byte() -> bytes:
    png = bytearray(picture("PNG"))
    png[len(png) // 2] ^= 0xFF
    return bytes(png)


def entity_bomb() -> bytes:
    """The billion laughs."""
    names = "abcdefghij"
    bomb = '<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip(names, names[1:], strict=False)
    )
    return f"<!DOCTYPE svg [{bomb}]>{SVG % '<text>&j;</text>'}".encode()


def office(kind: str) -> bytes:
    """What the three programs have in common."""
    return packed(("[Content_Types].xml", "<Types/>"), (f"{kind}/document.xml", "<x/>"))


Case = tuple[Callable[[], bytes], str, str]
REFUSED: dict[str, Case] = {
    "nothing": (bytes, "p.pdf", EMPTY),
    "program": (lambda: MZ, "p.exe", "kan ikke gemmes"),
    "program behind a PDF's name": (lambda: MZ, "p.pdf.exe", "kan ikke gemmes"),
    "script": (lambda: b"#!/bin/sh", "p.sh", "kan ikke gemmes"),
    "page": (lambda: HTML, "p.html", "kan ikke gemmes"),
    "no ending": (pdf_bytes, "plakat", "kan ikke gemmes"),
    "dots": (pdf_bytes, "...", "kan ikke gemmes"),
    # PDF
    "PDF cut in two": (lambda: pdf_bytes()[:300], "p.pdf", UNREADABLE),
    "PDF of noise": (
        lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40, "p.pdf", UNREADABLE,
    ),
    "PDF that is a header": (lambda: b"%PDF-1.7\n", "p.pdf", UNREADABLE),
    "PDF without its end": (pdf_without_end, "p.pdf", UNREADABLE),
    "PDF without pages": (pdf_without_pages, "p.pdf", UNREADABLE),
    "PDF with a password": (
        lambda: locked_pdf(userPassword="a"), "p.pdf", "adgangskode",
    ),
    "AI with a password": (
        lambda: locked_pdf(userPassword="a"), "p.ai", "adgangskode",
    ),
    # Pictures
    "cut PNG": (lambda: picture("PNG")[:900], "p.png", UNREADABLE),
    "PNG with a changed byte": (png_with_a_changed_byte, "p.png", UNREADABLE),
    "PNG that is a header": (lambda: picture("PNG")[:40], "p.png", UNREADABLE),
    "PNG without width": (flat_png, "p.png", UNREADABLE),
    "cut JPEG": (lambda: picture("JPEG")[:900], "p.jpg", UNREADABLE),
    "JPEG that is a header": (lambda: picture("JPEG")[:20], "p.jpeg", UNREADABLE),
    "cut TIFF": (lambda: picture("TIFF")[:400], "p.tif", UNREADABLE),
    "cut WebP": (lambda: picture("WEBP")[:-90], "p.webp", UNREADABLE),
    "cut GIF": (lambda: picture("GIF")[:-9], "p.gif", UNREADABLE),
    "GIF without width": (flat_gif, "p.gif", UNREADABLE),
    "GIF that is a header": (lambda: b"GIF89a\1\0\1\0", "p.gif", UNREADABLE),
    "GIF that is its name": (lambda: b"GIF89a", "p.gif", UNREADABLE),
    "PNG of 2.5 billion pixels": (lambda: huge_png(50_000), "p.png", "flere pixel"),
    "JPEG of 4 billion pixels": (wide_jpeg, "p.jpg", "flere pixel"),
    "TIFF of 18 quintillion pixels": (wide_tiff, "p.tiff", UNREADABLE),
    "APNG of 65,535 frames": (endless_apng, "p.png", "for mange billeder"),
    "GIF of 10,000 frames": (long_gif, "p.gif", "for mange billeder"),
    "GIF of 1.5 billion pixels in all": (
        lambda: samples.gif_of(1_500), "p.gif", "for mange billeder",
    ),
    # Films and sound
    "film of noise": (lambda: FTYP + bytes(999), "f.mp4", UNREADABLE),
    "cut film": (lambda: samples.film()[:200], "f.mov", UNREADABLE),
    "sound of nothing": (lambda: b"RIFF\0\0\0\0WAVE", "l.wav", UNREADABLE),
    # Packed
    "ZIP of noise": (lambda: b"PK\3\4" + bytes(200), "p.zip", UNREADABLE),
    "cut ZIP": (lambda: packed(("a.pdf", "x"))[:-30], "p.zip", UNREADABLE),
    "locked ZIP": (
        lambda: zip_samples.locked(packed(("plakat.pdf", b"x"))), "p.zip",
        "”plakat.pdf” i zip-filen er låst",
    ),
    "cut IDML": (lambda: packed(("designmap.xml", "<x/>"))[:-30], "p.idml", UNREADABLE),
    "cut Word file": (lambda: office("word")[:-30], "t.docx", UNREADABLE),
    # Another thing than its name
    "program named .pdf": (lambda: MZ, "p.pdf", OTHER),
    "program named .docx": (lambda: MZ, "t.docx", OTHER),
    "program named .txt": (lambda: MZ, "t.txt", OTHER),
    "program named .zip": (lambda: MZ, "p.zip", OTHER),
    "program of Linux named .mp4": (lambda: ELF, "f.mp4", OTHER),
    "page named .pdf": (lambda: HTML, "p.pdf", OTHER),
    "page named .txt": (lambda: HTML, "p.txt", OTHER),
    "page named .png": (lambda: HTML, "p.png", OTHER),
    "page before a PDF": (lambda: HTML + pdf_bytes(), "p.pdf", OTHER),
    "drawing named .pdf": (lambda: b"<svg xmlns=''/>", "p.pdf", OTHER),
    "drawing named .png": (lambda: (SVG % "").encode(), "p.png", OTHER),
    "PDF named .png": (pdf_bytes, "p.png", OTHER + " (pdf)"),
    "PNG named .jpg": (png_bytes, "p.jpg", OTHER + " (png)"),
    "JPEG named .png": (lambda: picture("JPEG"), "p.png", OTHER + " (jpg)"),
    "JPEG named .tif": (lambda: picture("JPEG"), "p.tif", OTHER + " (jpg)"),
    "BMP named .png": (lambda: picture("BMP"), "p.png", OTHER + " (bmp)"),
    "RAR named .zip": (lambda: b"Rar!\x1a\7\0" + bytes(99), "p.zip", OTHER),
    "text named .svg": (lambda: b"Stenalder", "p.svg", OTHER),
    "bytes named .csv": (lambda: bytes(range(256)), "p.csv", OTHER),
    "text named .vtt": (lambda: b"00:00 Hej", "u.vtt", "Linje 1 skal være ”WEBVTT”"),
    "program named .vtt": (lambda: MZ, "u.vtt", OTHER),
    "text named .eps": (lambda: b"Stenalder", "p.eps", OTHER),
    "text named .indd": (lambda: b"Stenalder", "p.indd", OTHER),
    "OTF named .ttf": (lambda: b"OTTO\0" + bytes(99), "s.ttf", OTHER),
    "WOFF2 named .woff": (lambda: samples.font("woff2"), "s.woff", OTHER),
    # Fonts
    "font of noise": (lambda: b"OTTO\0" + bytes(99), "s.otf", UNREADABLE),
    "cut TTF": (lambda: samples.font("ttf")[:900], "s.ttf", UNREADABLE),
    "cut WOFF": (lambda: samples.font("woff")[:900], "s.woff", UNREADABLE),
    "cut WOFF2": (lambda: samples.font("woff2")[:900], "s.woff2", UNREADABLE),
}  # fmt: skip

ACCEPTED: dict[str, tuple[Callable[[], bytes], str]] = {
    "PDF": (pdf_bytes, "p.pdf"),
    "PDF with a wrong directory": (pdf_with_a_wrong_directory, "p.pdf"),
    "PDF of a page of 2 km": (lambda: pdf_of(6_000_000), "p.pdf"),
    "PDF + page": (lambda: pdf_bytes() + HTML, "p.pdf"),
    "PDF + zip": (lambda: pdf_bytes() + packed(("a.js", "1")), "p.pdf"),
    "AI with a PDF inside": (pdf_bytes, "p.ai"),
    "GIF + script": (lambda: picture("GIF") + b"/*<script>*/", "p.gif"),
    "JPEG + program text": (lambda: picture("JPEG") + b"<?php echo 1;", "p.jpg"),
    "TIFF in strips": (lambda: picture("TIFF", (900, 900)), "p.tif"),
    "TIFF packed": (lambda: picture("TIFF", compression="tiff_lzw"), "p.tiff"),
    "WebP": (lambda: picture("WEBP"), "p.webp"),
    "PNG + zip": (lambda: png_bytes() + packed(("a.js", "1")), "p.png"),
    "PNG of 121 million pixels": (lambda: huge_png(11_000), "p.png"),
    "ZIP": (lambda: packed(("a.pdf", pdf_bytes())), "p.zip"),
    "Word file": (lambda: office("word"), "t.docx"),
    "drawing with script": (lambda: (SVG % "<script>1</script>").encode(), "p.svg"),
    "drawing that does something": (
        lambda: (SVG % "<rect onload='alert(1)' width='9' height='9'/>").encode(),
        "p.svg",
    ),
    "drawing with a page in it": (
        lambda: (SVG % "<foreignObject><p>x</p></foreignObject>").encode(), "p.svg",
    ),
    "drawing that points elsewhere": (
        lambda: (SVG % "<image x:href='http://127.0.0.1:1/x.png'/>").encode(), "p.svg",
    ),
    "drawing with an entity bomb": (entity_bomb, "p.svg"),
    "TTF": (lambda: samples.font("ttf"), "s.ttf"),
    "WOFF": (lambda: samples.font("woff"), "s.woff"),
    "WOFF2": (lambda: samples.font("woff2"), "s.woff2"),
    "script in a text": (lambda: b"<?php system('ls'); ?>", "t.txt"),
    "text": (lambda: "Stenalder på øer".encode(), "t.txt"),
    "text of an old Windows": (lambda: "Stenalder på øer".encode("cp1252"), "t.txt"),
}  # fmt: skip
