"""Answers ``?skaerm=1`` with the screen of a page that has one."""

import math

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wagtail.models import Page

from ..models import CampaignPage, StoryPage
from .slides import campaign_slides, story_slides

SLIDES = {CampaignPage: campaign_slides, StoryPage: story_slides}
SECONDS = 12
# Less is not read from afar; WCAG lets nothing flash, and nobody waits longer.
SHORTEST, LONGEST = 5, 120


def show_screen(page: Page, request: HttpRequest) -> HttpResponse | None:
    """The page on a screen, where that is asked for and there is such a thing."""
    slides_of = SLIDES.get(type(page))
    if slides_of is None or request.GET.get("skaerm") != "1":
        return None
    slides = slides_of(page, request)
    context = {
        "page": page,
        "theme": page.theme,
        "slides": slides,
        "campaign_address": _campaign_address(page, request),
        "seconds": seconds_of(request.GET.get("sekunder", "")),
    }
    return render(request, "pages/campaigns/info_screen.html", context)


def seconds_of(text: str) -> int:
    """How long a slide stays: what was asked for, or the nearest that makes sense."""
    try:
        asked = float(text.replace(",", "."))
    except ValueError:
        return SECONDS
    if math.isnan(asked):
        return SECONDS
    return round(min(max(asked, SHORTEST), LONGEST))


def _campaign_address(page: Page, request: HttpRequest) -> str:
    campaign = page if isinstance(page, CampaignPage) else page.campaign
    return campaign.get_full_url(request) if campaign else ""
