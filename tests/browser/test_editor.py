"""The page editor in a real browser."""

from django.contrib.auth.models import Group

import pytest
from playwright.sync_api import Page, Request, Route, expect

from campaigns.models import CampaignPage
from libraries.roles import EDITORS
from tests.factories.assets import make_file
from tests.factories.campaigns import CampaignPageFactory, campaign_index
from tests.factories.themes import ThemeFactory
from tests.factories.users import UserFactory

from .people import PASSWORD, sign_in

# Wagtail compares the form with what it held two seconds after it was opened.
TELL_WHEN_WATCHED = """addEventListener("w-unsaved:watch-edits", () => {
    document.documentElement.dataset.watched = "";
});"""

WHITE = "rgb(255, 255, 255)"

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_page_published_while_it_is_autosaved_is_made_once(page: Page, live_server):
    editor = UserFactory(password=PASSWORD)
    editor.groups.add(Group.objects.get(name=EDITORS))
    theme, parent = ThemeFactory(), campaign_index()
    sign_in(page, live_server.url, editor, "/admin/")
    held: list[Route] = []

    # A slow machine saves the title alone first, and is told that a theme is lacking.
    chosen = f'name="theme"\r\n\r\n{theme.pk}\r\n'

    def is_autosave(request: Request) -> bool:
        accepts = request.headers.get("accept")
        if request.method != "POST" or accepts != "application/json":
            return False
        return chosen in (request.post_data or "")

    def hold_autosave(route: Route) -> None:
        held.append(route) if is_autosave(route.request) else route.continue_()

    page.route("**/admin/pages/add/**", hold_autosave)
    add = f"{live_server.url}/admin/pages/add/campaigns/campaignpage/{parent.pk}/"
    page.add_init_script(TELL_WHEN_WATCHED)
    page.goto(add)
    page.fill("[name=title]", "Vi går på øer")
    page.locator("[name=title]").blur()
    expect(page.locator("[name=slug]")).to_have_value("vi-gaar-paa-oeer")
    page.wait_for_selector("html[data-watched]")
    with page.expect_request(is_autosave):
        page.select_option("[name=theme]", label=str(theme))
    page.evaluate("document.readyState")  # by its answer the route is held
    answer = held[0].fetch()

    page.locator("footer .w-dropdown-button [data-w-dropdown-target=toggle]").click()
    page.locator("[name=action-publish]").click()
    held[0].fulfill(response=answer)

    expect(page.locator(".messages .success")).to_be_visible()
    assert CampaignPage.objects.get().live


def test_what_can_be_done_to_chosen_materials_can_be_read(page: Page, live_server):
    editor = UserFactory(password=PASSWORD)
    editor.groups.add(Group.objects.get(name=EDITORS))
    make_file()
    sign_in(page, live_server.url, editor, "/admin/assets/")
    page.locator("tbody input[type=checkbox]").first.check()
    publish = page.get_by_role("link", name="Udgiv de valgte materialer")
    expect(publish).to_have_css("background-color", WHITE)
    expect(publish).not_to_have_css("color", WHITE)


def test_a_draft_saved_while_one_types_has_the_last_word(page: Page, live_server):
    editor = UserFactory(password=PASSWORD)
    editor.groups.add(Group.objects.get(name=EDITORS))
    campaign = CampaignPageFactory()
    story = f"/admin/pages/add/campaigns/storypage/{campaign.pk}/"
    sign_in(page, live_server.url, editor, story)
    page.fill("[name=title]", "Havørnen")
    page.locator("#body-root .c-sf-add-button").click()
    page.get_by_role("option", name="Tekst").click()
    text = page.locator("[data-contentpath=body] [contenteditable=true]")
    text.click()
    page.keyboard.type("Den yngler igen.")
    page.keyboard.press("Control+s")
    expect(page.locator(".messages .success")).to_be_visible()
    expect(text).to_have_text("Den yngler igen.")
