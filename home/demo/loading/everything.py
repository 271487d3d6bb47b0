"""All of the demo content, in the order in which one part points to another."""

from collections.abc import Callable

from django.utils import timezone

from campaigns.models import CampaignIndexPage

from ..content import (
    CAMPAIGNS,
    FILMS,
    HOMES,
    IDEAS,
    NEWS,
    PAGES,
    PRODUCTIONS,
    READING_LISTS,
    STORIES,
)
from .bodies import Placed
from .english import load_english
from .pages import (
    fill_campaign,
    load_campaign,
    load_film,
    load_idea,
    load_reading_list,
    load_story,
)
from .people import load_libraries, load_people
from .pictures import load_pictures
from .productions import load_production, load_vocabularies
from .site import (
    danish_home,
    english_home,
    fill_home,
    load_catalogues,
    load_news,
    load_pages,
    load_settings,
)
from .themes import load_theme


def load_everything(with_people: bool, say: Callable[[str], None]) -> None:
    """Load what is missing; ``say`` hears what is being done, in Danish."""
    say(f"Biblioteker: {load_libraries()}")
    if with_people:
        load_people()
    today = timezone.localdate()
    themes = {campaign.key: load_theme(campaign, today) for campaign in CAMPAIGNS}
    placed = Placed()
    say("Tegner billeder")
    load_pictures(placed)
    say(f"Tegner {len(PRODUCTIONS)} materialer")
    load_vocabularies()
    for production in PRODUCTIONS:
        placed.assets[production.key] = load_production(
            production, themes[production.campaign]
        )
    say("Lægger siderne op")
    _load_danish(themes, placed)
    load_english(english_home(), placed)


def _load_danish(themes: dict, placed: Placed) -> None:
    home = danish_home()
    index = load_catalogues(home, placed)[CampaignIndexPage]
    new = []
    for campaign in CAMPAIGNS:
        page, is_new = load_campaign(index, campaign, themes[campaign.key], placed)
        if is_new:
            new.append((page, campaign))
    parents = {c.key: placed.pages["campaign", c.key] for c in CAMPAIGNS}
    for film in FILMS:
        load_film(parents[film.campaign], film, placed)
    for reading_list in READING_LISTS:
        load_reading_list(parents[reading_list.campaign], reading_list, placed)
    for idea in IDEAS:
        load_idea(parents[idea.campaign], idea, placed)
    for story in STORIES:
        load_story(parents[story.campaign], story, placed)
    load_pages(home, [page for page in PAGES if page.language == "da"], placed)
    for page, campaign in new:
        fill_campaign(page, campaign, placed)
    load_news(home, NEWS, placed)
    fill_home(home, next(text for text in HOMES if text.language == "da"), placed)
    load_settings(placed)
