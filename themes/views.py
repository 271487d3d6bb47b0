from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import patch_cache_control

from .looks import pattern_svg, stylesheet
from .models import Theme

ONE_YEAR = 31_536_000
PATTERN_SIZE = (1600, 900)


def theme_stylesheet(request: HttpRequest, pk: int, digest: str) -> HttpResponse:
    """Send a theme's colours as custom properties of its class."""
    return _immutable(
        request,
        pk,
        digest,
        "text/css; charset=utf-8",
        lambda theme: stylesheet(
            theme.look,
            f".{theme.css_class}",
            theme.pattern_url(),
            theme.pattern_url(dark=True),
        ),
    )


def theme_pattern(
    request: HttpRequest, pk: int, digest: str, dark: bool = False
) -> HttpResponse:
    """Send a theme's pattern as a drawing."""
    return _immutable(
        request,
        pk,
        digest,
        "image/svg+xml",
        lambda theme: pattern_svg(theme.look, *PATTERN_SIZE, dark=dark),
    )


def _immutable(
    request: HttpRequest,
    pk: int,
    digest: str,
    content_type: str,
    draw: Callable[[Theme], str],
) -> HttpResponse:
    """Send what the digest in the address stands for, or lead to today's address.

    Drafts too: an editor's preview wears its colours, and colours tell nothing.
    """
    theme = get_object_or_404(Theme, pk=pk)
    if digest != theme.look_digest:
        match = request.resolver_match
        return redirect(match.url_name, pk, theme.look_digest)
    response = HttpResponse(draw(theme), content_type=content_type)
    patch_cache_control(response, public=True, max_age=ONE_YEAR, immutable=True)
    return response
