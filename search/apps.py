from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Søgning")

    def ready(self):
        from assets.browsing.finding import found_by

        from .asking.materials import find_assets
        from .signal_handlers import register_signal_handlers

        found_by(find_assets)
        register_signal_handlers()
