"""SVG, drawn without what it points to elsewhere; scripts are never run."""

import io
from typing import BinaryIO
from xml.etree import ElementTree

import resvg_py
from PIL import Image

SIDE = 1600
MAX_BYTES = 20_000_000
HREFS = ("href", "{http://www.w3.org/1999/xlink}href")


def cover(file: BinaryIO):
    """The drawing on its own; it has no size in pixels."""
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise ValueError("the SVG is too large")
    root = ElementTree.fromstring(content)  # noqa: S314 a limited process
    for element in root.iter():
        for name in HREFS:
            # Neither the network nor another file of this machine.
            if not element.get(name, "#").startswith(("#", "data:image/")):
                del element.attrib[name]
    text = ElementTree.tostring(root, encoding="unicode")
    picture = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=text))))
    if max(picture.size) < SIDE:
        side = {"width": SIDE} if picture.width >= picture.height else {"height": SIDE}
        drawn = resvg_py.svg_to_bytes(svg_string=text, **side)
        picture = Image.open(io.BytesIO(bytes(drawn)), formats=["PNG"])
    return picture, {}
