"""A release set in a real browser: looked at by a stranger, approved, out."""

from django.contrib.auth.models import Group

import pytest
from playwright.sync_api import Page, expect

from assets.models import Asset
from campaigns.models import StoryPage
from campaigns.tasks import release_due_sets
from libraries.roles import EDITORS
from tests.factories.assets import make_file
from tests.factories.campaigns import StoryPageFactory
from tests.factories.releases import make_release
from tests.factories.users import UserFactory

from .people import PASSWORD, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_set_is_looked_at_approved_and_comes_out(page: Page, live_server, context):
    editor = UserFactory(password=PASSWORD)
    editor.groups.add(Group.objects.get(name=EDITORS))
    story = StoryPageFactory(live=False, title="Flintøksen")
    poster = make_file(title="Plakaten", state=Asset.State.DRAFT).asset
    release = make_release(story, poster, owner=editor)
    inside = f"/admin/releases/inspect/{release.pk}/"
    sign_in(page, live_server.url, editor, inside)
    page.get_by_role("button", name="Nyt link i 7 dage").click()
    expect(page.locator("#udgivelse")).to_contain_text("/udgivelse/")
    secret = page.locator("#udgivelse").inner_text().partition("/udgivelse/")[2]

    stranger = context.browser.new_page()
    stranger.goto(f"{live_server.url}/udgivelse/{secret}")
    expect(stranger.get_by_text("Plakaten")).to_be_visible()
    stranger.get_by_role("link", name="Flintøksen").click()
    expect(stranger.locator("h1")).to_have_text("Flintøksen")
    assert not stranger.context.cookies()

    page.get_by_role("button", name="Godkend og udgiv nu").click()
    expect(page.locator(".messages")).to_contain_text("Sættet bliver udgivet nu")
    release_due_sets.call()
    assert StoryPage.objects.get(pk=story.pk).live
    page.reload()
    expect(page.get_by_role("heading", name="Udgivet")).to_be_visible()
    stranger.close()
