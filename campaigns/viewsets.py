from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import NetMedia, Partner


class PartnerViewSet(SnippetViewSet):
    """Partners with their logos."""

    model = Partner
    icon = "group"
    list_display = ["name", "website"]
    search_fields = ["name"]
    panels = [FieldPanel("name"), FieldPanel("logo"), FieldPanel("website")]


class NetMediaViewSet(SnippetViewSet):
    """The national net-media."""

    model = NetMedia
    icon = "site"
    menu_label = _("Netmedier")
    list_display = ["name", "description"]
    search_fields = ["name", "description"]
    panels = [FieldPanel("name"), FieldPanel("description"), FieldPanel("website")]


class PartnershipGroup(SnippetViewSetGroup):
    """The menu of those who campaigns are made with."""

    items = (PartnerViewSet, NetMediaViewSet)
    menu_icon = "group"
    menu_label = _("Partnere")
    menu_name = "partnership"
    menu_order = 250
