"""HTML5 banners in a zip: checked name by name, and unpacked member by member.

A zip without an ``index.html`` is no banner and is left alone.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from PIL import Image

from .zips import BROKEN, CLUTTER, MAX_RATIO, Refused, read, refuse_bomb, refuse_entry

ENTRY = "index.html"
ALLOWED = {
    "css", "gif", "html", "jpeg", "jpg", "js", "json", "mp4", "png", "svg", "webp",
    "woff2",
}  # fmt: skip
PICTURES = {"gif", "jpeg", "jpg", "png", "webp"}
MAX_ENTRIES = 500
MAX_BYTES = 50_000_000
# Small files pack better than any bomb needs to.
SMALL = 100_000
ADDRESS = re.compile(r"(?:https?:)?//[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
NAMESPACE = re.compile(r"https?://www\.w3\.org$")
CLICK_TAG = re.compile(r"clicktag\w*[\"']?\s*[=:]\s*[\"'(]*$", re.IGNORECASE)
AD_SIZE = re.compile(
    r"<meta[^>]+ad\.size[^>]+width=(\d{1,5}),\s*height=(\d{1,5})", re.IGNORECASE
)


def cover(file: BinaryIO):
    """The picture inside that stands for the banner, and the banner's size."""
    with zipfile.ZipFile(file) as archive:
        if not is_banner(archive):
            return None, {}
        pictures = [m for m in archive.infolist() if _extension(m.filename) in PICTURES]
        pictures.sort(key=lambda m: (not _is_poster(m.filename), -m.file_size))
        html = _content(archive, archive.getinfo(ENTRY)).decode("utf-8", "replace")
        size = AD_SIZE.search(html)
        measures = {"width": int(size[1]), "height": int(size[2])} if size else {}
        for member in pictures[:1]:
            image = Image.open(io.BytesIO(_content(archive, member)))
            image.load()
            return image, measures
    return None, measures


def more(file: BinaryIO, folder: Path) -> dict:
    """The members as files ``member-<n>``, or why the banner is not run."""
    names = {}
    try:
        with zipfile.ZipFile(file) as archive:
            if not is_banner(archive):
                return {}
            for n, (name, content) in enumerate(members(archive)):
                Path(folder, f"member-{n}").write_bytes(content)
                names[name] = n
    except Refused as refused:
        return {"banner": {"trouble": refused.code, "entry": refused.name[:120]}}
    except BROKEN:
        return {"banner": {"trouble": "unreadable", "entry": ""}}
    return {"banner": {"members": names}}


def members(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Yield the members that are run, one by one; Refused at the first that may not."""
    if not is_banner(archive):
        raise Refused("no_index")
    refuse_bomb(archive, MAX_ENTRIES)
    seen: set[str] = set()
    for entry in archive.infolist():
        refuse_entry(entry)
        _refuse_name(entry)
        folded = entry.filename.casefold()
        if folded in seen:
            raise Refused("twice", entry.filename)
        seen.add(folded)
    left = MAX_BYTES
    for entry in archive.infolist():
        if entry.is_dir() or CLUTTER.search(entry.filename):
            continue
        if _extension(entry.filename) not in ALLOWED:
            raise Refused("kind", entry.filename)
        content = _content(archive, entry, left)
        left -= len(content)
        _refuse_addresses(entry.filename, content)
        yield entry.filename, content


def is_banner(archive: zipfile.ZipFile) -> bool:
    """Whether it has a page of its own to run; a zip without is a parcel of files."""
    return ENTRY in archive.namelist()


def _is_poster(name: str) -> bool:
    return bool(re.search(r"backup|fallback|poster|preview", name, re.IGNORECASE))


def _extension(name: str) -> str:
    return PurePosixPath(name).suffix[1:].lower()


def _refuse_name(entry: zipfile.ZipInfo) -> None:
    """A name becomes an address, so it must read the same to everyone."""
    raw = entry.orig_filename
    is_plain = entry.flag_bits & 0x800 or raw.isascii()
    parts = raw.rstrip("/").split("/")
    has_odd = not is_plain or "\\" in raw or ":" in raw or not raw.isprintable()
    if has_odd or any(part in ("", ".", "..") for part in parts):
        raise Refused("name", raw)


def _content(archive, entry: zipfile.ZipInfo, left: int = MAX_BYTES) -> bytes:
    """All of a member, counted as it comes."""
    content = bytearray()
    for chunk in read(archive, entry):
        content += chunk
        if len(content) > left:
            raise Refused("too_large", entry.filename)
        if len(content) > max(SMALL, MAX_RATIO * entry.compress_size):
            raise Refused("ratio", entry.filename)
    return bytes(content)


def _refuse_addresses(name: str, content: bytes) -> None:
    if _extension(name) not in ("css", "html"):
        return
    text = content.decode("utf-8", "replace")
    for match in ADDRESS.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        if not (NAMESPACE.match(match[0]) or CLICK_TAG.search(before)):
            raise Refused("address", f"{name}: {match[0]}")
