"""What stands in a frame on other sites: content, look, language, and what is gone."""

import re
import uuid

from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail.models import Locale, Page, PageViewRestriction

import pytest

from assets.models import Asset
from assets.permissions import Audience
from campaigns.embeds.kinds import KINDS, embed_path
from campaigns.models.reading_lists import ReadingListTitle
from tests.assets import samples
from tests.factories.assets import make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    IdeaPageFactory,
    ReadingListPageFactory,
    StoryPageFactory,
)
from tests.factories.home import home_page
from tests.factories.libraries import LibraryFactory, MembershipFactory
from tests.factories.users import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def campaign():
    return CampaignPageFactory(title="Vores natur", summary="Den er her.")


@pytest.fixture
def reading_list(campaign):
    found = ReadingListPageFactory(parent=campaign, title="Ud med børn")
    ReadingListTitle.objects.create(page=found, title="Løvinden", isbn="9788702311969")
    return found


def path_of(page, kind: str = "") -> str:
    kinds = [kind] if kind else [k for k in KINDS if KINDS[k].model is type(page)]
    return embed_path(KINDS[kinds[0]], page)


def shown(client, page, query: str = "", kind: str = "") -> str:
    response = client.get(path_of(page, kind) + query)
    assert response.status_code == 200
    return response.content.decode()


def film_of(campaign, access=Audience.ANYONE):
    file = make_file(
        samples.film(frames=5), "film.mp4", kind=Asset.Kind.FILM, access=access
    )
    return FilmPageFactory(parent=campaign, address="", asset=file.asset)


def test_a_campaign_shows_its_stories_and_ideas_and_leads_to_them(client, campaign):
    story = StoryPageFactory(parent=campaign, title="Åen")
    idea = IdeaPageFactory(parent=campaign, title="Byg et dyr")
    html = shown(client, campaign)
    for page in (campaign, story, idea):
        assert page.title in html
        assert f'href="{page.url}"' in html
    assert '<base target="_top">' in html
    assert f'<link rel="canonical" href="{campaign.full_url}">' in html


def test_drafts_and_restricted_pages_below_it_are_left_out(client, campaign):
    StoryPageFactory(parent=campaign, title="Kladden", live=False)
    closed = IdeaPageFactory(parent=campaign, title="Den lukkede")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    html = shown(client, campaign)
    assert "Kladden" not in html
    assert "Den lukkede" not in html


def test_a_reading_list_leads_to_the_loan(client, reading_list):
    html = shown(client, reading_list)
    assert "Løvinden" in html
    assert "bibliotek.dk/find?q.all=9788702311969" in html


def test_a_library_shows_its_name_and_lends_its_own_books(client, reading_list):
    library = LibraryFactory(search_address="https://bib.example/soeg?q={q}")
    html = shown(client, reading_list, f"?bibliotek={library.isil.lower()}")
    assert f"Vises af {library.name}" in html
    assert 'href="https://bib.example/soeg?q=9788702311969"' in html


def test_a_library_that_does_not_take_part_is_not_named(client, reading_list):
    library = LibraryFactory(is_active=False)
    assert library.name not in shown(client, reading_list, f"?bibliotek={library.isil}")


def test_a_film_plays_where_it_stands(client, campaign):
    film = film_of(campaign)
    html = shown(client, film)
    assert f'src="{film.film_file.play_url}"' in html


@pytest.mark.parametrize("who", ["stranger", "library", "editor"])
def test_a_film_for_libraries_is_played_for_nobody(client, campaign, who):
    film = film_of(campaign, access=Audience.LIBRARY)
    if who != "stranger":
        user = UserFactory(is_superuser=who == "editor")
        MembershipFactory(user=user)
        client.force_login(user)
    html = shown(client, film)
    assert "<video" not in html
    assert f'href="{film.url}"' in html


def test_anothers_film_is_fetched_by_a_click_alone(client, campaign):
    html = shown(client, FilmPageFactory(parent=campaign))
    assert "data-film-play" in html
    assert "<iframe" not in html


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2017-09-15", "10 dage til"),
        ("2017-09-24", "1 dag til"),
        ("2017-10-20", "2 dage igen"),
        ("2017-10-22", "I dag er sidste dag"),
        ("2017-10-23", "Slut"),
    ],
)
def test_a_countdown_tells_the_days(client, campaign, time_machine, day, words):
    time_machine.move_to(f"{day}T12:00:00+01:00")
    html = shown(client, campaign, kind="nedtaelling")
    disc = re.search(r'embed-count__words">(.*?)</p>', html, re.DOTALL)[1]
    assert " ".join(re.sub("<.*?>", " ", disc).split()) == words


def test_it_is_there_under_the_same_address_when_moved_and_renamed(client, campaign):
    story_list = ReadingListPageFactory(parent=campaign, title="Før")
    address = path_of(story_list)
    story_list.title, story_list.slug = "Efter", "efter"
    story_list.save_revision().publish()
    Page.objects.get(pk=story_list.pk).move(CampaignPageFactory(), pos="last-child")
    assert "Efter" in client.get(address).content.decode()


def english(page) -> Page:
    """The page in English, and those above it."""
    locale, _new = Locale.objects.get_or_create(language_code="en")
    above = page.get_parent()
    if above.depth > 1 and not above.has_translation(locale):
        english(above)
    found = page.specific.copy_for_translation(locale)
    found.save_revision().publish()
    return found


def test_each_language_has_its_own(client, campaign):
    translated = english(campaign)
    address = path_of(translated)
    assert address.startswith("/en/indlejr/")
    html = client.get(address).content.decode()
    assert '<html lang="en">' in html
    assert "See the whole campaign" in html


def test_a_language_that_it_lacks_leads_to_the_one_that_it_has(client, campaign):
    address = path_of(campaign)
    response = client.get(f"/en{address}?skema=moerk")
    assert response.status_code == 302
    assert response["Location"] == f"{address}?skema=moerk"


def take_down(page) -> None:
    page.save_revision().publish()
    type(page).objects.get(pk=page.pk).unpublish()


def test_what_was_taken_down_says_so_and_leads_to_the_campaign(client, reading_list):
    take_down(reading_list)
    response = client.get(path_of(reading_list))
    html = response.content.decode()
    assert response.status_code == 410
    assert reading_list.title not in html
    assert f'href="{reading_list.get_parent().url}"' in html
    assert 'data-embed="gone"' in html


def test_a_campaign_that_was_taken_down_leads_to_the_others(client, campaign):
    take_down(campaign)
    response = client.get(path_of(campaign))
    assert response.status_code == 410
    assert f'href="{campaign.get_parent().url}"' in response.content.decode()


def test_a_draft_a_closed_page_and_what_never_was_look_alike(client, campaign):
    draft = ReadingListPageFactory(parent=campaign, live=False)
    closed = ReadingListPageFactory(parent=campaign)
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    keys = (draft.translation_key, closed.translation_key, uuid.uuid4())
    answers = [client.get(f"/indlejr/laeseliste/{key}/") for key in keys]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


def test_a_closed_page_that_was_taken_down_is_unknown_too(client, campaign):
    closed = ReadingListPageFactory(parent=campaign)
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    take_down(closed)
    assert client.get(path_of(closed)).status_code == 404


def test_a_page_is_no_embed_of_another_kind(client, reading_list):
    key = reading_list.translation_key
    assert client.get(f"/indlejr/film/{key}/").status_code == 404
    assert client.get(f"/indlejr/ide/{key}/").status_code == 404


def test_an_editor_is_shown_what_a_stranger_is(client, editor_client, reading_list):
    html = shown(client, reading_list)
    assert shown(editor_client, reading_list) == html


@pytest.mark.parametrize("kind", KINDS)
def test_queries_do_not_grow_with_what_there_is(client, campaign, kind):
    def add() -> None:
        StoryPageFactory(parent=campaign)
        IdeaPageFactory(parent=campaign)
        ReadingListTitle.objects.create(page=pages["laeseliste"], title="Løvinden")

    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            shown(client, pages[kind], kind=kind)
        return len(found)

    pages = {
        "kampagne": campaign,
        "nedtaelling": campaign,
        "laeseliste": ReadingListPageFactory(parent=campaign),
        "film": FilmPageFactory(parent=campaign),
    }
    add()
    few = count()
    for _n in range(5):
        add()
    assert count() == few <= 10


def test_the_home_page_is_none(client):
    key = home_page().translation_key
    assert client.get(f"/indlejr/kampagne/{key}/").status_code == 404
