"""Pages as a feed, RSS or Atom, for who would rather be told than come and look."""

import datetime
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import feedgenerator, timezone
from django.utils.translation import get_language

from .models import BasePage
from .pictures import fetch_renditions, made_of, pictures_of
from .site_address import whole

FORMS = {"rss": feedgenerator.Rss201rev2Feed, "atom": feedgenerator.Atom1Feed}
# What a feed holds; who follows it has had the rest.
ITEMS = 20


def feed_of(
    request: HttpRequest, page: BasePage, title: str, items: Iterable, form: str
) -> HttpResponse:
    """The ``items`` of ``page``, which say their ``date_in_feed``, newest first.

    Like a page it is kept until something is changed, and answers 304 to who has it.
    """
    items = list(items)
    fetch_renditions(pictures_of(items))
    feed = FORMS[form](
        title=title,
        link=page.get_full_url(request),
        description=page.description or title,
        language=get_language(),
        feed_url=whole(request.path),
    )
    for item in items:
        dates = item.date_in_feed, item.last_published_at
        feed.add_item(
            title=item.title,
            link=item.get_full_url(request),
            description=item.description,
            # The address of a page may be changed; what is read once is read.
            unique_id=_name_of(item),
            unique_id_is_permalink=False,
            pubdate=item.date_in_feed,
            updateddate=max(filter(None, dates), default=None),
            enclosures=_enclosures(item),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def midnight(day: datetime.date) -> datetime.datetime:
    """When a day begins in Denmark."""
    zone = timezone.get_default_timezone()
    return datetime.datetime.combine(day, datetime.time(), zone)


def _name_of(page: BasePage) -> str:
    """A name for all time (RFC 4151)."""
    return f"tag:{urlsplit(settings.BASE_URL).hostname},2026:side-{page.pk}"


def _enclosures(page: BasePage) -> list[feedgenerator.Enclosure]:
    """The picture of a page, once the worker has made it."""
    picture = page.picture
    if not picture or not picture.is_in_period:
        return []
    made = made_of(picture).fallback
    if not made or made.file_size is None:
        return []
    kind = "image/png" if made.file.name.endswith(".png") else "image/jpeg"
    return [feedgenerator.Enclosure(made.full_url, str(made.file_size), kind)]
