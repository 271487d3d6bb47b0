"""The main job in a real browser: compose, preview, publish, read, download."""

import hashlib

from django.contrib.auth.models import Group

import pytest
from playwright.sync_api import Page, expect

from assets.models import Download
from assets.permissions import Audience
from campaigns.models import CampaignPage
from libraries.roles import EDITORS
from tests.factories.assets import make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    IdeaPageFactory,
    ReadingListPageFactory,
    campaign_index,
)
from tests.factories.libraries import MembershipFactory
from tests.factories.themes import ThemeFactory
from tests.factories.users import UserFactory

from .people import PASSWORD, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

IDEA = "Byg en middelalderborg i Minecraft"
FILM = "Under græsset"
READING_LIST = "Den danske middelalder"
LEFT_OUT = ("Fortæl om jeres egn", "Danevirke", "Vikinger til lands")


@pytest.fixture
def theme():
    """A theme whose other campaign page has two of each kind."""
    theme = ThemeFactory(subtitle="Stenalder til Middelalder")
    campaign = CampaignPageFactory(theme=theme, title="Historier om Danmark")
    for factory, *titles in (
        (IdeaPageFactory, IDEA, "Fortæl om jeres egn"),
        (FilmPageFactory, FILM, "Danevirke"),
        (ReadingListPageFactory, READING_LIST, "Vikinger til lands"),
    ):
        for title in titles:
            factory(parent=campaign, title=title)
    return theme


@pytest.fixture
def poster(theme):
    """A poster that only libraries may fetch."""
    return make_file(title="Plakat: Stenalderen", theme=theme, access=Audience.LIBRARY)


def choose(page: Page, block: int, title: str) -> None:
    """Choose a page for the block by the chooser, which is searched."""
    pages = page.locator("[data-contentpath=pages]").nth(block)
    pages.locator(".c-sf-add-button").last.click()
    pages.locator("[data-chooser-action-choose]").first.click()
    modal = page.locator(".modal-dialog")
    modal.locator("[name=q]").fill(title)
    modal.get_by_role("link", name=title).click()
    expect(modal).to_be_hidden()
    expect(pages.locator("[data-chooser-title]")).to_contain_text(title)


def test_compose_publish_read_and_download(
    page: Page, browser, live_server, theme, poster
):
    address = live_server.url
    editor = UserFactory(password=PASSWORD)
    editor.groups.add(Group.objects.get(name=EDITORS))
    sign_in(page, address, editor, "/admin/")

    parent = campaign_index()
    page.goto(f"{address}/admin/pages/add/campaigns/campaignpage/{parent.pk}/")
    page.fill("[name=title]", "Vi graver i fortiden")
    page.select_option("[name=theme]", label=str(theme))
    body = page.locator("#panel-child-indhold-body-section")
    for number, block in enumerate(["Ideer", "Film", "Læselister", "Materialehylde"]):
        body.locator(".c-sf-add-button").last.click()
        page.get_by_role("option", name=block, exact=True).click()
        page.wait_for_selector(f"[name=body-{number}-type]", state="attached")
    for number, title in enumerate([IDEA, FILM, READING_LIST]):
        choose(page, number, title)

    page.get_by_role("button", name="Vis eller skjul visning").click()
    preview = page.frame_locator("#w-preview-iframe")
    expect(preview.get_by_role("heading", level=1)).to_contain_text("graver")
    expect(preview.get_by_text(IDEA)).to_be_visible()

    page.locator("footer .w-dropdown-button [data-w-dropdown-target=toggle]").click()
    page.locator("[name=action-publish]").click()
    expect(page.locator(".messages .success")).to_be_visible()
    campaign = CampaignPage.objects.get(title="Vi graver i fortiden")
    assert campaign.live

    visitor = browser.new_context(locale="da-DK").new_page()
    problems = []
    visitor.on("console", lambda message: problems.append(message.text))
    visitor.goto(address + campaign.url)
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("graver")
    for title in (IDEA, FILM, READING_LIST):
        expect(visitor.get_by_text(title).first).to_be_visible()
    for title in LEFT_OUT:
        expect(visitor.get_by_text(title)).to_have_count(0)
    assert not problems
    assert not visitor.context.cookies()

    librarian = UserFactory(password=PASSWORD)
    library = MembershipFactory(user=librarian).library
    reader = browser.new_context(locale="da-DK", accept_downloads=True).new_page()
    sign_in(reader, address, librarian, "/mit-bibliotek/")
    reader.goto(address + poster.asset.get_absolute_url())
    with reader.expect_download() as caught:
        reader.locator(f"a[href^='{poster.get_absolute_url()}']").first.click()
    fetched = caught.value.path().read_bytes()
    assert hashlib.sha256(fetched).hexdigest() == poster.current_version.sha256
    assert caught.value.suggested_filename == poster.current_version.filename
    assert [row.library for row in Download.objects.all()] == [library]
