"""News and materials as feeds, one a language."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Enclosure

from assets.models import Asset
from core.feeds import (
    ITEMS,
    FeedItem,
    feed_of,
    items_of,
    name_of,
    place_of,
    title_of,
)
from core.site_address import whole

from .models import MaterialsPage, NewsIndexPage, NewsPage


def send_news(request: HttpRequest, form: str) -> HttpResponse:
    """The newest news in the language of the address."""
    index = place_of(NewsIndexPage)
    news = NewsPage.objects.child_of(index).live().public().select_related("picture")
    newest = items_of(request, news.order_by("-date", "-pk")[:ITEMS])
    return feed_of(request, index, title_of(index), newest, form)


def send_assets(request: HttpRequest, form: str) -> HttpResponse:
    """The newest materials, as a stranger may know of them, whoever asks."""
    place = place_of(MaterialsPage)
    known = Asset.objects.listed_for(AnonymousUser()).exclude(published_at=None)
    newest = known.for_list().order_by("-published_at", "-pk")[:ITEMS]
    items = [_told(asset) for asset in newest]
    return feed_of(request, place, title_of(place), items, form)


def _told(asset: Asset) -> FeedItem:
    return FeedItem(
        asset.title,
        whole(asset.get_absolute_url()),
        asset.summary or asset.get_kind_display(),
        name_of("materiale", asset.uuid),
        asset.published_at,
        enclosures=_first_file(asset),
    )


def _first_file(asset: Asset) -> list[Enclosure]:
    """The file that comes first, where anyone may fetch it; RSS has room for one."""
    if asset.is_restricted or not asset.current_files:
        return []
    file = asset.current_files[0]
    version = file.current_version
    address = whole(file.get_absolute_url())
    return [Enclosure(address, str(version.size), version.content_type)]
