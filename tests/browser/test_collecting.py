"""A librarian collects from the grid, shares the basket and fetches it as one zip."""

import zipfile

from django.urls import reverse

import pytest
from playwright.sync_api import Page, expect

from assets.models import Basket
from tests.factories.assets import make_basket, make_file
from tests.factories.home import MaterialsPageFactory
from tests.factories.libraries import MembershipFactory
from tests.factories.users import UserFactory

from .axe import grave_findings
from .people import PASSWORD, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
TITLES = ("Plakat", "Bogmærke", "Banner")


@pytest.fixture
def files(db):
    return [make_file(title=title) for title in TITLES]


@pytest.fixture
def librarian(db):
    return MembershipFactory(user=UserFactory(password=PASSWORD)).user


@pytest.fixture
def colleague(librarian):
    library = librarian.memberships.get().library
    return MembershipFactory(user=UserFactory(password=PASSWORD), library=library).user


def test_the_keyboard_walks_the_grid_and_opens(page: Page, live_server, files):
    page.goto(live_server.url + MaterialsPageFactory().url)
    assert grave_findings(page) == []
    links = page.locator("[data-grid] .asset-card__title a")
    page.keyboard.press("ArrowRight")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(links.nth(2)).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("input[type=search]:focus")).to_have_count(1)
    links.nth(1).focus()
    title = links.nth(1).inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_a_search_is_saved_under_a_name_and_found_again(
    page: Page, live_server, files, librarian
):
    address = MaterialsPageFactory().url
    sign_in(page, live_server.url, librarian, f"{address}?q=plakat")
    page.get_by_text("Gem søgningen").first.click()
    form = page.locator(".save-search__form")
    form.locator("[name=name]").fill("Vores plakater")
    form.get_by_role("button").click()
    page.goto(live_server.url + address)
    page.get_by_role("link", name="Vores plakater").click()
    expect(page.locator("[data-grid] .asset-card__title")).to_have_text(["Plakat"])


def test_what_is_collected_in_the_grid_is_shared_and_fetched_whole(
    page: Page, browser, live_server, files, librarian, colleague, tmp_path
):
    sign_in(page, live_server.url, librarian, MaterialsPageFactory().url)
    for title in TITLES:
        card = page.locator(".asset-card").filter(has_text=title)
        card.get_by_role("button", name="Læg i kurv").click()
        expect(card.locator(".add-to-basket__answer")).to_be_visible()
    basket = Basket.objects.get()
    page.goto(live_server.url + basket.get_absolute_url())
    expect(page.locator(".package-bar__words")).to_contain_text("3 filer")
    page.fill("[name=name]", "Til november")
    page.get_by_role("button", name="Gem navnet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Til november")
    page.get_by_role("button", name="Del med kolleger").click()
    expect(page.get_by_role("button", name="Del ikke længere")).to_be_visible()
    assert grave_findings(page) == []

    other = browser.new_context(locale="da-DK", accept_downloads=True).new_page()
    sign_in(other, live_server.url, colleague, "/mit-bibliotek/kurve/")
    other.get_by_role("link", name="Til november").click()
    with other.expect_download() as caught:
        other.get_by_role("link", name="Hent kurven").click()
    with zipfile.ZipFile(caught.value.path()) as package:
        assert package.testzip() is None
        assert len(package.namelist()) == 1 + len(TITLES)


def test_a_basket_is_not_a_strangers(page: Page, live_server, files, librarian):
    basket = make_basket(librarian, *files)
    stranger = MembershipFactory(user=UserFactory(password=PASSWORD)).user
    sign_in(page, live_server.url, stranger, reverse("baskets"))
    answer = page.goto(live_server.url + basket.get_absolute_url())
    assert answer.status == 404
