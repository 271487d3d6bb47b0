"""What a page points to, read and pointed elsewhere in one walk over all of it."""

from collections.abc import Callable

from django.db.models import ForeignKey, Model

from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.blocks.struct_block import BaseStructBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from core.references import PAGE_ID, PAGE_LINK

# Asked with a model and a key; says the key to point to instead, or None for nothing.
Find = Callable[[type[Model], int], int | None]


def repoint(page: Page, find: Find) -> bool:
    """Point fields, blocks, texts and rows of ``page`` where ``find`` says.

    Rows and list items left with nothing go. Returns whether anything is another now;
    does not save.
    """
    changed = False
    for field in page._meta.local_fields:
        if isinstance(field, StreamField):
            stream = getattr(page, field.name)
            old = stream.get_prep_value()
            new = _block(stream.stream_block, old, find)
            if new != old:
                value = blocks.StreamValue(stream.stream_block, new, is_lazy=True)
                setattr(page, field.name, value)
                changed = True
        elif isinstance(field, ForeignKey) and not field.remote_field.parent_link:
            changed |= _field(page, field, find)
    for relation in get_all_child_relations(page):
        rows = getattr(page, relation.get_accessor_name())
        # A list that is kept: ``all()`` would read other objects each time.
        for row in list(rows.get_object_list()):
            for field in row._meta.local_fields:
                if not isinstance(field, ForeignKey) or field == relation.field:
                    continue
                changed |= _field(row, field, find)
                if getattr(row, field.attname) is None and not field.null:
                    rows.remove(row)
                    break
    return changed


def _field(instance: Model, field: ForeignKey, find: Find) -> bool:
    old = getattr(instance, field.attname)
    new = None if old is None else find(field.related_model, old)
    setattr(instance, field.attname, new)
    return new != old


def _block(block: blocks.Block, raw, find: Find):
    """Stored JSON of the shape of ``block``, pointed elsewhere."""
    if raw is None:
        return None
    if isinstance(block, blocks.ChooserBlock):
        return find(block.model_class, raw)
    if isinstance(block, blocks.RichTextBlock):
        return PAGE_LINK.sub(lambda tag: _link(tag[0], find), raw)
    if isinstance(block, blocks.BaseStreamBlock):
        known = block.child_blocks
        return [
            {**item, "value": _block(known[item["type"]], item["value"], find)}
            if item["type"] in known
            else item
            for item in raw
        ]
    if isinstance(block, blocks.ListBlock):
        pairs = [(item, _item(block.child_block, item, find)) for item in raw]
        return [
            new
            for old, new in pairs
            if _inside(new) is not None or _inside(old) is None
        ]
    if isinstance(block, BaseStructBlock):
        known = block.child_blocks
        return {
            name: _block(known[name], value, find) if name in known else value
            for name, value in raw.items()
        }
    return raw


def _is_wrapped(item) -> bool:
    # Wagtail reads lists of bare values too, and keeps them so until they are saved.
    return isinstance(item, dict) and item.get("type") == "item" and "value" in item


def _inside(item):
    return item["value"] if _is_wrapped(item) else item


def _item(block: blocks.Block, item, find: Find):
    new = _block(block, _inside(item), find)
    return {**item, "value": new} if _is_wrapped(item) else new


def _link(tag: str, find: Find) -> str:
    return PAGE_ID.sub(lambda found: f'id="{find(Page, int(found[1]))}"', tag)
