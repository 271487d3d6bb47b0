from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailConfig(AppConfig):
    """The outbox: every letter is a row before it is sent."""

    name = "mail"
    verbose_name = _("Udgående post")

    def ready(self):
        from wagtail.permissions import register_permission_policy

        from core.dashboard import dashboard_items

        from . import backends, held_pages, privacy
        from .dashboard import letters_to_look_at
        from .models import Message
        from .permissions import SeeOnlyPolicy

        backends.register_letters()
        privacy.register()
        held_pages.register_letters()
        dashboard_items(letters_to_look_at)
        register_permission_policy(Message, SeeOnlyPolicy(Message))
