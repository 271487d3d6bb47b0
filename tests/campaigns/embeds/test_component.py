"""The script for libraries' pages, as it is sent."""

import gzip

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ADDRESS = "/temasamarbejde.js"


def test_any_page_may_fetch_it_and_use_it_for_a_month_without_us(client):
    response = client.get(ADDRESS)
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "stale-while-revalidate=2592000" in response["Cache-Control"]
    assert not response.cookies


def test_who_has_it_is_sent_no_bytes(client):
    etag = client.get(ADDRESS)["ETag"]
    response = client.get(ADDRESS, headers={"If-None-Match": etag})
    assert response.status_code == 304
    assert response["Access-Control-Allow-Origin"] == "*"


def test_it_is_small_on_the_wire(client):
    response = client.get(ADDRESS, headers={"Accept-Encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert len(response.content) < 4096
    assert gzip.decompress(response.content) == client.get(ADDRESS).content


def test_it_speaks_both_languages(client):
    script = client.get(ADDRESS).content.decode()
    assert "svarer ikke lige nu" in script
    assert "does not answer right now" in script
