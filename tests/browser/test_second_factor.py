"""Setting up the code from a telephone, in a browser, down to 320 px."""

from django.contrib.auth.models import Group

import pytest

from libraries.roles import EDITORS
from tests.factories.users import UserFactory
from tests.users.test_second_factor import telephone

from .axe import grave_findings
from .people import PASSWORD, sign_in

SET_UP = "/totrinslogin/saet-op/"


def look(page, name: str) -> None:
    """Nothing slides sideways on a phone, and axe finds nothing grave."""
    for width in (320, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert (name, wide) == (name, width)
        assert grave_findings(page) == []


@pytest.mark.django_db(transaction=True)
def test_it_is_set_up_and_asked_for(live_server, page, settings):
    settings.SECOND_FACTOR = True
    editor = UserFactory(password=PASSWORD)
    editor.groups.add(Group.objects.get(name=EDITORS))
    address = live_server.url
    sign_in(page, address, editor, "/mit-bibliotek/")
    page.goto(f"{address}/admin/")
    look(page, "adgangskode")
    page.fill("[name=password]", PASSWORD)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(f"{address}{SET_UP}*")
    look(page, "opsaetning")
    page.fill("[name=code]", telephone(page.locator("main code").inner_text()))
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/totrinslogin/noedkoder/")
    look(page, "noedkoder")
    codes = page.locator("main code").all_inner_texts()
    page.get_by_role("link", name="Jeg har gemt koderne").click()
    page.wait_for_url(f"{address}/admin/")
    page.context.clear_cookies()
    page.goto(f"{address}/log-ind/")
    page.fill("[name=login]", editor.email)
    page.fill("[name=password]", PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/totrinslogin/kode/")
    look(page, "kode")
    page.fill("[name=code]", codes[0])
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(f"{address}/admin/")
