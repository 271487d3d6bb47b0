"""The English side of the demo site."""

from campaigns.models import CampaignIndexPage, CampaignPage, StoryPage
from home.models import HomePage

from ..content import PAGES, TRANSLATED_STORIES, TRANSLATIONS
from ..content import types as content
from ..content.site import HOMES
from .bodies import Placed, stream
from .pages import add_page, publish
from .site import fill_home, load_catalogues, load_pages


def load_english(home: HomePage, danish: Placed) -> None:
    """Make the English pages as translations of the Danish ones."""
    placed = Placed(assets=danish.assets, pictures=danish.pictures)
    index = load_catalogues(home, placed)[CampaignIndexPage]
    for text in TRANSLATIONS:
        _load_campaign(index, text, danish, placed)
    for story in TRANSLATED_STORIES:
        _load_story(story, danish, placed)
    _load_plain_pages(home, danish, placed)
    fill_home(home, next(h for h in HOMES if h.language == "en"), placed)


def _load_campaign(
    index: CampaignIndexPage,
    text: content.CampaignTranslation,
    danish: Placed,
    placed: Placed,
) -> None:
    original = danish.pages["campaign", text.campaign]
    page, is_new = add_page(
        index,
        CampaignPage(
            title=text.title,
            slug=text.slug,
            summary=text.summary,
            label="example" if original.label else "",
            theme=original.theme,
            focus=text.focus,
            picture=original.picture,
            translation_key=original.translation_key,
        ),
    )
    placed.pages["campaign", text.campaign] = page
    if is_new:
        page.body = stream(text.body, placed)
        publish(page)


def _load_story(story: content.Story, danish: Placed, placed: Placed) -> None:
    original = danish.pages["story", story.translation_of]
    page = StoryPage(
        title=story.title,
        slug=story.slug,
        summary=story.summary,
        picture=original.picture,
        body=stream(story.body, placed),
        translation_key=original.translation_key,
    )
    add_page(placed.pages["campaign", story.campaign], page)


def _load_plain_pages(home: HomePage, danish: Placed, placed: Placed) -> None:
    texts = [page for page in PAGES if page.language == "en"]
    originals = {
        ("page", text.translation_of): danish.pages["page", text.translation_of]
        for text in texts
    }
    placed.pages |= originals
    load_pages(home, texts, placed)
