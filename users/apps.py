from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(AppConfig):
    """People and how they sign in."""

    name = "users"
    default = True
    verbose_name = _("Brugere")


class AdminUsersConfig(WagtailUsersAppConfig):
    """Wagtail's screens for users, with our user's fields."""

    default = False
    user_viewset = "users.viewsets.UserViewSet"
