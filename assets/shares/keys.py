"""Passwords and terms of a share link, and how wrong guesses are held back."""

import math

from django.core import signing
from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from allauth.account.adapter import get_adapter

from ..models import ShareEvent, ShareLink
from ..models.shares import PAUSE, WRONG_PASSWORDS

COOKIE = "delelink"
COOKIE_SECONDS = 12 * 60 * 60
SALT = "assets.share"


def is_locked(share: ShareLink) -> bool:
    """Whether the receiver has a password or terms to get past."""
    return share.has_password or bool(share.terms)


def may_enter(request: HttpRequest, share: ShareLink) -> bool:
    """Whether the receiver has got past them in this browser, in the last 12 hours."""
    if not is_locked(share):
        return True
    try:
        shown = signing.loads(
            request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=COOKIE_SECONDS
        )
    except signing.BadSignature:
        return False
    return shown == _key(share)


def let_in(request: HttpRequest, share: ShareLink, response: HttpResponse) -> None:
    """Remember it, for this link's addresses alone; a strictly needed cookie."""
    response.set_cookie(
        COOKIE,
        signing.dumps(_key(share), salt=SALT),
        max_age=COOKIE_SECONDS,
        path=share.get_absolute_url(),
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


def _key(share: ShareLink) -> list:
    """Changes with the password and the terms: what was opened before is shut again."""
    what = f"{share.password_hash}\n{share.terms}"
    return [share.pk, salted_hmac(SALT, what, algorithm="sha256").hexdigest()]


def try_password(request: HttpRequest, share: ShareLink, password: str) -> bool:
    """Whether the password is right; a wrong one counts, for the link and the sender.

    Ask ``minutes_to_wait`` first.
    """
    if not share.has_password:
        return True
    # Hashing is slow on purpose, so it is done before the row is locked.
    fits = share.fits(password)
    with transaction.atomic():
        locked = ShareLink.objects.select_for_update().get(pk=share.pk)
        if locked.is_paused:
            fits = False
        elif fits:
            ShareLink.objects.filter(pk=share.pk).update(wrong_passwords=0)
        else:
            locked.note_wrong_password()
            if locked.is_paused:
                locked.events.create(kind=ShareEvent.Kind.PAUSED)
        share.paused_until = locked.paused_until
    if not fits:
        count(request, "wrong")
    return fits


def minutes_to_wait(request: HttpRequest, share: ShareLink) -> int:
    """How long no password is looked at, in whole minutes; 0 when one is."""
    if share.is_paused:
        left = share.paused_until - timezone.now()
        return math.ceil(left.total_seconds() / 60)
    if counted(request, "wrong") >= WRONG_PASSWORDS:
        return math.ceil(PAUSE.total_seconds() / 60)
    return 0


def count(request: HttpRequest, what: str) -> None:
    """Count something for the sender's address, forgotten after 15 minutes."""
    key = _address_key(request, what)
    if not cache.add(key, 1, PAUSE.total_seconds()):
        try:
            cache.incr(key)
        except ValueError:
            # It was forgotten between the two lines.
            cache.set(key, 1, PAUSE.total_seconds())


def counted(request: HttpRequest, what: str) -> int:
    """How often that was counted."""
    return cache.get(_address_key(request, what), 0)


def _address_key(request: HttpRequest, what: str) -> str:
    # Keyed, so that the cache holds nothing that tells an address.
    address = get_adapter().get_client_ip(request) or ""
    return f"share-{what}:{salted_hmac(SALT, address).hexdigest()}"
