from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class LibrariesConfig(AppConfig):
    """Library systems, their people and what each role may do."""

    name = "libraries"
    verbose_name = _("Biblioteker")

    def ready(self):
        from core.dashboard import dashboard_items
        from users.privacy.erasing import person_leaves

        from . import audit, privacy
        from .dashboard import people_waiting
        from .letters import register_letters
        from .signal_handlers import register_signal_handlers

        register_letters()
        privacy.register()
        audit.register()
        person_leaves.connect(privacy.end_membership, dispatch_uid="end_membership")
        dashboard_items(people_waiting)

        # Permissions exist when the last app with models has been migrated.
        last = [config for config in apps.get_app_configs() if config.models_module][-1]
        register_signal_handlers(post_migrate, last)
