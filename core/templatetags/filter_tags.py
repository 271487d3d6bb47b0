"""What lists with filters and pages show: the choices made, and the page numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import template
from django.core.paginator import Page
from django.db.models import Model

register = template.Library()


@dataclass(frozen=True)
class Choice:
    """A choice that narrows a list, and the address of the list without it."""

    text: str
    without: str


@register.simple_tag
def active_filters(filters) -> list[Choice]:
    """Return the valid choices of a filter set, in the order of its fields."""
    form = filters.form
    if not form.is_bound:
        return []
    form.is_valid()
    return [
        Choice(_words(form.fields[name], value), _address_without(filters, name))
        for name, value in form.cleaned_data.items()
        if value
    ]


def _words(field, value) -> str:
    if isinstance(value, Model):
        return str(value)
    return str(dict(getattr(field, "choices", ())).get(value, value))


def _address_without(filters, dropped: str) -> str:
    query = filters.data.copy()
    for name in [*query]:
        if name == dropped or name not in filters.filters or not query.get(name):
            del query[name]
    return f"?{query.urlencode()}"


@register.simple_tag
def page_numbers(results: Page) -> Iterable[int | str]:
    """Return the numbers to show, with an ellipsis where many are left out."""
    return results.paginator.get_elided_page_range(
        results.number, on_each_side=1, on_ends=1
    )
