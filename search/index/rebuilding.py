"""The whole index made anew, batch by batch, while the site goes on searching it."""

from collections.abc import Callable

from django.db import connection, transaction
from django.db.models import Q

from wagtail.models import Page

from assets.models import Asset
from campaigns.models import CampaignPage
from campaigns.models.base import ContentPage
from core.batches import batches

from ..models import Entry, EntryWords, Profile
from . import vocabulary
from .writing import BATCH, write_assets, write_pages

Progress = Callable[[str, int, int], None]


def rebuild(say: Progress = lambda what, done, total: None) -> int:
    """Index every page and asset again; return how many entries there are.

    Each batch replaces its own entries in one transaction, so that whoever searches
    meanwhile finds the old or the new of each. ``say`` hears what, how many are done,
    and of how many.
    """
    count = vocabulary.Count()
    _remove_strays()
    pages = Page.objects.live().filter(depth__gt=1)
    assets = Asset.objects.published()
    for what, owners, write in (
        ("sider", pages, write_pages),
        ("materialer", assets, write_assets),
    ):
        pks = list(owners.order_by("pk").values_list("pk", flat=True))
        done = 0
        for batch in batches(pks, BATCH):
            count.add(write(batch))
            done += len(batch)
            say(what, done, len(pks))
    count.put()
    Profile.objects.filter(entries=None).delete()
    _tidy()
    return Entry.objects.count()


def _remove_strays() -> None:
    """Take out the entries of what is no longer published."""
    with transaction.atomic():
        live = Page.objects.live().values("pk")
        published = Asset.objects.published().values("pk")
        strays = Entry.objects.filter(
            (Q(asset=None) & ~Q(page__in=live))
            | (Q(page=None) & ~Q(asset__in=published))
        )
        EntryWords.objects.filter(entry__in=strays.values("pk")).delete()
        strays.delete()


def _tidy() -> None:
    """Let the database know what it has now, so that it plans by that."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "INSERT INTO search_entrywords_fts(search_entrywords_fts)"
                " VALUES ('optimize')"
            )
            cursor.execute("ANALYZE search_entry")
        else:
            cursor.execute("SELECT gin_clean_pending_list('search_entrywords_gin')")
            for table in ("search_entry", "search_entrywords", "search_word"):
                cursor.execute(f"ANALYZE {table}")


def write_theme(pk: int) -> None:
    """Index again what belongs to a theme."""
    pages = Entry.objects.filter(page__in=_pages_of(pk)).values_list("page", flat=True)
    for batch in batches(sorted(set(pages)), BATCH):
        write_pages(batch)
    assets = Asset.objects.published().filter(theme=pk).order_by("pk")
    for batch in batches(list(assets.values_list("pk", flat=True)), BATCH):
        write_assets(batch)


def _pages_of(theme_pk: int) -> list[int]:
    """The pages of a theme, of whatever type."""
    return [
        pk
        for model in (CampaignPage, *ContentPage.__subclasses__())
        for pk in model.objects.filter(theme=theme_pk).values_list("pk", flat=True)
    ]


def write_missing() -> None:
    """Index what is published and has no entry, as after a bulk change."""
    pages = Page.objects.live().filter(depth__gt=1)
    pages = pages.exclude(pk__in=Entry.objects.exclude(page=None).values("page"))
    assets = Asset.objects.published()
    assets = assets.exclude(pk__in=Entry.objects.exclude(asset=None).values("asset"))
    for owners, write in ((pages, write_pages), (assets, write_assets)):
        pks = list(owners.order_by("pk").values_list("pk", flat=True))
        for batch in batches(pks, BATCH):
            write(batch)
