"""Which next pages a browser may fetch before they are asked for.

Told to strangers alone: their pages are the same for all of them, counted by nobody
and kept before Django, so one that is fetched in vain costs next to nothing. What
belongs to somebody, is secret, counted or sent is left alone (``core/addresses.py``).
"""

import hashlib
import json

from django.conf import settings
from django.http import HttpResponse

from .addresses import LEFT_ALONE

HEADER = "Speculation-Rules"


def _rules() -> dict:
    """Fetch what a reader points at; make ready what is being pressed."""
    others = [f"/{code}" for code, _name in settings.LANGUAGES[1:]]
    alone = [f"{front}/{part}/*" for front in ("", *others) for part in LEFT_ALONE]
    # A file has a dot in its name; a query is a search, or a list narrowed.
    never = [*alone, "/*.*", "/*\\?(.+)"]
    links = {
        "and": [
            {"href_matches": "/*"},
            {"not": {"href_matches": never}},
            {"not": {"selector_matches": "[download], [target], [rel~=nofollow]"}},
        ]
    }
    return {
        "prefetch": [{"where": links, "eagerness": "moderate"}],
        "prerender": [{"where": links, "eagerness": "conservative"}],
    }


RULES = json.dumps(_rules())
DIGEST = hashlib.sha256(RULES.encode()).hexdigest()[:12]
ADDRESS = f"/naeste-sider.{DIGEST}.json"


def tell_rules(response: HttpResponse) -> None:
    """Say in a page for strangers where the rules are."""
    if (
        response.status_code == 200
        and response.headers.get("Cache-Control") == "no-cache"
        and response.headers.get("Content-Type", "").startswith("text/html")
    ):
        response.headers[HEADER] = f'"{ADDRESS}"'
