"""Nobody fetches, lays in or takes out more than people do, and a library is let be."""

from django.core.cache import cache, caches
from django.urls import reverse

import pytest
import time_machine
from allauth.core.internal import ratelimit

from cms.settings import base
from tests.factories.assets import make_file
from tests.factories.libraries import MembershipFactory
from tests.factories.themes import ThemeFactory

from .intake.sending import begin, drop_fields, make_drop, pdf_bytes

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
FEW = {
    "download": "2/m/user,4/d/user",
    "download_stranger": "3/m/ip",
    "upload": "1/h/user",
    "upload_file": "2/h/user",
    "spreadsheet": "2/h/user",
}


@pytest.fixture(autouse=True)
def clock(settings):
    settings.ACCOUNT_RATE_LIMITS = {**base.ACCOUNT_RATE_LIMITS, **FEW}
    with time_machine.travel("2026-11-26 12:00:00+01:00", tick=False) as clock:
        _forget()
        yield clock
        _forget()


def _forget() -> None:
    cache.clear()
    caches["crowd"].clear()


@pytest.fixture
def address():
    return make_file(access=0).get_absolute_url()


@pytest.fixture
def librarian_client(client):
    client.force_login(MembershipFactory().user)
    return client


def test_what_the_site_allows():
    rates = {n: ratelimit.parse_rates(base.ACCOUNT_RATE_LIMITS[n]) for n in FEW}
    amounts = {n: [(r.amount, r.duration, r.per) for r in rates[n]] for n in FEW}
    assert amounts == {
        "download": [(60, 60, "user"), (1000, 86400, "user")],
        "download_stranger": [(300, 60, "ip")],
        "upload": [(60, 3600, "user")],
        # A package of a campaign, 500 files, four times over.
        "upload_file": [(2000, 3600, "user")],
        "spreadsheet": [(6, 3600, "user")],
    }


def test_a_person_fetches_so_much_a_minute_and_so_much_a_day(
    librarian_client, address, clock
):
    def fetch():
        response = librarian_client.get(address)
        return response.status_code, response.get("Retry-After")

    assert [fetch() for _each in range(3)] == [(200, None)] * 2 + [(429, "60")]
    clock.shift(60)
    assert [fetch() for _each in range(2)] == [(200, None)] * 2
    clock.shift(60)
    assert fetch() == (429, f"{24 * 60 * 60 - 120}")
    refused = librarian_client.get(address)
    assert "Det gik for hurtigt" in refused.text
    assert "no-store" in refused["Cache-Control"]


def test_looking_and_going_on_are_not_counted(librarian_client, address):
    for headers in ({"Range": "bytes=5-"}, {"Sec-Purpose": "prefetch"}):
        answers = [librarian_client.get(address, headers=headers) for _each in "123"]
        assert 429 not in [answer.status_code for answer in answers]
    assert [librarian_client.head(address).status_code for _each in "123"] == [200] * 3
    assert librarian_client.get(address).status_code == 200


def test_strangers_are_counted_together_and_people_at_their_address_are_not(
    client, address
):
    assert [client.get(address).status_code for _each in "1234"] == [200] * 3 + [429]
    assert client.get(address)["Retry-After"] == "60"
    assert client.get(address, REMOTE_ADDR="192.0.2.7").status_code == 200
    for _person in range(2):
        client.force_login(MembershipFactory().user)
        assert client.get(address).status_code == 200


def test_an_id_that_is_unknown_is_not_counted(client, address):
    assert [client.get("/m/findesikke/").status_code for _e in "1234"] == [404] * 4
    assert client.get(address).status_code == 200


def test_a_package_is_one_of_them(librarian_client, address):
    theme = make_file(access=0, theme=ThemeFactory()).asset.theme
    package = reverse("package", args=[theme.slug])
    answers = [librarian_client.get(package).status_code for _each in "123"]
    assert answers == [200, 200, 429]
    assert librarian_client.get(address).status_code == 429


def test_drops_and_files_are_counted_and_parts_are_not(as_agency, agency):
    make = reverse("drops:drop")
    assert as_agency.post(make, drop_fields(into="nowhere")).status_code == 422
    assert as_agency.post(make, drop_fields()).status_code == 201
    refused = as_agency.post(make, drop_fields())
    assert (refused.status_code, refused["Retry-After"]) == (429, "3600")
    drop = make_drop(agency)
    begun = [begin(as_agency, drop, pdf_bytes(), f"{n}.pdf") for n in range(3)]
    assert [answer.status_code for answer in begun] == [201, 201, 429]
    assert begun[2].json()["error"] == (
        "Du har lagt mange filer op på kort tid. Prøv igen om 60 minutter."
    )
    part = begun[0].json()["part_url"]
    body = {"number": 1, "sha256": ""}
    answers = [
        as_agency.post(part, body, content_type="application/json") for _each in "1234"
    ]
    assert [answer.status_code for answer in answers] == [200] * 4


@pytest.mark.parametrize(
    "address",
    [
        "/admin/assets/?export=csv",
        "/admin/reports/site-history/?export=xlsx",
        "/admin/laeg-filer-op/regneark/hent/",
        "/admin/libraries/library/eksporter/",
    ],
)
def test_lists_as_spreadsheets_are_counted_together(admin_client, address):
    assert admin_client.get("/admin/assets/?export=xlsx").status_code == 200
    answers = [admin_client.get(address).status_code for _each in "12"]
    assert answers == [200, 429]
    assert admin_client.get("/admin/assets/").status_code == 200
