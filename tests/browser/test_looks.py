"""A campaign's page in colours that nobody should pick, by day and by night."""

import pytest
from playwright.sync_api import Page

from tests.factories.campaigns import CampaignPageFactory, IdeaPageFactory

from .axe import grave_findings

pytestmark = pytest.mark.django_db(transaction=True)

# ground, ink, button
EXTREMES = {
    "yellow": ("#ffff00", "#fff200", "#ffe600"),
    "near-white": ("#fefefe", "#fdfdfd", "#fcfcfc"),
    "near-black": ("#010101", "#020202", "#030303"),
    "pure blue": ("#0000ff", "#0000ff", "#0000ff"),
}


def test_everything_can_be_read_in_any_colours(page: Page, live_server):
    campaign = CampaignPageFactory(summary="Fra jægere til byer", focus="Grav, hvor du")
    IdeaPageFactory(parent=campaign, summary="En time med sten")
    link = {"value": "79", "text": "var med", "source": "Rapporten"}
    campaign.figures = [("figure", link)]
    campaign.body = [
        ("heading", {"text": "Gør det"}),
        ("text", '<p>Læs <a href="https://bibliotek.dk/">mere</a></p>'),
        ("quote", {"text": "Det samler", "who": "Et bibliotek"}),
        ("ideas", {"title": "Ideer", "pages": []}),
    ]
    campaign.save()
    found = {}
    for name, colours in EXTREMES.items():
        theme = campaign.theme
        theme.ground, theme.ink, theme.button = colours
        theme.save()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.goto(live_server.url + campaign.url)
            found[name, scheme] = grave_findings(page)
    assert not any(found.values()), found
