from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from campaigns.blocks import StoryBlock
from campaigns.models import CampaignPage, StoryPage
from core.fields import LightStreamField
from core.models import BasePage

from .news import NewsIndexPage, NewsPage


class HomePage(BasePage):
    """The front page: what is on now, what comes, stories, and what partners see."""

    template = "pages/home/home_page.html"
    served_with = ("picture",)
    parent_page_types = ["wagtailcore.Page"]

    lead = models.CharField(
        _("overskrift"),
        max_length=120,
        blank=True,
        help_text=_("Den store sætning øverst."),
    )
    picture = models.ForeignKey(
        "assets.CustomImage",
        verbose_name=_("billede"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = LightStreamField(StoryBlock(), verbose_name=_("indhold"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("picture"),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("forside")
        verbose_name_plural = _("forsider")

    @property
    def share_title(self) -> str:
        return self.lead or self.title

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        campaigns = list(
            CampaignPage.objects.descendant_of(self)
            .live()
            .public()
            .for_cards()
            .select_related("theme")
            .order_by("theme__starts_on")
        )
        context["running"] = next((c for c in campaigns if c.theme.is_running), None)
        context["upcoming"] = next((c for c in campaigns if c.theme.is_upcoming), None)
        context["ended"] = [
            c
            for c in reversed(campaigns)
            if not (c.theme.is_running or c.theme.is_upcoming)
        ][:3]
        context["stories"] = (
            StoryPage.objects.descendant_of(self)
            .live()
            .public()
            .for_cards()
            .order_by("-first_published_at")[:4]
        )
        context["news"] = (
            NewsPage.objects.descendant_of(self).live().public().order_by("-date")[:3]
        )
        context["news_index"] = (
            NewsIndexPage.objects.child_of(self).live().public().first()
            if context["news"]
            else None
        )
        return context

    def schema(self, context):
        site = context["settings"]["home"]["SiteSettings"]
        publisher = {"@type": "Organization", "name": site.organisation}
        return {"@type": "WebSite", "publisher": publisher}


class StandardPage(BasePage):
    """A plain page: about, partners, accessibility, privacy."""

    template = "pages/home/standard_page.html"
    served_with = ("picture",)
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    picture = models.ForeignKey(
        "assets.CustomImage",
        verbose_name=_("billede"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = LightStreamField(StoryBlock(), verbose_name=_("indhold"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("picture"),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("side")
        verbose_name_plural = _("sider")
