"""What was opened is read without a line; what is somebody's never is."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.factories.campaigns import CampaignPageFactory, StoryPageFactory
from tests.factories.images import ImageFactory
from tests.factories.libraries import MembershipFactory
from tests.factories.users import UserFactory
from tests.processes import wait_until

from .people import PASSWORD, sign_in

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.browser_context_args(service_workers="allow"),
]

KEPT = """async () => {
    const kept = [];
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) kept.push(new URL(url).pathname);
    }
    return kept;
}"""


@pytest.fixture
def story():
    return StoryPageFactory(
        parent=CampaignPageFactory(), title="Under græsset", picture=ImageFactory()
    )


def wait_until_kept(page: Page, path: str) -> None:
    wait_until(lambda: path in page.evaluate(KEPT), f"{path} is kept")


def opened(page: Page, address: str, path: str) -> None:
    """A page that a stranger has opened, with its styles and its picture kept."""
    page.goto(address + path)
    wait_until_kept(page, path)
    wait_until_kept(page, "/static/css/main.css")


def test_a_story_is_read_again_without_a_line_and_others_are_told_of(
    page: Page, context: BrowserContext, live_server, story
):
    opened(page, live_server.url, story.url)
    picture = page.locator(".story-page__picture img").evaluate("img => img.currentSrc")
    wait_until_kept(page, picture.removeprefix(live_server.url))
    context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Under græsset")
    expect(page.get_by_text("Du er uden net. Sådan så siden ud den")).to_be_visible()
    shown = page.locator(".story-page__picture img")
    expect(shown).to_have_js_property("complete", True)
    assert shown.evaluate("img => img.naturalWidth") > 0
    answer = page.goto(live_server.url + "/ideer/")
    assert answer.status == 503
    page.get_by_role("link", name="Under græsset").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Under græsset")


def test_what_is_changed_is_shown_at_once_and_what_is_withdrawn_is_kept_no_more(
    page: Page, live_server, story
):
    opened(page, live_server.url, story.url)
    story.title = "Over græsset"
    story.save_revision().publish()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Over græsset")
    story.unpublish()
    assert page.reload().status == 404
    wait_until(lambda: story.url not in page.evaluate(KEPT), "it is gone")
    assert not [path for path in page.evaluate(KEPT) if path.startswith("/media/")]


def test_what_was_opened_longest_ago_goes_first(
    page: Page, live_server, story, monkeypatch
):
    monkeypatch.setattr("core.offline.MOST_PAGES", 2)
    for path in (story.url, "/", "/kalender/2026/"):
        opened(page, live_server.url, path)
    wait_until(lambda: story.url not in page.evaluate(KEPT), "the first is gone")


def test_it_can_be_called_off(page: Page, live_server, story, settings):
    opened(page, live_server.url, story.url)
    settings.READABLE_OFFLINE = False
    page.goto(live_server.url + "/sig-til/")
    hired = "navigator.serviceWorker.getRegistration().then((hired) => !!hired)"
    wait_until(lambda: not page.evaluate(hired), "the worker is gone")
    assert page.evaluate(KEPT) == []


def test_nothing_of_somebodys_is_kept_and_signing_in_empties_what_was(
    page: Page, live_server, story
):
    address = live_server.url
    opened(page, address, story.url)
    user = UserFactory(password=PASSWORD)
    MembershipFactory(user=user)
    sign_in(page, address, user, "/mit-bibliotek/")
    wait_until(lambda: page.evaluate(KEPT) == [], "nothing is kept")
    for path in (story.url, "/mit-bibliotek/kurve/", "/soeg/?q=sten", "/"):
        page.goto(address + path, wait_until="load")
        expect(page.get_by_role("link", name="Mit bibliotek").first).to_be_visible()
        # As a page of a stranger's would say.
        page.evaluate(
            "navigator.serviceWorker.ready.then((r) => r.active.postMessage({}))"
        )
    page.goto(address + "/log-ud/")
    page.locator("main form button[type=submit]").click()
    page.goto(address + "/sig-til/")
    opened(page, address, "/")
    kept = page.evaluate(KEPT)
    assert [path for path in kept if not path.startswith(("/static/", "/tema/"))] == [
        "/"
    ]
