"""The answers as the app server gives them, with the kept pages before the site."""

import json

from django.test import RequestFactory

import pytest

from assets.models import Asset
from cms.wsgi import application
from core.open_data.records import note_changes
from tests.processes import wait_until

from .asking import ROOT, address_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def things(committed_things):
    return committed_things


@pytest.fixture
def noted():
    """The worker is through only when a test says so."""


def get(address: str, **headers) -> tuple[int, dict[str, str], dict]:
    """Status, headers and JSON of an address."""
    path, _, query = address.partition("?")
    environ = RequestFactory(headers=headers).get(path).environ
    environ["QUERY_STRING"] = query
    said = []
    chunks = application(environ, lambda *words: said.append(words))
    body = b"".join(chunks)
    getattr(chunks, "close", lambda: None)()
    status, found = said[0][:2]
    return int(status[:3]), dict(found), json.loads(body) if body else {}


@pytest.mark.parametrize("query", ["", "?modified_since=2020-01-01"])
def test_a_kept_answer_is_known_again_and_open_to_other_sites(things, query):
    note_changes()
    address = f"{ROOT}stories/{query}"
    wait_until(lambda: get(address)[2]["items"], "the list was filled")
    # The first is the site's own, the second was kept.
    for _turn in range(2):
        status, headers, _told = get(address)
        assert status == 200
        assert headers["Access-Control-Allow-Origin"] == "*"
        again = get(address, if_none_match=headers["ETag"])
        assert (again[0], again[2]) == (304, {})
        assert again[1]["Access-Control-Allow-Origin"] == "*"
        assert again[1]["ETag"] == headers["ETag"]


def test_what_follows_is_told_of_a_change_that_was_noted(things):
    note_changes()
    address = f"{ROOT}stories/?modified_since=2020-01-01"
    wait_until(lambda: get(address)[2]["items"], "the list was filled")
    etag = get(address)[1]["ETag"]
    things.story.title = "Jættestuen"
    things.story.save_revision().publish()
    # Kept between the change and its noting.
    get(address)
    note_changes()
    told = wait_until(
        lambda: [
            one for one in get(address)[2]["items"] if one["title"] == "Jættestuen"
        ],
        "the change was told",
    )
    assert told[0]["uuid"]
    assert get(address, if_none_match=etag)[0] == 200


def test_what_is_withdrawn_is_gone_before_anybody_noted_it(things):
    note_changes()
    listing, address = f"{ROOT}assets/", address_of("assets", things.asset)
    wait_until(lambda: get(address)[0] == 200, "it is told of")
    assert get(listing)[2]["items"]
    things.asset.state = Asset.State.WITHDRAWN
    things.asset.save()
    wait_until(lambda: get(address)[0] == 410, "it is told to be gone")
    assert get(listing)[2]["items"] == []
    note_changes()
    since = f"{listing}?modified_since=2020-01-01"
    gone = wait_until(lambda: get(since)[2]["gone"], "whoever follows is told")
    assert [one["uuid"] for one in gone] == [str(things.asset.uuid)]
