"""Infected files: out of reach, told of, listed, and gone after 30 days."""

import datetime

from django.core import mail
from django.urls import reverse

from wagtail.models import ModelLogEntry

import pytest

from assets import storages
from assets.models import FileVersion, QuarantinedFile, Upload
from assets.storages import private_storage
from assets.tasks import check_upload, move_to_quarantine, purge_quarantine
from core.jobs import TryAgain
from mail.tasks import send_due_messages
from tests.s3 import point_at

from .sending import make_drop, pdf_bytes, rows, send
from .test_antivirus import EICAR, clamd  # noqa: F401 a fixture

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("clamd"),
    pytest.mark.one_database,
]
S = FileVersion.State
INFECTED = pdf_bytes() + EICAR


@pytest.fixture
def infected(settled) -> FileVersion:
    return settled(INFECTED, "plakat.pdf")


def stored(key: str) -> int | None:
    return private_storage().stored_size(key)


def test_it_is_moved_to_where_no_address_leads(either_storage, infected, as_editor):
    found = QuarantinedFile.objects.get()
    assert found.key.startswith("quarantine/")
    assert b"".join(private_storage().read(found.key)) == INFECTED
    assert stored(infected.key) is None
    for address in (infected.get_absolute_url(), infected.file.get_absolute_url()):
        assert as_editor.get(address).status_code == 404


def test_who_sent_it_is_told_in_the_list_and_by_one_letter(infected, agency, as_agency):
    assert "sat i karantæne" in rows(as_agency)[0]["notes"][0]
    send_due_messages.call()
    send_due_messages.call()
    (letter,) = mail.outbox
    assert letter.to == [agency.email]
    assert letter.subject == "Skadelig kode i plakat.pdf"
    assert "Eicar-Test-Signature" in letter.body


def test_it_stands_in_the_history_of_its_asset(infected, agency):
    entry = ModelLogEntry.objects.get(action="assets.quarantined")
    assert entry.user == agency
    assert entry.object_id == str(infected.file.asset_id)
    assert entry.data["virus"] == "Eicar-Test-Signature"


def test_editors_see_what_lies_there_and_the_agency_does_not(
    infected, as_editor, as_agency
):
    page = as_editor.get(reverse("quarantine_report"))
    assert "plakat.pdf" in page.content.decode()
    assert "Eicar-Test-Signature" in page.content.decode()
    assert as_agency.get(reverse("quarantine_report")).status_code in (302, 403)


def test_the_list_outlives_the_asset(infected, as_editor):
    infected.file.asset.delete()
    page = as_editor.get(reverse("quarantine_report"))
    assert "plakat.pdf" in page.content.decode()


def test_its_asset_deleted_before_it_is_moved_takes_no_evidence(
    either_storage, as_agency, agency, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks():
        send(as_agency, make_drop(agency), INFECTED)
        check_upload.call(str(Upload.objects.get().pk))
    found = QuarantinedFile.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        found.version.file.asset.delete()
    move_to_quarantine.call(found.pk)
    assert stored(found.origin) is None
    assert stored(found.key) == len(INFECTED)


def test_it_is_deleted_after_30_days(either_storage, infected):
    found = QuarantinedFile.objects.get()
    # The row is aged, not the clock: S3 refuses requests signed at another time.
    found.found_at -= datetime.timedelta(days=29)
    found.save()
    purge_quarantine.call()
    assert stored(found.key) == len(INFECTED)
    found.found_at -= datetime.timedelta(days=2)
    found.save()
    purge_quarantine.call()
    assert stored(found.key) is None
    assert not QuarantinedFile.objects.exists()
    entry = ModelLogEntry.objects.get(action="assets.quarantine_purged")
    assert entry.data["file"] == "plakat.pdf"


def test_storage_that_fails_is_asked_again(
    s3, settings, as_agency, agency, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks():
        send(as_agency, make_drop(agency), INFECTED)
        check_upload.call(str(Upload.objects.get().pk))
    found = QuarantinedFile.objects.get()
    address = settings.S3_ENDPOINT_URL
    point_at(settings, S3_ENDPOINT_URL="http://127.0.0.1:1")
    with pytest.raises(TryAgain):
        move_to_quarantine.call(found.pk)
    point_at(settings, S3_ENDPOINT_URL=address)
    assert stored(found.origin) == len(INFECTED)
    with django_capture_on_commit_callbacks(execute=True):
        purge_quarantine.call()
    assert stored(found.origin) is None
    assert stored(found.key) == len(INFECTED)


def test_a_large_file_is_moved_in_parts(s3, monkeypatch):
    """S3 copies no more than 5 GB at once."""
    monkeypatch.setattr(storages.COPY_CONFIG, "multipart_threshold", 5 * 1024**2)
    monkeypatch.setattr(storages.COPY_CONFIG, "multipart_chunksize", 5 * 1024**2)
    storage, block = private_storage(), bytes(1024**2)
    storage.write("assets/stor/original", (block for _n in range(11)))
    storage.move("assets/stor/original", "quarantine/stor")
    storage.move("assets/stor/original", "quarantine/stor")
    assert stored("assets/stor/original") is None
    assert stored("quarantine/stor") == 11 * 1024**2
