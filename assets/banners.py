"""HTML5 banners, run on a host of their own: no cookie, no sign-in, no way out.

A banner is a program by a stranger. Its files are sent under ``BANNER_HOST`` alone, in
a sandbox that gives the page an origin of its own, and that host answers nothing else.
"""

import mimetypes
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound

from core.headers import ONE_YEAR

from .models import FileVersion
from .previews import banner_key
from .storages import STORAGE_ERRORS, private_storage

POLICY = (
    "sandbox allow-scripts; default-src 'none'; script-src 'self' 'unsafe-inline'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self'; "
    "font-src 'self' data:; connect-src 'none'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors {main}"
)
TYPES = {
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "woff2": "font/woff2",
}


class BannerHostMiddleware:
    """Answer the banner host here, before sessions, sign-in and every other address."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        host = request.META.get("HTTP_HOST", "").lower()
        if not settings.BANNER_HOST or host != _netloc():
            return self.get_response(request)
        response = _member(request) or HttpResponseNotFound(
            b"", content_type="text/plain"
        )
        response["Content-Security-Policy"] = POLICY.format(main=settings.BASE_URL)
        response["X-Content-Type-Options"] = "nosniff"
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex"
        # The sandbox's origin is nobody's, so its own fonts and pictures come from
        # "elsewhere"; there is no cookie that could make an answer somebody's.
        response["Access-Control-Allow-Origin"] = "*"
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response


def banner_url(version: FileVersion) -> str:
    """Where the banner of ``version`` runs; empty when it cannot be run."""
    banner = (version.spec or {}).get("banner") or {}
    if not settings.BANNER_HOST or "index.html" not in banner.get("members", {}):
        return ""
    scheme = urlsplit(settings.BANNER_HOST).scheme or urlsplit(settings.BASE_URL).scheme
    place = banner_key(version.key).rpartition("/")[2]
    return f"{scheme}://{_netloc()}/{version.pk}/{place}/index.html"


def _netloc() -> str:
    return (urlsplit(settings.BANNER_HOST).netloc or settings.BANNER_HOST).lower()


def _member(request: HttpRequest) -> HttpResponse | None:
    """The file of a banner that the address names, or None."""
    pk, _slash, rest = request.path.lstrip("/").partition("/")
    place, _slash, name = rest.partition("/")
    if request.method not in ("GET", "HEAD") or not pk.isdecimal() or len(pk) > 12:
        return None
    version = FileVersion.objects.ready().filter(pk=int(pk)).first()
    if version is None or banner_key(version.key) != f"banners/{place}":
        return None
    # Looked up among the names that were checked: no path is ever put together.
    number = (version.spec.get("banner") or {}).get("members", {}).get(name)
    if number is None:
        return None
    try:
        with private_storage().open(f"banners/{place}/{number}") as file:
            content = file.read()
    except STORAGE_ERRORS:
        return None
    response = HttpResponse(content, content_type=_type_of(name))
    response["Cache-Control"] = ONE_YEAR
    return response


def _type_of(name: str) -> str:
    extension = name.rpartition(".")[2].lower()
    return (
        TYPES.get(extension)
        or mimetypes.guess_type(f"x.{extension}")[0]
        or ("application/octet-stream")
    )
