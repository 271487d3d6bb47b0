"""Model fields that every app may use."""

import json
import logging

from django.core.exceptions import BadRequest
from django.db import models

from wagtail.blocks import BaseStreamBlock, ChooserBlock, ListBlock
from wagtail.blocks.base import BlockWidget
from wagtail.blocks.struct_block import BaseStructBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock

from .danish import sort_key

logger = logging.getLogger(__name__)


def fits(block, raw) -> bool:
    """Whether stored JSON has the shape that ``block`` reads, all the way down."""
    if isinstance(block, ImageBlock) and (raw is None or is_key(raw)):
        return True
    if isinstance(block, BaseStructBlock):
        return isinstance(raw, dict) and all(
            fits(child, raw[name])
            for name, child in block.child_blocks.items()
            if name in raw
        )
    if isinstance(block, BaseStreamBlock):
        return isinstance(raw, list) and all(_is_child(block, child) for child in raw)
    if isinstance(block, ListBlock):
        return isinstance(raw, list) and all(
            fits(block.child_block, _value_of(item)) for item in raw
        )
    if isinstance(block, ChooserBlock):
        return raw is None or is_key(raw)
    return not isinstance(raw, dict | list)


def is_key(raw) -> bool:
    """Whether it may be a primary key: a database refuses a number beyond 64 bits."""
    return isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw < 2**63


def _is_child(block: BaseStreamBlock, raw) -> bool:
    if not isinstance(raw, dict) or not {"type", "value"} <= raw.keys():
        return False
    if not isinstance(raw["type"], str):
        return False
    child = block.child_blocks.get(raw["type"])
    # Wagtail itself leaves out the types that are no more.
    return child is None or fits(child, raw["value"])


def _value_of(item):
    """The value of a list's item, which old data keeps without a type and an id."""
    is_item = isinstance(item, dict) and {"id", "type", "value"} <= item.keys()
    return item["value"] if is_item else item


class WholeBlockWidget(BlockWidget):
    """Reads posted blocks; raises BadRequest for a post that no editor's page sends.

    Half a post must not be read as fewer blocks: the rest would be deleted.
    """

    def value_from_datadict(self, data, files, name):
        try:
            return super().value_from_datadict(data, files, name)
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            raise BadRequest(f"{name}: {type(error).__name__}") from error


class LightStreamField(StreamField):
    """A StreamField whose block definitions stay out of the migrations.

    Blocks change every month and the stored JSON does not care, so a new block or help
    text needs no migration. Nested data is changed on ``raw_data`` in a data migration.
    A stored block that does not have its block's shape is left out and logged: one bad
    block must not take its page down.
    """

    def __init__(self, block_types=(), *args, **kwargs):
        super().__init__(block_types or [], *args, **kwargs)

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs

    def formfield(self, **kwargs):
        return super().formfield(
            **{"widget": WholeBlockWidget(self.stream_block), **kwargs}
        )

    def to_python(self, value):
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError:
                return super().to_python(value)
        if isinstance(value, list) and all(isinstance(raw, tuple) for raw in value):
            return super().to_python(value)
        if isinstance(value, dict | list | str | int | float):
            value = self._well_formed(value)
        return super().to_python(value)

    def _well_formed(self, value) -> list:
        if not isinstance(value, list):
            logger.warning("%s: stored value is no list of blocks", self)
            return []
        kept = [raw for raw in value if _is_child(self.stream_block, raw)]
        if len(kept) < len(value):
            logger.warning("%s: left out %s", self, len(value) - len(kept))
        return kept


class SortKeyField(models.CharField):
    """The text of another field, ``of``, as ``core.danish.sort_key`` has it.

    Written whenever a row is saved, one by one or in bulk; ``QuerySet.update`` passes
    it by, as it does every ``pre_save``.
    """

    def __init__(self, *args, of: str, **kwargs):
        self.of = of
        kwargs |= {"max_length": 200, "default": "", "editable": False}
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        for fixed in ("max_length", "default", "editable"):
            kwargs.pop(fixed, None)
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, instance, add):
        key = sort_key(getattr(instance, self.of))[: self.max_length]
        setattr(instance, self.attname, key)
        return key
