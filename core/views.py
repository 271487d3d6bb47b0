"""Answers that belong to no app: pages, error pages and robots.txt."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from wagtail import views as wagtail_views

from .frame import find_page

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /del/
Disallow: /m/
Disallow: /pakke/
Disallow: /soeg/
Disallow: /mit-bibliotek/

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


def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(
        ROBOTS.format(base=settings.BASE_URL), content_type="text/plain; charset=utf-8"
    )


def forbidden(request: HttpRequest, exception=None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception=None) -> HttpResponse:
    """Answer 404; says nothing of what was asked for, so all unknowns look alike."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 from a template that needs neither database nor context."""
    return HttpResponse(loader.get_template("500.html").render(), status=500)
