"""Pictures of pixels: whole, of a size that can be handled, and what they say."""

import os
import struct
from pathlib import Path

from PIL import Image, IptcImagePlugin, UnidentifiedImageError
from PIL.ExifTags import Base

from .answers import Refused, named

FORMS = {
    "gif": "GIF", "jpeg": "JPEG", "jpg": "JPEG", "png": "PNG", "tif": "TIFF",
    "tiff": "TIFF", "webp": "WEBP",
}  # fmt: skip
# A floor foil of 2 by 4 m at 200 dpi has 500 million; a header can claim anything.
MAX_PIXELS = 1_000_000_000
MAX_FRAMES = 2_000
# The limits here are narrower and say what is wrong.
Image.MAX_IMAGE_PIXELS = None


def open_file(path: Path, extension: str, filed_as: str) -> tuple[dict, list[str]]:
    form = FORMS[extension]
    try:
        image = Image.open(path, formats=[form])
        pixels = image.width * image.height
        if not pixels or is_empty_gif(path):
            raise Refused("unreadable")
        if pixels > MAX_PIXELS:
            raise Refused("too_many_pixels")
        frames = getattr(image, "n_frames", 1)
        if form != "TIFF" and (frames > MAX_FRAMES or frames * pixels > MAX_PIXELS):
            raise Refused("too_many_frames")
        found = {**exif(image), **iptc(image)}
        prove_whole(path, form)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Refused("unreadable") from error
    return named(found), []


def is_empty_gif(path: Path) -> bool:
    """A GIF whose screen has no width or height: Pillow takes its first frame's."""
    with path.open("rb") as file:
        head = file.read(10)
    return head.startswith(b"GIF") and b"\x00\x00" in (head[6:8], head[8:10])


def prove_whole(path: Path, form: str) -> None:
    """Raise OSError or SyntaxError for a picture that was cut off; decodes no pixels.

    A JPEG is decoded at an eighth of its size: that needs little memory.
    """
    image = Image.open(path, formats=[form])
    if form == "JPEG":
        image.draft("RGB", (1, 1))
        image.load()
    elif form == "PNG":
        image.verify()
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - 64 * 1024))
            if b"IEND" not in file.read():
                raise OSError("the end is missing")
    elif form == "TIFF":
        tags, size = image.tag_v2, path.stat().st_size
        # Where its strips or tiles are, and how long.
        for starts, lengths in ((273, 279), (324, 325)):
            places = zip(tags.get(starts, ()), tags.get(lengths, ()), strict=False)
            if any(start + length > size for start, length in places):
                raise OSError("strips are missing")
    elif form == "WEBP":
        with path.open("rb") as file:
            if struct.unpack("<4xL", file.read(8))[0] + 8 > path.stat().st_size:
                raise OSError("the end is missing")
    elif form == "GIF":
        with path.open("rb") as file:
            if not reaches_gif_end(file):
                raise OSError("the end is missing")


def reaches_gif_end(file) -> bool:
    """Whether the blocks of a GIF lead to its trailer (GIF89a, sections 17-27)."""

    def skip_colours(flags: int) -> None:
        if flags & 0x80:
            file.seek(3 * 2 ** ((flags & 7) + 1), os.SEEK_CUR)

    file.seek(10)
    skip_colours(file.read(1)[0])
    file.seek(2, os.SEEK_CUR)
    while (introducer := file.read(1)) not in (b"", b";"):
        if introducer == b",":
            frame = file.read(9)
            skip_colours(frame[-1] if frame else 0)
            file.seek(1, os.SEEK_CUR)
        elif introducer == b"!":
            file.seek(1, os.SEEK_CUR)
        else:
            # Pillow passes over what it does not know, too.
            continue
        while size := file.read(1):
            if size == b"\0":
                break
            file.seek(size[0], os.SEEK_CUR)
    return introducer == b";"


def exif(image) -> dict:
    tags = image.getexif()
    return named(
        {
            "description": tags.get(Base.ImageDescription),
            "credit": tags.get(Base.Copyright) or tags.get(Base.Artist),
        }
    )


def iptc(image) -> dict:
    if image.format not in ("JPEG", "TIFF"):
        return {}
    info = IptcImagePlugin.getiptcinfo(image) or {}
    tags = info.get((2, 25), [])
    return named(
        {
            "title": info.get((2, 5)),
            "description": info.get((2, 120)),
            "credit": info.get((2, 110)) or info.get((2, 116)) or info.get((2, 80)),
            "tags": tags if isinstance(tags, list) else [tags],
        }
    )
