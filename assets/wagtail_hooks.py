from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from wagtail import hooks
from wagtail.admin.forms.collections import (
    collection_member_permission_formset_factory,
)
from wagtail.admin.menu import MenuItem

from core.audit.formatting import register_events

from .audit import WORDS
from .choosers import asset_chooser_viewset
from .editing.bulk_actions import BULK_ACTIONS
from .editing.viewsets import AssetLibraryGroup
from .file_choosers import asset_file_chooser_viewset, logo_chooser_viewset
from .intake.quarantine import urlpatterns as quarantine_urls
from .models import Asset, VersionChange
from .permissions import asset_policy
from .rights.views import urlpatterns as rights_urls
from .versions.side_by_side import urlpatterns as compare_urls
from .versions.views import urlpatterns as version_urls

version_messages = {
    VersionChange.Kind.REPLACED.value: _("En fil blev erstattet"),
    VersionChange.Kind.RESTORED.value: _("En ældre version blev gendannet"),
    VersionChange.Kind.WITHDRAWN.value: _("En version blev trukket tilbage"),
}


class EditorsMenuItem(MenuItem):
    """Shown to who may change what others have made."""

    def is_shown(self, request):
        return asset_policy().is_editor(request.user)


@hooks.register("register_admin_viewset")
def register_asset_viewsets():
    return [
        asset_chooser_viewset,
        asset_file_chooser_viewset,
        logo_chooser_viewset,
        AssetLibraryGroup(),
    ]


@hooks.register("register_group_permission_panel")
def register_asset_permissions_panel():
    return collection_member_permission_formset_factory(
        Asset,
        [
            ("add_asset", "Opret", "Opret og ret egne kladder"),
            ("change_asset", "Ret", "Ret alle materialer"),
            ("publish_asset", "Udgiv", "Udgiv og træk tilbage"),
        ],
        "admin/assets/group_permissions.html",
    )


@hooks.register("register_admin_urls")
def register_version_and_rights_urls():
    return [*version_urls, *compare_urls, *rights_urls, *quarantine_urls]


@hooks.register("register_reports_menu_item")
def register_rights_report():
    return EditorsMenuItem(
        _("Rettigheder, der udløber"), reverse_lazy("rights_report"), icon_name="date"
    )


@hooks.register("register_reports_menu_item")
def register_quarantine_report():
    return EditorsMenuItem(
        _("Karantæne"), reverse_lazy("quarantine_report"), icon_name="warning"
    )


@hooks.register("register_log_actions")
def register_version_log_actions(actions):
    register_events(actions, WORDS)
    infected = _("En fil blev sat i karantæne")
    actions.register_action("assets.quarantined", infected, infected)
    removed = _("Et objekt uden ejer blev slettet fra lageret")
    actions.register_action("assets.orphan_removed", removed, removed)
    purged = _("En slettet fils objekt blev fjernet fra lageret")
    actions.register_action("assets.purged", purged, purged)
    fault = _("En fil mangler i lageret eller er ændret")
    actions.register_action("assets.fault_found", fault, fault)
    for kind, message in version_messages.items():
        actions.register_action(f"assets.{kind}", message, message)


for action in BULK_ACTIONS:
    hooks.register("register_bulk_action", action)
