"""The milestones of a theme in its form, and the reasons for what is odd about them."""

from wagtail.admin.panels import Panel

from .clock import MilestoneKind


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
