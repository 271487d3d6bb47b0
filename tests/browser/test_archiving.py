"""A campaign archived in a real browser: its figures stand still, its links live."""

import datetime

from django.contrib.auth.models import Group
from django.utils import timezone

import pytest
from playwright.sync_api import Page, expect

from libraries.roles import EDITORS
from tests.factories.assets import make_file
from tests.factories.campaigns import CampaignPageFactory, StoryPageFactory
from tests.factories.themes import ThemeFactory
from tests.factories.users import UserFactory

from .people import PASSWORD, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

BANNER = "indholdet opdateres ikke"


def test_an_archived_campaign_stands_still_and_lives(page: Page, live_server, context):
    editor = UserFactory(password=PASSWORD)
    editor.groups.add(Group.objects.get(name=EDITORS))
    today = timezone.localdate()
    theme = ThemeFactory(
        starts_on=today - datetime.timedelta(weeks=8),
        ends_on=today - datetime.timedelta(weeks=2),
    )
    campaign = CampaignPageFactory(theme=theme, title="Stenalderen")
    story = StoryPageFactory(parent=campaign, title="Flintøksen")
    file = make_file(theme=theme, title="Plakaten")
    address = live_server.url + file.get_absolute_url()
    visitor = context.browser.new_page()
    assert visitor.request.get(address).status == 200

    sign_in(page, live_server.url, editor, f"/admin/themes/edit/{theme.pk}/")
    page.get_by_role("combobox", name="Tilstand").select_option("archived")
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.locator(".messages")).to_contain_text("er gemt")

    visitor.goto(live_server.url + campaign.url)
    expect(visitor.locator("main > .archived")).to_contain_text(BANNER)
    expect(visitor.locator("main > *:visible").first).to_contain_text(BANNER)
    frozen = "Hentet i alt: 1. Biblioteker: 0."
    expect(visitor.get_by_text(frozen)).to_be_visible()
    # It is fetched again: the file lives, the figure does not move.
    assert visitor.request.get(address).status == 200
    visitor.reload()
    expect(visitor.get_by_text(frozen)).to_be_visible()

    visitor.get_by_role("link", name="Plakaten").first.click()
    expect(visitor.locator("h1")).to_have_text("Plakaten")
    visitor.goto(live_server.url + story.url)
    expect(visitor.locator("main")).to_contain_text(BANNER)
    expect(visitor.locator("h1")).to_have_text("Flintøksen")
    visitor.close()
