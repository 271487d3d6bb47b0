from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.blocks import ChooserBlock

from core.references import References, SharedChooserBlock
from themes.models import Theme

from .editing.columns import PreviewColumn
from .models import Asset
from .permissions import choosable_by

# A shelf shows at most so many.
MOST = 24


class _SharedAssetBlock(SharedChooserBlock, ChooserBlock):
    """Chooses assets, or the newest that the page's theme has."""

    def fetch(self, pks, everything_for=None):
        assets = self.model_class.objects.for_list()
        if not everything_for:
            return assets.in_bulk(pks)
        newest = Q(pk__in=self._newest_for(everything_for).values("pk")[:MOST])
        found = assets.annotate(is_newest=newest).filter(newest | Q(pk__in=pks))
        return {asset.pk: asset for asset in found.order_by("-created_at", "-pk")}

    def newest_for(self, references: References) -> list:
        """The newest assets of the page's theme that the visitor may know of."""
        found = references.found(self.model_class).values()
        return [asset for asset in found if getattr(asset, "is_newest", False)]

    def _newest_for(self, references: References):
        user = getattr(references.request, "user", None)
        listed = self.model_class.objects.listed_for(user)
        theme_id = getattr(references.page, "theme_id", None)
        if theme_id is None:
            return listed.none()
        return listed.filter(theme=theme_id).order_by("-created_at", "-pk")

    class Meta:
        icon = "folder-open-inverse"
        label = _("Materiale")


class AssetFilterForm(SearchFilterMixin, BaseFilterForm):
    """Finds assets by words, kind and theme."""

    q = forms.CharField(
        label=_("Søgeord"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"placeholder": _("Søg")}),
    )
    # Not "kind": by that name whoever opens the chooser keeps it to one kind.
    of_kind = forms.ChoiceField(
        label=_("Slags"),
        required=False,
        choices=[("", _("Alle")), *Asset.Kind.choices],
        widget=forms.Select(attrs={"data-chooser-modal-search-filter": True}),
    )
    theme = forms.ModelChoiceField(
        Theme.objects.all(),
        label=_("Tema"),
        required=False,
        empty_label=_("Alle"),
        widget=forms.Select(attrs={"data-chooser-modal-search-filter": True}),
    )

    def filter(self, objects):
        # Narrowed first: what a search has found cannot be filtered.
        if kind := self.cleaned_data.get("of_kind"):
            objects = objects.filter(kind=kind)
        if theme := self.cleaned_data.get("theme"):
            objects = objects.filter(theme=theme)
        return super().filter(objects)


class _ListsChoosable:
    """Wagtail's choosers ask for no right: these name no other's draft."""

    filter_form_class = AssetFilterForm

    def get_object_list(self):
        return choosable_by(self.request.user).for_list()

    @property
    def columns(self):
        title, *others = super().columns
        return [
            PreviewColumn("preview", label=""),
            title,
            Column("get_kind_display", label=_("Slags")),
            Column("theme", label=_("Tema")),
            Column("get_state_display", label=_("Tilstand")),
            *others,
        ]


class AssetChooseView(_ListsChoosable, chooser.ChooseView):
    pass


class AssetChooseResultsView(_ListsChoosable, chooser.ChooseResultsView):
    pass


class AssetChosenView(chooser.ChosenView):
    """Answers 404 for what the person may not choose."""

    def get_object(self, pk):
        return choosable_by(self.request.user).get(pk=pk)


class AssetChosenMultipleView(chooser.ChosenMultipleView):
    """Leaves out what the person may not choose."""

    def get_objects(self, pks):
        return choosable_by(self.request.user).filter(pk__in=pks)


class AssetChooserViewSet(ChooserViewSet):
    """Lets editors pick an asset in pages and blocks."""

    model = "assets.Asset"
    icon = "folder-open-inverse"
    preserve_url_parameters = ["multiple", "kind"]
    url_filter_parameters = ["kind"]
    choose_one_text = _("Vælg et materiale")
    choose_another_text = _("Vælg et andet materiale")
    edit_item_text = _("Ret materialet")
    base_block_class = _SharedAssetBlock
    choose_view_class = AssetChooseView
    choose_results_view_class = AssetChooseResultsView
    chosen_view_class = AssetChosenView
    chosen_multiple_view_class = AssetChosenMultipleView


asset_chooser_viewset = AssetChooserViewSet("asset_chooser")
AssetChooserBlock = asset_chooser_viewset.get_block_class(
    name="AssetChooserBlock", module_path="assets.choosers"
)
