"""One download is one row: what is counted at the door, and what a row holds."""

import hashlib
from concurrent.futures import ThreadPoolExecutor

from django.db import connection
from django.test import Client

from wagtail.models import Page

import pytest

from assets.models import Download
from assets.permissions import Audience
from assets.signals import file_downloaded
from tests.factories.assets import BARE_PDF, make_file
from tests.factories.themes import ThemeFactory

pytestmark = pytest.mark.django_db

SIZE = len(BARE_PDF)
ETAG = f'"{hashlib.sha256(BARE_PDF).hexdigest()}"'


@pytest.fixture
def url(db):
    return make_file().get_absolute_url()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Range": "bytes=0-"},
        {"Range": "bytes=0-0"},
        {"Range": "bytes=1-2,4-5"},
        # All of it is sent: the part is of another version, or is the whole.
        {"Range": "bytes=1-", "If-Range": '"an-older-one"'},
        {"Range": "bytes=-999999999"},
    ],
)
def test_a_download_from_the_first_byte_is_counted_once(client, url, headers):
    client.get(url, headers=headers)
    assert Download.objects.count() == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"If-None-Match": ETAG},
        {"Range": "bytes=1-"},
        {"Range": "bytes=-5"},
        {"Range": f"bytes={SIZE}-"},
        {"Sec-Purpose": "prefetch"},
        {"Sec-Purpose": "prefetch;prerender"},
    ],
)
def test_what_fetches_no_file_is_not_counted(client, url, headers):
    client.get(url, headers=headers)
    assert not Download.objects.exists()


def test_head_is_not_counted(client, url):
    client.head(url)
    assert not Download.objects.exists()


def test_a_refusal_is_not_counted(client):
    client.get(make_file(access=Audience.LIBRARY).get_absolute_url())
    assert not Download.objects.exists()


def test_the_row_says_which_library_what_and_from_where(signed_in, membership):
    theme = ThemeFactory()
    file = make_file(theme=theme)
    page = Page.objects.live().last()
    signed_in(membership.user).get(file.get_absolute_url(), {"side": page.pk})
    row = Download.objects.get()
    assert (row.library, row.theme) == (membership.library, theme)
    assert (row.version, row.page) == (file.current_version, page)


@pytest.mark.parametrize("side", ["", "x", "-1", "99999999", "9" * 40, "1 or 1"])
def test_a_page_that_is_not_there_is_not_noted(client, url, side):
    client.get(url, {"side": side})
    assert Download.objects.get().page is None


def test_nothing_personal_can_be_noted():
    fields = {field.name for field in Download._meta.get_fields()}
    about = {"version", "package", "theme", "library", "page", "fetched_at"}
    assert fields == {"id", *about}


def test_the_apps_above_are_told(client, url):
    heard = []

    def listen(sender, download, **kwargs):
        heard.append(download)

    file_downloaded.connect(listen)
    try:
        client.get(url)
    finally:
        file_downloaded.disconnect(listen)
    assert heard == [Download.objects.get()]


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_are_twenty_rows(url):
    def fetch(_n):
        try:
            return b"".join(Client().get(url)) == BARE_PDF
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as threads:
        assert all(threads.map(fetch, range(20)))
    assert Download.objects.count() == 20
