"""What search engines may find: pages and materials, with their pictures and films.

As Google's image and video sitemaps have it. However many addresses there are, a part
of them costs the same queries, and no picture is made for it.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override

from wagtail.models import Page, Site

from assets.models import Asset
from campaigns.models import FilmPage
from core.pictures import fetch_renditions, made_of, pictures_of
from core.site_address import whole

# Search engines take 50,000 in a file; a page of the site is made in one piece.
LARGEST = 5000
# What Google takes for a film's length, in seconds.
LONGEST_FILM = 28_800


@dataclass(frozen=True)
class Video:
    """A film that is played on a page: its own file, or a provider's player."""

    title: str
    description: str
    thumbnail: str
    content: str
    player: str
    seconds: int


@dataclass(frozen=True)
class Entry:
    """An address; ``alternates`` are code and address in every language it has."""

    location: str
    changed: datetime.datetime | None
    alternates: list[tuple[str, str]] = field(default_factory=list)
    picture: str = ""
    video: Video | None = None


class Pages:
    """Every page that all may read, in every language."""

    def __init__(self, request: HttpRequest):
        self.request = request

    def rows(self) -> QuerySet[Page]:
        root = Site.find_for_request(self.request).root_page
        below = Q()
        for front in root.get_translations(inclusive=True):
            below |= Q(path__startswith=front.path)
        return Page.objects.live().public().filter(below).order_by("path")

    def entries(self, rows: QuerySet[Page]) -> Iterator[Entry]:
        pages = list(rows.defer_streamfields().specific())
        worn = [page for page in pages if getattr(page, "picture_id", None)]
        prefetch_related_objects(worn, "picture")
        fetch_renditions(pictures_of(pages))
        films = [page for page in pages if isinstance(page, FilmPage)]
        prefetch_related_objects(films, Prefetch("asset", Asset.objects.for_list()))
        alternates = self._alternates(pages)
        for page in pages:
            found = alternates[page.translation_key]
            yield Entry(
                page.get_full_url(self.request),
                page.last_published_at or page.latest_revision_created_at,
                found if len(found) > 1 else [],
                _picture_of(page),
                _video_of(page) if isinstance(page, FilmPage) else None,
            )

    def _alternates(self, pages: Iterable[Page]) -> dict:
        keys = {page.translation_key for page in pages}
        found: dict = {key: [] for key in keys}
        same = self.rows().filter(translation_key__in=keys).select_related("locale")
        for page in same:
            address = page.get_full_url(self.request)
            found[page.translation_key].append((page.locale.language_code, address))
        return found


class Materials:
    """The page of every material that all may fetch, in each language."""

    def __init__(self, request: HttpRequest):
        self.request = request

    def rows(self) -> QuerySet[Asset]:
        return Asset.objects.for_user(AnonymousUser()).order_by("pk")

    def entries(self, rows: QuerySet[Asset]) -> Iterator[Entry]:
        for asset in rows.for_list():
            addresses = []
            for code, _name in settings.LANGUAGES:
                with override(code):
                    addresses.append((code, whole(asset.get_absolute_url())))
            picture = whole(asset.cover.preview_large) if asset.cover else ""
            for _code, address in addresses:
                yield Entry(address, asset.updated_at, addresses, picture)


# By the name in the address of a part.
SECTIONS = {"sider": Pages, "materialer": Materials}


def show_sitemap(request: HttpRequest) -> HttpResponse:
    """All of it, or the list of its parts where it is large."""
    sections = {name: section(request) for name, section in SECTIONS.items()}
    counts = {name: section.rows().count() for name, section in sections.items()}
    if sum(counts.values()) <= LARGEST:
        entries = [e for s in sections.values() for e in s.entries(s.rows())]
        return _answer(request, "sitemap/urlset.xml", {"entries": entries})
    parts = [
        whole(reverse("sitemap_part", args=[name, number]))
        for name, count in counts.items()
        for number in range(1, -(-count // LARGEST) + 1)
    ]
    return _answer(request, "sitemap/index.xml", {"parts": parts})


def show_part(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """So many of the pages, or of the materials."""
    if name not in SECTIONS or number < 1:
        raise Http404
    section = SECTIONS[name](request)
    end = number * LARGEST
    # In two steps: what fetches relations along cannot be cut everywhere.
    pks = list(section.rows().values_list("pk", flat=True)[end - LARGEST : end])
    if not pks:
        raise Http404
    entries = list(section.entries(section.rows().filter(pk__in=pks)))
    return _answer(request, "sitemap/urlset.xml", {"entries": entries})


def _answer(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    response = render(request, template, context, content_type="application/xml")
    response["X-Robots-Tag"] = "noindex"
    return response


def _picture_of(page: Page) -> str:
    picture = getattr(page, "picture", None)
    if not picture or not picture.is_in_period:
        return ""
    made = made_of(picture).widest
    return made.full_url if made else ""


def _video_of(film: FilmPage) -> Video | None:
    """None for a film that no stranger sees here, or that has no picture yet."""
    asset, file = film.asset, film.film_file
    if asset and asset.is_restricted:
        return None
    content = whole(file.play_url) if file else ""
    thumbnail = _picture_of(film)
    if not thumbnail and file:
        thumbnail = whole(file.current_version.preview_large)
    if not thumbnail or not (content or film.player_url):
        return None
    seconds = film.seconds or round((asset and asset.film_seconds) or 0)
    return Video(
        title=film.title,
        description=film.description or film.title,
        thumbnail=thumbnail,
        content=content,
        player=film.player_url,
        seconds=seconds if 0 < seconds <= LONGEST_FILM else 0,
    )
