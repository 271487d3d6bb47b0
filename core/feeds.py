"""News as a feed (RSS, Atom, JSON Feed), for who would rather be told than look."""

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import feedgenerator, timezone
from django.utils.translation import get_language

from .models import BasePage
from .pictures import fetch_renditions, made_of, pictures_of
from .site_address import whole

# What a feed holds; who follows it has had the rest.
ITEMS = 20


@dataclass
class FeedItem:
    """One thing told of. ``name`` is its own for all time, unlike its address."""

    title: str
    link: str
    description: str
    name: str
    published: datetime.datetime | None
    updated: datetime.datetime | None = None
    enclosures: list[feedgenerator.Enclosure] = field(default_factory=list)


class JsonFeed(feedgenerator.SyndicationFeed):
    """JSON Feed 1.1 (jsonfeed.org)."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile, encoding):
        feed = self.feed
        told = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed["title"],
            "home_page_url": feed["link"],
            "feed_url": feed["feed_url"],
            "description": feed["description"],
            "language": feed["language"],
            "items": [_as_json(item) for item in self.items],
        }
        outfile.write(json.dumps(told, ensure_ascii=False))


def _as_json(item: dict) -> dict:
    told = {
        "id": item["unique_id"],
        "url": item["link"],
        "title": item["title"],
        "content_text": item["description"],
    }
    dates = {"date_published": item["pubdate"], "date_modified": item["updateddate"]}
    told |= {name: date.isoformat() for name, date in dates.items() if date}
    attached = [
        {
            "url": each.url,
            "mime_type": each.mime_type,
            "size_in_bytes": int(each.length),
        }
        for each in item["enclosures"]
    ]
    return told | ({"attachments": attached} if attached else {})


FORMS = {
    "rss": feedgenerator.Rss201rev2Feed,
    "atom": feedgenerator.Atom1Feed,
    "json": JsonFeed,
}


def feed_paths(address: str, view, name: str) -> list[URLPattern]:
    """The addresses of a feed's three forms, called ``<name>_rss`` and so on."""
    ends = {"rss": "", "atom": "atom/", "json": "json/"}
    return [
        path(f"{address}feed/{end}", view, {"form": form}, name=f"{name}_{form}")
        for form, end in ends.items()
    ]


def place_of(model: type[BasePage]) -> BasePage:
    """The page where the things of a feed stand, in the language of the address.

    Raises Http404 where there is none that everyone may read.
    """
    pages = model.objects.live().public()
    if page := pages.filter(locale__language_code=get_language()).first():
        return page
    raise Http404


def title_of(page: BasePage) -> str:
    """What a feed of all that stands on a page is called elsewhere."""
    return f"{page.title} · {settings.WAGTAIL_SITE_NAME}"


def feed_of(
    request: HttpRequest, page: BasePage, title: str, items: list[FeedItem], form: str
) -> HttpResponse:
    """The ``items``, newest first, as told of by ``page``.

    Like a page it is kept until something is changed, and answers 304 to who has it.
    """
    feed = FORMS[form](
        title=title,
        link=page.get_full_url(request),
        description=page.description or title,
        language=get_language(),
        feed_url=whole(request.path),
    )
    for item in items:
        feed.add_item(
            title=item.title,
            link=item.link,
            description=item.description,
            unique_id=item.name,
            unique_id_is_permalink=False,
            pubdate=item.published,
            updateddate=item.updated,
            enclosures=item.enclosures,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def items_of(request: HttpRequest, pages: Iterable[BasePage]) -> list[FeedItem]:
    """Pages that say their ``date_in_feed``, with the pictures that the worker made."""
    pages = list(pages)
    fetch_renditions(pictures_of(pages))
    return [
        FeedItem(
            page.title,
            page.get_full_url(request),
            page.description,
            name_of("side", page.pk),
            page.date_in_feed,
            max(
                filter(None, (page.date_in_feed, page.last_published_at)), default=None
            ),
            _picture_of(page),
        )
        for page in pages
    ]


def midnight(day: datetime.date) -> datetime.datetime:
    """When a day begins in Denmark."""
    zone = timezone.get_default_timezone()
    return datetime.datetime.combine(day, datetime.time(), zone)


def name_of(kind: str, key: object) -> str:
    """A name for all time (RFC 4151)."""
    return f"tag:{urlsplit(settings.BASE_URL).hostname},2026:{kind}-{key}"


def _picture_of(page: BasePage) -> list[feedgenerator.Enclosure]:
    """The picture of a page, once the worker has made it."""
    picture = page.picture
    if not picture or not picture.is_in_period:
        return []
    made = made_of(picture).fallback
    if not made or made.file_size is None:
        return []
    kind = "image/png" if made.file.name.endswith(".png") else "image/jpeg"
    return [feedgenerator.Enclosure(made.full_url, str(made.file_size), kind)]
