"""The door on a real S3 server: a link for a minute, and what it gives."""

import http.server
import json
import threading
import urllib.error
import urllib.request
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

from django.core.files.storage import storages
from django.utils import timezone
from django.utils.module_loading import import_string

import pytest
from django_tasks_db.models import DBTaskResult

from assets.models import Asset, Download, Rendition, Tombstone
from assets.permissions import Audience
from assets.storages import STORAGE_ERRORS, private_storage
from assets.tasks import purge_tombstones
from tests.factories.assets import BARE_PDF, add_version, make_file
from tests.factories.images import ImageFactory
from tests.s3 import point_at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("s3")]

NOWHERE = "http://127.0.0.1:9"


def ask(url: str, method: str = "GET", **headers: str):
    """Return status, body and headers, following no redirect of ours."""
    request = urllib.request.Request(url, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read(), answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read(), error.headers


@pytest.fixture
def file():
    return make_file(name="Plakat på Ærø.pdf")


@pytest.fixture
def redirect(client, file):
    return client.get(file.get_absolute_url())


def test_the_link_gives_the_stored_bytes(redirect):
    assert redirect.status_code == 302
    assert ask(redirect["Location"])[:2] == (200, BARE_PDF)


def test_the_link_gives_our_name_and_type_and_says_not_to_keep_it(redirect):
    headers = ask(redirect["Location"])[2]
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"] == (
        'attachment; filename="Plakat paa Aeroe.pdf"; '
        "filename*=UTF-8''Plakat%20p%C3%A5%20%C3%86r%C3%B8.pdf"
    )
    assert headers["Cache-Control"] == "private, no-store"


def test_the_link_gives_a_part(redirect):
    status, body, headers = ask(redirect["Location"], Range="bytes=2-5")
    assert (status, body) == (206, BARE_PDF[2:6])
    assert headers["Content-Range"] == f"bytes 2-5/{len(BARE_PDF)}"


def test_the_link_is_good_for_a_minute_and_for_this_file_alone(redirect, s3):
    link = redirect["Location"]
    signed = parse_qs(urlsplit(link).query)
    assert signed["X-Amz-Expires"] == ["60"]
    assert signed["X-Amz-Algorithm"] == ["AWS4-HMAC-SHA256"]
    assert ask(link.replace("application%2Fpdf", "text%2Fhtml"))[0] == 403
    assert ask(link.replace("/original", "/andet"))[0] == 403


def test_the_redirect_is_neither_kept_nor_told_on(redirect):
    assert redirect["Cache-Control"] == "private, no-store"
    assert redirect["Referrer-Policy"] == "no-referrer"
    assert redirect["X-Robots-Tag"] == "noindex"
    assert "Amz" not in redirect.content.decode()


def test_who_asks_with_head_gets_a_link_for_head(client, file):
    redirect = client.head(file.get_absolute_url())
    status, _body, headers = ask(redirect["Location"], "HEAD")
    assert (status, headers["Content-Length"]) == (200, str(len(BARE_PDF)))
    assert not Download.objects.exists()


@pytest.mark.parametrize(
    ("headers", "rows"),
    [
        ({}, 1),
        ({"Range": "bytes=0-"}, 1),
        ({"Range": "bytes=9-"}, 0),
        ({"Sec-Purpose": "prefetch"}, 0),
    ],
)
def test_a_link_handed_out_is_one_download(client, file, headers, rows):
    client.get(file.get_absolute_url(), headers=headers)
    assert Download.objects.count() == rows


def test_who_has_the_file_already_gets_no_link(client, file):
    etag = f'"{file.current_version.sha256}"'
    response = client.get(file.get_absolute_url(), headers={"If-None-Match": etag})
    assert response.status_code == 304
    assert not Download.objects.exists()


def test_who_may_not_have_it_gets_no_link(client):
    hidden = make_file(state=Asset.State.DRAFT).get_absolute_url()
    restricted = make_file(access=Audience.LIBRARY).get_absolute_url()
    assert client.get(hidden).status_code == 404
    assert client.get(restricted)["Location"].startswith("/log-ind/")


def test_browsers_are_sent_to_the_address_that_they_know(client, file, s3, settings):
    outside = s3.endpoint_url.replace("127.0.0.1", "localhost")
    point_at(settings, S3_PUBLIC_ENDPOINT_URL=outside)
    link = client.get(file.get_absolute_url())["Location"]
    assert link.startswith(f"{outside}/")
    assert ask(link)[1] == BARE_PDF


def test_nobody_reads_the_private_bucket_without_a_link(file, s3):
    key = file.current_version.key
    assert ask(f"{s3.endpoint_url}/{s3.private_bucket}/{key}")[0] == 403
    assert ask(f"{s3.endpoint_url}/{s3.private_bucket}/?list-type=2")[0] == 403


def test_renditions_are_read_by_anyone_and_kept(s3, monkeypatch):
    # A running site chooses the storage when it starts.
    monkeypatch.setattr(
        Rendition._meta.get_field("file"), "storage", storages["public"]
    )
    url = ImageFactory().get_rendition("width-60|format-webp").url
    assert url.startswith(f"{s3.endpoint_url}/{s3.public_bucket}/")
    status, _body, headers = ask(url)
    assert status == 200
    assert headers["Content-Type"] == "image/webp"
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_the_secret_is_in_no_task_and_the_files_are_deleted(
    s3, settings, django_capture_on_commit_callbacks
):
    image, version = ImageFactory(), make_file().current_version
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
        version.file.asset.delete()
    tasks = DBTaskResult.objects.filter(task_path__contains="delete")
    assert tasks.count() == 2
    for task in tasks:
        said = json.dumps(task.args_kwargs)
        assert s3.secret_key not in said
        assert s3.access_key not in said
        arguments = task.args_kwargs
        import_string(task.task_path).call(*arguments["args"], **arguments["kwargs"])
    assert private_storage().stored_size(image.file.name) is None
    Tombstone.objects.update(deleted_at=timezone.now() - timedelta(days=36))
    purge_tombstones.call()
    assert private_storage().stored_size(version.key) is None


def test_the_secret_is_not_in_the_link(redirect, s3):
    assert s3.secret_key not in redirect["Location"]


@pytest.fixture
def failing_server():
    """An address that answers 503 to everything, as S3 does when it has too much."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(503)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_PUT = do_GET

        def log_message(self, *args):
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("trouble", ["away", "failing"])
def test_storage_in_trouble_is_503_and_the_file_is_there_afterwards(
    request, client, file, s3, settings, trouble
):
    address = (
        NOWHERE if trouble == "away" else request.getfixturevalue("failing_server")
    )
    point_at(settings, S3_ENDPOINT_URL=address)
    with pytest.raises(STORAGE_ERRORS):
        add_version(file, BARE_PDF + b"ny")
    response = client.get(file.get_absolute_url())
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert "Lageret svarer ikke" in response.content.decode()
    assert not Download.objects.exists()

    point_at(settings, S3_ENDPOINT_URL=s3.endpoint_url)
    link = client.get(file.get_absolute_url())["Location"]
    assert ask(link)[1] == BARE_PDF
    assert file.versions.count() == 1


def test_a_link_is_never_given_to_what_is_not_there(client, file, s3):
    s3.client().delete_object(Bucket=s3.private_bucket, Key=file.current_version.key)
    assert client.get(file.get_absolute_url()).status_code == 503


def test_captions_come_from_the_pages_own_address(client):
    captions = b"WEBVTT\n\n00:00.000 --> 00:01.000\nHej\n"
    response = client.get(make_file(captions, "film.vtt").play_url)
    assert (response.status_code, b"".join(response)) == (200, captions)


def test_a_film_is_played_from_a_link(client):
    mp4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(100)
    link = client.get(make_file(mp4, "film.mp4").play_url)["Location"]
    headers = ask(link)[2]
    assert headers["Content-Type"] == "video/mp4"
    assert headers["Content-Disposition"].startswith("inline")
    assert not Download.objects.exists()


def test_a_new_version_lies_under_a_new_key(file, s3):
    first = file.current_version
    second = add_version(file, BARE_PDF + b"ny")
    assert first.key != second.key
    stored = s3.client().get_object(Bucket=s3.private_bucket, Key=first.key)
    assert stored["Body"].read() == BARE_PDF
