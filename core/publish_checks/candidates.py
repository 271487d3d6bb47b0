"""A page as it would go live, laid out for the checks: blocks, choices, addresses.

Everything is read from what is stored or was posted, without asking the database for
the things that blocks point to; a check that needs them fetches all at once.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import ForeignKey, Model
from django.utils import timezone

from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.blocks.struct_block import BaseStructBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from ..blocks import AddressBlock
from ..references import linked_page_ids
from .findings import Place
from .texts import Text


class Spot(NamedTuple):
    """A block with what is written in it, as it is stored, and where it stands."""

    block: blocks.Block
    raw: Any
    place: Place

    def part(self, name: str) -> Any:
        """What stands in a part of it; None in a block that has none."""
        return self.raw.get(name) if isinstance(self.raw, dict) else None


class Pointer(NamedTuple):
    """One thing that the page points to, and where it does so."""

    model: type[Model]
    pk: Any
    place: Place


class Address(NamedTuple):
    """An address on this site that an editor wrote by hand, as a path."""

    path: str
    place: Place


@dataclass
class Candidate:
    """``page`` as it would go live, with all that stands on it."""

    page: Page

    @cached_property
    def first_day(self) -> datetime.date:
        """The day on which readers would first see it so."""
        go_live_at = self.page.go_live_at
        day = timezone.localdate(go_live_at) if go_live_at else None
        return max(filter(None, [day, timezone.localdate()]))

    @property
    def is_put_off(self) -> bool:
        """Whether it goes live later, at a time that an editor chose."""
        return bool(self.page.go_live_at) and self.page.go_live_at > timezone.now()

    @cached_property
    def last_day(self) -> datetime.date | None:
        """The last day on which readers see it; None when it is to stay."""
        if not self.page.expire_at:
            return None
        return timezone.localdate(self.page.expire_at - datetime.timedelta(seconds=1))

    @cached_property
    def spots(self) -> list[Spot]:
        """Every block of every StreamField, in reading order, all the way down."""
        return [
            spot
            for column in _own_columns(type(self.page))
            if isinstance(column, StreamField)
            for spot in _spots(
                column.stream_block,
                # Gives a block that has no id yet the one that it will be stored with.
                getattr(self.page, column.name).get_prep_value(),
                Place(column.name),
            )
        ]

    def spots_of(self, *kinds: type[blocks.Block]) -> Iterator[Spot]:
        """The blocks of some classes."""
        return (spot for spot in self.spots if isinstance(spot.block, kinds))

    @cached_property
    def pointers(self) -> list[Pointer]:
        """All that blocks, rich texts, fields and rows of the page point to."""
        found = [*_pointers_of(self.page, Place(), _own_columns(type(self.page)))]
        for relation, rows in self._rows():
            for number, row in enumerate(rows):
                place = Place(relation).inside(str(number), number)
                found += _pointers_of(row, place, _own_columns(type(row)))
        for spot in self.spots_of(blocks.ChooserBlock, blocks.RichTextBlock):
            if isinstance(spot.block, blocks.RichTextBlock):
                pks = linked_page_ids(spot.raw) if isinstance(spot.raw, str) else []
                found += [Pointer(Page, pk, spot.place) for pk in pks]
            elif spot.raw is not None:
                found.append(Pointer(spot.block.model_class, spot.raw, spot.place))
        return found

    def pointers_to(self, model: type[Model]) -> list[Pointer]:
        """Those that lead to a model or to one that extends it."""
        return [p for p in self.pointers if issubclass(p.model, model)]

    @cached_property
    def addresses(self) -> list[Address]:
        """The addresses on this site that were written out, in blocks and texts."""
        found = []
        for spot, text in self.texts:
            found += _on_this_site(text.addresses, spot.place)
        for spot in self.spots_of(AddressBlock):
            if isinstance(spot.raw, str):
                found += _on_this_site([spot.raw], spot.place)
        return found

    @cached_property
    def texts(self) -> list[tuple[Spot, Text]]:
        """The rich texts of the page, read."""
        return [
            (spot, Text(spot.raw if isinstance(spot.raw, str) else ""))
            for spot in self.spots_of(blocks.RichTextBlock)
        ]

    def _rows(self) -> Iterator[tuple[str, Iterable[Model]]]:
        """The child relations of the page that point to anything, with their rows."""
        for relation in get_all_child_relations(type(self.page)):
            if any(_chooses(column) for column in _own_columns(relation.related_model)):
                name = relation.get_accessor_name()
                yield name, getattr(self.page, name).all()


def _on_this_site(written: list[str | None], place: Place) -> list[Address]:
    paths = (own_path(address) for address in written if address)
    return [Address(path, place) for path in paths if path]


def own_path(address: str) -> str | None:
    """The path of an address on this site; None for one that leads elsewhere."""
    try:
        parts, base = urlsplit(address.strip()), urlsplit(settings.BASE_URL)
    except ValueError:
        return None
    is_ours = parts.scheme in ("http", "https") and parts.netloc == base.netloc
    is_path = not parts.scheme and not parts.netloc and parts.path.startswith("/")
    return parts.path or "/" if is_ours or is_path else None


def _own_columns(model: type[Model]) -> list:
    """The fields that the project gave a page or a row, without Wagtail's own."""
    theirs = {column.name for column in Page._meta.concrete_fields}
    is_page = issubclass(model, Page)
    return [
        column
        for column in model._meta.concrete_fields
        if not (is_page and column.name in theirs)
    ]


def _chooses(column) -> bool:
    """Whether a field lets the editor choose a thing, and is no way up the tree."""
    if not isinstance(column, ForeignKey) or not column.editable:
        return False
    is_wagtails = column.model._meta.app_label.startswith("wagtail")
    return not (is_wagtails or column.remote_field.parent_link or _is_parent(column))


def _is_parent(column) -> bool:
    relations = get_all_child_relations(column.remote_field.model)
    return any(relation.field == column for relation in relations)


def _pointers_of(thing: Model, place: Place, columns: list) -> Iterator[Pointer]:
    for column in columns:
        if not _chooses(column):
            continue
        pk = getattr(thing, column.attname)
        if pk is not None:
            there = place.inside(column.name) if place.field else Place(column.name)
            yield Pointer(column.remote_field.model, pk, there)


def _spots(block: blocks.Block, raw: Any, place: Place) -> Iterator[Spot]:
    if place.path:
        yield Spot(block, raw, place)
    if isinstance(block, blocks.BaseStreamBlock):
        for number, item in _items(raw):
            if child := block.child_blocks.get(str(item.get("type"))):
                yield from _spots(child, item["value"], _at(place, number, item))
    elif isinstance(block, blocks.ListBlock):
        for number, item in _items(raw):
            yield from _spots(
                block.child_block, item["value"], _at(place, number, item)
            )
    elif isinstance(block, BaseStructBlock) and isinstance(raw, dict):
        for name, child in block.child_blocks.items():
            if name in raw:
                yield from _spots(child, raw[name], place.inside(name))


def _items(raw: Any) -> Iterator[tuple[int, dict]]:
    """The items of a stream or list; old lists keep values without type and id."""
    for number, item in enumerate(raw if isinstance(raw, list) else []):
        is_item = isinstance(item, dict) and {"type", "value"} <= item.keys()
        yield number, item if is_item else {"value": item}


def _at(place: Place, number: int, item: dict) -> Place:
    return place.inside(str(item.get("id") or f"#{number}"), number)
