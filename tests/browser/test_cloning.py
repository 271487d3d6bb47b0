"""A campaign cloned in a real browser: asked, looked at, made."""

import datetime

from django.contrib.auth.models import Group

import pytest
from playwright.sync_api import Page, expect

from campaigns.models import IdeaPage
from libraries.roles import EDITORS
from tests.factories.campaigns import CampaignPageFactory, IdeaPageFactory
from tests.factories.users import UserFactory
from themes.models import Theme

from .people import PASSWORD, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_campaign_is_cloned_to_the_day(page: Page, live_server):
    editor = UserFactory(password=PASSWORD)
    editor.groups.add(Group.objects.get(name=EDITORS))
    campaign = CampaignPageFactory(title="Efterår", theme__number=40)
    IdeaPageFactory(parent=campaign, title="Æblefest")
    sign_in(page, live_server.url, editor, f"/admin/kampagner/{campaign.pk}/klon/")
    page.fill("[name=number]", "41")
    page.fill("[name=subtitle]", "Vinter")
    page.fill("[name=starts_on]", "uge 4 2028")
    page.fill(f"[name=title_{campaign.pk}]", "Vinter")
    page.get_by_role("button", name="Se, hvad der vil ske").click()
    expect(page.locator("table").first).to_contain_text("Æblefest")
    expect(page.locator("table").nth(1)).to_contain_text("24.1.2028")
    assert Theme.objects.count() == 1
    page.get_by_role("button", name="Ja, lav kladderne").click()
    expect(page.locator(".messages")).to_contain_text("er en kladde med 2 sider")
    new = Theme.objects.get(number=41)
    assert (new.starts_on, new.ends_on) == (
        datetime.date(2028, 1, 24),
        datetime.date(2028, 2, 20),
    )
    assert IdeaPage.objects.filter(theme=new, live=False).count() == 1
