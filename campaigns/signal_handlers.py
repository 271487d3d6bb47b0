"""Keeps the theme of the pages below a campaign when a page or a theme is moved."""

from django.conf import settings
from django.db.models.signals import post_save

from wagtail.signals import page_published, post_page_move

from core.jobs import enqueue_on_commit
from themes.models import Theme

from .models import (
    CampaignArchive,
    CampaignPage,
    FilmPage,
    IdeaPage,
    ReadingListPage,
    StoryPage,
)
from .tasks import fetch_covers

CONTENT_PAGES = (StoryPage, IdeaPage, ReadingListPage, FilmPage)


def take_theme_after_move(sender, instance, **kwargs):
    """A page that was moved belongs to the campaign it came to."""
    if issubclass(sender, CONTENT_PAGES):
        page = sender.objects.get(pk=instance.pk)
        page.take_theme()
        page.save(update_fields=["theme"], clean=False)


def pass_theme_on(sender, instance, raw=False, **kwargs):
    """A campaign that was given another theme takes its pages with it."""
    if raw:
        return
    for model in CONTENT_PAGES:
        stale = model.objects.child_of(instance).exclude(theme_id=instance.theme_id)
        for page in stale:
            page.theme_id = instance.theme_id
            page.save(update_fields=["theme"], clean=False)


def note_archiving(sender, instance, raw=False, **kwargs):
    """A theme that was archived has its figures frozen; one opened again does not."""
    if not raw:
        CampaignArchive.objects.keep_for(instance)


def fetch_covers_of_a_list(sender, instance, **kwargs):
    """Titles that came out have their covers fetched, where a catalogue is asked."""
    if settings.FBI_API["url"]:
        enqueue_on_commit(fetch_covers, instance.pk)


def register_signal_handlers() -> None:
    """Listen to the tree and to campaigns."""
    page_published.connect(
        fetch_covers_of_a_list,
        sender=ReadingListPage,
        dispatch_uid="campaigns.fetch_covers_of_a_list",
    )
    post_save.connect(
        note_archiving, sender=Theme, dispatch_uid="campaigns.note_archiving"
    )
    post_page_move.connect(
        take_theme_after_move, dispatch_uid="campaigns.take_theme_after_move"
    )
    post_save.connect(
        pass_theme_on, sender=CampaignPage, dispatch_uid="campaigns.pass_theme_on"
    )
