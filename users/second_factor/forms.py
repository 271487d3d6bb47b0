"""allauth's forms of the second factor, in our words."""

from django.utils.translation import gettext_lazy as _

from allauth.account.forms import ReauthenticateForm as PasswordForm
from allauth.mfa.base import forms as base_forms
from allauth.mfa.totp import forms as totp_forms

from users.forms import PlainFieldsMixin

SIX_DIGITS = _("De seks tal, som appen på din telefon viser.")
CODE_HELP = _(
    "De seks tal, som appen på din telefon viser. Har du ikke telefonen, så skriv en "
    "af dine nødkoder."
)


class CodeFieldMixin(PlainFieldsMixin):
    """One field for a code, for which telephones show digits."""

    labels = {"code": _("Kode")}
    help_texts = {"code": CODE_HELP}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.error_messages["required"] = _("Skriv koden.")
        field.widget.attrs.update({"inputmode": "numeric", "autofocus": True})


class AuthenticateForm(CodeFieldMixin, base_forms.AuthenticateForm):
    """Show the factor while signing in."""


class ReauthenticateForm(CodeFieldMixin, base_forms.ReauthenticateForm):
    """Show the factor while signed in."""


class ActivateForm(CodeFieldMixin, totp_forms.ActivateTOTPForm):
    """Show that the telephone has read the secret."""

    help_texts = {"code": SIX_DIGITS}


class ConfirmPasswordForm(PlainFieldsMixin, PasswordForm):
    """Write the password once more before something that matters."""

    labels = {"password": _("Adgangskode")}
