"""The screen in a real browser: it turns, stops when told, and keeps itself fresh."""

import pytest
from playwright.sync_api import Page, expect

from tests.factories.campaigns import CampaignPageFactory, StoryPageFactory

TEN_MINUTES = 10 * 60 * 1000


@pytest.fixture
def campaign(db):
    campaign = CampaignPageFactory(title="Vores natur")
    for title in ("Åen", "Engen"):
        StoryPageFactory(parent=campaign, title=title)
    return campaign


@pytest.mark.django_db(transaction=True)
def test_it_turns_stops_renews_itself_and_outlives_the_network(
    page: Page, live_server, campaign
):
    def is_shown(words: str) -> None:
        expect(page.locator(".is-shown .slide__title")).to_have_text(words)

    def is_asked_again(happens: str) -> None:
        gone = page.evaluate("Date.now()") - begun
        with page.expect_event(happens, lambda request: "skaerm=1" in request.url):
            # No further: what is waited for would be given up before it came.
            page.clock.run_for(TEN_MINUTES - gone % TEN_MINUTES)

    page.clock.install(time="2026-11-26T10:00:00")
    page.clock.pause_at("2026-11-26T10:00:01")
    page.goto(f"{live_server.url}{campaign.url}?skaerm=1&sekunder=10")
    begun = page.evaluate("Date.now()")
    is_shown("Vores natur")
    page.clock.run_for(10_000)
    is_shown("Åen")

    page.keyboard.press("Space")
    page.clock.run_for(60_000)
    is_shown("Åen")
    page.keyboard.press("ArrowRight")
    is_shown("Engen")
    button = page.locator("[data-pause]")
    expect(button).to_have_text("Fortsæt")
    expect(page.locator("[data-controls]")).to_have_css("opacity", "1")

    # A paused screen is renewed too, and stays where it is.
    StoryPageFactory(parent=campaign, title="Skoven")
    is_asked_again("requestfinished")
    expect(page.get_by_text("Skoven")).to_have_count(1)
    is_shown("Engen")

    page.context.set_offline(True)
    is_asked_again("requestfailed")
    is_shown("Engen")
    button.click()
    page.clock.run_for(10_000)
    is_shown("Skoven")

    # Paused, it swaps as soon as it can, and not at the next turn.
    page.keyboard.press("Space")
    page.context.set_offline(False)
    campaign.unpublish()
    is_asked_again("requestfinished")
    is_shown("Her vises ikke noget lige nu")
    campaign.save_revision().publish()
    is_asked_again("requestfinished")
    is_shown("Vores natur")

    # A page that is moved is followed.
    campaign.slug = "naturen"
    campaign.title = "Naturen"
    campaign.save_revision().publish()
    is_asked_again("requestfinished")
    is_shown("Naturen")

    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{live_server.url}/kampagner/naturen/")
