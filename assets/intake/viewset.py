"""The page "Læg filer op" and its addresses in the admin."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from ..permissions import asset_policy
from . import sheet_views, views


class DropMenuItem(MenuItem):
    """Shown to who may upload."""

    def is_shown(self, request):
        return asset_policy().user_has_permission(request.user, "add")


class DropViewSet(ViewSet):
    """Forty files at once: laid in, sent, checked."""

    name = "drops"
    url_prefix = "laeg-filer-op"
    icon = "upload"
    menu_label = _("Læg filer op")
    menu_name = "drops"
    menu_item_class = DropMenuItem

    def get_urlpatterns(self):
        return [
            path("", views.drop_page, name="index"),
            path("faelles/", views.make_drop, name="drop"),
            path("begynd/", views.begin, name="begin"),
            path("tilstand/", views.states, name="states"),
            path("regneark/", sheet_views.import_sheet, name="import_sheet"),
            path("regneark/hent/", sheet_views.export_sheet, name="export_sheet"),
            path("<uuid:pk>/del/", views.open_part, name="part"),
            path("<uuid:pk>/del/<int:number>/", views.take_part, name="take_part"),
            path("<uuid:pk>/slut/", views.finish, name="finish"),
            path("<uuid:pk>/annuller/", views.cancel, name="cancel"),
        ]
