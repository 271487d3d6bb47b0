"""Assets, formats and licences in the Wagtail admin."""

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.forms import CheckboxSelectMultiple
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.views.generic import history, usage
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.log_actions import registry as log_registry

from ..intake.viewset import DropViewSet
from ..models import Asset, CollectionAccess, Format, Licence
from ..shares.viewsets import ShareLinkViewSet
from .conflicts import Conflict
from .listing import LIST_DISPLAY, AssetIndexView, AssetListFilter
from .panels import asset_edit_handler


class _PutsUploadsFirst:
    """Puts the files in storage before the transaction that writes the rows opens."""

    def form_invalid(self, form):
        form.ask_for_uploads_again()
        return super().form_invalid(form)

    def form_valid(self, form):
        form.put_uploads()
        if form.errors:
            self.produced_error_code = "storage"
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)
        try:
            return super().form_valid(form)
        except Conflict as conflict:
            form.show_conflict(conflict)
            self.produced_error_code = "conflict"
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)

    def save_instance(self):
        # Inside the transaction: once it has committed, the rows point to the objects.
        try:
            return super().save_instance()
        except Exception:
            self.form.discard_uploads()
            raise


class _AsksForTheInstance:
    """Asks for the right to this asset, where Wagtail's views ask for one to some.

    Who may only add would otherwise open the drafts of others.
    """

    def get_object(self, *args, **kwargs):
        asset = super().get_object(*args, **kwargs)
        if not self.user_has_permission_for_instance("change", asset):
            raise PermissionDenied
        return asset


class AssetCreateView(_PutsUploadsFirst, generic.CreateView):
    pass


class AssetEditView(_PutsUploadsFirst, _AsksForTheInstance, generic.EditView):
    pass


class AssetHistoryView(_AsksForTheInstance, history.HistoryView):
    def get_base_queryset(self):
        # Of what one request logs alike, Wagtail's shows the last alone: of twenty
        # assets published at once, nineteen would not tell of it.
        return self._annotate_queryset(log_registry.get_logs_for_instance(self.object))


class AssetUsageView(_AsksForTheInstance, usage.UsageView):
    pass


class AssetDeleteView(_AsksForTheInstance, generic.DeleteView):
    """Deletes what nobody has fetched; the rest is withdrawn: addresses must answer."""

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except ProtectedError:
            messages.error(
                self.request,
                _(
                    "”%(title)s” er hentet og tæller med i statistikken, så det kan "
                    "ikke slettes. Træk det tilbage i stedet."
                )
                % {"title": self.object},
            )
            return redirect(self.get_edit_url())

    def get_edit_url(self):
        return reverse(self.edit_url_name, args=[self.object.pk])


class AssetViewSet(ModelViewSet):
    """Assets: described, filed and uploaded here."""

    model = Asset
    name = "assets"
    icon = "folder-open-inverse"
    menu_label = _("Materialer")
    add_to_admin_menu = False
    copy_view_enabled = False
    index_view_class = AssetIndexView
    add_view_class = AssetCreateView
    edit_view_class = AssetEditView
    delete_view_class = AssetDeleteView
    history_view_class = AssetHistoryView
    usage_view_class = AssetUsageView
    list_display = LIST_DISPLAY
    list_per_page = 50
    filterset_class = AssetListFilter
    search_fields = ["title", "summary"]
    search_backend_name = None
    edit_handler = asset_edit_handler()

    def get_permissions_to_register(self):
        # They are given by collection (wagtail_hooks.py): given everywhere, they do
        # nothing.
        return Permission.objects.none()


class FormatDeleteView(generic.DeleteView):
    """Deletes a format that no file has; the others are still what files are for."""

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except ProtectedError:
            messages.error(
                self.request,
                _(
                    "”%(name)s” bruges af filer, så det kan ikke slettes. Giv dem et "
                    "andet format først."
                )
                % {"name": self.object},
            )
            return redirect(reverse(self.edit_url_name, args=[self.object.pk]))


class FormatViewSet(ModelViewSet):
    """The vocabulary of formats."""

    model = Format
    name = "formats"
    icon = "crop"
    copy_view_enabled = False
    list_display = [
        "name",
        Column("get_medium_display", label=_("Medie"), sort_key="medium"),
        Column("size", label=_("Mål")),
        Column("limits", label=_("Grænser")),
    ]
    list_filter = ["medium"]
    list_per_page = 50
    search_fields = ["name"]
    search_backend_name = None
    delete_view_class = FormatDeleteView
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("medium")]),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("width_mm"),
                        FieldPanel("height_mm"),
                        FieldPanel("bleed_mm"),
                    ]
                ),
                FieldRowPanel([FieldPanel("width_px"), FieldPanel("height_px")]),
            ],
            heading=_("Mål, i mm eller i pixel"),
        ),
        FieldRowPanel([FieldPanel("max_kb"), FieldPanel("max_seconds")]),
        FieldPanel("slug"),
    ]


class LicenceViewSet(ModelViewSet):
    """What others may do with an asset."""

    model = Licence
    name = "licences"
    icon = "form"
    copy_view_enabled = False
    list_display = ["name", "summary"]
    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("summary"),
        FieldPanel("url"),
    ]


class CollectionAccessViewSet(ModelViewSet):
    """The least access of collections."""

    model = CollectionAccess
    name = "collection-access"
    icon = "lock"
    menu_label = _("Adgang til samlinger")
    copy_view_enabled = False
    list_display = ["collection", Column("get_access_display", label=_("Højst"))]
    panels = [
        FieldPanel("collection"),
        FieldPanel("access"),
        FieldPanel("libraries", widget=CheckboxSelectMultiple),
    ]


class AssetLibraryGroup(ModelViewSetGroup):
    """The menu of the asset library."""

    items = (
        AssetViewSet,
        DropViewSet,
        ShareLinkViewSet,
        FormatViewSet,
        LicenceViewSet,
        CollectionAccessViewSet,
    )
    menu_icon = "folder-open-inverse"
    menu_label = _("Materialer")
    menu_name = "asset-library"
    menu_order = 200
