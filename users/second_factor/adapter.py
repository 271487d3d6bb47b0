"""How allauth keeps what people's telephones share with the site."""

import base64
import secrets

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import InvalidToken

from core.sealing import box


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets under the site's key, our words, and a QR code drawn by the template."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_generate_recovery_codes": _("Sæt først totrinslogin op."),
        "incorrect_code": _(
            "Koden passer ikke. Skriv den, der står på telefonen lige nu, og se efter, "
            "at telefonens ur går rigtigt."
        ),
        "unverified_email": _("Bekræft din e-mailadresse først."),
    }

    def get_totp_issuer(self) -> str:
        """Under what name the telephone lists its codes."""
        return settings.WAGTAIL_SITE_NAME

    def build_totp_svg(self, url: str) -> str:
        """Nothing: the page draws the code itself."""
        return ""

    def encrypt(self, text: str) -> str:
        """The secret as it may stand in the database and in its copies."""
        return box("second factor").encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret, or a new one that no code fits if the site's key was another.

        Then the person signs in with a new factor, as who has lost their telephone.
        """
        try:
            return box("second factor").decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()
