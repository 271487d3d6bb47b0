from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Hjemmeside")

    def ready(self):
        from .accessibility.letters import register_letters

        register_letters()
