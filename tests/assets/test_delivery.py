"""The door on disk: what is sent, how, and what is counted."""

import hashlib

import pytest

from assets.models import Asset, Download, FileVersion
from assets.permissions import Audience
from assets.storages import private_storage
from tests.factories.assets import AssetFactory, add_version, make_file
from tests.web import headers_of

pytestmark = pytest.mark.django_db

CONTENT = b"%PDF-1.4\n" + bytes(range(256)) * 400
SIZE = len(CONTENT)
ETAG = f'"{hashlib.sha256(CONTENT).hexdigest()}"'


@pytest.fixture
def file():
    return make_file(CONTENT)


@pytest.fixture
def url(file):
    return file.get_absolute_url()


def body(response) -> bytes:
    return b"".join(response) if response.streaming else response.content


def test_the_bytes_are_the_stored_ones(client, url):
    assert body(client.get(url)) == CONTENT


def test_the_headers_keep_the_file_to_itself(client, url):
    headers = client.get(url).headers
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Length"] == str(SIZE)
    assert headers["Content-Disposition"] == 'attachment; filename="plakat.pdf"'
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["X-Robots-Tag"] == "noindex"
    assert headers["ETag"] == ETAG


@pytest.mark.parametrize(
    ("name", "content", "content_type"),
    [
        ("skilt.svg", b"<svg onload='alert(1)'/>", "image/svg+xml"),
        ("noter.txt", b"<script>alert(1)</script>", "text/plain; charset=utf-8"),
        ("LISTE.CSV", b"a;b", "text/csv"),
    ],
)
def test_the_type_is_the_servers_own_and_never_shown(
    client, name, content, content_type
):
    response = client.get(make_file(content, name).get_absolute_url())
    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("wanted", "first", "last"),
    [
        ("bytes=0-", 0, SIZE - 1),
        ("bytes=0-0", 0, 0),
        ("bytes=100-199", 100, 199),
        ("bytes=100-", 100, SIZE - 1),
        ("bytes=-10", SIZE - 10, SIZE - 1),
        (f"bytes={SIZE - 1}-", SIZE - 1, SIZE - 1),
        (f"bytes=5-{SIZE * 9}", 5, SIZE - 1),
        (f"bytes=-{SIZE * 9}", 0, SIZE - 1),
    ],
)
def test_a_part_is_sent_to_who_asks_for_one(client, url, wanted, first, last):
    response = client.get(url, headers={"Range": wanted})
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {first}-{last}/{SIZE}"
    assert response["Content-Length"] == str(last - first + 1)
    assert body(response) == CONTENT[first : last + 1]


@pytest.mark.parametrize(
    "wanted", ["bytes=5-1", "bytes=a-b", "bytes=-", "pages=1-2", "bytes=0-1,5-9", "x"]
)
def test_all_is_sent_to_who_asks_for_nonsense_or_several_parts(client, url, wanted):
    response = client.get(url, headers={"Range": wanted})
    assert (response.status_code, body(response)) == (200, CONTENT)


@pytest.mark.parametrize(
    "wanted", [f"bytes={SIZE}-", "bytes=999999999999-", "bytes=-0"]
)
def test_a_part_that_is_not_there_is_416(client, url, wanted):
    response = client.get(url, headers={"Range": wanted})
    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{SIZE}"


def test_a_resumed_download_gets_no_part_of_another_version(client, url):
    headers = {"Range": "bytes=100-", "If-Range": '"en anden"'}
    assert body(client.get(url, headers=headers)) == CONTENT
    headers["If-Range"] = ETAG
    assert body(client.get(url, headers=headers)) == CONTENT[100:]


@pytest.mark.parametrize("known", [ETAG, f'"x", {ETAG}', f"W/{ETAG}", "*"])
def test_who_has_the_file_already_is_told_so(client, url, known):
    response = client.get(url, headers={"If-None-Match": known})
    assert (response.status_code, response.content) == (304, b"")


def test_head_tells_the_length_and_sends_nothing(client, url):
    response = client.head(url)
    assert (response.status_code, response.content) == (200, b"")
    assert response["Content-Length"] == str(SIZE)


def test_nothing_can_be_written_through_the_door(client, url):
    assert client.post(url).status_code == 405


def answer_of(client, url, **headers):
    response = client.get(url, headers=headers)
    return response.status_code, response.content, headers_of(response)


@pytest.mark.parametrize("suffix", ["", "v1/", "afspil/"])
@pytest.mark.parametrize(
    "asset",
    [
        {"state": Asset.State.DRAFT},
        {"access": Audience.EDITOR},
        {"state": Asset.State.WITHDRAWN, "access": Audience.EDITOR},
    ],
)
@pytest.mark.parametrize("who", [None, "librarian"])
def test_a_forbidden_id_answers_as_one_that_never_was(
    request, signed_in, who, asset, suffix
):
    client = signed_in(who and request.getfixturevalue(who))
    forbidden = make_file(CONTENT, **asset).get_absolute_url() + suffix
    known = {"If-None-Match": ETAG, "If-Match": ETAG, "Range": "bytes=0-5"}
    unknown = answer_of(client, f"/m/zzzzzzzzzz/{suffix}")
    assert unknown[0] == 404
    assert answer_of(client, forbidden) == unknown
    assert answer_of(client, forbidden, **known) == unknown


@pytest.mark.parametrize(
    "address", ["v2/", "v0/", f"v{'9' * 30}/", "v-1/", "vx/", "afspil/"]
)
def test_what_the_file_has_not_is_unknown(client, url, address):
    assert client.get(url + address).status_code == 404


def test_the_way_in_leads_back_to_the_file(client):
    url = make_file(access=Audience.LIBRARY).get_absolute_url()
    response = client.get(url)
    assert response["Location"] == f"/log-ind/?next={url}"
    assert response["Cache-Control"] == "private, no-store"


def test_what_is_gone_names_what_took_its_place(client):
    successor = AssetFactory(title="Plakat 2018")
    file = make_file(
        title="Plakat 2017", state=Asset.State.WITHDRAWN, successor=successor
    )
    page = client.get(file.get_absolute_url()).content.decode()
    assert "Plakat 2017" in page
    assert successor.get_absolute_url() in page


@pytest.mark.parametrize(
    "hidden", [{"state": Asset.State.DRAFT}, {"access": Audience.EDITOR}]
)
def test_what_is_gone_does_not_name_a_hidden_successor(client, hidden):
    successor = AssetFactory(title="Hemmelig plakat", **hidden)
    file = make_file(state=Asset.State.WITHDRAWN, successor=successor)
    page = client.get(file.get_absolute_url()).content.decode()
    assert "Hemmelig plakat" not in page


def test_a_person_who_was_deactivated_is_let_in_no_more(signed_in, librarian):
    client = signed_in(librarian)
    url = make_file(access=Audience.LIBRARY).get_absolute_url()
    assert client.get(url).status_code == 200
    librarian.is_active = False
    librarian.save()
    assert client.get(url).status_code == 302


def test_a_library_that_left_is_shown_the_way_in(signed_in, membership):
    membership.library.is_active = False
    membership.library.save()
    url = make_file(access=Audience.LIBRARY).get_absolute_url()
    assert signed_in(membership.user).get(url).status_code == 403


def lose(version: FileVersion) -> None:
    private_storage().delete(version.key)


def cut_off(version: FileVersion) -> None:
    private_storage().local_path(version.key).write_bytes(CONTENT[:50])


@pytest.mark.parametrize("harm", [lose, cut_off])
def test_a_lost_or_cut_off_file_is_503_and_not_counted(client, file, harm):
    harm(file.current_version)
    response = client.get(file.get_absolute_url())
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert "Lageret svarer ikke" in response.content.decode()
    assert not Download.objects.exists()


def test_a_new_version_is_sent_from_the_same_address(client, file, url):
    second = add_version(file, CONTENT + b"rettet")
    assert body(client.get(url)) == CONTENT + b"rettet"
    assert body(client.get(f"{url}v1/")) == CONTENT
    assert body(client.get(second.get_absolute_url())) == CONTENT + b"rettet"


MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(100)


def test_a_film_is_played_in_its_place_and_not_counted(client):
    file = make_file(MP4, "film.mp4", kind=Asset.Kind.FILM)
    response = client.get(file.play_url, headers={"Range": "bytes=0-1"})
    assert (response.status_code, body(response)) == (206, MP4[:2])
    assert response["Content-Type"] == "video/mp4"
    assert response["Content-Disposition"].startswith("inline")
    assert not Download.objects.exists()


def test_what_is_not_for_the_web_plays_for_libraries_alone(
    client, signed_in, librarian
):
    file = make_file(MP4, "film.mp4", kind=Asset.Kind.FILM, channels=["showing"])
    page = file.asset.get_absolute_url()
    assert client.get(file.play_url).status_code == 404
    words = client.get(page).text
    assert "<video" not in words
    assert "Må ikke vises på nettet, kun bruges til: offentlig forevisning." in words
    library = signed_in(librarian)
    assert library.get(file.play_url).status_code == 200
    assert "<video" in library.get(page).text


def test_a_film_for_libraries_is_played_to_libraries(client, signed_in, librarian):
    captions = b"WEBVTT\n\n00:00.000 --> 00:01.000\nHej\n"
    url = make_file(captions, "film.vtt", access=Audience.LIBRARY).play_url
    assert client.get(url).status_code == 302
    assert body(signed_in(librarian).get(url)) == captions
