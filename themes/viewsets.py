from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.viewsets.model import ModelViewSet

from core.danish import free_slug, slug

from .models import Theme


class ThemeForm(WagtailAdminModelForm):
    """Makes the address of the title where the editor left it empty."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False

    def clean(self):
        cleaned_data = super().clean()
        if not cleaned_data.get("slug") and "slug" not in self.errors:
            made = slug(cleaned_data.get("subtitle", ""))[:70].strip("-") or "tema"
            others = Theme.objects.exclude(pk=self.instance.pk)
            cleaned_data["slug"] = free_slug(made, others)
        return cleaned_data


class ThemeViewSet(ModelViewSet):
    """Themes in the admin: the campaign as a fact."""

    model = Theme
    name = "themes"
    icon = "date"
    menu_label = _("Temaer")
    menu_order = 150
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    list_display = [
        "title",
        "number",
        Column("weeks", label=_("Uger")),
        Column("starts_on", label=_("Første dag"), sort_key="starts_on"),
        Column("get_state_display", label=_("Tilstand"), sort_key="state"),
        BooleanColumn("is_running", label=_("Kører nu")),
    ]
    list_filter = ["state"]
    search_fields = ["umbrella", "subtitle"]
    search_backend_name = None
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("number"),
                FieldPanel("umbrella"),
                FieldPanel("subtitle"),
                FieldPanel(
                    "slug",
                    help_text=_(
                        "Bruges i pakkens adresse: /pakke/adresse.zip. Bliver lavet af "
                        "titlen, hvis feltet er tomt."
                    ),
                ),
                FieldPanel("label"),
                FieldPanel("state"),
            ],
            heading=_("Temaet"),
        ),
        MultiFieldPanel(
            [
                HelpPanel(
                    _("Datoerne vises som kalenderuger på sitet, fx “uge 39-42”.")
                ),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldRowPanel(
                    [FieldPanel("first_peak_week"), FieldPanel("last_peak_week")]
                ),
                FieldPanel("dates_note"),
            ],
            heading=_("Hvornår"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("ground"), FieldPanel("ink"), FieldPanel("button")]
                ),
                FieldRowPanel([FieldPanel("motif"), FieldPanel("seed")]),
            ],
            heading=_("Udseende"),
        ),
    ]

    def get_edit_handler(self):
        handler = ObjectList(self.panels, base_form_class=ThemeForm)
        return handler.bind_to_model(self.model)


theme_viewset = ThemeViewSet()
