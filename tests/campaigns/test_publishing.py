"""What only campaigns know of whether a page can be published."""

import pytest

from campaigns.models import IdeaAsset, ReadingListTitle
from core.publish_checks import Level
from core.publish_checks.gate import PublishStopped
from tests.core.findings import block, found
from tests.factories.assets import make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    IdeaPageFactory,
    ReadingListPageFactory,
)
from tests.factories.themes import ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_a_campaign_of_a_draft_theme_is_stopped_on_every_way():
    campaign = CampaignPageFactory(theme=ThemeFactory(state="draft"), live=False)
    with pytest.raises(PublishStopped) as caught:
        campaign.save_revision().publish()
    assert list(caught.value.message_dict) == ["theme"]


@pytest.mark.parametrize(
    ("kind", "word", "make"),
    [("ideas", "ideer", IdeaPageFactory), ("films", "film", FilmPageFactory)],
)
def test_a_block_that_shows_all_of_none(kind, word, make):
    campaign = CampaignPageFactory()
    campaign.body = [block(kind, {"title": "", "pages": []})]
    make(parent=campaign, live=False)
    (finding,) = found(campaign)["nothing_to_show"]
    assert finding.level == Level.WARNING
    assert finding.message == (
        f"Kampagnen har ingen udgivne {word} endnu, så blokken viser ikke noget."
    )
    make(parent=campaign)
    assert found(campaign) == {}


def test_what_is_printed_takes_more_than_no_time():
    idea = IdeaPageFactory(lead_weeks=0)
    assert "print_takes_time" not in found(idea)
    idea.needed_assets = [IdeaAsset(asset=make_file(title="Plakat").asset)]
    (finding,) = found(idea)["print_takes_time"]
    assert (finding.level, finding.place.field) == (Level.WARNING, "lead_weeks")
    assert finding.message.startswith("”Plakat” skal trykkes")
    idea.lead_weeks = 1
    assert "print_takes_time" not in found(idea)


def test_a_title_that_is_only_a_number_is_not_shown_to_readers():
    reading_list = ReadingListPageFactory()
    isbn = "9788702047738"
    known = ReadingListTitle(title="Havet", isbn=isbn)
    reading_list.titles = [known, ReadingListTitle(title=isbn, isbn=isbn)]
    (finding,) = found(reading_list)["only_a_number"]
    assert (finding.level, finding.place.steps) == (Level.ERROR, (1, "title"))
    assert isbn in finding.message
