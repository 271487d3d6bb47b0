"""Where a page can be followed."""

from typing import NamedTuple

from django import template
from django.urls import NoReverseMatch, reverse

from core.feeds import FORMS

register = template.Library()

NAMES = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed"}


class FeedLink(NamedTuple):
    """One form of a feed: its name for people, its media type, and its path."""

    name: str
    type: str
    url: str


@register.simple_tag
def feed_links(feed: str, pk: int | str = "") -> list[FeedLink]:
    """The forms of a feed that ``core.feeds.feed_paths`` gave addresses.

    None for a page that is only previewed: it has no key, so its feed has no address.
    """
    args = [pk] if pk else []
    try:
        return [
            FeedLink(
                NAMES[form], _media_type(form), reverse(f"{feed}_{form}", args=args)
            )
            for form in NAMES
        ]
    except NoReverseMatch:
        return []


def _media_type(form: str) -> str:
    return FORMS[form].content_type.partition(";")[0]
