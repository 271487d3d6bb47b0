"""The calendar as iCalendar (RFC 5545), for people's own calendars to follow."""

import datetime
import hashlib
from collections.abc import Iterable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.utils.translation import override

from icalendar import Calendar, Event

from .models import Milestone, Theme

NAME = "Bibliotekernes Temasamarbejde"
PRODUCER = f"-//{NAME}//Kalender//DA"
REFRESHED = datetime.timedelta(hours=12)
KEPT_SECONDS = 900


def send_calendar(request: HttpRequest, slug: str | None = None) -> HttpResponse:
    """Send the milestones of all themes, or of one; of drafts nothing is told.

    Always in Danish, which is what the milestones' notes are written in.
    """
    themes = Theme.objects.public().with_milestones().order_by("starts_on", "pk")
    if slug is not None:
        themes = themes.filter(slug=slug)
    themes = list(themes)
    if slug is not None and not themes:
        raise Http404
    with override("da"):
        name = NAME
        if slug is not None:
            name = f"{themes[0].title} · {name}"
        body = calendar_of(themes, name, request.path)
    etag = quote_etag(hashlib.sha256(body).hexdigest()[:32])
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["ETag"] = etag
    response["Content-Disposition"] = f'inline; filename="{slug or "kalender"}.ics"'
    patch_cache_control(response, public=True, max_age=KEPT_SECONDS)
    # No Last-Modified: a theme that is taken back makes no date newer.
    return get_conditional_response(request, etag=etag, response=response)


def calendar_of(themes: Iterable[Theme], name: str, path: str) -> bytes:
    """The calendar as a file. ``themes`` come with their milestones fetched."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    calendar.add("source", f"{settings.BASE_URL}{path}", {"VALUE": "URI"})
    calendar.add("refresh-interval", REFRESHED, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", REFRESHED)
    for theme in themes:
        for milestone in theme.shown_milestones:
            calendar.add_component(_event(theme, milestone))
    return calendar.to_ical()


def _event(theme: Theme, milestone: Milestone) -> Event:
    # Without METHOD, DTSTAMP says when the event was last changed (RFC 5545, 3.8.7.2).
    changed = max(milestone.changed_at, theme.changed_at).replace(microsecond=0)
    changed = changed.astimezone(datetime.UTC)
    event = Event()
    event.add("uid", str(milestone.uid))
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", milestone.revision)
    event.add("dtstart", milestone.starts_on)
    # Of whole days the end is the day after the last.
    event.add("dtend", milestone.ends_on + datetime.timedelta(days=1))
    event.add("summary", f"{milestone.get_kind_display()}: {theme.subtitle}")
    event.add("description", _description(theme, milestone))
    event.add("url", f"{settings.BASE_URL}{milestone.get_absolute_url()}")
    event.add("categories", [theme.title])
    event.add("transp", "TRANSPARENT")
    event.add("class", "PUBLIC")
    return event


def _description(theme: Theme, milestone: Milestone) -> str:
    title = f"{theme.title} ({theme.label})" if theme.label else theme.title
    weeks = f"{milestone.weeks[0].upper()}{milestone.weeks[1:]}"
    return "\n".join(filter(None, [title, weeks, milestone.note, theme.dates_note]))
