"""What the pages below a campaign have in common."""

import datetime

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from core.models import BasePage
from core.pagination import page_of
from themes.looks import Look
from themes.looks.palettes import HOUSE
from themes.models import Theme


class ContentQuerySet(PageQuerySet):
    """Pages of a campaign, with what their cards show."""

    def for_cards(self):
        """With picture, renditions and ``on_cards``, in a fixed number of queries."""
        found = self.select_related("picture")
        shown = getattr(self.model, "on_cards", ())
        return found.prefetch_related("picture__renditions", *shown)

    def of_theme(self, theme_id: int):
        return self.filter(theme_id=theme_id)


class ContentPage(BasePage):
    """A page that belongs to a theme and has a picture of its own.

    ``theme`` is taken from the campaign above whenever the page is checked or moved,
    and when the campaign's changes: lists filter on it without walking the tree.
    ``on_cards`` names the relations that its card shows.
    """

    on_cards: tuple[str, ...] = ()

    theme = models.ForeignKey(
        "themes.Theme",
        verbose_name=_("tema"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    picture = models.ForeignKey(
        "assets.CustomImage",
        verbose_name=_("billede"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = PageManager.from_queryset(ContentQuerySet)()

    served_with = ("theme", "picture")
    is_handout = True
    # Where the campaign's logo stands beside the way up.
    is_below_campaign = True
    parent_page_types = ["campaigns.CampaignPage"]
    subpage_types = []

    content_panels = [*BasePage.content_panels, FieldPanel("picture")]

    class Meta:
        abstract = True

    # A draft is only ever given the small check.
    def minimal_clean(self):
        self.take_theme()
        super().minimal_clean()

    def full_clean(self, *args, **kwargs):
        self.take_theme()
        super().full_clean(*args, **kwargs)

    def schema(self, context):
        return {"@type": "CreativeWork", **self.schema_dates()}

    def schema_dates(self) -> dict:
        """When it came out and was last changed."""
        return {
            name: moment and moment.isoformat()
            for name, moment in {
                "datePublished": self.first_published_at,
                "dateModified": self.last_published_at,
            }.items()
        }

    @property
    def date_in_feed(self) -> datetime.datetime:
        """When it came out."""
        return self.first_published_at or self.latest_revision_created_at

    def take_theme(self) -> None:
        """Take the theme of the campaign above; a page of no place yet has none."""
        campaign = self._campaigns_above().only("theme_id").first()
        self.theme_id = campaign.theme_id if campaign else None

    def _campaigns_above(self):
        from .campaigns import CampaignPage

        if not self.path:
            return CampaignPage.objects.none()
        return CampaignPage.objects.filter(path=self.path[: -self.steplen])

    @cached_property
    def campaign(self):
        """The campaign page that this one stands under, if people can go there."""
        return self._campaigns_above().live().first()

    @property
    def look_theme(self) -> Theme | None:
        """The theme whose colours the page wears."""
        return self.theme

    @property
    def share_over(self) -> str:
        """What it is, and of which campaign."""
        kind = str(self._meta.verbose_name)
        campaign = self.theme.subtitle if self.theme else ""
        return " · ".join(filter(None, [kind[:1].upper() + kind[1:], campaign]))

    @property
    def look(self) -> Look:
        """What its papers wear: the theme's look, or the house's."""
        return self.theme.look if self.theme else HOUSE


def filtered_list(request, filter_class, queryset) -> dict:
    """Return the context of a catalogue: the filter, one page of results, the count.

    An unknown choice is shown at its field and narrows nothing; the others do.
    """
    filters = filter_class(request.GET, queryset=queryset)
    filters.is_valid()
    found = filters.filter_queryset(queryset)
    page = page_of(request, found)
    return {"filter": filters, "results": page, "count": page.paginator.count}
