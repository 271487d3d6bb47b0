from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.models import Orderable
from wagtail.search import index

from assets.models import Asset
from assets.packages.contents import has_package, packed
from core.blocks import KeyFigureBlock
from core.fields import LightStreamField
from core.models import BasePage
from core.visibility import visible, with_restrictions
from themes.models import Theme

from ..blocks import CampaignStoryBlock, ContactBlock, SeeAlsoLinkBlock, living_links
from .archives import CampaignArchive
from .base import ContentQuerySet, PageManager

ARCHIVE_ROWS = 20


class CampaignIndexPage(BasePage):
    """All campaigns: what runs, what comes, what was."""

    template = "pages/campaigns/campaign_index_page.html"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["campaigns.CampaignPage"]

    class Meta:
        verbose_name = _("kampagneoversigt")
        verbose_name_plural = _("kampagneoversigter")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        campaigns = list(
            CampaignPage.objects.child_of(self)
            .live()
            .public()
            .for_cards()
            .select_related("theme")
            .order_by("-theme__starts_on")
        )
        context["running"] = [c for c in campaigns if c.theme.is_running]
        context["upcoming"] = [c for c in campaigns if c.theme.is_upcoming]
        context["ended"] = [
            c for c in campaigns if not (c.theme.is_running or c.theme.is_upcoming)
        ]
        return context


class CampaignPage(BasePage):
    """A campaign as one story: why now, read, do, get the materials, who is in.

    The theme holds number, dates and look; there is one page a language.
    """

    template = "pages/campaigns/campaign_page.html"
    served_with = ("theme", "picture")
    is_handout = True
    parent_page_types = ["campaigns.CampaignIndexPage"]
    subpage_types = [
        "campaigns.StoryPage",
        "campaigns.IdeaPage",
        "campaigns.ReadingListPage",
        "campaigns.FilmPage",
    ]

    theme = models.ForeignKey(
        "themes.Theme",
        verbose_name=_("tema"),
        on_delete=models.PROTECT,
        related_name="campaign_pages",
    )
    focus = models.TextField(
        _("fokus"),
        blank=True,
        max_length=600,
        help_text=_("Hvad handler kampagnen om lige nu? Et par sætninger."),
    )
    picture = models.ForeignKey(
        "assets.CustomImage",
        verbose_name=_("hovedbillede"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = LightStreamField(CampaignStoryBlock(), verbose_name=_("indhold"), blank=True)
    figures = LightStreamField(
        [("figure", KeyFigureBlock())], verbose_name=_("nøgletal"), blank=True
    )
    net_media = LightStreamField(
        [("link", SeeAlsoLinkBlock())], verbose_name=_("netmedier"), blank=True
    )
    contacts = LightStreamField(
        [("contact", ContactBlock())],
        verbose_name=_("hvem ringer man til"),
        blank=True,
    )

    objects = PageManager.from_queryset(ContentQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("theme"),
        FieldPanel("focus"),
        FieldPanel("picture"),
        FieldPanel("body"),
    ]
    people_panels = [
        FieldPanel("figures"),
        InlinePanel("partners", heading=_("Partnere"), label=_("Partner")),
        FieldPanel("net_media"),
        FieldPanel("contacts"),
    ]

    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Indhold")),
            ObjectList(people_panels, heading=_("Tal og mennesker")),
            ObjectList(BasePage.promote_panels, heading=_("Deling")),
            ObjectList(BasePage.settings_panels, heading=_("Indstillinger")),
        ]
    )

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("focus"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("kampagne")
        verbose_name_plural = _("kampagner")

    @classmethod
    def as_served(cls, user):
        packed_assets = packed(user).filter(theme=models.OuterRef("theme"))
        pages = super().as_served(user)
        return pages.annotate(has_package=models.Exists(packed_assets))

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["stories"] = self.stories
        context["figures"] = [block.value for block in self.figures]
        context["partners"] = self.partner_rows
        context["net_media"] = living_links(block.value for block in self.net_media)
        context["contacts"] = [block.value for block in self.contacts]
        if not hasattr(self, "has_package"):
            self.has_package = has_package(self.theme, request.user)
        if self.theme.is_archived:
            context |= self._frozen_figures(request.user)
        return context

    def _frozen_figures(self, user) -> dict:
        """The figures of the day of archiving; assets only as ``user`` may see them."""
        archive = CampaignArchive.objects.standing().filter(theme=self.theme_id).first()
        if not archive or not archive.figures["downloads"]:
            return {}
        counts = archive.figures["assets"]
        assets = Asset.objects.listed_for(user).in_bulk([pk for pk, _n in counts])
        rows = [(assets[pk], n) for pk, n in counts if pk in assets]
        return {"archive": archive, "archive_rows": rows[:ARCHIVE_ROWS]}

    def schema(self, context):
        return {
            "@type": "Event",
            "startDate": self.theme.starts_on.isoformat(),
            "endDate": self.theme.ends_on.isoformat(),
            "location": {"@type": "Country", "name": "Danmark"},
            "organizer": {
                "@type": "Organization",
                "name": settings.WAGTAIL_SITE_NAME,
                "url": settings.BASE_URL,
            },
        }

    def pictured(self):
        return [*self.stories, *(row.partner.logo for row in self.partner_rows)]

    @cached_property
    def partner_rows(self) -> list["CampaignPartner"]:
        """Who takes part, with the pictures of their logos."""
        return list(self.partners.select_related("partner__logo"))

    @cached_property
    def stories(self) -> list:
        """The stories below the campaign that everyone may be shown."""
        from .stories import StoryPage

        stories = StoryPage.objects.child_of(self).select_related("picture")
        return visible(with_restrictions(stories))

    @property
    def look_theme(self) -> Theme:
        """The theme whose colours the page wears."""
        return self.theme

    @property
    def name(self) -> str:
        """The title without the umbrella, which stands above it."""
        return self.theme.subtitle if self.title == self.theme.title else self.title

    @property
    def share_title(self) -> str:
        return self.name

    @property
    def share_over(self) -> str:
        """The umbrella, as in the page's own head."""
        number = _("Tema %(number)s") % {"number": self.theme.number}
        return self.theme.umbrella or str(number)

    @cached_property
    def chapters(self) -> list[dict]:
        """The headings of the body, each with the address that it has on the page."""
        return [
            {"id": f"k-{block.id}", "text": block.value["text"]}
            for block in self.body
            if block.block_type == "heading"
        ]


class CampaignPartner(Orderable):
    """A partner's part in a campaign."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="partners")
    partner = models.ForeignKey(
        "campaigns.Partner",
        verbose_name=_("partner"),
        on_delete=models.CASCADE,
        related_name="campaigns",
    )
    role = models.CharField(_("rolle"), max_length=120, blank=True)

    panels = [FieldPanel("partner"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        verbose_name = _("partner i kampagnen")

    def __str__(self):
        return self.role
