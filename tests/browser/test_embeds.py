"""Embeds on a page of another origin, under that page's own strict policy."""

import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect

from campaigns.embeds.kinds import KINDS, embed_path
from campaigns.models import CampaignPage
from tests.factories.campaigns import CampaignPageFactory, StoryPageFactory
from tests.processes import wait_until

from .axe import grave_findings

pytestmark = pytest.mark.django_db(transaction=True)

TEN_MINUTES = 10 * 60 * 1000
HOST = """<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">
<title>Biblioteket</title><script type="module" src="{site}/temasamarbejde.js"></script>
</head><body><main><h1>Biblioteket</h1><a href="#x">Før</a>
<tema-samarbejde kind="{kind}" ref="{ref}" {more}>
<a href="{site}/kampagner/">Vores natur</a></tema-samarbejde>
<a href="#y">Efter</a></main></body></html>"""


class HostPage(BaseHTTPRequestHandler):
    """A library's page that allows the site's script and frame, and nothing else."""

    def __init__(self, site: str, html: str, *args):
        self.site, self.html = site, html
        super().__init__(*args)

    def do_GET(self):
        policy = f"default-src 'none'; script-src {self.site}; frame-src {self.site}"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(self.html.encode())

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def campaign():
    found = CampaignPageFactory(title="Vores natur", summary="Den er her.")
    StoryPageFactory(parent=found, title="Åen")
    return found


@pytest.fixture
def hosted(live_server):
    """Serve a page that embeds something, on another site than "localhost"."""
    servers = []

    def serve(page, kind="kampagne", more="", lang="da") -> str:
        html = HOST.format(
            site=live_server.url,
            kind=kind,
            ref=page.translation_key,
            more=more,
            lang=lang,
        )
        handler = partial(HostPage, live_server.url, html)
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def frame(page: Page):
    return page.locator("tema-samarbejde iframe").content_frame


def is_heard(page: Page) -> None:
    iframe = page.locator("tema-samarbejde iframe")
    expect(iframe).not_to_have_attribute("height", str(KINDS["kampagne"].height))


def kept(page: Page) -> dict:
    return page.evaluate("({...localStorage})")


def test_it_is_as_tall_as_it_shows_can_be_walked_and_sets_no_cookie(
    page: Page, hosted, campaign
):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(hosted(campaign, more='accent="rebeccapurple" scheme="dark"'))
    expect(frame(page).get_by_role("heading", name="Vores natur")).to_be_visible()
    iframe = page.locator("tema-samarbejde iframe")

    def height() -> str:
        return str(frame(page).locator("html").evaluate("e => e.offsetHeight"))

    # Its fonts may come after its words.
    wait_until(lambda: iframe.get_attribute("height") == height(), "it is as tall")
    expect(iframe).to_have_attribute("title", "Vores natur")
    assert "farve=663399&skema=moerk" in iframe.get_attribute("src")

    page.get_by_role("link", name="Før").focus()
    page.keyboard.press("Tab")
    expect(frame(page).get_by_role("link", name="Åen")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Efter")).to_be_focused()

    assert grave_findings(page) == []
    assert page.context.cookies() == []
    narrow = height()
    page.set_viewport_size({"width": 900, "height": 800})
    expect(iframe).not_to_have_attribute("height", narrow)


def test_it_leads_to_the_whole_page(page: Page, hosted, campaign):
    page.goto(hosted(campaign))
    frame(page).get_by_role("link", name="Se hele kampagnen").click()
    page.wait_for_url(f"**{campaign.url}")


def test_it_follows_what_is_published_and_what_is_taken_down(
    page: Page, hosted, campaign
):
    page.clock.install(time="2026-11-26T10:00:00")
    page.goto(hosted(campaign))
    is_heard(page)
    assert kept(page)
    there = CampaignPage.objects.get(pk=campaign.pk)
    there.summary = "Den er ny."
    there.save_revision().publish()
    page.clock.run_for(TEN_MINUTES)
    expect(frame(page).get_by_text("Den er ny.")).to_be_visible()
    CampaignPage.objects.get(pk=campaign.pk).unpublish()
    page.clock.run_for(TEN_MINUTES)
    expect(frame(page).get_by_text("Taget ned fra væggen")).to_be_visible()
    # What was taken down is not shown from a copy either.
    expect(page.locator("tema-samarbejde .copy")).to_be_hidden()
    wait_until(lambda: not kept(page), "the copy is thrown away")


def test_when_the_site_is_away_the_last_copy_is_shown_with_its_date(
    page: Page, hosted, campaign, live_server
):
    page.clock.install(time="2026-11-26T10:00:00")
    address = hosted(campaign)
    page.goto(address)
    expect(frame(page).get_by_role("link", name="Åen")).to_be_visible()
    is_heard(page)

    page.route(f"{live_server.url}/indlejr/**", lambda route: route.abort())
    page.goto(address)
    page.wait_for_selector("tema-samarbejde iframe")
    page.clock.run_for(15_000)
    copy = page.locator("tema-samarbejde .copy")
    expect(copy.get_by_role("link", name="Åen")).to_be_visible()
    expect(copy.get_by_role("status")).to_contain_text("den 26. november 2026")
    assert grave_findings(page) == []

    page.unroute(f"{live_server.url}/indlejr/**")
    page.clock.run_for(90_000)
    expect(frame(page).get_by_role("link", name="Åen")).to_be_visible()
    expect(copy).to_be_hidden()


def test_without_a_copy_the_librarys_own_link_is_left(
    page: Page, hosted, campaign, live_server
):
    page.clock.install()
    page.route(f"{live_server.url}/en/indlejr/**", lambda route: route.abort())
    page.goto(hosted(campaign, more="no-copy", lang="en"))
    page.wait_for_selector("tema-samarbejde iframe", state="attached")
    page.clock.run_for(15_000)
    expect(page.get_by_role("link", name="Vores natur")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("does not answer right now")


def test_who_is_not_the_site_is_not_heard(page: Page, hosted, campaign):
    page.goto(hosted(campaign))
    is_heard(page)
    iframe = page.locator("tema-samarbejde iframe")
    height = iframe.get_attribute("height")
    page.evaluate("postMessage({temasamarbejde: 1, state: 'here', height: 4321}, '*')")
    page.evaluate("new Promise(requestAnimationFrame)")
    assert iframe.get_attribute("height") == height


def test_any_other_page_of_the_site_is_refused_in_a_frame(
    page: Page, hosted, campaign, live_server
):
    page.goto(hosted(campaign))
    with page.expect_console_message(lambda said: "frame-ancestors" in said.text):
        page.evaluate(
            "src => document.body.append("
            "Object.assign(document.createElement('iframe'), { src, id: 'whole' }))",
            live_server.url + campaign.url,
        )
    refused = page.locator("#whole").content_frame
    expect(refused.get_by_text(campaign.title)).to_have_count(0)


@pytest.mark.parametrize("kind", ["kampagne", "nedtaelling"])
def test_it_fits_240_px_in_the_dark(page: Page, live_server, campaign, kind):
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 240, "height": 500})
    page.goto(live_server.url + embed_path(KINDS[kind], campaign))
    assert page.evaluate("document.documentElement.scrollWidth") <= 240
    assert grave_findings(page) == []
