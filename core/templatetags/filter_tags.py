"""What lists with filters and pages show: the choices made, and the page numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import template
from django.core.paginator import Page
from django.db.models import Model
from django.http import QueryDict

register = template.Library()


@dataclass(frozen=True)
class Choice:
    """A choice that narrows a list, and the address of the list without it."""

    text: str
    without: str
    alone: str = ""


@dataclass(frozen=True)
class Loosened:
    """A way out of an empty list: what it drops or keeps, and what it then holds."""

    text: str
    address: str
    count: int


@register.simple_tag
def active_filters(filters) -> list[Choice]:
    """Return the valid choices of a filter set, in the order of its fields."""
    form = filters.form
    if not form.is_bound:
        return []
    form.is_valid()
    return [
        Choice(
            _words(form.fields[name], value),
            _address_without(filters, name),
            _address_without(filters, *(filters.filters.keys() - {name})),
        )
        for name, value in form.cleaned_data.items()
        if value
    ]


def _words(field, value) -> str:
    if isinstance(value, Model):
        return str(value)
    return str(dict(getattr(field, "choices", ())).get(value, value))


@register.simple_tag
def loosened(filters) -> dict[str, list[Loosened]]:
    """What to let go of where nothing is found, the most fruitful first.

    ``without``: the choices of which one alone can be dropped. Where no single one
    stands in the way, ``alone``: what each choice finds by itself.
    """
    chosen = active_filters(filters)
    without = _fruitful(filters, [(choice.text, choice.without) for choice in chosen])
    if without or len(chosen) < 3:
        return {"without": without, "alone": []}
    alone = _fruitful(filters, [(choice.text, choice.alone) for choice in chosen])
    return {"without": [], "alone": alone}


def _fruitful(filters, ways: list[tuple[str, str]]) -> list[Loosened]:
    found = [Loosened(text, way, _count(filters, way)) for text, way in ways]
    return sorted(filter(lambda way: way.count, found), key=lambda way: -way.count)


def _count(filters, address: str) -> int:
    data = QueryDict(address.removeprefix("?"))
    return type(filters)(data, queryset=filters.queryset).qs.count()


def _address_without(filters, *dropped: str) -> str:
    query = filters.data.copy()
    for name in [*query]:
        if name in dropped or name not in filters.filters or not query.get(name):
            del query[name]
    return f"?{query.urlencode()}"


@register.simple_tag
def page_numbers(results: Page) -> Iterable[int | str]:
    """Return the numbers to show, with an ellipsis where many are left out."""
    return results.paginator.get_elided_page_range(
        results.number, on_each_side=1, on_ends=1
    )
