"""What browsers are told of reading without a line, and who is not told of it."""

import json
import re

import pytest

from core.addresses import LEFT_ALONE
from tests.factories.home import home_page
from tests.factories.users import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def facts(client) -> dict:
    first = client.get("/offline.js").text.partition("\n")[0]
    return json.loads(first.removeprefix("self.site = ").removesuffix(";"))


def test_the_worker_is_for_the_whole_site_and_asked_for_anew_each_time(client):
    response = client.get("/offline.js")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Cache-Control"] == "no-cache"
    assert "worker-src 'self'" in response["Content-Security-Policy"]
    assert "offline/worker.js" in response.text


def test_the_offline_page_comes_with_it_in_both_languages(client):
    words = facts(client)["words"]
    assert "Du er uden net" in words["da"]["page"]
    assert "You are offline" in words["en"]["page"]
    assert 'lang="en"' in words["en"]["page"]


@pytest.mark.parametrize(
    "path",
    [
        *(f"/{part}/x/" for part in LEFT_ALONE),
        "/en/mit-bibliotek/ideer/",
        "/en/soeg/",
        "/kalender.ics",
        "/ideer/1/idekatalog.pdf",
        "/sitemap.xml",
    ],
)
def test_what_is_secret_or_no_page_is_left_alone(client, path):
    assert re.search(facts(client)["leftAlone"], path)


@pytest.mark.parametrize(
    "path", ["/", "/en/", "/kalender/2026/", "/materialer/plakat/", "/film/maal/"]
)
def test_pages_are_not(client, path):
    assert not re.search(facts(client)["leftAlone"], path)


def test_it_can_be_called_off(client, settings):
    home_page()
    settings.READABLE_OFFLINE = False
    assert "offline/farewell.js" in client.get("/offline.js").text
    assert "offline.js" not in client.get("/").text


def test_pages_of_strangers_alone_call_for_it(client):
    home_page()
    assert "js/offline.js" in client.get("/").text
    client.force_login(UserFactory())
    assert "js/offline.js" not in client.get("/").text


@pytest.mark.parametrize(("front", "language"), [("/", "da"), ("/en/", "en")])
def test_the_manifest_makes_an_app_of_it(client, front, language):
    response = client.get(f"{front}app.webmanifest")
    said = json.loads(response.content)
    assert response["Content-Type"] == "application/manifest+json"
    assert (said["start_url"], said["lang"]) == (front, language)
    assert said["name"] == "Bibliotekernes Temasamarbejde"
    kinds = {(icon["sizes"], icon.get("purpose")) for icon in said["icons"]}
    assert kinds >= {("192x192", None), ("512x512", None), ("512x512", "maskable")}
    for icon in said["icons"]:
        assert client.get(icon["src"]).status_code == 200
