"""HTML5 banners in a zip: checked name by name, and unpacked member by member.

A zip without an ``index.html`` is no banner and is left alone. Limits hold on what is
read, not on what the zip says of itself.
"""

import io
import re
import stat
import zipfile
from pathlib import Path, PurePosixPath

from PIL import Image

ENTRY = "index.html"
ALLOWED = {
    "css", "gif", "html", "jpeg", "jpg", "js", "json", "mp4", "png", "svg", "webp",
    "woff2",
}  # fmt: skip
PICTURES = {"gif", "jpeg", "jpg", "png", "webp"}
MAX_ENTRIES = 500
MAX_BYTES = 50_000_000
MAX_RATIO = 100
# Small files pack better than any bomb needs to.
SMALL = 100_000
CHUNK = 256 * 1024
# What a Mac adds to a zip on its own.
CLUTTER = re.compile(r"^__MACOSX/|(^|/)\.DS_Store$")
ADDRESS = re.compile(r"(?:https?:)?//[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
NAMESPACE = re.compile(r"https?://www\.w3\.org$")
CLICK_TAG = re.compile(r"clicktag\w*[\"']?\s*[=:]\s*[\"'(]*$", re.IGNORECASE)
AD_SIZE = re.compile(
    r"<meta[^>]+ad\.size[^>]+width=(\d{1,5}),\s*height=(\d{1,5})", re.IGNORECASE
)


class Refused(Exception):
    """Why a zip is not run: a code, and the entry that it is about."""

    def __init__(self, code: str, name: str = ""):
        self.code, self.name = code, name
        super().__init__(code)


def cover(path: Path):
    """The picture inside that stands for the banner, and the banner's size."""
    with zipfile.ZipFile(path) as archive:
        if not _is_banner(archive):
            return None, {}
        members = [m for m in archive.infolist() if _extension(m.filename) in PICTURES]
        members.sort(key=lambda m: (not _is_poster(m.filename), -m.file_size))
        html = _read(archive, archive.getinfo(ENTRY)).decode("utf-8", "replace")
        size = AD_SIZE.search(html)
        measures = {"width": int(size[1]), "height": int(size[2])} if size else {}
        for member in members[:1]:
            image = Image.open(io.BytesIO(_read(archive, member)))
            image.load()
            return image, measures
    return None, measures


def more(path: Path, folder: Path) -> dict:
    """The members as files ``member-<n>``, or why the banner is not run."""
    try:
        with zipfile.ZipFile(path) as archive:
            if not _is_banner(archive):
                return {}
            names = {}
            left = MAX_BYTES
            for n, member in enumerate(checked(archive)):
                content = _read(archive, member, left)
                left -= len(content)
                _refuse_addresses(member.filename, content)
                Path(folder, f"member-{n}").write_bytes(content)
                names[member.filename] = n
    except Refused as refused:
        return {"banner": {"trouble": refused.code, "entry": refused.name[:120]}}
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError):
        return {"banner": {"trouble": "unreadable", "entry": ""}}
    return {"banner": {"members": names}}


def checked(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The members that may be unpacked; raises Refused at the first that may not."""
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise Refused("too_many")
    end = 0
    for entry in sorted(entries, key=lambda e: e.header_offset):
        if entry.header_offset < end:
            raise Refused("overlap", entry.filename)
        end = entry.header_offset + 30 + entry.compress_size
    seen: set[str] = set()
    members = []
    for entry in entries:
        _refuse_name(entry)
        folded = entry.filename.casefold()
        if folded in seen:
            raise Refused("twice", entry.filename)
        seen.add(folded)
        if entry.is_dir() or CLUTTER.search(entry.filename):
            continue
        if entry.flag_bits & 1:
            raise Refused("encrypted", entry.filename)
        if _extension(entry.filename) not in ALLOWED:
            raise Refused("kind", entry.filename)
        members.append(entry)
    return members


def _is_banner(archive: zipfile.ZipFile) -> bool:
    return ENTRY in archive.namelist()


def _is_poster(name: str) -> bool:
    return bool(re.search(r"backup|fallback|poster|preview", name, re.IGNORECASE))


def _extension(name: str) -> str:
    return PurePosixPath(name).suffix[1:].lower()


def _refuse_name(entry: zipfile.ZipInfo) -> None:
    raw = entry.orig_filename
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Refused("link", raw)
    is_plain = entry.flag_bits & 0x800 or raw.isascii()
    parts = raw.rstrip("/").split("/")
    if (
        not is_plain
        or "\x00" in raw
        or "\\" in raw
        or ":" in raw
        or any(part in ("", ".", "..") for part in parts)
    ):
        raise Refused("name", raw.replace("\x00", "�"))


def _read(archive, member: zipfile.ZipInfo, left: int = MAX_BYTES) -> bytes:
    """All of a member, counted as it comes."""
    content = bytearray()
    with archive.open(member) as file:
        while chunk := file.read(CHUNK):
            content += chunk
            if len(content) > left:
                raise Refused("too_large", member.filename)
            if len(content) > max(SMALL, MAX_RATIO * member.compress_size):
                raise Refused("ratio", member.filename)
    return bytes(content)


def _refuse_addresses(name: str, content: bytes) -> None:
    if _extension(name) not in ("css", "html"):
        return
    text = content.decode("utf-8", "replace")
    for match in ADDRESS.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        if not (NAMESPACE.match(match[0]) or CLICK_TAG.search(before)):
            raise Refused("address", f"{name}: {match[0]}")
