import math

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.fields import LightStreamField

from ..blocks import StoryBlock
from .base import ContentPage

WORDS_A_MINUTE = 200


class StoryPage(ContentPage):
    """A story to read: one subject of a campaign, told at length."""

    template = "pages/campaigns/story_page.html"

    body = LightStreamField(StoryBlock(), verbose_name=_("indhold"), blank=True)

    content_panels = [*ContentPage.content_panels, FieldPanel("body")]
    search_fields = [*ContentPage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("fortælling")
        verbose_name_plural = _("fortællinger")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["related"] = (
            StoryPage.objects.live()
            .public()
            .sibling_of(self, inclusive=False)
            .for_cards()[:3]
        )
        return context

    def schema(self, context):
        return {"@type": "Article", "headline": self.title, **self.schema_dates()}

    @property
    def minutes(self) -> int:
        """Reading time in whole minutes, at 200 words a minute; at least one."""
        texts = self.body.stream_block.get_searchable_content(self.body)
        words = sum(len(strip_tags(str(text)).split()) for text in texts)
        return max(1, math.ceil(words / WORDS_A_MINUTE))
