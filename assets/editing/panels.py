"""The asset's edit form in the admin."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)

from ..numbers import numbers_of
from .forms import AssetFileForm, AssetForm
from .preflight_panel import PreflightPanel


class VersionsPanel(Panel):
    """The file that is there now, and the way to its versions."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/assets/versions_panel.html"

        def is_shown(self):
            return bool(self.instance and self.instance.current_version_id)


class FilesPanel(InlinePanel):
    """An inline panel whose forms take an upload besides the model's own fields."""

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name]["form"] = AssetFileForm
        return options


class NumbersPanel(Panel):
    """How often files were fetched, by how many libraries, and in which version."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/assets/numbers_panel.html"

        def is_shown(self):
            return self.instance.pk is not None

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["files"] = numbers_of(self.instance)
            return context


def asset_edit_handler() -> TabbedInterface:
    """What it is, its files, and who may use it, each on its own tab."""
    return TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("title"),
                    FieldRowPanel([FieldPanel("kind"), FieldPanel("theme")]),
                    FieldPanel("summary"),
                    FieldPanel("description"),
                    FieldPanel("body"),
                    FieldPanel("alt_text"),
                    FieldPanel("tags"),
                    FilesPanel(
                        "files",
                        heading=_("Filer"),
                        label=_("Fil"),
                        panels=[
                            VersionsPanel(),
                            FieldRowPanel([FieldPanel("name"), FieldPanel("purpose")]),
                            FieldPanel("format"),
                            FieldRowPanel([FieldPanel("language"), FieldPanel("role")]),
                            FieldPanel("upload"),
                            FieldPanel("note"),
                            PreflightPanel(),
                            FieldRowPanel(
                                [FieldPanel("weight"), FieldPanel("is_silent")]
                            ),
                            FieldPanel("change_type"),
                        ],
                    ),
                ],
                heading=_("Indhold"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [
                            FieldPanel("state"),
                            FieldPanel("access"),
                            FieldPanel(
                                "named_libraries", widget=CheckboxSelectMultiple
                            ),
                            FieldPanel("collection"),
                            FieldPanel("label"),
                        ],
                        heading=_("Udgivelse"),
                    ),
                    MultiFieldPanel(
                        [
                            FieldPanel("licence"),
                            FieldPanel("credit"),
                            FieldRowPanel(
                                [FieldPanel("usable_from"), FieldPanel("usable_until")]
                            ),
                            FieldRowPanel(
                                [
                                    FieldPanel("consent_until"),
                                    FieldPanel("consent_note"),
                                ]
                            ),
                            FieldPanel("channels"),
                            FieldPanel("successor"),
                        ],
                        heading=_("Rettigheder"),
                    ),
                ],
                heading=_("Udgivelse og rettigheder"),
            ),
            ObjectList([NumbersPanel()], heading=_("Tal")),
        ],
        base_form_class=AssetForm,
    )
