"""What stands in a theme's form beside its fields: milestones, reasons, contrasts."""

from django.forms import Media

from wagtail.admin.panels import Panel

from .clock import MilestoneKind
from .looks.contrasts import contrasts
from .models import Theme
from .models.themes import COLOUR


class MilestonesPanel(Panel):
    """A table of the steps of the model: when each is, moved or reckoned."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/themes/milestones_panel.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            forms = {row.kind: row for row in self.form.milestones}
            reckoned = self.form.reckoned
            context["rows"] = [
                {"kind": kind, "form": forms.get(kind), "reckoned": reckoned.get(kind)}
                for kind in MilestoneKind
            ]
            return context


class ReasonsPanel(Panel):
    """A field for each warning; nothing where all is as the model wants it."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/themes/reasons_panel.html"

        def is_shown(self):
            return bool(self.form.reasons or self.form.other_reasons)


class ContrastPanel(Panel):
    """Shows ink and button on the ground, with the nearest colour that can be seen."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/themes/contrasts.html"

        @property
        def media(self):
            return Media(
                css={"all": ["css/admin/contrasts.css"]}, js=["js/admin/contrasts.js"]
            )

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            colours = {
                name: str(self.form[name].value() or "")
                for name in ("ground", "ink", "button")
            }
            # What is no colour has its own error; there is nothing to show of it.
            if all(COLOUR.regex.match(colour) for colour in colours.values()):
                context["contrasts"] = [
                    (Theme._meta.get_field(one.name).verbose_name, one)
                    for one in contrasts(Theme(**colours).look)
                ]
            return context
