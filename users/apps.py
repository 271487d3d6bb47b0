from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(AppConfig):
    """People and how they sign in."""

    name = "users"
    default = True
    verbose_name = _("Brugere")

    def ready(self):
        from django.contrib.auth.signals import user_logged_in

        from . import audit
        from .privacy import kept
        from .sessions import note_signing_in

        kept.register()
        audit.register()

        user_logged_in.connect(note_signing_in, dispatch_uid="note_signing_in")


class AdminUsersConfig(WagtailUsersAppConfig):
    """Wagtail's screens for users, with our user's fields."""

    default = False
    user_viewset = "users.viewsets.UserViewSet"
