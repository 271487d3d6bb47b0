"""A campaign on a library's screen: what it shows, and what it leaves out."""

import datetime
import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail.models import PageViewRestriction

import pytest

from assets.models import Asset
from assets.permissions import Audience
from campaigns.models.reading_lists import ReadingListTitle
from core import danish
from tests.factories.assets import make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    ReadingListPageFactory,
    StoryPageFactory,
)
from tests.factories.images import ImageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def campaign():
    return CampaignPageFactory(title="Vores natur", summary="Den er her. Og der.")


def shown(client, page, query: str = "") -> str:
    response = client.get(f"{page.url}?skaerm=1{query}")
    assert response.status_code == 200
    return response.content.decode()


def add_list(campaign):
    found = ReadingListPageFactory(parent=campaign)
    ReadingListTitle.objects.create(page=found, title="Løvinden", isbn="9788702311969")


def add_one_of_each(campaign) -> None:
    StoryPageFactory(parent=campaign, picture=ImageFactory())
    FilmPageFactory(parent=campaign, picture=ImageFactory())
    add_list(campaign)


def test_slides_come_in_turn_between_the_campaign_and_the_way_in(client, campaign):
    for _n in range(2):
        StoryPageFactory(parent=campaign)
    FilmPageFactory(parent=campaign)
    add_list(campaign)
    html = shown(client, campaign)
    kinds = re.findall(r'data-slide="(\w+) ', html)
    assert kinds == ["campaign", "story", "film", "books", "story", "part"]


def test_each_slide_has_the_code_of_its_own_page(client, campaign):
    story = StoryPageFactory(parent=campaign)
    assert f"QR-kode til {story.full_url}" in shown(client, campaign)


def test_one_sentence_is_enough(client, campaign):
    html = shown(client, campaign)
    assert '<p class="slide__sentence">Den er her.</p>' in html


def test_a_picture_whose_rights_are_over_is_left_out(client, campaign):
    yesterday = danish.today() - datetime.timedelta(days=1)
    picture = ImageFactory(usable_until=yesterday)
    StoryPageFactory(parent=campaign, picture=picture)
    assert "slide__picture" not in shown(client, campaign)


def test_a_film_for_libraries_alone_is_not_shown_to_passers_by(client, campaign):
    asset = make_file(kind=Asset.Kind.FILM, access=Audience.LIBRARY).asset
    FilmPageFactory(parent=campaign, title="Kun for os", address="", asset=asset)
    assert "Kun for os" not in shown(client, campaign)


def test_a_screen_where_an_editor_is_signed_in_shows_what_strangers_see(
    editor_client, campaign
):
    StoryPageFactory(parent=campaign, title="Kladden", live=False)
    assert "Kladden" not in shown(editor_client, campaign)


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("20", 20),
        ("7,6", 8),
        ("0", 5),
        ("-1e999", 5),
        ("1e999", 120),
        ("nan", 12),
        ("mange", 12),
        ("", 12),
    ],
)
def test_the_nearest_number_of_seconds_that_makes_sense(
    client, campaign, asked, seconds
):
    html = shown(client, campaign, f"&sekunder={asked}")
    assert f'data-seconds="{seconds}"' in html


def test_search_engines_are_led_to_the_page_itself(client, campaign):
    html = shown(client, campaign)
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="{campaign.full_url}">' in html


def test_a_restricted_campaign_has_no_screen_for_strangers(client, campaign):
    PageViewRestriction.objects.create(page=campaign, restriction_type="login")
    response = client.get(f"{campaign.url}?skaerm=1")
    assert response.status_code == 302


def test_a_story_is_shown_alone_with_the_campaigns_code(client, campaign):
    story = StoryPageFactory(parent=campaign)
    StoryPageFactory(parent=campaign, title="En anden")
    html = shown(client, story)
    assert f"QR-kode til {campaign.full_url}" in html
    assert "En anden" not in html


def test_other_pages_answer_as_ever(client, campaign):
    film = FilmPageFactory(parent=campaign)
    assert "data-info-screen" not in shown(client, film)


def test_the_campaign_leads_to_its_screen(client, campaign):
    assert (
        f'href="{campaign.url}?skaerm=1"' in client.get(campaign.url).content.decode()
    )


def test_a_longer_campaign_asks_no_more(client, campaign):
    def asked() -> int:
        shown(client, campaign)
        with CaptureQueriesContext(connection) as captured:
            shown(client, campaign)
        return len(captured)

    add_one_of_each(campaign)
    few = asked()
    for _n in range(3):
        add_one_of_each(campaign)
    assert asked() == few
