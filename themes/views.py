from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_cache_control

from core.danish import today

from .looks import pattern_svg, stylesheet
from .models import Milestone, Theme
from .models.dates import FIRST_YEAR, LAST_YEAR
from .year_wheel import YearDrawing

ONE_YEAR = 31_536_000
PATTERN_SIZE = (1600, 900)
NEXT_MILESTONES = 8


def show_calendar(request: HttpRequest, year: int | None = None) -> HttpResponse:
    """Show a year as a wheel and as tables; this year with what comes next."""
    now = today()
    shown = year or now.year
    # Milestones may lie in the year before the first campaign, or after the last.
    if not FIRST_YEAR - 1 <= shown <= LAST_YEAR + 1:
        raise Http404
    drawing = YearDrawing(shown)
    themes = list(
        Theme.objects.public()
        .touching(drawing.span)
        .with_milestones()
        .order_by("starts_on", "number")
    )
    upcoming = []
    if shown == now.year:
        ahead = Milestone.objects.public().ahead(now).select_related("theme")
        upcoming = list(ahead[:NEXT_MILESTONES])
    dates = Milestone.objects.public().dates("starts_on", "year")
    return render(
        request,
        "pages/themes/calendar.html",
        {
            "year": shown,
            "years": sorted({shown, now.year, *(date.year for date in dates)}),
            "this_year": now.year,
            "themes": themes,
            "wheel": drawing.wheel(themes, now),
            "upcoming": upcoming,
            "worn": {
                theme.pk: theme for theme in [*themes, *(m.theme for m in upcoming)]
            },
        },
    )


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
