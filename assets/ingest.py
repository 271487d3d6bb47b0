"""What a file must be before it becomes a version, told in Danish when it is not."""

from typing import IO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

import filetype

from core.danish import file_size

# What may be stored, with the type that the server gives it: the browser's word is not
# taken. SVG and HTML are kept as plain downloads and never shown.
CONTENT_TYPES = {
    "ai": "application/postscript",
    "avif": "image/avif",
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eps": "application/postscript",
    "gif": "image/gif",
    "idml": "application/vnd.adobe.indesign-idml-package",
    "indd": "application/x-indesign",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "m4a": "audio/mp4",
    "mov": "video/quicktime",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "psb": "image/vnd.adobe.photoshop",
    "psd": "image/vnd.adobe.photoshop",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "ttf": "font/ttf",
    "txt": "text/plain; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
    "wav": "audio/wav",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}

# The extensions under which a content that can be recognised may travel.
RECOGNISED = {
    "apng": {"png"},
    "avif": {"avif"},
    "gif": {"gif"},
    "jpg": {"jpg", "jpeg"},
    "m4a": {"m4a", "mp4"},
    "m4v": {"mp4", "mov"},
    "mov": {"mov", "mp4"},
    "mp3": {"mp3"},
    "mp4": {"mp4", "m4a", "mov"},
    "otf": {"otf"},
    "pdf": {"pdf", "ai"},
    "png": {"png"},
    "ps": {"eps", "ai"},
    "psd": {"psd", "psb"},
    "tif": {"tif", "tiff"},
    "ttf": {"ttf"},
    "wav": {"wav"},
    "webp": {"webp"},
    "woff": {"woff"},
    "woff2": {"woff2"},
    "docx": {"docx"},
    "pptx": {"pptx"},
    "xlsx": {"xlsx"},
    "zip": {"zip", "docx", "pptx", "xlsx", "idml"},
}
TEXTUAL = {"csv", "svg", "txt", "vtt"}
INDESIGN = bytes.fromhex("0606edf5d81d46e5bd31efe7fe74b71d")
DOS_EPS = bytes.fromhex("c5d0d3c6")
HEAD_BYTES = 8192


def check_name(name: str, size: int) -> str:
    """Return the extension; what can be said before the bytes are here.

    Raises ValidationError for a file that is empty, too large or of a kind not kept.
    """
    if size == 0:
        raise ValidationError(
            _("Filen %(name)s er tom. Gem den igen, og prøv en gang til.")
            % {"name": name}
        )
    if size > settings.ASSET_MAX_UPLOAD_SIZE:
        raise ValidationError(
            _("Filen %(name)s fylder %(size)s. Grænsen er %(limit)s.")
            % {
                "name": name,
                "size": file_size(size),
                "limit": file_size(settings.ASSET_MAX_UPLOAD_SIZE),
            }
        )
    extension = name.rpartition(".")[2].lower()
    if extension not in CONTENT_TYPES or "." not in name:
        raise ValidationError(
            _("Filtypen i %(name)s kan ikke gemmes her. Brug en af disse: %(types)s.")
            % {"name": name, "types": ", ".join(sorted(CONTENT_TYPES))}
        )
    return extension


def check(file: IO[bytes], name: str, size: int) -> str:
    """Return the content type that the server gives the file.

    Raises ValidationError with a sentence for the uploader: empty, too large, of a kind
    that is not kept, or with a content that is not what the name says.
    """
    extension = check_name(name, size)
    file.seek(0)
    head = file.read(HEAD_BYTES)
    file.seek(0)
    if not _agrees(head, extension):
        found = filetype.guess(head)
        raise ValidationError(
            _(
                "Filen %(name)s hedder .%(extension)s, men indholdet er noget andet"
                "%(found)s. Giv den rette endelse, eller gem den igen."
            )
            % {
                "name": name,
                "extension": extension,
                "found": f" ({found.extension})" if found else "",
            }
        )
    return CONTENT_TYPES[extension]


def _agrees(head: bytes, extension: str) -> bool:
    if extension == "indd":
        return head.startswith(INDESIGN)
    if extension == "eps":
        return head.startswith((b"%!PS", DOS_EPS))
    found = filetype.guess(head)
    if extension in TEXTUAL:
        return found is None and _is_text(head, extension)
    if found is None:
        return False
    return extension in RECOGNISED.get(found.extension, ())


def _is_text(head: bytes, extension: str) -> bool:
    if extension == "vtt":
        # captions.py says on which line it is wrong, in other alphabets' bytes too.
        return not head.startswith(b"MZ")
    if b"\x00" in head or head.startswith(b"MZ"):
        return False
    if extension == "svg":
        return b"<svg" in head
    return not head.lstrip().lower().startswith((b"<!doctype html", b"<html"))
