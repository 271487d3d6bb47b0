"""The admin's date fields in a real browser."""

import datetime

from django.contrib.auth.models import Group

import pytest
from playwright.sync_api import Page, expect

from libraries.roles import EDITORS
from tests.factories.themes import ThemeFactory
from tests.factories.users import UserFactory

from .people import PASSWORD, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


def save(page: Page) -> None:
    """By keyboard: the calendar that a field opens may lie over the button."""
    page.locator("footer button[type=submit]").first.press("Enter")


def test_a_danish_date_stays_and_what_is_none_is_told(page: Page, live_server):
    editor = UserFactory(password=PASSWORD)
    editor.groups.add(Group.objects.get(name=EDITORS))
    theme = ThemeFactory()
    sign_in(page, live_server.url, editor, f"/admin/themes/edit/{theme.pk}/")
    first = page.locator("[name=starts_on]")
    written = ["20.09.2027", "20.9.2027", "20-09-2027", "20/9/2027", "2027-09-20"]
    for date in written:
        first.fill(date)
        first.blur()
        expect(first).to_have_value("20.09.2027")
    for date in ("31.9.2027", "i morgen"):
        first.fill(date)
        first.blur()
        expect(first).to_have_value(date)
    page.locator("[name=ends_on]").fill("20/10/2027")
    save(page)
    expect(page.locator("main form").first).to_contain_text("Indtast en gyldig dato.")
    expect(first).to_have_value("i morgen")
    first.fill("20/9/2027")
    page.locator("[name=first_peak_week]").fill("")
    page.locator("[name=last_peak_week]").fill("")
    save(page)
    expect(page.locator(".messages .success")).to_be_visible()
    theme.refresh_from_db()
    assert theme.starts_on == datetime.date(2027, 9, 20)
    assert theme.ends_on == datetime.date(2027, 10, 20)


def test_a_week_becomes_its_monday_or_its_sunday(page: Page, live_server):
    editor = UserFactory(password=PASSWORD)
    editor.groups.add(Group.objects.get(name=EDITORS))
    theme = ThemeFactory()
    sign_in(page, live_server.url, editor, f"/admin/themes/edit/{theme.pk}/")
    weeks = [
        ("uge 38 2027", "20.09.2027", "26.09.2027"),
        ("1/2027", "04.01.2027", "10.01.2027"),
        ("2020-W53", "28.12.2020", "03.01.2021"),
        # there is none
        ("uge 53 2027", "uge 53 2027", "uge 53 2027"),
        ("uge 38", "uge 38", "uge 38"),
    ]
    calendar = page.locator(".xdsoft_datetimepicker:visible")
    for name, nth in (("starts_on", 1), ("milestone-workshop-ends_on", 2)):
        field = page.locator(f"[name={name}]")
        for week in weeks:
            field.focus()
            expect(calendar).to_have_count(1)
            field.fill(week[0])
            field.blur()
            expect(field).to_have_value(week[nth])
            # its calendar does not lie over the next field
            expect(calendar).to_have_count(0)
