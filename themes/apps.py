from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ThemesConfig(AppConfig):
    name = "themes"
    verbose_name = _("Temaer")

    def ready(self):
        from reportlab import rl_config

        from core.dashboard import dashboard_items

        from . import privacy, publishing  # noqa: F401
        from .dashboard import campaigns_to_archive, milestones_ahead

        privacy.register()
        dashboard_items(milestones_ahead)
        dashboard_items(campaigns_to_archive)
        # Streams as they are: written as text they are a quarter larger, and slow to
        # write. From the start, since it holds for all PDFs of the process.
        rl_config.useA85 = 0
