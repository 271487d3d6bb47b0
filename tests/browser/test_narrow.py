"""The narrowest screens: 320 px is also what 400 % zoom leaves of a desktop."""

import pytest

from tests.factories.libraries import MembershipFactory
from tests.factories.themes import ThemeFactory
from tests.factories.users import UserFactory

from .people import PASSWORD, sign_in


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("signed_in", [False, True])
def test_no_page_slides_sideways(live_server, page, signed_in):
    address = live_server.url
    ThemeFactory(subtitle="Biblioteksvæsnerneslandsdækkendetemasamarbejde")
    if signed_in:
        user = UserFactory(password=PASSWORD)
        MembershipFactory(user=user)
        sign_in(page, address, user, "/mit-bibliotek/")
    page.set_viewport_size({"width": 320, "height": 700})
    for path in ["/", "/soeg/", "/kalender/2017/", "/findes-ikke/"]:
        page.goto(f"{address}{path}")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert (path, width) == (path, 320)
