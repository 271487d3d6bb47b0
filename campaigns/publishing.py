"""Checks before a page is published: what only campaigns know."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.publish_checks import Candidate, Finding, Level, Place, publish_check

from .blocks import PlacedPagesBlock
from .models import CampaignPage


@publish_check
def the_theme_is_announced(candidate: Candidate) -> Iterator[Finding]:
    """A campaign can be prepared, but not shown, while its theme is a draft."""
    page = candidate.page
    if isinstance(page, CampaignPage) and page.theme_id and page.theme.is_draft:
        message = _(
            "Temaet er en kladde. Sæt det til “Udmeldt”, før kampagnen udgives."
        )
        yield Finding("theme_draft", Level.ERROR, message, Place("theme"))


@publish_check
def blocks_that_show_all_have_something(candidate: Candidate) -> Iterator[Finding]:
    """A block that shows what the campaign has shows nothing when it has nothing."""
    theme_id = getattr(candidate.page, "theme_id", None)
    empty = [
        spot for spot in candidate.spots_of(PlacedPagesBlock) if not spot.part("pages")
    ]
    models = {spot.block.chooser.target_model for spot in empty}
    lacking = {
        model
        for model in models
        if theme_id is None
        or not model.objects.live()
        .filter(theme_id=theme_id, locale_id=candidate.page.locale_id)
        .exists()
    }
    for spot in empty:
        model = spot.block.chooser.target_model
        if model in lacking:
            message = _(
                "Kampagnen har ingen udgivne %(kind)s endnu, så blokken viser ikke "
                "noget."
            ) % {"kind": model._meta.verbose_name_plural}
            yield Finding("nothing_to_show", Level.WARNING, message, spot.place)
