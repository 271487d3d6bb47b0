"""The editors' listing of assets: columns, filters and what stands under the rows."""

from django.utils.translation import gettext_lazy as _

from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import (
    BulkActionsCheckboxColumn,
    Column,
    DateColumn,
    TitleColumn,
)
from wagtail.admin.views import generic

import django_filters

from ..intake.sheets import sheet_response
from ..models import Asset, AssetFile
from ..numbers import never_fetched, with_numbers
from .columns import PreviewColumn


class AssetListFilter(WagtailFilterSet):
    """What editors narrow the listing by."""

    purpose = django_filters.MultipleChoiceFilter(
        field_name="files__purpose",
        choices=AssetFile.Purpose.choices,
        label=_("Formål"),
        distinct=True,
    )
    fetched = django_filters.ChoiceFilter(
        choices=[("never", _("Aldrig"))],
        label=_("Hentet"),
        method="filter_fetched",
    )
    rights = django_filters.ChoiceFilter(
        choices=[("no-licence", _("Uden licens")), ("until", _("Med slutdato"))],
        label=_("Rettigheder"),
        method="filter_rights",
    )

    class Meta:
        model = Asset
        fields = ["kind", "theme", "state", "access", "licence", "collection"]

    def filter_fetched(self, assets, name, value):
        return never_fetched(assets) if value == "never" else assets

    def filter_rights(self, assets, name, value):
        if value == "no-licence":
            return assets.filter(licence=None)
        return assets.filter(usable_until__isnull=False)


def _title_id(asset: Asset) -> str:
    return f"asset_{asset.pk}_title"


LIST_DISPLAY = [
    BulkActionsCheckboxColumn("bulk_actions", obj_type="asset"),
    PreviewColumn("preview", label=""),
    TitleColumn(
        "title",
        label=_("Titel"),
        url_name="assets:edit",
        sort_key="title_key",
        get_title_id=_title_id,
    ),
    Column("get_kind_display", label=_("Slags"), sort_key="kind"),
    Column("theme", label=_("Tema"), sort_key="theme"),
    Column("get_access_display", label=_("Hvem må hente"), sort_key="access"),
    Column("get_state_display", label=_("Tilstand"), sort_key="state"),
    Column("libraries", label=_("Hentet af")),
    DateColumn("updated_at", label=_("Ændret"), sort_key="updated_at"),
]


class AssetIndexView(generic.IndexView):
    """The listing: own drafts for who may only add, all for editors."""

    template_name = "admin/assets/index.html"

    def as_spreadsheet(self, queryset, spreadsheet_format):
        """The list as it was narrowed, in the one form that the import reads back."""
        return sheet_response(queryset)

    def get_base_queryset(self):
        mine = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, ["change", "delete"]
        )
        return with_numbers(mine.for_list()).order_by("-created_at")
