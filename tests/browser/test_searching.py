"""Searching by keys: what is offered as one types, and what the browser remembers."""

from django.core.management import call_command

import pytest
from playwright.sync_api import Page, expect

from tests.factories.assets import make_file
from tests.factories.campaigns import CampaignPageFactory, StoryPageFactory

from .axe import grave_findings


@pytest.mark.django_db(transaction=True)
def test_suggestions_are_walked_by_arrows_and_searches_kept_in_the_browser(
    page: Page, live_server
):
    campaign = CampaignPageFactory(title="Stenalderens kyster")
    story = StoryPageFactory(parent=campaign, title="Stendyssen på marken")
    make_file(title="Plakat: Stendyssen")
    call_command("build_search_index", verbosity=0)
    page.emulate_media(reduced_motion="reduce")

    page.goto(live_server.url + "/soeg/")
    box, offered = page.locator("#soeg-her"), page.locator("#forslag-1")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("stendy")
    expect(offered.get_by_role("option")).to_have_count(2)
    expect(box).to_have_attribute("aria-expanded", "true")
    assert grave_findings(page) == []
    box.press("ArrowDown")
    first = offered.get_by_role("option").first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", first.get_attribute("id"))
    box.press("ArrowUp")
    expect(first).to_have_attribute("aria-selected", "false")
    box.press("Escape")
    expect(offered).to_be_hidden()
    expect(box).to_have_value("stendy")
    box.press("ArrowDown")
    option = offered.get_by_role("option", name="Stendyssen på marken")
    expect(option).to_be_visible()
    while option.get_attribute("aria-selected") != "true":
        box.press("ArrowDown")
    box.press("Enter")
    expect(page).to_have_url(live_server.url + story.url)

    # With nothing chosen, Enter searches.
    header = page.locator("#header-search")
    header.press_sequentially("stendyssen")
    header.press("Enter")
    expect(page.get_by_role("status").first).to_be_attached()
    expect(page.locator(".search-page__count")).to_have_text("2 fund")
    assert grave_findings(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    page.emulate_media(color_scheme="dark")
    assert grave_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

    page.goto(live_server.url + "/soeg/")
    recent = page.get_by_role("region", name="Dine seneste søgninger")
    expect(recent.get_by_role("link")).to_have_text(["stendyssen"])
    recent.get_by_role("button", name="Ryd").click()
    expect(recent).to_be_hidden()
    page.reload()
    expect(recent).to_be_hidden()
    assert page.context.cookies() == []
