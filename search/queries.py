"""One search over pages and assets, within what the asker may know of."""

import re
from dataclasses import dataclass, field

from django.utils.translation import get_language

from wagtail.models import Locale, Page

from assets.models import Asset

MAX_LENGTH = 200
LIMIT = 60


@dataclass
class Results:
    """What was found, by kind, in order of how well it fits."""

    query: str
    pages: list = field(default_factory=list)
    assets: list = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.pages) + len(self.assets)


def search(query: str, user) -> Results:
    """Return pages and assets that match ``query``; at most 60 of each.

    Whole words first, then the beginnings of words: SQLite's index knows no endings,
    so "plakat" finds "Plakater" only by its beginning.
    """
    query = " ".join(query[:MAX_LENGTH].split())
    results = Results(query)
    # Signs have a meaning of their own to SQLite's index, and none to people.
    query = " ".join(re.findall(r"\w+", query))
    if not query:
        return results
    # Not Locale.get_active(), which answers Danish while there is no English yet.
    if locale := Locale.objects.filter(language_code=get_language()).first():
        pages = Page.objects.live().public().filter(locale=locale, depth__gt=1)
        results.pages = _specific(_found(pages, query))
    found = _found(Asset.objects.listed_for(user), query)
    cards = Asset.objects.for_list().in_bulk([asset.pk for asset in found])
    results.assets = [cards[asset.pk] for asset in found if asset.pk in cards]
    return results


def _specific(pages: list[Page]) -> list[Page]:
    """The pages as their own types, in the same order: one query a type."""
    keys = [page.pk for page in pages]
    found = Page.objects.filter(pk__in=keys).defer_streamfields().specific()
    by_key = {page.pk: page for page in found}
    return [by_key[key] for key in keys if key in by_key]


def _found(queryset, query: str) -> list:
    found = list(queryset.search(query, operator="and")[:LIMIT])
    known = {item.pk for item in found}
    found += [
        item
        for item in queryset.autocomplete(query, operator="and")[:LIMIT]
        if item.pk not in known
    ]
    return found[:LIMIT]
