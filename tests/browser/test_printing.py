"""Pages on paper: handouts of few sheets, dark on light whatever the screen wears."""

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from campaigns.models import IdeaStep
from campaigns.models.reading_lists import ReadingListTitle
from tests.factories.campaigns import (
    CampaignPageFactory,
    IdeaPageFactory,
    ReadingListPageFactory,
    StoryPageFactory,
    preview_body,
)
from tests.factories.images import ImageFactory

from .axe import grave_findings

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def campaign(db):
    return CampaignPageFactory(picture=ImageFactory(), body=preview_body())


@pytest.fixture
def printed(page: Page, live_server):
    """Prints a page of ours on A4 and gives the words of each sheet."""

    def on_sheets(shown) -> list[str]:
        page.emulate_media(color_scheme="dark")
        page.goto(live_server.url + shown.url)
        paper = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        try:
            width, height = paper[0].get_size()
            assert (round(width), round(height)) == (595, 842)
            return [sheet.get_textpage().get_text_bounded() for sheet in paper]
        finally:
            paper.close()

    return on_sheets


def test_an_idea_is_one_sheet_that_leads_back_to_its_page(printed, campaign):
    idea = IdeaPageFactory(
        parent=campaign, picture=ImageFactory(), body=preview_body()[:1]
    )
    for number in range(8):
        IdeaStep.objects.create(page=idea, text=f"Trin {number}")
    [sheet] = printed(idea)
    assert idea.full_url.partition("://")[2].rstrip("/") in sheet
    assert "Trin 7" in sheet
    assert "1 / 1" in sheet
    assert "Log ind" not in sheet


def test_a_list_of_ten_titles_is_one_sheet_without_buttons(printed, campaign):
    books = ReadingListPageFactory(parent=campaign)
    for number in range(10):
        ReadingListTitle.objects.create(
            page=books, title=f"Bind {number}", author="Inger", why="Den er vild."
        )
    [sheet] = printed(books)
    assert "Bind 9" in sheet
    assert "Find den på bibliotek.dk" not in sheet


def test_a_story_begins_on_its_first_sheet(printed, campaign):
    paragraphs = [
        f"<p>Afsnit {n}. {'Der var engang en å. ' * 20}</p>" for n in range(12)
    ]
    text = [{"type": "text", "value": paragraph} for paragraph in paragraphs]
    story = StoryPageFactory(parent=campaign, picture=ImageFactory(), body=text)
    first, second = printed(story)
    assert "Afsnit 0." in first
    assert "Afsnit 11." in second


def test_a_campaign_prints_what_is_folded_on_the_screen_and_not_its_ways(
    printed, campaign
):
    StoryPageFactory(parent=campaign, title="Åen vender hjem")
    sheets = printed(campaign)
    words = " ".join(sheets)
    [answer] = [
        block.value["questions"][0]["answer"].source
        for block in campaign.body
        if block.block_type == "faq"
    ]
    assert len(sheets) <= 2
    assert "Åen vender hjem" in words
    assert answer.removeprefix("<p>").removesuffix("</p>")[:20] in words
    assert "Vis på infoskærm" not in words


def test_paper_is_light_and_accessible_on_a_dark_screen(
    page: Page, live_server, campaign
):
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(live_server.url + campaign.url)
    expect(page.locator("body")).to_have_css("color", "rgb(22, 20, 15)")
    expect(page.locator(".print-head")).to_be_visible()
    assert grave_findings(page) == []
