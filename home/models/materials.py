from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel

from assets.browsing.browse import Browse
from assets.browsing.saved_searches import note_look, searches_with_news
from assets.packages.contents import total_size
from campaigns.blocks import IntroductionBlock
from core.fields import LightStreamField
from core.models import BasePage
from core.pagination import page_of


class MaterialsPage(BasePage):
    """The collection of materials: print files, banners and films to fetch."""

    template = "pages/home/materials_page.html"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = []

    body = LightStreamField(
        IntroductionBlock(), verbose_name=_("indledning"), blank=True
    )

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("materialesamling")
        verbose_name_plural = _("materialesamlinger")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        browse = Browse(request.GET, request.user)
        context |= {
            "browse": browse,
            "results": page_of(request, browse.results),
            "count": browse.count,
            # Asked before the searches are read: what is looked at is not new any more.
            "new_since": note_look(browse),
            "saved_searches": searches_with_news(request.user, browse.vocabulary),
        }
        slugs = browse.choices.chosen.get("tema", [])
        if len(slugs) == 1:
            themes = browse.vocabulary.themes.values()
            theme = next(theme for theme in themes if theme.slug == slugs[0])
            files, size = total_size(theme, request.user)
            context["package"] = {"theme": theme, "files": files, "bytes": size}
        return context
