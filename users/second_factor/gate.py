"""Who has no second factor, or has not shown it, comes no further than here."""

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled


class SecondFactorMiddleware:
    """Let nobody into the admin on a password alone, where ``SECOND_FACTOR`` says so.

    Who may not enter at all is turned away by Wagtail, and may sign out in any case.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        page = _page_before_admin(request) if settings.SECOND_FACTOR else None
        if page is None:
            return self.get_response(request)
        asked = request.get_full_path() if request.method == "GET" else ""
        way_on = {REDIRECT_FIELD_NAME: asked or reverse("wagtailadmin_home")}
        return redirect(f"{reverse(page)}?{urlencode(way_on)}")


def _page_before_admin(request: HttpRequest) -> str | None:
    if not request.path_info.startswith("/admin/"):
        return None
    if request.path_info == reverse("wagtailadmin_logout"):
        return None
    user = request.user
    if not user.has_perm("wagtailadmin.access_admin"):
        return None
    if not is_mfa_enabled(user, [Authenticator.Type.TOTP]):
        return "mfa_activate_totp"
    shown = get_authentication_records(request, user)
    if not any(each.get("method") == "mfa" for each in shown):
        return "mfa_reauthenticate"
    return None
