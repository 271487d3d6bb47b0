"""What the blocks of a page point to: gathered first, then fetched together.

Wagtail fetches block type by block type, and rich text link by link. Here every block
says what it wants, each kind of thing is fetched in one query, and blocks and texts
take theirs from what was fetched.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Model
from django.http import HttpRequest

from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.struct_block import BaseStructBlock
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText, expand_db_html

# Survives the rewriting of links and is in nobody's text.
SEAM = "<!-- core.references -->"

PAGE_LINK = re.compile(r"<a\b[^>]*\blinktype=\"page\"[^>]*>")
# No more digits than a primary key has.
PAGE_ID = re.compile(r"\bid=\"(\d{1,18})\"")

ALL = "all"

_current: ContextVar["References | None"] = ContextVar("references", default=None)


class Wish(NamedTuple):
    """One thing that a block points to: its primary key, or ALL of the page's theme.

    ``fetch(pks, everything_for)`` returns things by primary key; ``everything_for`` is
    the References of a page that wants all of its theme, or None.
    """

    model: type[Model]
    fetch: Callable[[set, "References | None"], dict[int, Model]]
    pk: int | str


@dataclass
class _Order:
    """All that is wished of one model."""

    fetch: Callable | None = None
    pks: set = field(default_factory=set)
    everything: bool = False


class SharedChooserBlock(blocks.ChooserBlock):
    """A chooser block that takes its things from what was fetched for the page.

    Subclasses say in ``fetch`` what a card needs to know of each.
    """

    def fetch(self, pks: set, everything_for: "References | None" = None) -> dict:
        return self.model_class.objects.in_bulk(pks)

    def wants(self, raw) -> Iterator[Wish]:
        if raw is not None:
            yield Wish(self.model_class, self.fetch, raw)

    def bulk_to_python(self, values):
        values = list(values)
        pks = {pk for pk in values if pk is not None}
        references = _current.get()
        if references:
            found = references.take(self.model_class, pks, self.fetch)
        else:
            found = self.fetch(pks)
        return [found.get(pk) for pk in values]

    class Meta:
        abstract = True


def wishes_of(block: blocks.Block, raw) -> Iterator[Wish]:
    """What stored JSON of the shape of ``block`` points to, all the way down."""
    if wants := getattr(block, "wants", None):
        yield from wants(raw)
    for child, value in _inside(block, raw):
        yield from wishes_of(child, value)


def linked_page_ids(source: str) -> list[int]:
    """The primary keys of the pages that a rich text, as it is stored, links to."""
    found = (PAGE_ID.search(tag) for tag in PAGE_LINK.findall(source or ""))
    return [int(match[1]) for match in found if match]


def _inside(block: blocks.Block, raw) -> Iterator[tuple[blocks.Block, object]]:
    if isinstance(block, blocks.BaseStreamBlock):
        for item in raw or []:
            if child := block.child_blocks.get(item["type"]):
                yield child, item["value"]
    elif isinstance(block, blocks.ListBlock):
        for item in raw or []:
            is_item = isinstance(item, dict) and {"type", "value"} <= item.keys()
            yield block.child_block, item["value"] if is_item else item
    elif isinstance(block, BaseStructBlock) and isinstance(raw, dict):
        for name, child in block.child_blocks.items():
            if name in raw:
                yield child, raw[name]


def leaves(value) -> Iterator:
    """Every value inside ``value`` that is no block of blocks, in reading order."""
    if isinstance(value, blocks.StructValue):
        for child in value.values():
            yield from leaves(child)
    elif isinstance(value, ListValue):
        for child in value:
            yield from leaves(child)
    elif isinstance(value, blocks.StreamValue):
        for child in value:
            yield from leaves(child.value)
    else:
        yield value


class References:
    """What the StreamFields of ``page`` point to, as ``request`` may see it."""

    def __init__(self, page: Page, request: HttpRequest | None):
        self.page = page
        self.request = request
        self._found: dict[type[Model], dict[int, Model]] = defaultdict(dict)
        self._asked: dict[type[Model], set] = defaultdict(set)
        self._html: dict[str, str] | None = None
        streams = [
            getattr(page, column.name)
            for column in page._meta.concrete_fields
            if isinstance(column, StreamField)
        ]
        self._fetch(streams)
        with self.given():
            self.leaves = [leaf for stream in streams for leaf in leaves(stream)]

    @classmethod
    def of(cls, page: Page, request: HttpRequest | None) -> "References":
        """The references of a page, gathered when they are first asked for."""
        if "_references" not in page.__dict__:
            page._references = cls(page, request)
        return page._references

    def found(self, model: type[Model]) -> dict[int, Model]:
        """The things of a model that were fetched, by primary key."""
        return self._found[model]

    def take(self, model: type[Model], pks: set, fetch: Callable) -> dict[int, Model]:
        """The same, after fetching those of ``pks`` that nobody has asked for yet."""
        if missing := pks - self._asked[model]:
            self._asked[model] |= missing
            self._found[model] |= fetch(missing)
        return self._found[model]

    def html(self, source: str) -> str:
        """The HTML of a rich text; all texts of the page are expanded together."""
        if self._html is None:
            self._html = self._expand()
        if source not in self._html:
            self._html[source] = expand_db_html(source)
        return self._html[source]

    @contextmanager
    def given(self) -> Iterator[None]:
        """Let chooser blocks and links take what they want from here."""
        token = _current.set(self)
        try:
            yield
        finally:
            _current.reset(token)

    def _fetch(self, streams: Iterable[blocks.StreamValue]) -> None:
        orders: dict[type[Model], _Order] = defaultdict(_Order)
        for stream in streams:
            for wish in wishes_of(stream.stream_block, stream.raw_data):
                order = orders[wish.model]
                order.fetch = wish.fetch
                if wish.pk == ALL:
                    order.everything = True
                else:
                    order.pks.add(wish.pk)
        for model, order in orders.items():
            everything_for = self if order.everything else None
            self._asked[model] = order.pks
            self._found[model] = order.fetch(order.pks, everything_for)

    def _expand(self) -> dict[str, str]:
        texts = (leaf for leaf in self.leaves if isinstance(leaf, RichText))
        sources = list(dict.fromkeys(text.source for text in texts))
        if not sources:
            return {}
        with self.given():
            expanded = expand_db_html(SEAM.join(sources)).split(SEAM)
        return dict(zip(sources, expanded, strict=True))


def current_references() -> References | None:
    """The references that are given right now, if any are."""
    return _current.get()
