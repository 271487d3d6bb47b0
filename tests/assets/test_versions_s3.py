"""Versions on a real S3 server: what is served while a replacement fails, and after."""

import hashlib
import http.client
import http.server
import threading
import urllib.request
from urllib.parse import urlsplit

import pytest

from assets.models import Asset
from assets.versions.changes import restore
from tests.factories.assets import BARE_PDF, add_version, make_file
from tests.factories.themes import ThemeFactory
from tests.s3 import point_at

from .objects import stored_objects
from .posts import changed_asset, edit_url, upload, upload_errors

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("s3")]
SECOND = BARE_PDF + b"2"


def fetched(client, address: str) -> str:
    """The SHA-256 of what the address gives."""
    answer = client.get(address)
    assert answer.status_code == 302
    with urllib.request.urlopen(answer["Location"], timeout=10) as body:
        return hashlib.sha256(body.read()).hexdigest()


class ReadOnlyFront(http.server.BaseHTTPRequestHandler):
    """Passes reading on to the real server and refuses every writing."""

    def pass_on(self):
        there = http.client.HTTPConnection(self.server.behind, timeout=10)
        there.request(self.command, self.path, headers=dict(self.headers))
        answer = there.getresponse()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("connection", "transfer-encoding", "date"):
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.read())
        there.close()

    def refuse(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.send_response(507)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = pass_on
    do_PUT = do_POST = refuse

    def log_message(self, *args):
        pass


@pytest.fixture
def full_bucket(s3, settings):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), ReadOnlyFront)
    server.behind = urlsplit(s3.endpoint_url).netloc
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def fill():
        host, port = server.server_address
        point_at(settings, S3_ENDPOINT_URL=f"http://{host}:{port}")

    yield fill
    server.shutdown()
    server.server_close()


def test_a_replacement_that_storage_refuses_keeps_the_old_bytes_served(
    as_editor, client, full_bucket
):
    file = make_file()
    address, before = file.get_absolute_url(), stored_objects()
    full_bucket()
    change = {"upload": upload(SECOND), "note": "rettet dato"}
    response = as_editor.post(edit_url(file.asset), changed_asset(file.asset, change))
    assert "Lageret svarer ikke" in upload_errors(response)
    assert fetched(client, address) == hashlib.sha256(BARE_PDF).hexdigest()
    assert file.versions.count() == 1
    assert not file.version_changes.exists()
    assert stored_objects() == before


def test_the_address_survives_rename_replace_move_and_restore(client):
    file = make_file()
    first, address = file.current_version, file.get_absolute_url()
    add_version(file, SECOND)
    assert fetched(client, address) == hashlib.sha256(SECOND).hexdigest()
    file.name = "Et nyt navn"
    file.save()
    asset = Asset.objects.get(pk=file.asset_id)
    asset.title, asset.theme = "En ny titel", ThemeFactory()
    asset.save()
    assert fetched(client, address) == hashlib.sha256(SECOND).hexdigest()
    before = stored_objects()
    restore(first)
    assert fetched(client, address) == hashlib.sha256(BARE_PDF).hexdigest()
    assert stored_objects() == before
