"""The names that people's files have: cleaned when they come, quoted when they go."""

import unicodedata
from urllib.parse import quote

from core.danish import ascii_letters

LONGEST = 200
LONGEST_EXTENSION = 16
# What Windows refuses in a file name, also inside a zip.
REFUSED = str.maketrans(dict.fromkeys('<>:"|?*', "-"))
# Control and direction-changing characters, and separators of lines.
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def clean_filename(name: str, mark: str = "") -> str:
    """Return ``name`` as it may be shown and sent: NFC, no path, nothing unseen.

    At most 200 characters, the extension kept; cleaning it again changes nothing.
    ``mark`` is put before the extension: "plakat (2).pdf".
    """
    name = name.replace("\\", "/").rpartition("/")[2].translate(REFUSED)
    name = "".join(c for c in name if unicodedata.category(c) not in UNSEEN)
    name = unicodedata.normalize("NFC", name).strip(" .")
    stem, dot, extension = name.rpartition(".")
    if not dot or " " in extension or len(extension) > LONGEST_EXTENSION:
        stem, extension = name, ""
    room = LONGEST - len(extension) - 1 - len(mark)
    stem = (stem.strip(" .")[:room].rstrip(" .") or "fil") + mark
    return f"{stem}.{extension}" if extension else stem


def content_disposition(name: str, *, attachment: bool = True) -> str:
    """Return the header that names a file: one line, in ASCII, and in full (RFC 6266).

    Programs that know no UTF-8 names, curl for one, read the ASCII name.
    """
    name = clean_filename(name)
    plain = clean_filename(ascii_letters(name))
    header = f'{"attachment" if attachment else "inline"}; filename="{plain}"'
    if plain != name:
        header += f"; filename*=UTF-8''{quote(name, safe='')}"
    return header
