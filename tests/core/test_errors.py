from django.test import RequestFactory

import pytest

from core.errors import server_error

pytestmark = pytest.mark.one_database


def test_a_fault_is_told_without_the_database():
    # Without the django_db mark any query would raise.
    response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "<h1" in response.text


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/findes-ikke/", "/m/findesikke/", "/tema/9.x.css"])
def test_an_unknown_address_looks_the_same_where_debug_is_on(client, settings, path):
    usual = client.get(path)
    settings.DEBUG = True
    shown = client.get(path)
    assert shown.status_code == usual.status_code == 404
    assert shown.content == usual.content
    assert "Den står ikke på hylden" in shown.text
