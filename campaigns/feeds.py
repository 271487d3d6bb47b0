"""A campaign's stories as a feed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language

from core.feeds import ITEMS, feed_of

from .models import CampaignPage, StoryPage


def send_stories(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The newest stories of a campaign, under the language that it is written in."""
    campaigns = CampaignPage.objects.live().public()
    campaign = campaigns.filter(pk=pk, locale__language_code=get_language()).first()
    if campaign is None:
        raise Http404
    stories = StoryPage.objects.child_of(campaign).live().public()
    newest = stories.select_related("picture").order_by("-first_published_at", "-pk")
    return feed_of(request, campaign, campaign.title, newest[:ITEMS], form)
