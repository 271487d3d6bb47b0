"""The next page is fetched when a reader points at it, and nothing else is."""

import pytest
from playwright.sync_api import Page

from core.addresses import LEFT_ALONE
from core.speculation import RULES
from tests.factories.home import StandardPageFactory
from tests.processes import wait_until

pytestmark = pytest.mark.django_db(transaction=True)

MATCHING = """([rules, paths]) => {
    const never = rules.prefetch[0].where.and[1].not.href_matches;
    const patterns = never.map((words) => new URLPattern(words, location.href));
    return paths.filter((path) =>
        patterns.some((pattern) => pattern.test(new URL(path, location.href))));
}"""


def test_the_page_that_is_pointed_at_is_there_at_once(page: Page, live_server):
    StandardPageFactory(title="Om os", slug="om-os", show_in_menus=True)
    page.goto(live_server.url)
    told = page.context.new_cdp_session(page)
    fetched = {}

    def note(event):
        fetched[event["prefetchUrl"].removeprefix(live_server.url)] = event["status"]

    told.on("Preload.prefetchStatusUpdated", note)
    told.send("Preload.enable")
    page.get_by_role("link", name="Log ind").hover()
    page.get_by_role("link", name="Om os").hover()
    # Asks the browser, which tells of what has happened meanwhile.
    wait_until(lambda: page.title() and fetched.get("/om-os/") == "Ready", "it is here")
    page.get_by_role("link", name="Om os").click()
    page.wait_for_url("**/om-os/")
    entry = "performance.getEntriesByType('navigation')[0].deliveryType"
    assert page.evaluate(entry) == "navigational-prefetch"
    assert list(fetched) == ["/om-os/"]


def test_what_is_somebodys_or_counted_is_never_fetched_ahead(page: Page, live_server):
    page.goto(live_server.url)
    alone = [f"/{part}/x/" for part in LEFT_ALONE]
    alone += ["/en/soeg/", "/kalender.ics", "/ideer/1/idekatalog.pdf", "/ideer/?q=x"]
    pages = ["/", "/en/", "/kalender/2026/", "/materialer/plakat/", "/film/maal/"]
    rules = page.evaluate("JSON.parse", RULES)
    assert page.evaluate(MATCHING, [rules, alone + pages]) == alone
