"""Every answer's headers: what browsers may run, keep, and tell others."""

import pytest

from tests.factories.campaigns import CampaignPageFactory, FilmIndexPageFactory
from tests.factories.home import MaterialsPageFactory
from tests.factories.users import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

ADDRESSES = ["/", "/kampagner/prov/", "/materialer/", "/soeg/", "/log-ind/"]
ODD = ["/findes-ikke/", "/materialer", "/m/aaaaaaaaaa/", "/soeg/?q=%00", "/robots.txt"]


@pytest.fixture(autouse=True)
def pages():
    CampaignPageFactory(title="Prøv", slug="prov")
    MaterialsPageFactory()
    FilmIndexPageFactory()


def policy(response) -> dict[str, str]:
    directives = response["Content-Security-Policy"].split(";")
    return dict(d.strip().partition(" ")[::2] for d in directives if d.strip())


@pytest.mark.parametrize("address", [*ADDRESSES, *ODD])
def test_public_answers_allow_no_inline_code(client, address):
    response = client.get(address)
    rules = policy(response)
    assert "unsafe" not in response["Content-Security-Policy"]
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert rules["frame-ancestors"] == rules["base-uri"] == "'none'"
    assert rules["form-action"] == "'self'"
    assert response["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("address", [*ADDRESSES, *ODD, "/admin/login/"])
def test_the_other_headers(client, address):
    response = client.get(address)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] in (
        "same-origin",
        "strict-origin-when-cross-origin",
    )
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


@pytest.mark.parametrize("address", [a for a in ADDRESSES if a != "/log-ind/"])
def test_a_stranger_gets_no_cookie(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    assert response["Cache-Control"] == "no-cache"
    assert "Cookie" in response["Vary"]


@pytest.mark.parametrize("address", ADDRESSES[:-1])
def test_nobody_keeps_what_was_shown_to_a_person(client, address):
    client.force_login(UserFactory())
    assert client.get(address)["Cache-Control"] == "private, no-store"


def test_an_answer_that_sets_a_cookie_is_not_kept(client):
    response = client.get("/log-ind/")
    assert response.cookies
    assert "no-store" in response["Cache-Control"]


def test_the_admin_has_a_wider_policy_of_its_own(editor_client):
    response = editor_client.get("/admin/")
    rules = policy(response)
    assert "'unsafe-inline'" in rules["script-src"]
    assert rules["frame-ancestors"] == "'self'"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert rules["default-src"] == "'none'"
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"


def test_an_editor_on_a_public_page_has_the_public_policy(editor_client):
    response = editor_client.get("/kampagner/prov/")
    assert "unsafe" not in response["Content-Security-Policy"]


def test_strangers_are_told_which_pages_may_be_fetched_ahead(client):
    told = client.get("/kampagner/prov/")["Speculation-Rules"]
    response = client.get(told.strip('"'))
    assert response.status_code == 200
    assert response["Content-Type"] == "application/speculationrules+json"
    assert "immutable" in response["Cache-Control"]
    assert client.get("/naeste-sider.0123456789ab.json").status_code == 404


@pytest.mark.parametrize("address", ["/log-ind/", "/findes-ikke/", "/robots.txt"])
def test_forms_errors_and_files_tell_of_none(client, address):
    assert "Speculation-Rules" not in client.get(address)


def test_a_person_is_told_of_none(client):
    client.force_login(UserFactory())
    assert "Speculation-Rules" not in client.get("/kampagner/prov/")
