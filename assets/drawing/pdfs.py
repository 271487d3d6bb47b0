"""PDF, and AI with a PDF inside: every page as it is trimmed."""

import time
from pathlib import Path
from typing import BinaryIO

import pypdfium2 as pdfium

POINTS_PER_MM = 72 / 25.4
COVER_SIDE = 1600
PAGE_SIDE = 2000
THUMB_SIDE = 240
MAX_PAGES = 60
MAX_TEXT_PAGES = 300
LONGEST_TEXT = 100_000
# Short of the limit at which the process is killed.
CPU_BUDGET = 16


def cover(file: BinaryIO):
    """The first page, with the number of pages and its trimmed size in mm."""
    pdf = pdfium.PdfDocument(file)
    page = pdf[0]
    left, bottom, right, top = page.get_trimbox()
    measures = {
        "pages": len(pdf),
        "width_mm": round((right - left) / POINTS_PER_MM, 1),
        "height_mm": round((top - bottom) / POINTS_PER_MM, 1),
    }
    if page.get_rotation() % 180:
        measures["width_mm"], measures["height_mm"] = (
            measures["height_mm"],
            measures["width_mm"],
        )
    return draw(page, COVER_SIDE), measures


def draw(page, side: int):
    """``page`` inside its trim box, ``side`` pixels on the long side."""
    left, bottom, right, top = page.get_trimbox()
    shown = page.get_cropbox()
    around = [
        max(0, left - shown[0]),
        max(0, bottom - shown[1]),
        max(0, shown[2] - right),
        max(0, shown[3] - top),
    ]
    # What is cut off is told as the page is seen, that is after it is turned.
    for _turn in range(page.get_rotation() // 90):
        around = [around[1], around[2], around[3], around[0]]
    longest = max(right - left, top - bottom)
    return page.render(scale=side / longest, crop=tuple(around)).to_pil()


def more(file: BinaryIO, folder: Path) -> dict:
    """Every page as ``page-<n>`` and small as ``thumb-<n>``.

    Up to ``MAX_PAGES``, or to what the time allows.
    """
    from assets.drawing.run import save

    pdf = pdfium.PdfDocument(file)
    for n in range(min(len(pdf), MAX_PAGES)):
        if time.process_time() > CPU_BUDGET:
            break
        image = draw(pdf[n], PAGE_SIDE)
        # The page last: where it is whole, so is the thumb.
        save(image, folder, f"thumb-{n + 1}", THUMB_SIDE, method=2)
        save(image, folder, f"page-{n + 1}", PAGE_SIDE, method=2)
    return {}


def text(file: BinaryIO) -> dict:
    """What the pages say, as far as ``LONGEST_TEXT`` or the time allows."""
    pdf, said, length = pdfium.PdfDocument(file), [], 0
    for n in range(min(len(pdf), MAX_TEXT_PAGES)):
        if length > LONGEST_TEXT or time.process_time() > CPU_BUDGET:
            break
        said.append(pdf[n].get_textpage().get_text_bounded())
        length += len(said[-1])
    return {"text": "\n".join(said)[:LONGEST_TEXT]}


def spec(file: BinaryIO) -> dict:
    from assets.drawing.print_specs import measure

    return measure(file)
