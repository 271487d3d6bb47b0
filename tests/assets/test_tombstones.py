"""What is deleted lies for 35 days, known to ``reconcile``, and is then purged."""

import uuid
from datetime import timedelta
from unittest import mock

from django.utils import timezone

from wagtail.models import ModelLogEntry

import boto3
import pytest
from botocore.exceptions import ClientError

from assets.models import Asset, FileVersion, Tombstone
from assets.reconciling.differences import reconcile
from assets.storages import private_storage
from assets.tasks import draw_preview, purge_tombstones
from tests.factories.assets import BARE_PDF, add_version, make_file
from tests.s3 import point_at

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def delete(django_capture_on_commit_callbacks):
    """Delete an asset, and let the tasks of it run."""

    def act(asset: Asset) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            asset.delete()

    return act


def differences() -> list[str]:
    return [str(d.kind) for d in reconcile(before=timezone.now(), sha=True)]


def test_its_objects_lie_for_35_days_and_are_then_purged(clean_storage, delete):
    file = make_file()
    first = file.current_version
    second = add_version(file, BARE_PDF + b"%% 2")
    keys = {first.key, second.key}
    pk = file.asset_id
    delete(file.asset)
    assert {o.key for o in private_storage().objects()} == keys
    stones = Tombstone.objects.all()
    assert {stone.key for stone in stones} == keys
    stone = stones.get(key=second.key)
    assert (stone.size, stone.sha256) == (second.size, second.sha256)
    assert stone.was == f"file {file.pk} v2"
    assert stone.why == f"deleted with asset {pk}"
    assert differences() == []

    # S3 takes no word from a clock that differs, so the rows are made older.
    stones.update(deleted_at=timezone.now() - timedelta(days=34, hours=23))
    purge_tombstones.call()
    assert {o.key for o in private_storage().objects()} == keys

    stones.update(deleted_at=timezone.now() - timedelta(days=35, seconds=1))
    purge_tombstones.call()
    assert not list(private_storage().objects())
    assert not Tombstone.objects.exists()
    assert differences() == []
    said = ModelLogEntry.objects.filter(action="assets.purged")
    assert {entry.data["key"] for entry in said} == keys
    assert {entry.data["sha256"] for entry in said} == {first.sha256, second.sha256}


def test_its_pictures_which_all_may_see_go_at_once(clean_storage, delete):
    file = make_file()
    version = file.current_version
    draw_preview.call(version.pk)
    version.refresh_from_db()
    assert version.has_preview
    delete(file.asset)
    assert "orphan" not in differences()
    assert Tombstone.objects.filter(key=version.key).exists()


def test_one_that_lies_no_more_is_not_missing(clean_storage, delete):
    file = make_file()
    key = file.current_version.key
    delete(file.asset)
    private_storage().delete(key)
    assert differences() == []


def test_what_was_never_let_in_goes_at_once(delete):
    file = make_file()
    version = file.current_version
    FileVersion.objects.filter(pk=version.pk).update(state=FileVersion.State.REJECTED)
    delete(file.asset)
    assert private_storage().stored_size(version.key) is None
    assert not Tombstone.objects.exists()


def test_a_row_that_came_back_keeps_its_object():
    version = make_file().current_version
    Tombstone.objects.create(
        key=version.key, size=1, deleted_at=timezone.now() - timedelta(days=99)
    )
    purge_tombstones.call()
    assert private_storage().stored_size(version.key) == version.size
    assert not Tombstone.objects.exists()


def test_a_row_that_came_back_and_is_deleted_again_lies_for_35_days_more(delete):
    file = make_file()
    key = file.current_version.key
    long_ago = timezone.now() - timedelta(days=34)
    Tombstone.objects.create(key=key, size=1, deleted_at=long_ago)
    delete(file.asset)
    stone = Tombstone.objects.get(key=key)
    assert stone.was == f"file {file.pk} v1"
    assert stone.deleted_at > timezone.now() - timedelta(days=1)


def test_storage_that_is_away_is_asked_another_night(s3, settings, delete):
    endpoint = settings.S3_ENDPOINT_URL
    file = make_file()
    key = file.current_version.key
    delete(file.asset)
    Tombstone.objects.update(deleted_at=timezone.now() - timedelta(days=99))
    point_at(settings, S3_ENDPOINT_URL="http://127.0.0.1:1")
    purge_tombstones.call()
    assert Tombstone.objects.filter(key=key).exists()
    point_at(settings, S3_ENDPOINT_URL=endpoint)
    purge_tombstones.call()
    assert private_storage().stored_size(key) is None


def test_one_that_storage_keeps_does_not_keep_the_others(delete):
    kept, gone = make_file(), make_file()
    keys = [file.current_version.key for file in (kept, gone)]
    for days, file in ((98, gone), (99, kept)):
        delete(file.asset)
        then = timezone.now() - timedelta(days=days)
        Tombstone.objects.filter(was__startswith=f"file {file.pk} ").update(
            deleted_at=then
        )
    # A folder with something in it, which no storage on disk deletes.
    path = private_storage().local_path(keys[0])
    path.unlink()
    path.mkdir()
    (path / "noget").touch()
    purge_tombstones.call()
    assert [stone.key for stone in Tombstone.objects.all()] == keys[:1]
    assert private_storage().stored_size(keys[1]) is None
    (path / "noget").unlink()
    purge_tombstones.call()
    assert not Tombstone.objects.exists()


def test_who_purges_has_keys_of_their_own(s3, settings, delete, monkeypatch):
    file, other = make_file(), make_file()
    key = file.current_version.key
    delete(file.asset)
    delete(other.asset)
    Tombstone.objects.update(deleted_at=timezone.now() - timedelta(days=99))
    monkeypatch.setenv("S3_PURGE_ACCESS_KEY_ID", s3.access_key)
    monkeypatch.setenv("S3_PURGE_SECRET_ACCESS_KEY", s3.secret_key)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", str(uuid.uuid4()))
    point_at(settings)
    with pytest.raises(ClientError):
        private_storage().stored_size(key)
    with mock.patch("boto3.session.Session", wraps=boto3.session.Session) as sessions:
        purge_tombstones.call()
    assert not Tombstone.objects.exists()
    assert sessions.call_count == 1
