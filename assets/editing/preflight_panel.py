"""At each file in the admin: what was measured, what fails, and the editor's word."""

from wagtail.admin.panels import Panel

from ..permissions import asset_policy
from ..preflight.rules import failed_rules, override_of
from ..preflight.tables import print_table


class PreflightPanel(Panel):
    """The specification of the file's current version; nothing at a new file."""

    def get_form_options(self):
        # Claimed, else Wagtail shows the field at every file and to everyone.
        return {"fields": ["override_reason"]}

    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/assets/preflight_panel.html"

        def is_shown(self):
            return bool(
                self.instance
                and self.instance.current_version_id
                and self.instance.current_version.is_measured
            )

        def get_context_data(self, parent_context=None):
            version = self.instance.current_version
            version.file = self.instance
            override = override_of(version)
            table = print_table(version, override)
            rules = failed_rules(version)
            is_editor = asset_policy().is_editor(self.request.user, self.instance.asset)
            return {
                **super().get_context_data(parent_context),
                "version": version,
                "table": table,
                "rules": rules,
                "override": override,
                "reason": self.form["override_reason"]
                if table and rules and is_editor
                else None,
            }
