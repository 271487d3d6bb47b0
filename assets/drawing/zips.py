"""What no zip may be, whatever it is for. Sizes are counted as it is read: a zip can
say anything of itself.
"""

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator

MAX_ENTRIES = 10_000
MAX_RATIO = 100
# A few white pages pack better than any ratio; a bomb is one that also fills a disk.
LARGE = 200_000_000
# About five seconds of work. What is beyond is taken at its word.
READ_AT_MOST = 1_000_000_000
CHUNK = 256 * 1024
# The others unpack more at a time than they are asked for.
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# What a damaged zip raises when it is read; from a disk, OSError as well.
DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError)
BROKEN = (*DAMAGED, OSError)
# As zipfile reads it, however long the names and extra fields are.
LOCAL_HEADER = 30
UPWARDS = re.compile(r"^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\x00", re.IGNORECASE)
# What a Mac or Windows adds to a zip on its own.
CLUTTER = re.compile(r"^__MACOSX/|(^|/)(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)$")


class Refused(Exception):
    """Why a zip is not taken: a code, and the entry that it is about."""

    def __init__(self, code: str, name: str = ""):
        self.code = code
        self.name = "".join(c if c.isprintable() else "�" for c in name)
        super().__init__(code)


def look_through(archive: zipfile.ZipFile) -> None:
    """Raise Refused, or one of BROKEN, for a zip that would harm who opens it."""
    refuse_bomb(archive)
    for entry in archive.infolist():
        refuse_entry(entry)
    left = READ_AT_MOST
    for entry in archive.infolist():
        if entry.compress_type not in METHODS:
            continue
        for chunk in read(archive, entry):
            left -= len(chunk)
            if left < 0:
                return


def refuse_bomb(archive: zipfile.ZipFile, most: int = MAX_ENTRIES) -> None:
    """Raise Refused for entries too many, one over another, or far more than it is."""
    entries = archive.infolist()
    if len(entries) > most:
        raise Refused("too_many")
    end, last = 0, ""
    for entry in sorted(entries, key=lambda e: e.header_offset):
        if entry.header_offset < end:
            raise Refused("overlap", entry.filename)
        end = entry.header_offset + LOCAL_HEADER + entry.compress_size
        last = entry.filename
    if end > archive.start_dir:
        raise Refused("overlap", last)
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if total > LARGE and total > MAX_RATIO * packed:
        largest = max(entries, key=lambda entry: entry.file_size)
        raise Refused("ratio", largest.filename)


def refuse_entry(entry: zipfile.ZipInfo) -> None:
    """Raise Refused for an entry that leads elsewhere or is locked."""
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Refused("link", entry.orig_filename)
    if UPWARDS.search(entry.orig_filename):
        raise Refused("name", entry.orig_filename)
    if entry.flag_bits & 1:
        raise Refused("encrypted", entry.filename)


def read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield an entry to its true end; raise Refused when that is not where it says."""
    if entry.compress_type not in METHODS:
        raise Refused("method", entry.filename)
    said, count = entry.file_size, 0
    # Or zipfile would stop where the zip says that the entry ends.
    entry.file_size = said + 2 * CHUNK
    try:
        with archive.open(entry) as file:
            while chunk := file.read(CHUNK):
                count += len(chunk)
                if count > said:
                    break
                yield chunk
    finally:
        entry.file_size = said
    if count != said:
        raise Refused("size", entry.filename)
