"""Answers that belong to no app: pages, robots.txt and icons."""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static

from wagtail import views as wagtail_views
from wagtail.admin.auth import require_admin_access
from wagtail.contrib.redirects.views import process_import

from .frame import find_page
from .headers import ONE_YEAR
from .speculation import DIGEST, RULES

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /del/
Disallow: /m/
Disallow: /pakke/
Disallow: /soeg/?
Disallow: /soeg/forslag/
Disallow: /mit-bibliotek/
Disallow: /udgivelse/
Allow: /m/*/afspil/

Sitemap: {base}/sitemap.xml
"""


def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page at ``path``, found at once; else as Wagtail finds it."""
    if page := find_page(request, path):
        try:
            request._wagtail_route_for_request = page.route(request, [])
        except Http404:
            request._wagtail_route_for_request = None
    return wagtail_views.serve(request, path)


def never_here(request: HttpRequest, *args: str) -> HttpResponse:
    """Answer for addresses of a package's that this site does without."""
    raise Http404


def icon(request: HttpRequest, name: str) -> HttpResponse:
    """Lead to an icon from where browsers and feed readers look unasked."""
    return HttpResponseRedirect(static(f"img/{name}"))


def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(
        ROBOTS.format(base=settings.BASE_URL), content_type="text/plain; charset=utf-8"
    )


def speculation_rules(request: HttpRequest, digest: str) -> HttpResponse:
    """Send the rules, which have another address when they are changed."""
    if digest != DIGEST:
        raise Http404
    response = HttpResponse(RULES, content_type="application/speculationrules+json")
    response["Cache-Control"] = ONE_YEAR
    return response


@require_admin_access
def import_redirects(request: HttpRequest) -> HttpResponse:
    """Wagtail's, which takes for granted that its hidden fields came with the form."""
    try:
        return process_import(request)
    except KeyError as error:
        raise BadRequest from error
