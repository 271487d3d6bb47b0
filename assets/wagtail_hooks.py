from wagtail import hooks
from wagtail.admin.forms.collections import (
    collection_member_permission_formset_factory,
)

from .bulk_actions import BULK_ACTIONS
from .choosers import asset_chooser_viewset
from .models import Asset
from .viewsets import AssetLibraryGroup


@hooks.register("register_admin_viewset")
def register_asset_viewsets():
    return [asset_chooser_viewset, AssetLibraryGroup()]


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


for action in BULK_ACTIONS:
    hooks.register("register_bulk_action", action)
