"""How long somebody stays signed in: not for ever, and not at a desk they have left.

Read where the session is, so that pages that ask for none pay nothing. Who is closed,
removed or has a new password is out at the next request by Django's own means.
"""

import time

from django.conf import settings
from django.contrib.sessions.backends import db

SINCE, SEEN, EDITS = "signed_in_at", "seen_at", "edits"


class SessionStore(db.SessionStore):
    """A session in the database that ends when its limits say so.

    Limits are seconds in ``SESSION_LIMITS``: idle and in all, for those who may enter
    the admin and for others. When somebody was last here is written a few times
    within the idle limit, not at each request, so a session may end a tenth early.
    """

    def load(self) -> dict:
        data = super().load()
        if SINCE not in data:
            return data
        now = time.time()
        limits = _limits_of(data)
        if now - data[SINCE] >= limits["whole"] or now - data[SEEN] >= limits["idle"]:
            self.delete(self.session_key)
            self._session_key = None
            return {}
        if now - data[SEEN] >= limits["idle"] / 10:
            data[SEEN] = now
            self.modified = True
        return data


def _limits_of(data: dict) -> dict[str, int]:
    return settings.SESSION_LIMITS["admin" if data[EDITS] else "library"]


def note_signing_in(request, user, **kwargs) -> None:
    """Begin to count; a new session id was just given (``user_logged_in``)."""
    now = time.time()
    edits = user.has_perm("wagtailadmin.access_admin")
    request.session.update({SINCE: now, SEEN: now, EDITS: edits})
