"""The script that defines ``<tema-samarbejde>`` for the pages of libraries."""

import gzip
import json
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from core.page_cache.shelf import weak_etag

from .kinds import KINDS

SCRIPT = "js/embeds/temasamarbejde.js"
# One address for good, since it stands in pages that we do not write. After an hour it
# is asked for anew, behind the back of who reads; for a month it works without an
# answer, since it is what shows the last copy when we are away.
CACHED = f"public, max-age=3600, stale-while-revalidate={30 * 86_400}"


@require_safe
def send_component(request: HttpRequest) -> HttpResponse:
    """Send the script with what it must know of the site, packed for who takes that."""
    path = Path(finders.find(SCRIPT))
    script, packed, etag = _written(path, path.stat().st_mtime_ns)
    response = get_conditional_response(request, etag=etag)
    if response is None:
        takes_packed = "gzip" in request.headers.get("Accept-Encoding", "")
        response = HttpResponse(
            packed if takes_packed else script,
            content_type="text/javascript; charset=utf-8",
        )
        if takes_packed:
            response["Content-Encoding"] = "gzip"
    response["ETag"] = etag
    response["Vary"] = "Accept-Encoding"
    response["Cache-Control"] = CACHED
    # A module is fetched with CORS.
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@lru_cache(maxsize=1)
def _written(path: Path, changed: int) -> tuple[bytes, bytes, str]:
    facts = json.dumps(_facts(), ensure_ascii=False)
    script = f"const SITE = {facts};\n{path.read_text()}".encode()
    return script, gzip.compress(script, mtime=0), weak_etag(script)


def _facts() -> dict:
    codes = [code for code, _name in settings.LANGUAGES]
    return {
        "language": codes[0],
        "heights": {kind.name: kind.height for kind in KINDS.values()},
        "words": {code: _words(code) for code in codes},
    }


def _words(code: str) -> dict[str, str]:
    with override(code):
        return {
            "label": _("Fra Bibliotekernes Temasamarbejde"),
            "kept": _(
                "Sådan så det ud den {day}. Bibliotekernes Temasamarbejde svarer ikke "
                "lige nu."
            ),
            "away": _("Bibliotekernes Temasamarbejde svarer ikke lige nu."),
        }
