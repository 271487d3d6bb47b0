"""Ideas, and a campaign's stories, as feeds."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language

from core.feeds import ITEMS, feed_of, items_of, place_of, title_of

from .models import CampaignPage, IdeaIndexPage, IdeaPage, StoryPage


def send_stories(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The newest stories of a campaign, under the language that it is written in."""
    campaigns = CampaignPage.objects.live().public()
    campaign = campaigns.filter(pk=pk, locale__language_code=get_language()).first()
    if campaign is None:
        raise Http404
    stories = StoryPage.objects.child_of(campaign).live().public()
    newest = stories.select_related("picture").order_by("-first_published_at", "-pk")
    items = items_of(request, newest[:ITEMS])
    return feed_of(request, campaign, campaign.title, items, form)


def send_ideas(request: HttpRequest, form: str) -> HttpResponse:
    """The newest ideas of all campaigns in the language of the address."""
    place = place_of(IdeaIndexPage)
    ideas = IdeaPage.objects.live().public().filter(locale=place.locale_id)
    newest = ideas.select_related("picture").order_by("-first_published_at", "-pk")
    items = items_of(request, newest[:ITEMS])
    return feed_of(request, place, title_of(place), items, form)
