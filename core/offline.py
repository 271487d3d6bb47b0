"""The site without a line: the worker that keeps what was read, and the app's manifest.

``static/js/offline/worker.js`` does the keeping; what it must know of the site is said
here, in front of it. So a release is another worker, and browsers change to it at once.
"""

import json
import re

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from .addresses import LEFT_ALONE
from .page_cache.requests import TRACKING

PAPER = "#f6f4ee"
WORKER = "js/offline/worker.js"
FAREWELL = "js/offline/farewell.js"
# What a browser keeps at most; the pages that were opened longest ago go first.
MOST_PAGES = 60
MOST_BYTES = 50 * 1024**2


def send_worker(request: HttpRequest) -> HttpResponse:
    """Send the service worker, or the one that removes it (``READABLE_OFFLINE``)."""
    lines = [f"importScripts({json.dumps(static(FAREWELL))});"]
    if settings.READABLE_OFFLINE:
        facts = json.dumps(_facts(), ensure_ascii=False)
        lines = [
            f"self.site = {facts};",
            f"importScripts({json.dumps(static(WORKER))});",
        ]
    response = HttpResponse(
        "\n".join(lines), content_type="text/javascript; charset=utf-8"
    )
    response["Cache-Control"] = "no-cache"
    return response


def _facts() -> dict:
    """What the worker knows of the site; to be read beside it."""
    languages = [code for code, _name in settings.LANGUAGES]
    first, *others = languages
    parts = "|".join(map(re.escape, LEFT_ALONE))
    return {
        "release": getattr(staticfiles_storage, "manifest_hash", ""),
        "leftAlone": rf"^/(?:(?:{'|'.join(others)})/)?(?:{parts})(?:/|$)|\.[^/]*$",
        "tracking": f"^(?:{TRACKING.pattern})$",
        "static": settings.STATIC_URL,
        "pictures": settings.MEDIA_URL,
        "mostPages": MOST_PAGES,
        "mostBytes": MOST_BYTES,
        "language": first,
        "words": {code: _words(code) for code in languages},
    }


def _words(code: str) -> dict[str, str]:
    with override(code):
        return {
            "language": code,
            "page": render_to_string("offline.html").strip(),
            "notice": _("Du er uden net. Sådan så siden ud den {day}."),
        }


def send_manifest(request: HttpRequest) -> JsonResponse:
    """Say what the site is called and looks like as an app on somebody's screen."""
    front = request.path.rpartition("/")[0] + "/"
    response = JsonResponse(
        {
            "id": "/",
            "lang": get_language(),
            "dir": "ltr",
            "name": settings.WAGTAIL_SITE_NAME,
            "short_name": "Tema",
            "description": _("Fortællinger, film og bøger fra landets biblioteker."),
            "start_url": front,
            "scope": "/",
            "display": "standalone",
            "display_override": ["minimal-ui"],
            "theme_color": PAPER,
            "background_color": PAPER,
            "icons": [
                _icon("icon-192.png", 192),
                _icon("icon-512.png", 512),
                _icon("icon-maskable-512.png", 512, purpose="maskable"),
            ],
        },
        content_type="application/manifest+json",
        json_dumps_params={"ensure_ascii": False},
    )
    response["Cache-Control"] = "no-cache"
    return response


def _icon(name: str, size: int, **more: str) -> dict[str, str]:
    source = static(f"img/{name}")
    return {"src": source, "sizes": f"{size}x{size}", "type": "image/png", **more}
