"""Versions are read again and held against their rows, on disk and on real S3."""

import datetime
import logging

from django.core.files.base import ContentFile
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from wagtail.models import ModelLogEntry

import pytest

from assets import fixity
from assets.models import FileVersion
from assets.storages import STORAGE_ERRORS, private_storage
from assets.tasks import verify_tonight, verify_versions
from core.operations.metrics import GAUGES
from core.page_cache.changes import QUIET_UPDATE
from tests.factories.assets import BARE_PDF, add_version, make_file
from tests.s3 import point_at

pytestmark = pytest.mark.django_db
one_database = pytest.mark.one_database


def read_days_ago(version: FileVersion, days: float) -> None:
    then = timezone.now() - datetime.timedelta(days=days)
    FileVersion.objects.filter(pk=version.pk).update(last_verified_at=then)


def version_of(content: bytes, days: float = 1) -> FileVersion:
    version = make_file(BARE_PDF + content).current_version
    read_days_ago(version, days)
    return version


def damage(version: FileVersion, content: bytes = b"") -> None:
    private_storage().delete(version.key)
    if content:
        private_storage().save(version.key, ContentFile(content))


def read_all() -> dict[int, str]:
    """Read them all; what is wrong with each."""
    verify_versions.call(99, timezone.now().isoformat())
    return dict(FileVersion.objects.values_list("pk", "fault"))


@pytest.fixture
def three(clean_storage):
    """A version whose byte is flipped, one that is gone, and one that is well."""
    flipped, gone, well = (version_of(b"%% %d" % n) for n in range(3))
    content = BARE_PDF + b"%% 0"
    damage(flipped, content[:9] + bytes([content[9] ^ 1]) + content[10:])
    damage(gone)
    return flipped, gone, well


def test_a_byte_that_is_flipped_and_an_object_that_is_gone_are_told(
    three, client, editor_client, caplog
):
    flipped, gone, well = three
    before = {o.key for o in private_storage().objects()}
    with caplog.at_level(logging.ERROR):
        assert read_all() == {
            flipped.pk: "changed", gone.pk: "missing", well.pk: "",
        }  # fmt: skip
    assert fixity.overdue().count() == 0
    # Nothing is done about it.
    assert {o.key for o in private_storage().objects()} == before
    assert FileVersion.objects.ready().count() == 3
    # But it is told.
    lines = [r.getMessage() for r in caplog.records if r.name == "assets.fixity"]
    assert lines == [
        f"version {flipped.pk} is changed in storage: {flipped.key}",
        f"version {gone.pk} is missing in storage: {gone.key}",
    ]
    entries = ModelLogEntry.objects.filter(action="assets.fault_found")
    assert {entry.data["fault"] for entry in entries} == {"changed", "missing"}
    assert GAUGES["files_faulty"][1]() == 2
    answer = client.get("/readyz")
    assert answer.json()["files"] == "2 files are missing or changed in storage"
    assert answer.status_code == 200
    front = editor_client.get("/admin/").text
    assert "Filen mangler i lageret" in front
    assert "Filen er ikke, som den blev lagt op" in front
    page = reverse("asset_versions", args=[gone.file_id])
    assert page in front
    shown = editor_client.get(page).text
    assert "Filen mangler i lageret" in shown
    # Said once, however often it is read.
    read_all()
    assert entries.count() == 2


@one_database
def test_what_is_put_back_is_well_again(clean_storage):
    version = version_of(b"%% 1")
    damage(version)
    assert read_all() == {version.pk: "missing"}
    damage(version, BARE_PDF + b"%% 1")
    # Whatever is wrong is read each night, before all else.
    version_of(b"%% 2", days=80)
    assert fixity.verify_oldest(1, timezone.now()) == 0
    assert set(FileVersion.objects.values_list("fault", flat=True)) == {""}


@one_database
def test_when_it_was_read_is_shown_at_the_version(editor_client):
    version = version_of(b"")
    then = datetime.datetime(2026, 11, 12, 3, tzinfo=datetime.UTC)
    FileVersion.objects.update(last_verified_at=then)
    page = editor_client.get(reverse("asset_versions", args=[version.file_id]))
    assert "Kontrolleret 12. november 2026" in page.text
    assert "mangler i lageret" not in page.text


def test_a_share_is_read_the_oldest_first_and_the_rest_another_night():
    pks = [version_of(b"%% %d" % n, days=10 * n + 1).pk for n in range(4)]
    assert fixity.share_of_tonight() == 1
    began = timezone.now()
    verify_tonight.call()
    fixity.verify_oldest(1, began)
    read = FileVersion.objects.filter(last_verified_at__gte=began)
    assert set(read.values_list("pk", flat=True)) == set(pks[2:])


@one_database
@pytest.mark.parametrize(("limit", "value"), [("SLICE", -1), ("TURN", 2)])
def test_a_night_is_read_in_turns_that_anybody_may_go_on_with(
    monkeypatch, limit, value
):
    for n in range(5):
        version_of(b"%% %d" % n)
    monkeypatch.setattr(fixity, limit, value)
    since = timezone.now()
    left = fixity.verify_oldest(4, since)
    assert left == (3 if limit == "SLICE" else 2)
    # A worker that was killed leaves its task to another.
    verify_versions.call(4, since.isoformat())
    assert not FileVersion.objects.filter(last_verified_at__lt=since).exists()


@one_database
def test_one_that_cannot_be_read_keeps_nobody_from_the_next(caplog):
    rotten = version_of(b"%% 1", days=80)
    version_of(b"%% 2", days=70)
    damage(rotten)
    path = private_storage().local_path(rotten.key)
    # A disk that fails says so by the same kind of error.
    path.symlink_to(path)
    since = timezone.now()
    assert fixity.verify_oldest(1, since) == 0
    left = FileVersion.objects.filter(last_verified_at__lt=since)
    assert [version.pk for version in left] == [rotten.pk]
    assert f"version {rotten.pk} cannot be read: OSError: {rotten.key}" in caplog.text
    # When none can be read it is storage that is away.
    with pytest.raises(OSError, match="symbolic links"):
        fixity.verify_oldest(1, since)
    path.unlink()


@one_database
def test_what_was_not_read_for_ninety_days_is_told(client):
    version_of(b"%% 1", days=89)
    assert client.get("/readyz").json()["files"] == "ok"
    version_of(b"%% 2", days=91)
    assert GAUGES["files_overdue"][1]() == 1
    told = client.get("/readyz").json()["files"]
    assert told == "1 files have not been read for 90 days"


@one_database
def test_older_versions_and_stopped_ones_are_read_and_refused_ones_are_not():
    S = FileVersion.State
    first = version_of(b"%% 1")
    add_version(first.file, BARE_PDF + b"%% 2")
    refused = version_of(b"%% 3")
    damage(refused)
    FileVersion.objects.filter(pk=first.pk).update(state=S.WITHDRAWN)
    FileVersion.objects.filter(pk=refused.pk).update(state=S.REJECTED)
    damage(first)
    found = read_all()
    assert (found[first.pk], found[refused.pk]) == ("missing", "")


@one_database
def test_storage_that_is_away_says_nothing_of_a_file(s3, settings):
    version = version_of(b"%% 1")
    then = FileVersion.objects.get().last_verified_at
    point_at(settings, S3_ENDPOINT_URL="http://127.0.0.1:1")
    with pytest.raises(STORAGE_ERRORS):
        fixity.verify(version)
    after = FileVersion.objects.get()
    assert (after.fault, after.last_verified_at) == ("", then)


def test_readers_pages_are_kept_meanwhile():
    version = version_of(b"%% 1")
    written = []

    def listen(execute, sql, params, many, context):
        written.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        fixity.verify(version)
    updates = [sql for sql in written if sql.startswith("UPDATE")]
    assert len(updates) == 1
    assert QUIET_UPDATE.match(updates[0])


@one_database
def test_the_agency_is_not_told(agency_client):
    damage(version_of(b"%% 1"))
    read_all()
    assert "mangler i lageret" not in agency_client.get("/admin/").text
