from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from wagtail.admin.panels import FieldPanel

from assets.filters import AssetFilter
from assets.models import Asset
from assets.packages import total_size
from assets.permissions import Audience
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

    def get_sitemap_urls(self, request=None):
        """The page itself, and the page of every material that all may fetch."""
        assets = Asset.objects.usable().filter(access=Audience.ANYONE)
        base = self.get_site().root_url
        with override(self.locale.language_code):
            return super().get_sitemap_urls(request) + [
                {
                    "location": base + asset.get_absolute_url(),
                    "lastmod": asset.updated_at,
                }
                for asset in assets.only("slug", "updated_at").order_by("pk")
            ]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        assets = Asset.objects.listed_for(request.user)
        filters = AssetFilter(request.GET, queryset=assets)
        filters.is_valid()
        found = filters.filter_queryset(assets)
        page = page_of(request, found.for_list().order_by("-created_at", "-pk"))
        context |= {"filter": filters, "results": page, "count": page.paginator.count}
        theme = filters.form.cleaned_data.get("tema")
        if theme:
            files, size = total_size(theme, request.user)
            context["package"] = {"theme": theme, "files": files, "bytes": size}
        return context
