"""Where a page can be followed."""

from typing import NamedTuple

from django import template
from django.urls import NoReverseMatch, reverse

register = template.Library()

NAMES = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed"}
TYPES = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}


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
            FeedLink(NAMES[form], TYPES[form], reverse(f"{feed}_{form}", args=args))
            for form in NAMES
        ]
    except NoReverseMatch:
        return []
