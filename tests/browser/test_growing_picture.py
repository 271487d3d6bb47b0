"""A card's picture grows into its page, but not for whom motion is too much."""

import pytest
from playwright.sync_api import Page

from core.bundles import ENTRANCE, bundle
from tests.factories.campaigns import CampaignPageFactory, StoryPageFactory
from tests.factories.images import ImageFactory
from tests.processes import ROOT

pytestmark = pytest.mark.django_db(transaction=True)

STATIC = ROOT / "static"
NOTE = """() => addEventListener("pageswap", () => {
    const named = [...document.querySelectorAll("img")].filter(
        (img) => getComputedStyle(img).viewTransitionName === "picture");
    sessionStorage.named = named.map((img) => img.className).join();
})"""


@pytest.fixture
def stories():
    """Two stories of a campaign; each tells of the other."""
    campaign = CampaignPageFactory(picture=ImageFactory())
    return [
        StoryPageFactory(parent=campaign, title=title, picture=ImageFactory())
        for title in ("Under græsset", "Over græsset")
    ]


@pytest.fixture
def whole_stylesheet(page: Page):
    """As it is in production: in many pieces it comes after the picture is shown."""
    css = bundle(ENTRANCE, lambda name: (STATIC / name).read_text())
    page.route(
        f"**/static/{ENTRANCE}",
        lambda route: route.fulfill(body=css, content_type="text/css"),
    )


@pytest.mark.parametrize(
    ("motion", "grows"), [("no-preference", "card"), ("reduce", "own")]
)
def test_the_picture_of_the_card_that_is_pressed_is_that_of_its_page(
    page: Page, live_server, stories, whole_stylesheet, motion, grows
):
    page.emulate_media(reduced_motion=motion)
    page.goto(live_server.url + stories[0].url, wait_until="networkidle")
    card = page.locator(".page-card", has_text="Over græsset").locator("img")
    card.evaluate("img => img.className = 'card'")
    page.locator(".story-page__picture img").evaluate("img => img.className = 'own'")
    page.evaluate(NOTE)
    page.get_by_role("link", name="Over græsset").click()
    page.wait_for_url(live_server.url + stories[1].url)
    assert page.evaluate("sessionStorage.named") == grows
