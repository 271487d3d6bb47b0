"""The scanner: a socket that speaks clamd's INSTREAM, as the real one does."""

import contextlib
import socketserver
import struct
import threading

import pytest

from assets.intake import antivirus
from assets.models import FileVersion
from assets.storages import private_storage
from assets.tasks import check_upload
from core.jobs import TryAgain

from ..posts import new_asset, upload, upload_errors
from .sending import make_drop, pdf_bytes, rows, send

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
S = FileVersion.State
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Clamd(socketserver.StreamRequestHandler):
    """Reads a stream in its chunks and answers as clamd does."""

    def handle(self):
        if self.rfile.read(10) != b"zINSTREAM\0":
            return
        content = b""
        while size := struct.unpack("!I", self.rfile.read(4))[0]:
            content += self.rfile.read(size)
            if len(content) > self.server.limit:
                self.wfile.write(b"INSTREAM size limit exceeded. ERROR\0")
                return
        self.server.before_verdict()
        answer = b"Eicar-Test-Signature FOUND" if EICAR in content else b"OK"
        # Who asked may have hung up meanwhile.
        with contextlib.suppress(BrokenPipeError):
            self.wfile.write(b"stream: " + answer + b"\0")


@pytest.fixture
def clamd(settings, tmp_path):
    with socketserver.ThreadingUnixStreamServer(str(tmp_path / "clamd"), Clamd) as it:
        it.limit = 1024 * 1024
        it.before_verdict = lambda: None
        thread = threading.Thread(target=it.serve_forever, args=[0.01], daemon=True)
        thread.start()
        settings.CLAMAV_SOCKET = it.server_address
        yield it
        it.shutdown()
        thread.join()


def test_a_clean_file_is_ready(clamd, settled):
    assert settled(pdf_bytes(), "p.pdf").state == S.READY


def test_an_infected_file_is_refused_by_the_name_of_what_was_found(clamd, settled):
    version = settled(pdf_bytes() + EICAR, "p.pdf")
    assert version.state == S.REJECTED
    assert "Eicar-Test-Signature" in version.reason


def test_with_the_scanner_away_a_file_waits_and_says_why(
    settings, tmp_path, settled, as_agency
):
    settings.CLAMAV_SOCKET = str(tmp_path / "nobody")
    version = settled(pdf_bytes(), "p.pdf")
    assert version.state == S.CHECKING
    assert version.file.current_version is None
    assert "Viruskontrollen svarer ikke" in rows(as_agency)[0]["notes"][0]


def test_a_file_that_waited_is_ready_when_the_scanner_is_back(
    clamd, settings, settled, django_capture_on_commit_callbacks
):
    address = settings.CLAMAV_SOCKET
    settings.CLAMAV_SOCKET = "127.0.0.1:1"
    version = settled(pdf_bytes(), "p.pdf")
    settings.CLAMAV_SOCKET = address
    check_upload.call(str(version.upload.pk))
    version.refresh_from_db()
    assert (version.state, version.reason) == (S.READY, "")


def test_a_scanner_that_hangs_gives_no_verdict(clamd, settled, monkeypatch):
    monkeypatch.setattr(antivirus, "VERDICT_SECONDS", 0.05)
    answered = threading.Event()
    clamd.before_verdict = lambda: answered.wait(20)
    version = settled(pdf_bytes(), "p.pdf")
    answered.set()
    assert version.state == S.CHECKING
    assert "Viruskontrollen svarer ikke" in version.reason


@pytest.mark.parametrize("content", [pdf_bytes(), pdf_bytes() + EICAR])
def test_a_file_changed_during_the_scan_gets_no_verdict(
    either_storage,
    clamd,
    as_agency,
    agency,
    django_capture_on_commit_callbacks,
    content,
):
    with django_capture_on_commit_callbacks():
        send(as_agency, make_drop(agency), content)
    version = FileVersion.objects.get()
    other = pdf_bytes("noget helt andet").ljust(len(content))[: len(content)]
    clamd.before_verdict = lambda: private_storage().write(version.key, [other])
    with pytest.raises(TryAgain):
        check_upload.call(str(version.upload.pk))
    version.refresh_from_db()
    assert version.state == S.CHECKING
    assert "blev ændret, mens den blev tjekket" in version.reason
    clamd.before_verdict = lambda: None
    check_upload.call(str(version.upload.pk))
    version.refresh_from_db()
    assert (version.state, "kom ikke helt frem" in version.reason) == (S.REJECTED, True)


def test_a_file_longer_than_the_scanner_takes_waits(clamd, settled):
    clamd.limit = 100
    assert settled(pdf_bytes(), "p.pdf").state == S.CHECKING


def test_a_file_longer_than_we_send_it_says_so(clamd, settings, settled, as_agency):
    settings.CLAMAV_STREAM_BYTES = 200
    assert settled(pdf_bytes(), "p.pdf").state == S.READY
    assert "Kun den første del" in rows(as_agency)[0]["notes"][0]


def test_the_single_form_asks_the_scanner_too(clamd, as_editor):
    answer = as_editor.post("/admin/assets/new/", new_asset(upload(EICAR, "e.txt")))
    assert "skadelig kode" in upload_errors(answer)


def test_the_single_form_takes_nothing_with_the_scanner_away(as_editor, settings):
    settings.CLAMAV_SOCKET = "127.0.0.1:1"
    answer = as_editor.post("/admin/assets/new/", new_asset(upload()))
    assert "Viruskontrollen svarer ikke" in upload_errors(answer)


def test_a_file_withdrawn_while_it_is_checked_stays_withdrawn(
    clamd, as_agency, agency, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as tasks:
        send(as_agency, make_drop(agency), pdf_bytes())
    FileVersion.objects.update(state=S.WITHDRAWN)
    for task in tasks:
        task()
    assert FileVersion.objects.get().state == S.WITHDRAWN
