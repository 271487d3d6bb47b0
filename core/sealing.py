"""What stands in the database and may be read by the site alone."""

import base64
import hashlib

from django.conf import settings

from cryptography.fernet import Fernet, MultiFernet


def box(purpose: str) -> MultiFernet:
    """Seals and opens under the site's key; each purpose has a key of its own.

    Opening what another key has sealed raises ``cryptography.fernet.InvalidToken``.
    """
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(f"{purpose}:{key}".encode()) for key in keys]
    return MultiFernet(
        [Fernet(base64.urlsafe_b64encode(each.digest())) for each in digests]
    )
