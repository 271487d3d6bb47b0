"""What is wrong with the content itself: alt texts, headings, figures, empty blocks."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from django.utils.translation import gettext as _

from wagtail import blocks
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.blocks.struct_block import BaseStructBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from ..blocks import HeadingBlock, KeyFigureBlock
from .candidates import Candidate, Pointer, Spot
from .examination import publish_check
from .findings import Finding, Level, Link, Place
from .texts import Text

# What cameras, telephones and browsers call a picture.
MADE_NAME = re.compile(
    r"(img|image|dsc[nf]?|pict?|p|mvi|gopr|dji|photo|foto|pxl|screenshot|screen shot"
    r"|skærmbillede|skaermbillede|whatsapp image|unnamed|unavngivet|untitled|download)"
    r"[\s\d_.:-]*((at|kl)[\s\d_.:-]*)?",
    re.IGNORECASE,
)
FILE_ENDING = re.compile(
    r"\.(jpe?g|png|gif|webp|avif|tiff?|svg|heic|bmp|psd|pdf|ai|eps)$", re.IGNORECASE
)
HASH = re.compile(r"(?=.*\d)[0-9a-f]{12,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Words that say that there is a picture, and nothing of what it shows.
SAYS_NOTHING = frozenset(
    """
    alt baggrund baggrundsbillede banner billede billedet cover forsidebillede foto
    fotoet fotografi grafik hero illustration illustrationen image img kampagnebillede
    logo photo pic picture plakat pynt tegning test tekst text thumbnail
    """.split()  # noqa: SIM905
)
# The page's own title.
TITLE_LEVEL = 1
CHAPTER_LEVEL = 2


def is_file_name(alt: str, file_name: str = "") -> bool:
    """Whether a text is the name of a file: this picture's own, or any that is made.

    A picture may well be filed under what it shows: words with spaces between them, or
    a word with a capital that the file has not, were written by a person.
    """
    text, stem = alt.strip(), PurePath(file_name).stem
    is_written = " " in text and not re.search(r"[_\d]", text)
    return bool(
        FILE_ENDING.search(text)
        or MADE_NAME.fullmatch(text)
        or HASH.fullmatch(text.casefold())
        or (stem and _flat(text) == _flat(stem) and not is_written)
    )


def says_nothing(alt: str) -> bool:
    """Whether a text is of no use to who cannot see the picture ("billede", "...")."""
    letters = re.sub(r"[\W\d_]+", " ", alt.casefold()).split()
    return len("".join(letters)) < 2 or (
        len(letters) <= 2 and all(word in SAYS_NOTHING for word in letters)
    )


def _flat(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _alt_problem(alt: str, file_name: str) -> str:
    if not alt.strip():
        return _("Billedet har ingen alternativ tekst.")
    if is_file_name(alt, file_name):
        return _("”%(alt)s” er et filnavn.") % {"alt": alt.strip()}
    if says_nothing(alt):
        return _("”%(alt)s” siger ikke, hvad man ser.") % {"alt": alt.strip()}
    return ""


@publish_check
def pictures_are_described(candidate: Candidate) -> Iterator[Finding]:
    """Every informative picture has words; only a marked one is decoration."""
    image_model = get_image_model()
    spots = [
        spot
        for spot in candidate.spots_of(ImageBlock)
        # A bare primary key is from before the block had a text of its own.
        if isinstance(spot.raw, dict) and spot.part("image") is not None
    ]
    worn = [p for p in candidate.pointers_to(image_model) if _is_field(p)]
    pks = {spot.part("image") for spot in spots} | {pointer.pk for pointer in worn}
    if not pks:
        return
    found = image_model.objects.prefetch_related("renditions").in_bulk(pks)
    for spot in spots:
        picture = found.get(spot.part("image"))
        if picture and not spot.part("decorative"):
            yield from _undescribed(spot, picture)
    for pointer in worn:
        picture = found.get(pointer.pk)
        if picture:
            yield from _badly_named(pointer, picture)


def _is_field(pointer: Pointer) -> bool:
    """Whether a field of the page holds it, which has no room for a text."""
    return not pointer.place.path


def _undescribed(spot: Spot, picture) -> Iterator[Finding]:
    alt = str(spot.part("alt_text") or "")
    if problem := _alt_problem(alt, picture.filename):
        advice = _("Skriv, hvad man ser, eller sæt kryds ved ”Billedet er kun pynt”.")
        yield Finding(
            "alt_text",
            Level.ERROR,
            f"{problem} {advice}",
            spot.place.inside("alt_text"),
            facts=(str(picture.pk), alt),
            picture=picture,
        )


def _badly_named(pointer: Pointer, picture) -> Iterator[Finding]:
    alt = picture.default_alt_text
    if problem := _alt_problem(alt, picture.filename):
        advice = _("Åbn billedet, og skriv i dets beskrivelse, hvad man ser.")
        url = AdminURLFinder().get_edit_url(picture)
        yield Finding(
            "picture_description",
            Level.ERROR,
            f"{problem} {advice}",
            pointer.place,
            facts=(str(picture.pk), alt),
            link=Link(_("Ret billedet"), url) if url else None,
            picture=picture,
        )


@publish_check
def no_heading_level_is_skipped(candidate: Candidate) -> Iterator[Finding]:
    """Who listens to a page finds the way by its headings, level by level."""
    column, before = "", TITLE_LEVEL
    for place, level, text in _headings(candidate):
        if place.field != column:
            column, before = place.field, TITLE_LEVEL
        if level > before + 1:
            message = _(
                "Overskriften ”%(text)s” er på niveau %(level)s, men den før er på "
                "niveau %(before)s. Brug niveau %(right)s, så ingen springes over."
            ) % {"text": text, "level": level, "before": before, "right": before + 1}
            yield Finding(
                "heading_level", Level.ERROR, message, place, (text, str(level))
            )
        before = level


def _headings(candidate: Candidate) -> Iterator[tuple[Place, int, str]]:
    """The headings of the page in order; a block's title lies under its chapter."""
    in_chapter = False
    column = ""
    texts = {spot.place: text for spot, text in candidate.texts}
    for spot in candidate.spots:
        if spot.place.field != column:
            column, in_chapter = spot.place.field, False
        if isinstance(spot.block, HeadingBlock):
            in_chapter = True
            yield spot.place, CHAPTER_LEVEL, str(spot.part("text") or "")
        elif text := texts.get(spot.place):
            for level, words in text.headings:
                yield spot.place, level, words
        elif len(spot.place.path) == 1 and spot.part("title"):
            yield spot.place, CHAPTER_LEVEL + in_chapter, str(spot.part("title"))


@publish_check
def figures_have_a_source(candidate: Candidate) -> Iterator[Finding]:
    """A number stands with where it comes from."""
    for spot in candidate.spots_of(KeyFigureBlock):
        value, source = str(spot.part("value") or ""), str(spot.part("source") or "")
        if value.strip() and not re.search(r"\w", source):
            message = _("Tallet ”%(value)s” har ingen kilde. Skriv, hvor det er fra.")
            yield Finding(
                "source",
                Level.ERROR,
                message % {"value": value.strip()},
                spot.place.inside("source"),
                facts=(value, source),
            )


@publish_check
def blocks_are_not_empty(candidate: Candidate) -> Iterator[Finding]:
    """A block in which nothing is written leaves a hole on the page."""
    empty = [
        spot
        for spot in candidate.spots
        if len(spot.place.path) == 1 and not _has_content(spot.block, spot.raw)
    ]
    wholes = {(spot.place.field, spot.place.block_id) for spot in empty}
    empty += [
        spot
        for spot, text in candidate.texts
        if text.is_empty
        and spot.block.required
        and (spot.place.field, spot.place.block_id) not in wholes
    ]
    for spot in empty:
        message = _("%(block)s: Der står ikke noget. Skriv noget, eller slet blokken.")
        named = message % {"block": spot.block.label}
        yield Finding("empty", Level.ERROR, named, spot.place)


def _has_content(block: blocks.Block, raw: Any) -> bool:
    """Whether there is anything in it; a block that fills itself need not be filled."""
    if getattr(block, "fills_itself", False):
        return True
    if isinstance(block, BaseStructBlock):
        if not isinstance(raw, dict):
            return raw is not None
        return any(
            _has_content(child, raw.get(name))
            for name, child in block.child_blocks.items()
            if not isinstance(child, blocks.ChoiceBlock | blocks.BooleanBlock)
        )
    if isinstance(block, blocks.ListBlock):
        items = raw if isinstance(raw, list) else []
        values = [
            item["value"] if isinstance(item, dict) and "value" in item else item
            for item in items
        ]
        return any(_has_content(block.child_block, value) for value in values)
    if isinstance(block, blocks.BaseStreamBlock):
        return bool(raw)
    if isinstance(block, blocks.RichTextBlock):
        return isinstance(raw, str) and not Text(raw).is_empty
    return bool(raw.strip()) if isinstance(raw, str) else raw is not None
