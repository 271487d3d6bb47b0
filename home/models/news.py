import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from campaigns.blocks import StoryBlock
from core.feeds import midnight
from core.fields import LightStreamField
from core.models import BasePage
from core.pagination import page_of


class NewsIndexPage(BasePage):
    """All news, newest first."""

    template = "pages/home/news_index_page.html"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]

    class Meta:
        verbose_name = _("nyhedsoversigt")
        verbose_name_plural = _("nyhedsoversigter")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        news = NewsPage.objects.child_of(self).live().public().order_by("-date")
        context["results"] = page_of(
            request,
            news.select_related("picture").prefetch_related("picture__renditions"),
        )
        return context


class NewsPage(BasePage):
    """A piece of news with its date."""

    template = "pages/home/news_page.html"
    served_with = ("picture",)
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types = []

    date = models.DateField(_("dato"), default=timezone.localdate)
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
        FieldPanel("date"),
        FieldPanel("picture"),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("nyhed")
        verbose_name_plural = _("nyheder")
        ordering = ["-date"]

    @property
    def date_in_feed(self) -> datetime.datetime:
        """When it is news: its date, by the hour it went out if that was the day."""
        out = self.first_published_at
        if out and timezone.localdate(out) == self.date:
            return out
        return midnight(self.date)

    def schema(self, context):
        date = self.date.isoformat()
        return {"@type": "NewsArticle", "headline": self.title, "datePublished": date}
