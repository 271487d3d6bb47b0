from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    name = "campaigns"
    verbose_name = _("Kampagner")

    def ready(self):
        from . import privacy, publishing  # noqa: F401
        from .bibliography import claims  # noqa: F401
        from .ideas.sending_letters import register_letters
        from .ideas.sending_panel import register
        from .releases import dashboard  # noqa: F401
        from .releases import letters as release_letters
        from .signal_handlers import register_signal_handlers

        register()
        privacy.register()
        register_letters()
        release_letters.register_letters()
        register_signal_handlers()
