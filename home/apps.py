from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Hjemmeside")

    def ready(self):
        from assets.share_pictures.subjects import house_picture

        from . import privacy
        from .accessibility.letters import register_letters
        from .models.settings import chosen_picture

        register_letters()
        privacy.register()
        house_picture(chosen_picture)
