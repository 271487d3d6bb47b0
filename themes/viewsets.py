from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _

from wagtail.admin import messages
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from .forms import ThemeForm
from .models import Theme
from .panels import ContrastPanel, MilestonesPanel, ReasonsPanel


class ThemeCreateView(generic.CreateView):
    """Leads on to the theme's form, where its milestones now stand."""

    def get_success_url(self):
        return self.get_edit_url()

    def get_success_buttons(self):
        return []


class ThemeEditView(generic.EditView):
    """Names the milestones that the theme's new dates did not take along."""

    def save_action(self):
        if stayed := self.form.stayed:
            names = [str(row.kind.label) for row in stayed]
            messages.warning(
                self.request,
                _(
                    "Flyttet før, og derfor ikke flyttet med: %(names)s. Sæt kryds i "
                    "”Beregn igen”, hvis de skal følge de nye datoer."
                )
                % {"names": get_text_list(names, _("og"))},
                buttons=[messages.button(self.get_edit_url(), _("Ret milepælene"))],
            )
        return super().save_action()


class ThemeViewSet(ModelViewSet):
    """Themes in the admin: the campaign as a fact."""

    model = Theme
    name = "themes"
    icon = "date"
    menu_label = _("Temaer")
    menu_order = 150
    add_to_admin_menu = True
    copy_view_enabled = False
    add_view_class = ThemeCreateView
    edit_view_class = ThemeEditView
    inspect_view_enabled = True
    inspect_view_fields = [
        "number",
        "umbrella",
        "subtitle",
        "slug",
        "label",
        "state",
        "archive_on",
        "archived_on",
        "starts_on",
        "ends_on",
        "first_peak_week",
        "last_peak_week",
        "dates_note",
        "ground",
        "ink",
        "button",
        "motif",
        "seed",
        "logo",
    ]
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
                FieldPanel("archive_on"),
            ],
            heading=_("Temaet"),
        ),
        MultiFieldPanel(
            [
                HelpPanel(
                    _(
                        "Skriv en dag (20.9.2027) eller en uge (uge 38 2027). På sitet "
                        "står kalenderuger, fx ”uge 39-42”."
                    )
                ),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldRowPanel(
                    [FieldPanel("first_peak_week"), FieldPanel("last_peak_week")]
                ),
                FieldPanel("dates_note"),
            ],
            heading=_("Hvornår"),
        ),
        MultiFieldPanel([MilestonesPanel()], heading=_("Milepæle")),
        ReasonsPanel(heading=_("Begrundelser")),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("ground"), FieldPanel("ink"), FieldPanel("button")]
                ),
                ContrastPanel(),
                FieldRowPanel([FieldPanel("motif"), FieldPanel("seed")]),
                FieldPanel("logo"),
            ],
            heading=_("Udseende"),
        ),
    ]

    def get_edit_handler(self):
        handler = ObjectList(self.panels, base_form_class=ThemeForm)
        return handler.bind_to_model(self.model)


theme_viewset = ThemeViewSet()
