"""Findings as errors of the page's form: at the field, or at the part of the block."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import BaseStructBlock, StructBlockValidationError
from wagtail.fields import StreamField

from .findings import Finding

NESTED = (
    (blocks.BaseStreamBlock, StreamBlockValidationError),
    (blocks.ListBlock, ListBlockValidationError),
    (BaseStructBlock, StructBlockValidationError),
)


def add_errors(form, findings: Iterable[Finding]) -> None:
    """Mark a page's form as wrong where the findings are."""
    by_column = defaultdict(list)
    for finding in findings:
        by_column[finding.place.field].append(finding)
    for name, some in by_column.items():
        if name in form.fields:
            form.add_error(name, _error_of(form, name, some))
        elif name in form.formsets:
            _add_to_rows(form.formsets[name], some)
        else:
            form.add_error(None, [ValidationError(one.message) for one in some])


def _error_of(form, name: str, findings: list[Finding]) -> ValidationError:
    column = form.instance._meta.get_field(name)
    if not isinstance(column, StreamField):
        return ValidationError([one.message for one in findings])
    ways = [(finding.place.steps, finding.message) for finding in findings]
    raw = getattr(form.instance, name).get_prep_value()
    error = _nested(column.stream_block, raw, ways)
    # Where Wagtail lists the errors of all fields, it shows this.
    error.message = _("Se ved blokkene.")
    return error


def _nested(block: blocks.Block, raw: Any, ways: list[tuple]) -> ValidationError:
    """The error of a block: its own, and those of the blocks inside it, by step."""
    make = next((error for kind, error in NESTED if isinstance(block, kind)), None)
    if make is None:
        return ValidationError([message for _steps, message in ways])
    own = [message for steps, message in ways if not steps]
    inner = defaultdict(list)
    for steps, message in ways:
        if steps:
            inner[steps[0]].append((steps[1:], message))
    errors = {
        step: _nested(*_child(block, raw, step), some) for step, some in inner.items()
    }
    return make(block_errors=errors, non_block_errors=own)


def _child(block: blocks.Block, raw: Any, step: str | int) -> tuple[blocks.Block, Any]:
    """The block one step further in, with what is written in it."""
    if isinstance(block, BaseStructBlock):
        # A part that was never written is where its error belongs all the same.
        return block.child_blocks[step], raw.get(step)
    item = raw[step]
    if isinstance(block, blocks.ListBlock):
        is_item = isinstance(item, dict) and {"type", "value"} <= item.keys()
        return block.child_block, item["value"] if is_item else item
    return block.child_blocks[item["type"]], item["value"]


def _add_to_rows(formset, findings: list[Finding]) -> None:
    """Mark the rows of a child relation, in the order in which they are shown."""
    for finding in findings:
        number, name = finding.place.steps
        formset.ordered_forms[number].add_error(name, finding.message)
