"""Parts that a killed process left in storage: given up, and nobody else's."""

import datetime
import os

from django.utils import timezone

import pytest

from assets import begun_objects
from assets.intake.sessions import begin
from assets.models.packages import new_package_key
from assets.models.versions import new_key
from assets.storages import private_storage, public_storage
from tests.s3 import point_at

from .intake.sending import make_drop, pdf_bytes

pytestmark = pytest.mark.django_db
EVERYTHING = (*begun_objects.PRIVATE_FOLDERS, "others")


def later() -> datetime.datetime:
    """The storage's clock cannot be stopped: what it began now is old by then."""
    return timezone.now() + datetime.timedelta(minutes=5)


@pytest.fixture
def killed(s3):
    """Parts of a package and of a version, as a killed process leaves them."""
    storage = private_storage()
    keys = [new_package_key(), new_key(), "others/what-is-not-ours"]
    client = storage.connection.meta.client
    for key in keys:
        storage_id = storage.begin_parts(key, "application/zip")
        client.upload_part(
            Bucket=storage.bucket_name, Key=key, UploadId=storage_id,
            PartNumber=1, Body=b"half",
        )  # fmt: skip
    yield keys
    for begun in list(storage.begun_objects(EVERYTHING)):
        storage.forget_parts(begun.key, begun.storage_id)


def begun_keys() -> set[str]:
    return {begun.key for begun in private_storage().begun_objects(EVERYTHING)}


def test_what_nobody_owns_is_given_up_under_our_folders_alone(killed):
    assert begun_objects.sweep(later()) == 2
    assert begun_keys() == {"others/what-is-not-ours"}


def test_what_is_new_may_be_at_work(killed):
    assert begun_objects.sweep() == 0
    assert begun_keys() == set(killed)


def test_an_upload_that_a_browser_is_sending_is_left_alone(killed, editor):
    content = pdf_bytes()
    upload = begin(make_drop(editor), name="plakat.pdf", size=len(content))
    # Its row is older than its name in storage.
    nameless = begin(make_drop(editor), name="anden.pdf", size=len(content))
    type(nameless).objects.filter(pk=nameless.pk).update(storage_id="")
    assert begun_objects.sweep(later()) == 2
    assert {upload.key, nameless.key} <= begun_keys()


def test_the_public_bucket_is_swept_too(s3):
    storage = public_storage()
    storage.connection.meta.client.create_multipart_upload(
        Bucket=storage.bucket_name, Key="previews/x/large.webp"
    )
    assert begun_objects.sweep(later()) == 1
    assert not list(storage.begun_objects(begun_objects.PUBLIC_FOLDERS))


def test_storage_that_is_away_is_asked_again_next_time(killed, settings, s3):
    point_at(settings, S3_ENDPOINT_URL="http://127.0.0.1:9")
    assert begun_objects.sweep(later()) == 0
    point_at(settings, S3_ENDPOINT_URL=s3.endpoint_url)
    assert begun_objects.sweep(later()) == 2


def test_on_disk_the_parts_of_an_upload_that_is_no_more_go(editor):
    content = pdf_bytes()
    mine = begin(make_drop(editor), name="plakat.pdf", size=len(content))
    storage = private_storage()
    left = storage.begin_parts(new_key(), "application/pdf")
    old = timezone.now().timestamp() - 2 * 86400
    for storage_id in (mine.storage_id, left):
        os.utime(storage.local_path(f"parts/{storage_id}"), (old, old))
    begun_objects.sweep()
    assert storage.local_path(f"parts/{mine.storage_id}").exists()
    assert not storage.local_path(f"parts/{left}").exists()
