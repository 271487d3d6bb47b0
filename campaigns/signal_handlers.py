"""Keeps the theme of the pages below a campaign when a page or a theme is moved."""

from django.db.models.signals import post_save

from wagtail.signals import post_page_move

from .models import CampaignPage, FilmPage, IdeaPage, ReadingListPage, StoryPage

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


def register_signal_handlers() -> None:
    """Listen to the tree and to campaigns."""
    post_page_move.connect(
        take_theme_after_move, dispatch_uid="campaigns.take_theme_after_move"
    )
    post_save.connect(
        pass_theme_on, sender=CampaignPage, dispatch_uid="campaigns.pass_theme_on"
    )
