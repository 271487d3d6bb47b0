"""Zips of every sort of harm, made here, and a few that do none.

``BANNERS`` are all filed as banners. Each sample gives its bytes when it is asked.
"""

import io
import struct
import zipfile
from collections.abc import Callable

DIRECTORY = b"PK\x01\x02"
LOCAL = b"PK\x03\x04"
PAGE = b'<!doctype html><script>var clickTag = "https://bibliotek.dk/";</script>'
SIZE, COMPRESSED, FLAGS, OFFSET = 24, 20, 8, 42


def packed(*entries: tuple, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of names (or ZipInfos) and contents, exactly as they are given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for entry, content in entries:
            archive.writestr(entry, content)
    return out.getvalue()


def banner(*entries: tuple, **how) -> bytes:
    """A zip with a page to run, and what is to be wrong with it."""
    return packed(("index.html", PAGE), *entries, **how)


def mode(name: str, bits: int) -> zipfile.ZipInfo:
    """An entry with a Unix mode: a link, for one."""
    info = zipfile.ZipInfo(name)
    info.external_attr = bits << 16
    return info


def rows(content: bytes) -> list[int]:
    """Where the entries of the directory stand."""
    found, at = [], content.find(DIRECTORY)
    while at >= 0:
        found.append(at)
        at = content.find(DIRECTORY, at + 4)
    return found


def with_field(content: bytes, row: int, field: int, value: bytes) -> bytes:
    """The zip with bytes of entry ``row`` of its directory written over."""
    at = rows(content)[row] + field
    return content[:at] + value + content[at + len(value) :]


def renamed(content: bytes, old: bytes, new: bytes) -> bytes:
    """The zip with a name of the same length in both of its places."""
    assert len(old) == len(new)
    assert content.count(old) == 2
    return content.replace(old, new)


def locked(content: bytes) -> bytes:
    """The last entry says that it is encrypted."""
    content = with_field(content, -1, FLAGS, b"\x01\x00")
    at = content.rindex(LOCAL) + 6
    return content[:at] + b"\x01\x00" + content[at + 2 :]


def overlapping() -> bytes:
    """Two entries for one and the same place."""
    content = banner(("a.js", "1"), ("b.js", "2"))
    same = content[rows(content)[1] + OFFSET :][:4]
    return with_field(content, 2, OFFSET, same)


def shared(content: bytes, copies: int) -> bytes:
    """The zip with ``copies`` entries for the place of its last one, ``a.js``."""
    first, last, end = (
        rows(content)[0],
        rows(content)[-1],
        content.rindex(b"PK\x05\x06"),
    )
    row = content[last:end].removesuffix(b"a.js")
    more = b"".join(row + f"{n:04d}".encode() for n in range(copies - 1))
    count = len(rows(content)) + copies - 1
    tail = struct.pack(
        "<4s4H2LH", b"PK\5\6", 0, 0, count, count, end - first + len(more), first, 0
    )
    return content[:end] + more + tail


def claiming(size: int) -> bytes:
    """The script says another size than it has."""
    return with_field(banner(("a.js", b"x" * 5000)), 1, SIZE, struct.pack("<L", size))


def claiming_zip64(size: int) -> bytes:
    """The same in the long form, where a zip can say 16 exabytes."""
    info = zipfile.ZipInfo("a.js")
    info.extra = struct.pack("<HHQ", 1, 8, size)
    content = banner((info, b"x" * 5000))
    return with_field(content, 1, SIZE, b"\xff" * 4)


def zip_in_zip(depth: int = 3) -> bytes:
    """The same zip sixteen times in a zip, ``depth`` times over."""
    inner = packed(("a.txt", b"0" * 1000))
    for _level in range(depth):
        inner = packed(*((f"{n}.zip", inner) for n in range(16)))
    return inner


def many(count: int) -> bytes:
    return banner(*((f"{n}.js", "") for n in range(count)))


def page_with(address: str) -> bytes:
    return packed(("index.html", f'<!doctype html><img src="{address}">'))


LINK, PIPE = 0o120777, 0o010666
# What it is: the zip, the code it is refused with and the entry that is named.
BANNERS: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "one place twice": (overlapping, "overlap", "b.js"),
    "2 GB out of 50 kB": (
        lambda: shared(banner(("a.js", bytes(10_000_000))), 200), "overlap", "0000",
    ),
    "zip in zip": (lambda: banner(("a.zip", zip_in_zip())), "kind", "a.zip"),
    "501 entries": (lambda: many(501), "too_many", ""),
    "100,001 entries": (lambda: many(100_000), "too_many", ""),
    "30 MB of zeros": (
        lambda: banner(("stor.js", bytes(30_000_000))), "ratio", "stor.js",
    ),
    "60 MB in all": (
        lambda: banner(
            *((f"{n}.mp4", bytes(20_000_000)) for n in range(3)),
            method=zipfile.ZIP_STORED,
        ),
        "too_large", "2.mp4",
    ),
    "upwards": (lambda: banner(("../ond.js", "")), "name", "../ond.js"),
    "upwards inside": (lambda: banner(("a/../../b.js", "")), "name", "a/../../b.js"),
    "upwards with backslash": (lambda: banner(("..\\b.js", "")), "name", "..\\b.js"),
    "absolute": (lambda: banner(("/etc/ond.js", "")), "name", "/etc/ond.js"),
    "two slashes": (lambda: banner(("//vært/a.js", "")), "name", "//vært/a.js"),
    "drive": (lambda: banner(("C:\\ond.js", "")), "name", "C:\\ond.js"),
    "drive with slash": (lambda: banner(("c:/ond.js", "")), "name", "c:/ond.js"),
    "here": (lambda: banner(("./a.js", "")), "name", "./a.js"),
    "backslash": (lambda: banner(("a\\b.js", "")), "name", "a\\b.js"),
    "NUL in the name": (
        lambda: renamed(banner(("a_.exe.js", "")), b"a_.exe.js", b"a\0.exe.js"),
        "name", "a�.exe.js",
    ),
    "text turned round": (
        lambda: banner(("a\u202esj.js", "")), "name", "a�sj.js",
    ),
    "a name in another code": (
        lambda: renamed(banner(("bl_b.js", "")), b"bl_b.js", b"bl\x86b.js"),
        "name", "blåb.js",
    ),
    "a name that is no UTF-8": (
        lambda: renamed(banner(("blå.js", "")), "blå.js".encode(), b"bl\xff\xfe.js"),
        "unreadable", "",
    ),
    "link": (lambda: banner((mode("g.js", LINK), "/etc/passwd")), "link", "g.js"),
    "link to itself": (
        lambda: packed((mode("index.html", LINK), "index.html")), "link", "index.html",
    ),
    "twice": (
        lambda: renamed(banner(("a.js", "1"), ("b.js", "2")), b"b.js", b"a.js"),
        "twice", "a.js",
    ),
    "the same but for its case": (
        lambda: banner(("kode.js", ""), ("KODE.JS", "")), "twice", "KODE.JS",
    ),
    "locked": (lambda: locked(banner(("a.js", "1"))), "encrypted", "a.js"),
    "smaller than it says": (lambda: claiming(9_000), "size", "a.js"),
    "larger than it says": (lambda: claiming(10), "size", "a.js"),
    "16 EB, it says": (lambda: claiming_zip64(2**63), "ratio", "a.js"),
    "10 bytes, it says at length": (lambda: claiming_zip64(10), "size", "a.js"),
    "packed by LZMA": (
        lambda: banner(("a.js", b"x" * 999), method=zipfile.ZIP_LZMA),
        "method", "index.html",
    ),
    "program": (lambda: banner(("start.exe", b"MZ")), "kind", "start.exe"),
    "server script": (lambda: banner(("a.php", b"<?php")), "kind", "a.php"),
    "no ending": (lambda: banner(("LICENSE", b"MIT")), "kind", "LICENSE"),
    "picture from elsewhere": (
        lambda: page_with("https://ond.example/a.gif"), "address",
        "index.html: https://ond.example",
    ),
    "script without protocol": (
        lambda: page_with("//ond.example/a.js"), "address", "index.html: //ond.example",
    ),
    "style from elsewhere": (
        lambda: banner(("a.css", "@import url(https://ond.example/a.css)")),
        "address", "a.css: https://ond.example",
    ),
    "no page": (lambda: packed(("a.js", "1")), "no_index", ""),
    "page in a folder": (lambda: packed(("b/index.html", PAGE)), "no_index", ""),
    "nothing in it": (lambda: packed(), "no_index", ""),
    "cut in two": (lambda: banner(("a.js", "1"))[:-30], "unreadable", ""),
    "no zip": (lambda: LOCAL + bytes(200), "unreadable", ""),
    "directory beyond the end": (
        lambda: with_field(banner(("a.js", "1")), 1, OFFSET, b"\xf0\xff\xff\x0f"),
        "overlap", "a.js",
    ),
    "a changed byte": (
        lambda: banner(("a.js", b"abc"), method=zipfile.ZIP_STORED).replace(
            b"abc", b"abd"
        ),
        "unreadable", "",
    ),
}  # fmt: skip

# Without a page to run: a parcel of files, taken unless it would harm who opens it.
PARCELS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a graphic package": (
        lambda: packed(("Logo/logo.svg", "<svg/>"), ("Læs mig.pdf", b"%PDF")), "",
    ),
    "a program in it": (lambda: packed(("Installer.exe", b"MZ")), ""),
    "zip in zip": (zip_in_zip, ""),
    "names from an old Windows": (lambda: packed(("logo\\r\x7fd.eps", "x")), ""),
    "packed by bzip2": (
        lambda: packed(("a.tif", b"x" * 999), method=zipfile.ZIP_BZIP2), "",
    ),
    "empty": (lambda: packed(), ""),
    "2 GB out of 30 kB": (
        lambda: shared(packed(("a.js", bytes(10_000_000))), 200), "overlap",
    ),
    "300 MB of zeros": (lambda: packed(("a.tif", bytes(300_000_000))), "ratio"),
    "10,001 entries": (
        lambda: packed(*((f"{n}.svg", "") for n in range(10_001))), "too_many",
    ),
    "upwards": (lambda: packed(("../../.bashrc", "")), "name"),
    "upwards with backslash": (lambda: packed(("..\\..\\a.bat", "")), "name"),
    "drive": (lambda: packed(("C:\\Windows\\a.dll", "")), "name"),
    "link": (lambda: packed((mode("logo.svg", LINK), "/etc/passwd")), "link"),
    "locked": (lambda: locked(packed(("a.pdf", "1"))), "encrypted"),
    "larger than it says": (
        lambda: with_field(packed(("a.pdf", b"x" * 5000)), 0, SIZE, b"\x0a\0\0\0"),
        "size",
    ),
}  # fmt: skip
