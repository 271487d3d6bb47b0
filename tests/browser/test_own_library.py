"""A reader's own library: chosen once, kept in the browser, and led to ever after."""

import pytest
from playwright.sync_api import Page, expect

from campaigns.models.reading_lists import ReadingListTitle
from tests.factories.campaigns import ReadingListPageFactory
from tests.factories.libraries import LibraryFactory

pytestmark = pytest.mark.django_db(transaction=True)

ISBN = "9788702111699"


@pytest.fixture
def reading_list(db):
    page = ReadingListPageFactory()
    page.titles = [ReadingListTitle(title="Nordisk mytologi", isbn=ISBN)]
    page.save()
    return page


@pytest.fixture
def library(db):
    address = "https://nordby.example/soeg?q={q}"
    return LibraryFactory(name="Nordby Bibliotek", search_address=address)


def test_a_choice_leads_every_title_there_from_then_on(
    page: Page, live_server, reading_list, library
):
    page.goto(live_server.url + reading_list.url)
    page.get_by_label("Find titlerne hos").select_option("Nordby Bibliotek")
    page.reload()
    way = page.get_by_role("link", name="Find den hos Nordby Bibliotek")
    expect(way).to_have_attribute("href", f"https://nordby.example/soeg?q={ISBN}")


def test_the_choice_has_its_place_before_its_script_comes(
    page: Page, live_server, reading_list, library
):
    page.route("**/own_library*.js", lambda route: route.abort())
    page.goto(live_server.url + reading_list.url)
    choice = page.locator(".own-library")
    expect(choice).to_be_hidden()
    assert choice.bounding_box()["height"] > 0


def test_where_no_library_can_be_searched_there_is_no_choice(
    page: Page, live_server, reading_list
):
    page.goto(live_server.url + reading_list.url)
    expect(page.locator(".own-library")).to_have_count(0)
