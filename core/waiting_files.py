"""A file that waits between its preview and the yes, for the person who chose it."""

import secrets
import zlib

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.cache import cache

WAIT_SECONDS = 3600


def keep(purpose: str, user: AbstractBaseUser, data: bytes, about=None) -> str:
    """Keep ``data`` and what it is ``about``; the token asks for them again."""
    token = secrets.token_urlsafe(16)
    kept = zlib.compress(data), about
    cache.set(_key(purpose, user, token), kept, WAIT_SECONDS)
    return token


def take(purpose: str, user: AbstractBaseUser, token: str) -> tuple | None:
    """The data and what it is about, once: a second press finds nothing to save."""
    key = _key(purpose, user, token)
    kept = cache.get(key)
    # Of two presses at once, one deletes it.
    if kept is None or not cache.delete(key):
        return None
    packed, about = kept
    return zlib.decompress(packed), about


def _key(purpose: str, user: AbstractBaseUser, token: str) -> str:
    return f"waiting_file:{purpose}:{user.pk}:{token[:40]}"
