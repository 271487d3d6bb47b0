"""Files that only their own program can draw: the picture that they carry, if any."""

import base64
import io
import re
import struct
import zipfile
from typing import BinaryIO

from PIL import Image

DOS_EPS = bytes.fromhex("c5d0d3c6")
MAX_PICTURE = 40_000_000
WINDOW = 64 * 1024 * 1024
PREVIEW = re.compile(rb"%%BeginPreview:\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)[^\r\n]*")
THUMBNAIL = re.compile(rb"<xmpG?Img:image>([A-Za-z0-9+/=\s&#;x]{100,4000000}?)</")
MEMBERS = (
    "docProps/thumbnail.jpeg",
    "docProps/thumbnail.jpg",
    "docProps/thumbnail.png",
    "META-INF/metadata.xml",
)


def cover(file: BinaryIO):
    """The embedded picture, or none: then the site shows a card with the type."""
    picture = _embedded(file)
    # Some programs put in an empty sheet, which tells less than the card.
    is_empty = picture and all(
        low == high for low, high in picture.convert("RGB").getextrema()
    )
    return None if is_empty else picture, {}


def _embedded(file: BinaryIO):
    head = file.read(32)
    if head.startswith(DOS_EPS):
        start, length = struct.unpack("<II", head[20:28])
        if start and 0 < length <= MAX_PICTURE:
            file.seek(start)
            return _opened(file.read(length), "TIFF")
    if head.startswith(b"PK"):
        return _of_archive(file)
    content = _ends(file)
    return _thumbnail(content) or _epsi(content)


def _ends(file: BinaryIO) -> bytes:
    """What stands near the ends of a file, where its XMP lies; all of a small one."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    content = file.read(WINDOW)
    file.seek(max(WINDOW, size - WINDOW))
    return content + file.read(WINDOW)


def _opened(content: bytes, *formats: str):
    image = Image.open(io.BytesIO(content), formats=formats)
    image.load()
    return image


def _thumbnail(content):
    """The largest of the JPEG thumbnails in the file's XMP."""
    found = [match.group(1) for match in THUMBNAIL.finditer(content)]
    if not found:
        return None
    text = re.sub(rb"&#x[Aa];|\s", b"", max(found, key=len))
    return _opened(base64.b64decode(text), "JPEG")


def _epsi(content):
    """The picture that an EPSI carries: rows of hexadecimal greys, one comment each."""
    match = PREVIEW.search(content)
    if not match:
        return None
    width, height, depth, _lines = map(int, match.groups())
    end = content.find(b"%%EndPreview", match.end())
    if end < 0 or end - match.end() > MAX_PICTURE or depth not in (1, 8):
        return None
    text = re.sub(rb"[^0-9A-Fa-f]", b"", content[match.end() : end])
    raw = bytes.fromhex(text.decode())
    row = (width * depth + 7) // 8
    mode = ("1", "1;I") if depth == 1 else ("L", "L")
    return Image.frombytes(
        mode[0], (width, height), raw[: row * height], "raw", mode[1]
    )


def _of_archive(file: BinaryIO):
    with zipfile.ZipFile(file) as archive:
        for name in MEMBERS:
            try:
                member = archive.getinfo(name)
            except KeyError:
                continue
            if member.file_size > MAX_PICTURE:
                return None
            content = archive.read(member)
            if name.endswith(".xml"):
                return _thumbnail(content)
            return _opened(content, "JPEG", "PNG")
    return None
