from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.models import Orderable
from wagtail.search import index

from core.fields import LightStreamField
from core.leaves import fetch_renditions, leaves, pictures_of
from core.models import BasePage
from core.visibility import visible, with_restrictions
from themes.models import Theme

from ..blocks import CampaignStoryBlock
from .base import ContentQuerySet, PageManager


class CampaignIndexPage(BasePage):
    """All campaigns: what runs, what comes, what was."""

    template = "pages/campaigns/campaign_index_page.html"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["campaigns.CampaignPage"]

    class Meta:
        verbose_name = _("kampagneoversigt")

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

    objects = PageManager.from_queryset(ContentQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("theme"),
        FieldPanel("focus"),
        FieldPanel("picture"),
        FieldPanel("body"),
    ]
    people_panels = [
        InlinePanel("figures", heading=_("Nøgletal"), label=_("Nøgletal")),
        InlinePanel("partners", heading=_("Partnere"), label=_("Partner")),
        InlinePanel("net_media", heading=_("Netmedier"), label=_("Netmedie")),
        InlinePanel("contacts", heading=_("Hvem ringer man til"), label=_("Kontakt")),
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

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["figures"] = self.figures.all()
        context["partners"] = self.partners.select_related("partner__logo")
        context["net_media"] = self.net_media.select_related("net_media")
        context["contacts"] = self.contacts.all()
        context["stories"] = self._stories()
        self._fetch_renditions(context["stories"], context["partners"])
        return context

    def _fetch_renditions(self, stories, partners) -> None:
        """All pictures of the page, whoever wears them, in one query."""
        logos = [row.partner.logo for row in partners]
        worn = [self.picture, *logos, *stories, *leaves(self.body)]
        fetch_renditions(pictures_of(worn))

    def _stories(self) -> list:
        from .stories import StoryPage

        stories = StoryPage.objects.child_of(self).select_related("picture")
        return visible(with_restrictions(stories))

    @property
    def look_theme(self) -> Theme:
        """The theme whose colours the page wears."""
        return self.theme

    @cached_property
    def chapters(self) -> list[dict]:
        """The headings of the body, each with the address that it has on the page."""
        return [
            {"id": f"k-{block.id}", "text": block.value["text"]}
            for block in self.body
            if block.block_type == "heading"
        ]


class KeyFigure(Orderable):
    """A number that a campaign is known by, with its source."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="figures")
    value = models.CharField(_("tal"), max_length=20)
    text = models.CharField(_("hvad tallet viser"), max_length=200)
    source = models.CharField(_("kilde"), max_length=200)
    note = models.CharField(
        _("note"),
        max_length=200,
        blank=True,
        help_text=_("Fx antal svar, eller “antal svar ikke oplyst”."),
    )

    panels = [
        FieldRowPanel([FieldPanel("value"), FieldPanel("text")]),
        FieldRowPanel([FieldPanel("source"), FieldPanel("note")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("nøgletal")

    def __str__(self):
        return f"{self.value} {self.text}"


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


class CampaignNetMedia(Orderable):
    """What one of the net-media has for a campaign."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="net_media")
    net_media = models.ForeignKey(
        "campaigns.NetMedia",
        verbose_name=_("netmedie"),
        on_delete=models.CASCADE,
        related_name="campaigns",
    )
    text = models.CharField(_("om temaet"), max_length=200, blank=True)
    address = models.URLField(_("adresse på temaet"), blank=True)

    panels = [FieldPanel("net_media"), FieldPanel("text"), FieldPanel("address")]

    class Meta(Orderable.Meta):
        verbose_name = _("netmedie i kampagnen")

    def __str__(self):
        return self.text

    @property
    def url(self) -> str:
        return self.address or self.net_media.website


class CampaignContact(Orderable):
    """Whom to ring about a campaign."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(_("navn"), max_length=120)
    about = models.CharField(_("om hvad"), max_length=120, blank=True)
    phone = models.CharField(_("telefon"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("about")]),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("kontakt")

    def __str__(self):
        return self.name
