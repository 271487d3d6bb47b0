"""Opens one file and reads what it says about itself; run as a script under limits.

    python inspector.py FILE EXTENSION [banner|parcel]

Prints JSON: ``problem`` (a code, or ""), the ``entry`` of a zip that it is about,
``remarks`` (codes) and ``metadata``. It imports nothing of the site but the rules on
zips, so a file that breaks a parser breaks this process alone.
"""

import json
import re
import resource
import struct
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

CPU_SECONDS = 20
MEMORY_BYTES = 1536 * 1024 * 1024
PICTURES = {
    "gif": "GIF", "jpeg": "JPEG", "jpg": "JPEG", "png": "PNG", "tif": "TIFF",
    "tiff": "TIFF", "webp": "WEBP",
}  # fmt: skip
TYPEFACES = {"otf", "ttf", "woff", "woff2"}
MOVING = {"m4a", "mov", "mp3", "mp4", "wav"}
PACKED = {"docx", "idml", "pptx", "xlsx", "zip"}
# A floor foil of 2 by 4 m at 200 dpi has 500 million; a header can claim anything.
MAX_PIXELS = 1_000_000_000
MAX_FRAMES = 2_000
# XMP stands near one of a file's ends.
WINDOW = 8 * 1024 * 1024
XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.S)
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
IPTC_CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"


# In points: a millimetre. What is less is a rounding, not a bleed.
SMALLEST_BLEED = 2.83


class Refused(Exception):
    """The file cannot be used; the argument is a code of refusals.problem."""


def open_pdf(path: Path) -> tuple[dict, list[str]]:
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    try:
        pdf = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        is_locked = code == raw.FPDF_ERR_PASSWORD
        raise Refused("password" if is_locked else "unreadable") from error
    try:
        width, height = pdf[0].get_size()
    except (pdfium.PdfiumError, IndexError) as error:
        raise Refused("unreadable") from error
    if not (width > 0 and height > 0):
        raise Refused("unreadable")
    is_restricted = raw.FPDF_GetSecurityHandlerRevision(pdf) >= 0
    info = pdf.get_metadata_dict(skip_empty=True)
    found = {
        "title": info.get("Title", ""),
        "description": info.get("Subject", ""),
        "credit": info.get("Author", ""),
        "tags": re.split("[,;]", info.get("Keywords", "")),
        # As text, as all that is told.
        "has_bleed": "yes" if has_bleed(pdf[0]) else "",
    }
    return found, ["restricted"] if is_restricted else []


def has_bleed(page) -> bool:
    """Whether the page is larger than it is trimmed to, on every side."""
    trim = page.get_trimbox()
    left, bottom, right, top = (
        abs(outer - inner)
        for outer, inner in zip(page.get_mediabox(), trim, strict=True)
    )
    return min(left, bottom, right, top) >= SMALLEST_BLEED


def open_picture(path: Path, form: str) -> dict:
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # the limits here are narrower and say what is wrong
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
    return found


def is_empty_gif(path: Path) -> bool:
    """A GIF whose screen has no width or height: Pillow takes its first frame's."""
    with path.open("rb") as file:
        head = file.read(10)
    return head.startswith(b"GIF") and b"\x00\x00" in (head[6:8], head[8:10])


def prove_whole(path: Path, form: str) -> None:
    """Raise OSError or SyntaxError for a picture that was cut off; decodes no pixels.

    A JPEG is decoded at an eighth of its size: that needs little memory.
    """
    from PIL import Image

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


def exif(image) -> dict:
    from PIL.ExifTags import Base

    tags = image.getexif()
    return named(
        {
            "description": tags.get(Base.ImageDescription),
            "credit": tags.get(Base.Copyright) or tags.get(Base.Artist),
        }
    )


def iptc(image) -> dict:
    from PIL import IptcImagePlugin

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


def open_typeface(path: Path) -> None:
    from PIL import ImageFont

    try:
        ImageFont.truetype(path, 20)
    except (OSError, ValueError) as error:
        raise Refused("unreadable") from error


def open_moving(path: Path) -> dict:
    import av

    try:
        with av.open(str(path)) as container:
            if not (container.streams.video or container.streams.audio):
                raise Refused("unreadable")
            tags = {name.lower(): text for name, text in container.metadata.items()}
    except (av.FFmpegError, ValueError) as error:
        raise Refused("unreadable") from error
    return named(
        {
            "title": tags.get("title"),
            "description": tags.get("description") or tags.get("comment"),
            "credit": tags.get("copyright") or tags.get("artist"),
        }
    )


def open_packed(path: Path, filed_as: str) -> dict:
    """Say whether a zip is a banner; raise for one that is hostile or not to be run.

    A parcel is unpacked member by member: each is then judged by itself.
    """
    from assets.drawing import banner_zips, zips

    try:
        with zipfile.ZipFile(path) as archive:
            is_banner = banner_zips.is_banner(archive)
            if filed_as == "banner" or is_banner:
                for _member in banner_zips.members(archive):
                    pass
            elif filed_as == "parcel":
                zips.refuse_bomb(archive)
            else:
                zips.look_through(archive)
    except zips.Refused as refused:
        raise Refused(f"zip_{refused.code}", refused.name[:120]) from refused
    except zips.BROKEN as error:
        raise Refused("unreadable") from error
    return {"is_banner": "yes" if is_banner else ""}


def xmp(path: Path) -> dict:
    """What the first XMP packet near the file's ends says; {} when there is none."""
    size = path.stat().st_size
    with path.open("rb") as file:
        window = file.read(WINDOW)
        packet = XMP.search(window)
        if not packet and size > WINDOW:
            file.seek(max(WINDOW, size - WINDOW))
            packet = XMP.search(file.read())
    # An entity of its own has no business in a packet.
    if not packet or b"<!" in packet[0]:
        return {}
    try:
        root = ElementTree.fromstring(packet[0])  # noqa: S314 without declarations
    except ElementTree.ParseError:
        return {}
    return named(
        {
            "title": first(root, DC + "title"),
            "description": first(root, DC + "description"),
            "credit": first(root, PHOTOSHOP + "Credit")
            or first(root, DC + "rights")
            or first(root, DC + "creator"),
            "alt_text": first(root, IPTC_CORE + "AltTextAccessibility"),
            "tags": texts(root, DC + "subject"),
        }
    )


def texts(root, tag: str) -> list[str]:
    """The texts of a property: its list items, its own text or its attribute."""
    for description in root.iter(RDF + "Description"):
        if value := description.get(tag):
            return [value]
    for element in root.iter(tag):
        items = [item.text for item in element.iter(RDF + "li")]
        return [text for text in items or [element.text] if text]
    return []


def first(root, tag: str) -> str:
    return next(iter(texts(root, tag)), "")


def named(found: dict) -> dict:
    """As text, without what is empty."""
    clean = {}
    for name, value in found.items():
        words = value if isinstance(value, list) else [value]
        words = [text for word in words if (text := as_text(word))]
        if words:
            clean[name] = words if isinstance(value, list) else words[0]
    return clean


def as_text(value) -> str:
    if isinstance(value, bytes):
        try:
            value = value.decode()
        except UnicodeDecodeError:
            value = value.decode("latin-1")
    return " ".join(str(value or "").replace("\0", " ").split())[:4000]


def inspect(path: Path, extension: str, filed_as: str) -> dict:
    found, remarks = {}, []
    with path.open("rb") as file:
        is_pdf = file.read(5) == b"%PDF-"
    if is_pdf and extension in ("ai", "pdf"):
        found, remarks = open_pdf(path)
    elif extension in PICTURES:
        found = open_picture(path, PICTURES[extension])
    elif extension in TYPEFACES:
        open_typeface(path)
    elif extension in MOVING:
        found = open_moving(path)
    elif extension in PACKED:
        found = open_packed(path, filed_as)
    return {
        "problem": "",
        "remarks": remarks,
        "metadata": {**named(found), **xmp(path)},
    }


def main(path: str, extension: str, filed_as: str = "") -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    # Alone in its process, the script finds the rules on zips by this.
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    try:
        result = inspect(Path(path), extension, filed_as)
    except Refused as refused:
        problem, entry = (*refused.args, "")[:2]
        result = {"problem": problem, "entry": entry, "remarks": [], "metadata": {}}
    print(json.dumps(result))  # noqa: T201 the caller reads it


if __name__ == "__main__":
    main(*sys.argv[1:])
