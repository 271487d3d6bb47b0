"""PDF, and Illustrator's files with a PDF inside."""

import re
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from .answers import Refused, named

# In points: a millimetre. What is less is a rounding, not a bleed.
SMALLEST_BLEED = 2.83


def open_file(path: Path, extension: str, filed_as: str) -> tuple[dict, list[str]]:
    with path.open("rb") as file:
        if file.read(5) != b"%PDF-":
            return {}, []
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
    return named(found), ["restricted"] if is_restricted else []


def has_bleed(page) -> bool:
    """Whether the page is larger than it is trimmed to, on every side."""
    trim = page.get_trimbox()
    left, bottom, right, top = (
        abs(outer - inner)
        for outer, inner in zip(page.get_mediabox(), trim, strict=True)
    )
    return min(left, bottom, right, top) >= SMALLEST_BLEED
