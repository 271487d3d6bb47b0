"""A share link from both ends: the receiver's browser and its maker's admin."""

import hashlib

from django.contrib.auth.models import Group
from django.urls import reverse

import pytest
from playwright.sync_api import Page, expect

from assets.permissions import Audience
from libraries.roles import EDITORS
from tests.factories.assets import make_file, make_share
from tests.factories.users import UserFactory

from .axe import grave_findings
from .people import PASSWORD, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
SECRET = "hvide mus på loftet"


def test_a_link_is_opened_fetched_followed_and_closed(page: Page, browser, live_server):
    poster = make_file(title="Plakat: Stenalderen", access=Audience.LIBRARY)
    editor = UserFactory(password=PASSWORD)
    editor.groups.add(Group.objects.get(name=EDITORS))
    share = make_share(poster, password=SECRET, created_by=editor)
    address = live_server.url + share.get_absolute_url()

    receiver = browser.new_context(locale="da-DK", accept_downloads=True).new_page()
    receiver.goto(address)
    expect(receiver.get_by_text("Plakat: Stenalderen")).to_have_count(0)
    receiver.fill("[name=password]", SECRET)
    receiver.get_by_role("button", name="Vis filerne").click()
    expect(receiver.get_by_text("Plakat: Stenalderen").first).to_be_visible()
    assert grave_findings(receiver) == []
    with receiver.expect_download() as caught:
        receiver.locator(".package-file").get_by_role("link").click()
    fetched = hashlib.sha256(caught.value.path().read_bytes()).hexdigest()
    assert fetched == poster.current_version.sha256

    followed = reverse("shares:inspect", args=[share.pk])
    sign_in(page, live_server.url, editor, followed)
    expect(page.get_by_text("Åbnet 1 gang, hentet 1 gang.")).to_be_visible()
    page.get_by_role("button", name="Luk linket").click()
    expect(page.locator(".messages .success")).to_be_visible()

    receiver.goto(address)
    expect(receiver.get_by_text("Plakat: Stenalderen")).to_have_count(0)
    assert receiver.request.get(address).status in (404, 410)
