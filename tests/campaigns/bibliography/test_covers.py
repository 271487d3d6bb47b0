"""Covers that the worker fetches, and what stands there without one."""

import pytest

from assets.storages import public_storage
from campaigns.bibliography.covers import fetch_covers
from campaigns.models import Cover, ReadingListTitle
from tests.factories.campaigns import CampaignPageFactory, ReadingListPageFactory

from .catalogue import work

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ISBN = "9788702050004"


@pytest.fixture
def reading_list():
    reading_list = ReadingListPageFactory(parent=CampaignPageFactory())
    reading_list.titles.add(ReadingListTitle(title="Bogen", isbn=ISBN))
    reading_list.save()
    return reading_list


def with_cover(catalogue, address: str) -> None:
    cover = {"detail": address, "origin": "moreinfo"}
    catalogue.works = {ISBN: work("Bogen", cover=cover)}


def test_a_cover_is_kept_small_and_shown(client, reading_list, catalogue):
    with_cover(catalogue, f"{catalogue.address}/cover.png")

    fetch_covers(reading_list.pk)

    cover = Cover.objects.get()
    assert (cover.width, cover.height) == (360, 540)
    assert public_storage().exists(cover.file)
    assert cover.url in client.get(reading_list.url).text


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:1/cover.png",
        "http://127.0.0.1.example.dk/cover.png",
        "file:///etc/passwd",
        "",
    ],
)
def test_no_cover_is_fetched_from_elsewhere(client, reading_list, catalogue, address):
    with_cover(catalogue, address)

    fetch_covers(reading_list.pk)

    assert Cover.objects.get().file == ""
    assert "book-cover__title" in client.get(reading_list.url).text


def test_a_cover_is_asked_for_once(reading_list, catalogue):
    with_cover(catalogue, f"{catalogue.address}/cover.png")

    fetch_covers(reading_list.pk)
    fetch_covers(reading_list.pk)

    assert len(catalogue.asked) == 1
