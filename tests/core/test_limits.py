"""What is costly is answered so often for one address, and no more."""

from django.core.cache import cache

import pytest
import time_machine

from cms.settings import base
from tests.factories.campaigns import ReadingListPageFactory
from tests.factories.libraries import MembershipFactory

pytestmark = pytest.mark.django_db
SEARCH = "/soeg/?q=flint"
FEW = {"search": "3/m/ip", "export": "2/m/ip", "report_accessibility": "1/h/ip"}


@pytest.fixture(autouse=True)
def clock(settings):
    settings.ACCOUNT_RATE_LIMITS = {**base.ACCOUNT_RATE_LIMITS, **FEW}
    with time_machine.travel("2026-11-26 12:00:00+01:00", tick=False) as clock:
        cache.clear()
        yield clock
        cache.clear()


def statuses(client, address, times, **more) -> list[int]:
    return [client.get(address, **more).status_code for _each in range(times)]


def test_what_the_site_allows():
    """Far above what the staff of a library behind one address ask."""
    assert base.ACCOUNT_RATE_LIMITS["search"] == "300/m/ip"
    assert base.ACCOUNT_RATE_LIMITS["export"] == "60/m/ip"


def test_searching_too_fast_is_told_in_danish_and_goes_again(client, clock):
    assert statuses(client, SEARCH, 3) == [200, 200, 200]
    response = client.get(SEARCH)
    assert response.status_code == 429
    assert "Det gik for hurtigt" in response.text
    assert response["Retry-After"] == "60"
    assert "no-store" in response["Cache-Control"]
    clock.shift(59)
    assert client.get(SEARCH).status_code == 429
    clock.shift(1)
    assert client.get(SEARCH).status_code == 200


def test_what_is_asked_in_vain_does_not_make_it_longer(client, clock):
    statuses(client, SEARCH, 20)
    clock.shift(60)
    assert client.get(SEARCH).status_code == 200


def test_other_addresses_are_not_touched(client):
    statuses(client, SEARCH, 4, REMOTE_ADDR="192.0.2.1")
    assert client.get(SEARCH, REMOTE_ADDR="192.0.2.2").status_code == 200


def test_nobody_gets_more_by_claiming_another_address(client):
    found = [
        client.get(SEARCH, headers={"X-Forwarded-For": f"192.0.2.{n}"}).status_code
        for n in range(4)
    ]
    assert found == [200, 200, 200, 429]


def test_behind_a_proxy_the_address_is_the_one_that_it_wrote(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for n in range(4):
        last = client.get(SEARCH, headers={"X-Forwarded-For": f"10.0.0.{n}, 192.0.2.7"})
    assert last.status_code == 429
    other = {"X-Forwarded-For": "10.0.0.1, 192.0.2.8"}
    assert client.get(SEARCH, headers=other).status_code == 200


def test_signing_in_gives_no_more(client):
    statuses(client, SEARCH, 3)
    client.force_login(MembershipFactory().user)
    assert client.get(SEARCH).status_code == 429


def test_suggestions_and_pages_are_free(client):
    statuses(client, SEARCH, 4)
    assert statuses(client, "/soeg/forslag/?q=fl", 9) == [200] * 9
    assert statuses(client, "/robots.txt", 9) == [200] * 9


@pytest.mark.parametrize(
    "file", ["titler.csv", "titler.ris", "titler.xml", "udlevering.pdf"]
)
def test_exports_of_one_address(client, file):
    address = f"/laeselister/{ReadingListPageFactory().pk}/{file}"
    assert statuses(client, address, 3) == [200, 200, 429]
    response = client.get(address)
    assert response["Retry-After"] == "60"
    assert "Det gik for hurtigt" in response.text


def test_the_form_about_accessibility_keeps_what_was_written(client):
    address = "/sig-til/"
    written = {"text": "Knappen kan ikke nås.", "page": "/soeg/", "email": ""}
    assert client.post(address, written).status_code == 302
    response = client.post(address, written)
    assert response.status_code == 429
    assert response["Retry-After"] == "3600"
    assert "Knappen kan ikke nås." in response.text


def test_each_answer_with_429_says_when(client):
    address = "/glemt-adgangskode/"
    for _each in range(61):
        response = client.post(address, {"email": "ingen@ukendt.example"})
        if response.status_code == 429:
            break
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
