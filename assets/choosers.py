from django.utils.translation import gettext_lazy as _

from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.blocks import ChooserBlock

from .permissions import choosable_by


class _BulkAssetBlock(ChooserBlock):
    """A chooser block that fetches all its assets with what a card shows."""

    def bulk_to_python(self, values):
        found = self.model_class.objects.for_list().in_bulk(values)
        return [found.get(pk) for pk in values]

    class Meta:
        icon = "folder-open-inverse"
        label = _("Materiale")


class _ListsChoosable:
    """Wagtail's choosers ask for no right: these name no other's draft."""

    def get_object_list(self):
        return choosable_by(self.request.user)


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
    choose_one_text = _("Vælg et materiale")
    choose_another_text = _("Vælg et andet materiale")
    edit_item_text = _("Ret materialet")
    base_block_class = _BulkAssetBlock
    choose_view_class = AssetChooseView
    choose_results_view_class = AssetChooseResultsView
    chosen_view_class = AssetChosenView
    chosen_multiple_view_class = AssetChosenMultipleView


asset_chooser_viewset = AssetChooserViewSet("asset_chooser")
AssetChooserBlock = asset_chooser_viewset.get_block_class(
    name="AssetChooserBlock", module_path="assets.choosers"
)
