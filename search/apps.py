from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Søgning")

    def ready(self):
        from assets.browsing.finding import found_by
        from users.privacy.erasing import person_leaves

        from . import privacy
        from .asking.materials import find_assets
        from .signal_handlers import index_all_anew, register_signal_handlers

        found_by(find_assets)
        register_signal_handlers()
        privacy.register()
        person_leaves.connect(index_all_anew, dispatch_uid="index_all_anew")
