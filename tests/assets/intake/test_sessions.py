"""Large files in parts: sent, cut off, taken up again, joined, given up."""

import datetime
import hashlib
import random
import resource

from django.core.files.base import ContentFile
from django.urls import reverse

import pytest
import time_machine

from assets.intake.sweeping import sweep
from assets.models import Asset, FileVersion, Upload
from assets.storages import private_storage
from tests.s3 import point_at

from ..objects import full_disk, stored_objects
from .conftest import MB
from .sending import begin, count_of, make_drop, pdf_bytes, post, rows, send, send_part

pytestmark = pytest.mark.django_db
S = FileVersion.State


def large_pdf(size: int = 11 * MB) -> bytes:
    """A PDF that is followed by other bytes, as some are."""
    pdf = pdf_bytes()
    return pdf + b"\n%" + random.Random(size).randbytes(size - len(pdf) - 2)


@pytest.fixture
def drop(agency):
    return make_drop(agency)


def test_a_file_in_parts_becomes_a_draft_that_is_ready(either_storage, settled, agency):
    content = large_pdf()
    version = settled(content, "plakat_A3.pdf", credit="Bo Bureau", tags="sten, jord")
    assert (version.state, version.size) == (S.READY, len(content))
    assert version.sha256 == hashlib.sha256(content).hexdigest()
    assert b"".join(private_storage().read(version.key)) == content
    asset = version.file.asset
    assert (asset.title, asset.state) == ("Plakat A3", Asset.State.DRAFT)
    assert (asset.created_by, asset.credit, asset.kind) == (
        agency, "Bo Bureau", Asset.Kind.PRINT,
    )  # fmt: skip
    assert {tag.name for tag in asset.tags.all()} == {"sten", "jord"}
    assert version.file.current_version == version


def test_the_same_file_chosen_again_sends_only_what_is_missing(
    either_storage, as_agency, drop
):
    content = large_pdf()
    first = begin(as_agency, drop, content, "p.pdf", fingerprint="a").json()
    send_part(as_agency, first, content, 2)
    again = begin(as_agency, drop, content, "p.pdf", fingerprint="a").json()
    assert (again["id"], again["parts"]) == (first["id"], [2])
    for number in (1, 3):
        send_part(as_agency, again, content, number)
    assert post(as_agency, again["finish_url"]).json()["state"] == S.RECEIVED


def test_another_file_of_the_name_is_sent_from_the_start(as_agency, drop):
    content = pdf_bytes()
    first = begin(as_agency, drop, content, "p.pdf", fingerprint="a").json()
    other = begin(as_agency, drop, content, "p.pdf", fingerprint="b").json()
    assert other["id"] != first["id"]


def test_an_end_before_the_last_part_says_so_and_loses_nothing(
    either_storage, as_agency, drop
):
    content = large_pdf()
    session = begin(as_agency, drop, content, "p.pdf").json()
    send_part(as_agency, session, content, 1)
    answer = post(as_agency, session["finish_url"])
    assert (answer.status_code, answer.json()["code"]) == (409, "parts")
    for number in (2, 3):
        send_part(as_agency, session, content, number)
    assert post(as_agency, session["finish_url"]).status_code == 200


def test_an_end_said_twice_makes_one_version(either_storage, as_agency, drop):
    content = pdf_bytes()
    first = send(as_agency, drop, content)
    finish = reverse("drops:finish", args=[first.json()["id"]])
    assert post(as_agency, finish).json()["id"] == first.json()["id"]
    assert FileVersion.objects.count() == 1


def test_a_crash_between_joining_and_the_row_is_made_good_by_asking_again(
    either_storage, as_agency, drop
):
    content = large_pdf()
    session = begin(as_agency, drop, content, "p.pdf").json()
    for number in range(1, count_of(session, content) + 1):
        send_part(as_agency, session, content, number)
    upload = Upload.objects.get()
    sizes = [upload.size_of_part(n) for n in (1, 2, 3)]
    private_storage().join_parts(upload.key, upload.storage_id, sizes)
    assert post(as_agency, session["finish_url"]).status_code == 200


@pytest.mark.parametrize("wrong", [b"%PDF", pdf_bytes() + b"more"])
def test_a_part_of_another_length_is_refused_before_it_is_read(as_agency, drop, wrong):
    session = begin(as_agency, drop, pdf_bytes(), "p.pdf").json()
    to = post(as_agency, session["part_url"], number=1, sha256="").json()
    answer = as_agency.put(to["url"], wrong, content_type="application/octet-stream")
    assert answer.status_code == 413
    assert begin(as_agency, drop, pdf_bytes(), "p.pdf").json()["parts"] == []


def test_taking_a_part_keeps_nothing_of_it_in_memory(as_agency, drop, settings):
    settings.ASSET_PART_SIZE = 64 * MB
    content = bytes(64 * MB)
    begin(as_agency, drop, content, "film.mp4")
    upload = Upload.objects.get()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    class Line:
        left = len(content)

        def read(self, size):
            piece = min(size, self.left)
            self.left -= piece
            return bytes(piece)

    private_storage().write_part(upload.storage_id, 1, 0, len(content), Line().read)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown < 32


def test_a_cancelled_file_leaves_nothing(either_storage, as_agency, drop):
    content = large_pdf()
    session = begin(as_agency, drop, content, "p.pdf").json()
    send_part(as_agency, session, content, 1)
    upload = Upload.objects.get()
    assert post(as_agency, session["cancel_url"]).status_code == 200
    assert not Upload.objects.exists()
    assert private_storage().stored_parts(upload.key, upload.storage_id) == {}
    assert post(as_agency, session["cancel_url"]).status_code == 200


@pytest.mark.parametrize("parts", [0, 1, 3])
def test_cancelled_before_it_is_joined_nothing_is_left(
    either_storage, as_agency, drop, parts
):
    content, before = large_pdf(), stored_objects()
    session = begin(as_agency, drop, content, "p.pdf").json()
    for number in range(1, parts + 1):
        send_part(as_agency, session, content, number)
    upload = Upload.objects.get()
    if parts == 3:
        # The end was asked for and broke off before the row.
        sizes = [upload.size_of_part(n) for n in (1, 2, 3)]
        private_storage().join_parts(upload.key, upload.storage_id, sizes)
    assert post(as_agency, session["cancel_url"]).status_code == 200
    assert not Upload.objects.exists()
    assert stored_objects() == before
    assert upload.storage_id not in {
        begun.storage_id for begun in private_storage().begun_objects(["assets"])
    }


@pytest.mark.parametrize("is_checked", [False, True])
def test_what_is_in_cannot_be_cancelled_and_is_kept(
    either_storage, as_agency, drop, is_checked, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=is_checked):
        answer = send(as_agency, drop, pdf_bytes())
    cancel = reverse("drops:cancel", args=[answer.json()["id"]])
    refused = post(as_agency, cancel)
    assert refused.status_code == 409
    assert "kan ikke annulleres" in refused.json()["error"]
    assert private_storage().stored_size(FileVersion.objects.get().key)


def test_what_nobody_came_back_to_is_cleared_away(either_storage, as_agency, drop):
    content = large_pdf()
    session = begin(as_agency, drop, content, "p.pdf").json()
    send_part(as_agency, session, content, 1)
    sweep()
    upload = Upload.objects.get()
    # The row is aged, not the clock: S3 refuses requests signed at another time.
    aged = upload.touched_at - datetime.timedelta(hours=49)
    Upload.objects.update(touched_at=aged)
    sweep()
    assert not Upload.objects.exists()
    assert private_storage().stored_parts(upload.key, upload.storage_id) == {}


def test_storage_that_is_away_is_said_and_leaves_no_row(s3, settings, as_agency, drop):
    point_at(settings, S3_ENDPOINT_URL="http://127.0.0.1:1")
    answer = begin(as_agency, drop, pdf_bytes(), "p.pdf")
    assert answer.status_code == 503
    assert "Lageret svarer ikke" in answer.json()["error"]
    assert not Upload.objects.exists()


def test_a_disk_without_room_is_said_before_anything_is_sent(
    as_agency, drop, monkeypatch
):
    monkeypatch.setattr("assets.parts.DiskParts.RESERVE", 2**60)
    answer = begin(as_agency, drop, pdf_bytes(), "p.pdf")
    assert answer.status_code == 422
    assert "ikke plads" in answer.json()["error"]


def test_a_disk_that_fills_under_a_part_is_503_and_the_part_is_sent_again(
    as_agency, drop, settings
):
    settings.ASSET_PART_SIZE = 5 * MB
    content = large_pdf()
    session = begin(as_agency, drop, content, "p.pdf").json()
    to = post(as_agency, session["part_url"], number=1, sha256="").json()["url"]
    with full_disk():
        answer = as_agency.put(
            to, content[: 5 * MB], content_type="application/octet-stream"
        )
    assert answer.status_code == 503
    assert "Der er ikke plads på serveren lige nu" in answer.json()["error"]
    assert begin(as_agency, drop, content, "p.pdf").json()["parts"] == []
    assert send_part(as_agency, session, content, 1) == 200


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "plakat.pdf", "er tom"),
        (b"MZ", "plakat.exe", "kan ikke gemmes"),
        (b"%PDF", "plakat", "kan ikke gemmes"),
        (b"%PDF", "..", "kan ikke gemmes"),
    ],
)
def test_what_the_name_and_size_tell_is_refused_at_once(
    as_agency, drop, content, name, words
):
    answer = begin(as_agency, drop, content, name)
    assert answer.status_code == 422
    assert words in answer.json()["error"]


def test_a_file_beyond_the_limit_is_refused_at_once(as_agency, drop):
    body = {"drop": drop.pk, "name": "film.mp4", "size": 21 * 1024**3}
    answer = post(as_agency, reverse("drops:begin"), **body)
    assert answer.status_code == 422
    assert "Grænsen er" in answer.json()["error"]


def test_one_file_of_20_gb_has_few_enough_parts_for_s3(as_agency, drop):
    body = {"drop": drop.pk, "name": "film.mp4", "size": 20 * 1000**3}
    session = post(as_agency, reverse("drops:begin"), **body).json()
    assert 20 * 1000**3 / session["part_size"] < 10_000


def test_a_flipped_byte_is_found_and_the_file_refused(
    either_storage, as_agency, drop, django_capture_on_commit_callbacks
):
    content = large_pdf()
    with django_capture_on_commit_callbacks() as tasks:
        send(as_agency, drop, content)
    version = FileVersion.objects.get()
    flipped = content[:-1] + bytes([content[-1] ^ 1])
    private_storage().delete(version.key)
    private_storage().save(version.key, ContentFile(flipped))
    for task in tasks:
        task()
    version.refresh_from_db()
    assert version.state == S.REJECTED
    assert "kom ikke helt frem" in version.reason


def test_an_object_that_storage_lost_is_never_ready(
    as_agency, drop, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as tasks:
        send(as_agency, drop, pdf_bytes())
    version = FileVersion.objects.get()
    private_storage().delete(version.key)
    for task in tasks:
        task()
    assert rows(as_agency)[0]["state"] == S.REJECTED
    assert version.key not in stored_objects()


def test_a_check_that_nobody_works_on_is_taken_up(
    as_agency, drop, django_capture_on_commit_callbacks
):
    # The tasks of this commit are lost, as by a crash.
    with django_capture_on_commit_callbacks():
        send(as_agency, drop, pdf_bytes())
    later = datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=3)
    with (
        time_machine.travel(later),
        django_capture_on_commit_callbacks(execute=True),
    ):
        sweep()
    assert FileVersion.objects.get().state == S.READY
