"""Setting a second factor up; the rest is allauth's own."""

import time

from django.http import HttpResponse

from allauth.account.authentication import (
    AUTHENTICATION_METHODS_SESSION_KEY,
    get_authentication_records,
)
from allauth.mfa.totp.views import ActivateTOTPView


class SetUpView(ActivateTOTPView):
    """Set the factor up; whoever has done so has shown it, here and now."""

    def form_valid(self, form) -> HttpResponse:
        response = super().form_valid(form)
        shown = {
            "method": "mfa",
            "type": "totp",
            "at": time.time(),
        }
        self.request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [
            *get_authentication_records(self.request, self.request.user),
            shown,
        ]
        return response


set_up = SetUpView.as_view()
