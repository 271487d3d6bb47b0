"""Addresses that no person types."""

import pytest

from tests.factories.campaigns import IdeaIndexPageFactory
from tests.factories.home import MaterialsPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture(autouse=True)
def lists():
    IdeaIndexPageFactory()
    MaterialsPageFactory()


@pytest.mark.parametrize(
    "address",
    [
        "/soeg/?q=%00",
        "/soeg/?q=sten%00alder",
        "/materialer/?tema=%00",
        "/ideer/?%00=1",
        "/materialer/%00/",
        "/%00",
    ],
)
def test_a_nul_is_told_in_danish(client, address):
    response = client.get(address)
    assert response.status_code == 400
    assert response.text == "Adressen indeholder et tegn, som siden ikke kan læse."


@pytest.mark.parametrize(
    "address",
    [
        "assets/?theme=%00",
        "?%00=1",
        "stories/%00/",
        "findes-ikke/?x=%00",
        "openapi.json?%00",
    ],
)
def test_the_api_tells_of_a_nul_in_json(client, address):
    response = client.get(f"/api/v2/{address}")
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "bad_request"
    assert response["Access-Control-Allow-Origin"] == "*"


def test_a_harvester_is_told_of_a_nul_in_its_protocol(client):
    response = client.get("/oai?verb=ListRecords&metadataPrefix=%00")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/xml; charset=utf-8"
    assert 'code="badArgument"' in response.text


def test_a_nul_in_a_cookie(client):
    client.cookies["sessionid"] = "a\x00bcdefghijkl"
    assert client.get("/").status_code == 400


@pytest.mark.parametrize(
    "query",
    [
        "p=9999",
        "p=-1",
        "p=0",
        "p=sidste",
        f"p={'9' * 5000}",
        "p=%EF%BC%91",
        "tema=findes-ikke",
        "tema=1&tema=2",
        "tema=%FF%FE",
        "slags=%27%20OR%201=1",
        "hvem=%3Cscript%3E",
        "timer=2.5",
        "til=alle&format=findes-ikke&emne=intet",
        "ukendt=1",
        "tema=" + "a" * 10_000,
        "%F0%9F%92%A9=%F0%9F%92%A9",
    ],
)
@pytest.mark.parametrize("path", ["/ideer/", "/materialer/", "/soeg/"])
def test_odd_choices_give_a_clean_page(client, path, query):
    response = client.get(f"{path}?{query}")
    assert response.status_code == 200
    assert "<script>" not in response.text


@pytest.mark.parametrize(
    "path",
    [
        "/findes-ikke/",
        "/findes-ikke-heller/",
        "/materialer/findes-ikke/",
        "/m/aaaaaaaaaa/",
        "/m/bbbbbbbbbb/v9/",
        "/ideer/2017/",
    ],
)
def test_all_unknown_addresses_look_alike(client, path):
    unknown = client.get("/noget-helt-tredje/")
    response = client.get(path)
    assert response.status_code == 404
    assert response.content == unknown.content
    assert path not in response.text
    assert 'lang="da"' in response.text


def test_an_unknown_english_address_is_answered_in_english(client):
    response = client.get("/en/unknown/")
    assert response.status_code == 404
    assert 'lang="en"' in response.text
