"""Ideas in a real browser: one that saves itself, and some from a spreadsheet."""

from django.contrib.auth.models import Group

import pytest
from playwright.sync_api import Page, expect

from campaigns.models import IdeaPage, SentIdea
from libraries.roles import EDITORS
from tests.factories.campaigns import CampaignPageFactory
from tests.factories.libraries import MembershipFactory
from tests.factories.users import UserFactory
from themes.models import Theme

from .people import PASSWORD, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_idea_saves_itself_and_two_tabs_do_not_overwrite(page: Page, live_server):
    person = UserFactory(password=PASSWORD)
    membership = MembershipFactory(user=person)
    idea = SentIdea.objects.create(library=membership.library, sender=person)
    CampaignPageFactory(theme__state=Theme.State.ANNOUNCED)
    sign_in(page, live_server.url, person, idea.get_absolute_url())
    other = page.context.new_page()
    other.goto(f"{live_server.url}{idea.get_absolute_url()}")

    page.fill("[name=title]", "Æblefest")
    page.fill("[name=staff_hours]", "-2")
    expect(page.locator("[data-saved]")).to_have_text("Gemt som kladde.")
    wrong = page.locator("#id_staff_hours_error")
    expect(wrong).to_have_text("Timer kan ikke være negative.")
    expect(page.locator("[data-missing]")).not_to_contain_text("en titel")
    page.fill("[name=staff_hours]", "2,5")
    expect(wrong).to_have_count(0)
    expect(page.locator("[data-saved]")).to_have_text("Gemt som kladde.")
    page.reload()
    expect(page.locator("[name=title]")).to_have_value("Æblefest")
    expect(page.locator("[name=staff_hours]")).to_have_value("2,5")

    other.fill("[name=title]", "Fra en anden fane")
    expect(other.locator("[data-saved]")).to_contain_text("gemt et andet sted")
    other.locator("button[value=save]").click()
    expect(other.locator("[role=alert]")).to_contain_text("Æblefest")
    expect(other.locator("[name=title]")).to_have_value("Fra en anden fane")
    assert SentIdea.objects.get().title == "Æblefest"


def test_ideas_are_looked_at_before_they_are_saved(page: Page, live_server):
    editor = UserFactory(password=PASSWORD)
    editor.groups.add(Group.objects.get(name=EDITORS))
    CampaignPageFactory(title="Efterår")
    sign_in(page, live_server.url, editor, "/admin/ideer/importer/")
    rows = "titel;timer;pris\nÆblefest;2-3 timer;500 kr.\nMost;mange;0\n"
    page.select_option("[name=campaign]", label="Efterår")
    upload(page, rows)
    expect(page.locator("table").first).to_contain_text(
        "”mange”: Skriv timer som et tal"
    )
    assert not IdeaPage.objects.exists()
    page.select_option("[name=campaign]", label="Efterår")
    upload(page, rows.replace("mange", "4"))
    row = page.locator(".import-ideas tbody tr").first
    expect(row).to_contain_text("3 timer")
    expect(row).to_contain_text("timer: 2-3 timer")
    assert not IdeaPage.objects.exists()
    page.get_by_role("button", name="Gem som kladder").click()
    expect(page.locator(".messages")).to_contain_text("2 nye ideer er kladder.")
    assert IdeaPage.objects.filter(live=False).count() == 2


def upload(page: Page, rows: str) -> None:
    file = {
        "name": "ideer.csv",
        "mimeType": "text/csv",
        "buffer": rows.encode("cp1252"),
    }
    page.set_input_files("[name=file]", file)
    page.get_by_role("button", name="Se, hvad der vil ske").click()
