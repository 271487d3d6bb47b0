"""The site by keys alone: what has the focus is seen and named, and does its work."""

import pytest
from playwright.sync_api import Locator, Page, expect

from assets.models import Asset, Basket
from tests.assets import samples
from tests.factories.assets import make_file
from tests.factories.campaigns import (
    FilmPageFactory,
    IdeaIndexPageFactory,
    IdeaPageFactory,
)
from tests.factories.home import MaterialsPageFactory
from tests.factories.libraries import MembershipFactory
from tests.factories.users import UserFactory

from .people import PASSWORD
from .test_face import every_kind_of_page

# More stops than any page here has.
ENOUGH = 150
FOCUSED = """() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const box = element.getBoundingClientRect();
    const middle = document.elementFromPoint(
        box.left + box.width / 2, box.top + box.height / 2);
    const card = element.closest(".campaign-card");
    const ringed = [element, card].some((one) =>
        one && getComputedStyle(one).outlineStyle !== "none");
    const labels = [...(element.labels ?? [])].map((label) => label.textContent);
    const picture = element.querySelector("[aria-label], img[alt]");
    const words = [element, picture].map((one) => one?.ariaLabel ?? one?.alt ?? "");
    const name = words.join("") + labels.join("") + element.textContent;
    const wrong = [];
    if (!name.trim() && !element.placeholder) wrong.push("has no name");
    if (!ringed && element.tagName !== "VIDEO") wrong.push("has no ring");
    const isSeen = [element, ...(element.labels ?? [])].some(
        (one) => one === middle || one.contains(middle) || middle?.contains(one));
    if (!isSeen) wrong.push("is covered");
    return [element.outerHTML.slice(0, 100), wrong];
}"""


@pytest.mark.django_db(transaction=True)
def test_whatever_has_the_focus_is_seen_and_named(page: Page, live_server):
    page.set_viewport_size({"width": 820, "height": 700})
    page.emulate_media(reduced_motion="reduce")
    found = []
    for path in every_kind_of_page():
        page.goto(live_server.url + path)
        for _stop in range(ENOUGH):
            page.keyboard.press("Tab")
            stop = page.evaluate(FOCUSED)
            if stop is None:
                break
            element, wrong = stop
            found += [(path, element, what) for what in wrong]
    assert found == []


@pytest.mark.django_db(transaction=True)
def test_the_first_key_leads_past_the_menu(page: Page, live_server):
    page.goto(live_server.url + "/soeg/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Til indholdet")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def tab_to(page: Page, wanted: Locator) -> None:
    """Go on by Tab until it has the focus."""
    expect(wanted).to_be_visible()
    for _stop in range(ENOUGH):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab never comes to {wanted}")


@pytest.mark.django_db(transaction=True)
def test_from_the_menu_to_what_takes_no_time(page: Page, live_server):
    index = IdeaIndexPageFactory(title="Ideer", show_in_menus=True)
    IdeaPageFactory(title="Læs højt", staff_hours=1)
    IdeaPageFactory(title="Byg en borg", staff_hours=40)
    page.goto(live_server.url)
    tab_to(page, page.get_by_label("Hovedmenu").get_by_role("link", name="Ideer"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{index.url}")
    tab_to(page, page.get_by_label("Tid"))
    page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_role("button", name="Vis ideer"))
    page.keyboard.press("Enter")
    expect(page.locator(".idea-card__title")).to_have_text(["Læs højt"])


@pytest.mark.django_db(transaction=True)
def test_a_film_is_played_and_hurried(page: Page, live_server):
    file = make_file(samples.film(frames=60), "film.mp4", kind=Asset.Kind.FILM)
    film = FilmPageFactory(address="", asset=file.asset)
    page.goto(live_server.url + film.url)
    video = page.locator("video")
    tab_to(page, video)
    page.keyboard.press("Space")
    expect(video).to_have_js_property("paused", False)
    tab_to(page, page.get_by_label("Fart"))
    page.keyboard.press("ArrowDown")
    expect(video).to_have_js_property("playbackRate", 1.25)


@pytest.mark.django_db(transaction=True)
def test_a_librarian_gets_in_and_collects(page: Page, live_server):
    file = make_file(title="Plakat")
    user = MembershipFactory(user=UserFactory(password=PASSWORD)).user
    address = MaterialsPageFactory().url
    page.goto(live_server.url + address)
    tab_to(page, page.locator(".site-header__in"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator("[name=login]"))
    page.keyboard.type(user.email)
    tab_to(page, page.locator("[name=password]"))
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "log-ind" not in url)
    page.goto(live_server.url + address)
    tab_to(page, page.get_by_role("button", name="Læg i kurv"))
    page.keyboard.press("Enter")
    expect(page.locator(".add-to-basket__answer")).to_be_visible()
    assert Basket.objects.get().items.get().file == file
