"""What a file says about itself, put where the editor has written nothing."""

import re

from ..models import Asset, AssetFile

P = AssetFile.Purpose

LONGEST_TAG = 50
MOST_TAGS = 12
# What programs write into the title of their own accord.
NOT_A_TITLE = re.compile(
    r"^(untitled|unavngivet|ikke-navngivet|microsoft (word|powerpoint)|slide \d|"
    r"powerpoint|print|layout \d)|\.(ai|docx?|eps|idml|indd|pdf|pptx?|psd|qxp)$",
    re.I,
)
# What a library writes where a program gave it nothing to write (reportlab).
NOTHING = {"anonymous", "none", "unknown", "unspecified", "untitled"}


def title_of(name: str) -> str:
    """Return a title made of a file name: "plakat_A3-final.pdf", "Plakat A3-final"."""
    stem = name.rpartition(".")[0] or name
    words = " ".join(stem.replace("_", " ").split())
    return (words[:1].upper() + words[1:])[:150] or name[:150]


def fill_empty_fields(asset: Asset, filename: str, metadata: dict) -> None:
    """Fill title (when it is only the file's name), texts, credit and tags."""
    title = _line(metadata.get("title"), 150)
    changes = {}
    if title and asset.title == title_of(filename) and not NOT_A_TITLE.search(title):
        changes["title"] = title
    for field, value in {
        "description": _line(metadata.get("description"), 4000),
        "credit": _line(metadata.get("credit"), 200),
        "alt_text": _line(metadata.get("alt_text"), 250),
    }.items():
        if value and not getattr(asset, field):
            changes[field] = value
    for field, value in changes.items():
        setattr(asset, field, value)
    tags = [_line(tag, LONGEST_TAG) for tag in metadata.get("tags", [])]
    if has_new_tags := any(tags) and not asset.tags.exists():
        asset.tags.add(*[tag for tag in tags if tag][:MOST_TAGS])
    # Only these: the editor may be at work on the rest.
    relations = ["tagged_items"] if has_new_tags else []
    if changes or relations:
        asset.save(update_fields=[*changes, *relations, "updated_at"])


def fill_purpose(file: AssetFile, metadata: dict) -> None:
    """A PDF with a bleed is for the printer, if nobody has said what it is for."""
    if file.purpose == P.PRINT_SELF and metadata.get("has_bleed"):
        file.purpose = P.PRINT_SHOP
        file.save(update_fields=["purpose"])


def fill_kind(file: AssetFile, metadata: dict) -> None:
    """A zip that is a banner is filed as one, if its kind was guessed by its name."""
    asset = file.asset
    if metadata.get("is_banner") and asset.kind == Asset.Kind.GRAPHIC_PACKAGE:
        asset.kind, file.purpose = Asset.Kind.BANNER, P.SCREEN
        asset.save(update_fields=["kind", "updated_at"])
        file.save(update_fields=["purpose"])


def _line(value, longest: int) -> str:
    """One line of text without what no screen shows, and without what says nothing."""
    text = "".join(c if c.isprintable() else " " for c in str(value or ""))
    line = " ".join(text.split())[:longest]
    return "" if line.lower() in NOTHING else line
