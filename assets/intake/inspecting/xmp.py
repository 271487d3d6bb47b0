"""Reads the XMP packet, which files of most kinds carry (ISO 16684-1)."""

import re
from pathlib import Path
from xml.etree import ElementTree

from .answers import named

# It stands near one of a file's ends.
WINDOW = 8 * 1024 * 1024
PACKET = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.S)
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
IPTC_CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"


def read(path: Path) -> dict:
    """What the first XMP packet near the file's ends says; {} when there is none."""
    size = path.stat().st_size
    with path.open("rb") as file:
        window = file.read(WINDOW)
        packet = PACKET.search(window)
        if not packet and size > WINDOW:
            file.seek(max(WINDOW, size - WINDOW))
            packet = PACKET.search(file.read())
    # An entity of its own has no business in a packet.
    if not packet or b"<!" in packet[0]:
        return {}
    try:
        root = ElementTree.fromstring(packet[0])  # noqa: S314 without declarations
    except ElementTree.ParseError:
        return {}
    return named(
        {
            "title": first(root, DC + "title"),
            "description": first(root, DC + "description"),
            "credit": first(root, PHOTOSHOP + "Credit")
            or first(root, DC + "rights")
            or first(root, DC + "creator"),
            "alt_text": first(root, IPTC_CORE + "AltTextAccessibility"),
            "tags": texts(root, DC + "subject"),
        }
    )


def texts(root, tag: str) -> list[str]:
    """The texts of a property: its list items, its own text or its attribute."""
    for description in root.iter(RDF + "Description"):
        if value := description.get(tag):
            return [value]
    for element in root.iter(tag):
        items = [item.text for item in element.iter(RDF + "li")]
        return [text for text in items or [element.text] if text]
    return []


def first(root, tag: str) -> str:
    return next(iter(texts(root, tag)), "")
