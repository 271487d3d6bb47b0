"""The oEmbed provider (oembed.com): the embed of an address of ours, as JSON or XML."""

from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.html import format_html
from django.utils.translation import override
from django.views.decorators.http import require_safe

from wagtail.models import Page

from assets.share_pictures.subjects import subject_of_page
from core.frame import Frame
from core.site_address import whole

from .kinds import Kind, embed_path, kind_of

WIDTH = 600
# A consumer's number beyond this is nobody's screen.
LARGEST = 100_000
PICTURE = (1200, 630)
SIZES = ("maxwidth", "maxheight")


@require_safe
def answer_oembed(request: HttpRequest) -> HttpResponse:
    """Answer 404 for what has no embed, 401 behind a restriction, 501 for a format.

    That a live page is behind a restriction is no secret: its address says so itself.
    """
    form = request.GET.get("format", "json")
    if form not in ("json", "xml"):
        return _refuse(501, "format is json or xml")
    try:
        most = {name: _number(request.GET.get(name)) for name in SIZES}
    except ValueError:
        return _refuse(400, "maxwidth and maxheight are whole numbers above 0")
    found = _page_at(request, request.GET.get("url", ""))
    if found is None:
        return _refuse(404, "nothing to embed at this address")
    page, kind = found
    if page.is_restricted:
        return _refuse(401, "this page is not for everyone")
    facts = _facts(request, page.specific, kind, **most)
    response = JsonResponse(facts) if form == "json" else _xml(facts)
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _refuse(status: int, reason: str) -> HttpResponse:
    response = JsonResponse({"error": reason}, status=status)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _number(text: str | None) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text)):
        raise ValueError(text)
    return min(int(text), LARGEST)


def _page_at(request: HttpRequest, address: str) -> tuple[Page, Kind] | None:
    """The live page at an address of this site that can be embedded, and as what."""
    try:
        parts = urlsplit(address)
        ours = urlsplit(settings.BASE_URL)
        is_ours = parts.netloc.lower() in (ours.netloc, request.get_host())
        path = unquote(parts.path, errors="strict")
    except ValueError:
        return None
    if not is_ours or parts.scheme not in ("http", "https") or "\0" in path:
        return None
    code, rest = _language(path)
    with override(code):
        way = Frame(request, rest).way
    page = way[-1] if way and rest else None
    if page is None or not page.live or page.locale.language_code != code:
        return None
    kind = kind_of(page.specific_class)
    return (page, kind) if kind else None


def _language(path: str) -> tuple[str, str]:
    first, _slash, rest = path.strip("/").partition("/")
    others = [
        code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE
    ]
    if first in others:
        return first, rest
    return settings.LANGUAGE_CODE, path.strip("/")


def _facts(
    request: HttpRequest,
    page: Page,
    kind: Kind,
    maxwidth: int | None,
    maxheight: int | None,
) -> dict:
    width = min(WIDTH, maxwidth or WIDTH)
    height = min(kind.height, maxheight or kind.height)
    source = whole(embed_path(kind, page))
    picture = subject_of_page(page, request)
    facts = {
        "version": "1.0",
        "type": "video" if kind.name == "film" else "rich",
        "title": page.title,
        "provider_name": settings.WAGTAIL_SITE_NAME,
        "provider_url": settings.BASE_URL,
        "cache_age": 3600,
        "width": width,
        "height": height,
        "html": format_html(
            '<iframe src="{}" width="{}" height="{}" title="{}" frameborder="0" '
            'loading="lazy" referrerpolicy="no-referrer" allowfullscreen></iframe>',
            source,
            width,
            height,
            page.title,
        ),
    }
    fits = PICTURE[0] <= (maxwidth or LARGEST) and PICTURE[1] <= (maxheight or LARGEST)
    if picture and fits:
        facts["thumbnail_url"] = picture.url
        facts["thumbnail_width"], facts["thumbnail_height"] = PICTURE
    return facts


def _xml(facts: dict) -> HttpResponse:
    root = Element("oembed")
    for name, value in facts.items():
        SubElement(root, name).text = str(value)
    body = tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(body, content_type="text/xml; charset=utf-8")
