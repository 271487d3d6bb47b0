"""Fonts that FreeType can open."""

from pathlib import Path

from PIL import ImageFont

from .answers import Refused


def open_file(path: Path, extension: str, filed_as: str) -> tuple[dict, list[str]]:
    try:
        ImageFont.truetype(path, 20)
    except (OSError, ValueError) as error:
        raise Refused("unreadable") from error
    return {}, []
