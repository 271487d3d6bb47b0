"""Choosers of files: of any for a share link, of logos for a theme."""

from django import forms
from django.db.models import ForeignKey, Q
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet

from .editing.columns import FilePreviewColumn
from .models import Asset, AssetFile
from .permissions import choosable_by

THEIR_LOGOS = {
    "role": AssetFile.Role.LOGO,
    "asset__kind": Asset.Kind.GRAPHIC_PACKAGE,
}


def files_choosable_by(user):
    """The files of the assets that ``user`` may point to, by asset."""
    return (
        AssetFile.objects.filter(
            asset__in=choosable_by(user), current_version__isnull=False
        )
        .select_related("asset__theme", "current_version")
        .order_by("asset__title_key", "sort_order", "pk")
    )


class AssetFileFilterForm(BaseFilterForm):
    """Finds files by their own name and by the asset's."""

    q = forms.CharField(
        label=_("Søgeord"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"placeholder": _("Søg")}),
    )

    def filter(self, objects):
        objects = super().filter(objects)
        if query := self.cleaned_data.get("q"):
            self.is_searching, self.search_query = True, query
            for word in query.split():
                objects = objects.filter(
                    Q(asset__title__icontains=word) | Q(name__icontains=word)
                )
        return objects


class _ListsChoosable:
    filter_form_class = AssetFileFilterForm
    ordering = None

    def get_object_list(self):
        return files_choosable_by(self.request.user)

    @property
    def columns(self):
        title, *others = super().columns
        preview = FilePreviewColumn("preview", label="")
        theme = Column("asset.theme", label=_("Tema"))
        return [preview, title, theme, *others]


class ChooseFileView(_ListsChoosable, chooser.ChooseView):
    pass


class ChooseFileResultsView(_ListsChoosable, chooser.ChooseResultsView):
    pass


class ChosenFileView(chooser.ChosenView):
    """Answers 404 for what the person may not choose."""

    def get_object(self, pk):
        return files_choosable_by(self.request.user).get(pk=pk)


class ChosenFilesView(chooser.ChosenMultipleView):
    """Leaves out what the person may not choose."""

    def get_objects(self, pks):
        return files_choosable_by(self.request.user).filter(pk__in=pks)


class AssetFileChooserViewSet(ChooserViewSet):
    """Lets editors pick files of assets for a share link."""

    model = "assets.AssetFile"
    icon = "doc-full-inverse"
    choose_one_text = _("Vælg en fil")
    choose_another_text = _("Vælg en anden fil")
    choose_view_class = ChooseFileView
    choose_results_view_class = ChooseFileResultsView
    chosen_view_class = ChosenFileView
    chosen_multiple_view_class = ChosenFilesView


asset_file_chooser_viewset = AssetFileChooserViewSet("asset_file_chooser")


class _ListsLogos(_ListsChoosable):
    def get_object_list(self):
        return super().get_object_list().filter(**THEIR_LOGOS)


class ChooseLogoView(_ListsLogos, chooser.ChooseView):
    pass


class ChooseLogoResultsView(_ListsLogos, chooser.ChooseResultsView):
    pass


class LogoChooserViewSet(AssetFileChooserViewSet):
    """Lets editors pick the logo of a theme among those of the graphic packages."""

    icon = "image"
    choose_one_text = _("Vælg et logo")
    choose_another_text = _("Vælg et andet logo")
    choose_view_class = ChooseLogoView
    choose_results_view_class = ChooseLogoResultsView
    register_widget = False

    def on_register(self):
        super().on_register()
        # Forms know a chooser by the model that a field points to: here it is also
        # told by what the field may point to.
        register_form_field_override(ForeignKey, to=AssetFile, override=_override_for)


logo_chooser_viewset = LogoChooserViewSet("logo_chooser")


def _override_for(field: ForeignKey) -> dict:
    is_logo = field.remote_field.limit_choices_to == THEIR_LOGOS
    viewset = logo_chooser_viewset if is_logo else asset_file_chooser_viewset
    return {"widget": viewset.widget_class}
