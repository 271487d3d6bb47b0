"""Rows and objects held against each other, on disk and on a real S3 server."""

import datetime
import io
import json
import os
import uuid

from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.utils import timezone

from wagtail.models import ModelLogEntry

import pytest

from assets.intake.sessions import begin
from assets.models import FileVersion, Package
from assets.models.packages import new_package_key
from assets.models.versions import new_key
from assets.reconciling.differences import Kind, reconcile
from assets.storages import private_storage, public_storage
from assets.tasks import draw_preview
from tests.factories.assets import BARE_PDF, add_version, make_file
from tests.factories.images import ImageFactory
from tests.processes import wait_until
from tests.s3 import point_at

from .intake.sending import make_drop, pdf_bytes, send

pytestmark = pytest.mark.django_db
FIVE = range(5)


def lay(key: str, content: bytes = b"nobody's") -> str:
    return private_storage().save(key, ContentFile(content))


def written_at(key: str) -> datetime.datetime:
    return next(o.written_at for o in private_storage().objects() if o.key == key)


def later_than(moment: datetime.datetime) -> None:
    """Come back when storage's clock, which cannot be stopped, has ticked."""

    def has_ticked():
        key = lay(f"assets/{uuid.uuid4()}/clock")
        moved_on = written_at(key) > moment
        private_storage().delete(key)
        return moved_on

    wait_until(has_ticked, "storage's clock ticked")


def counts(before=None, **options) -> dict[str, int]:
    found = list(reconcile(before=before or timezone.now(), **options))
    return {
        kind.value: count
        for kind in Kind
        if (count := sum(d.kind == kind and not d.is_removed for d in found))
    }


def said(*options: str) -> tuple[int, str]:
    """What the command exits with and what it prints."""
    out = io.StringIO()
    try:
        call_command("reconcile", *options, stdout=out)
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


@pytest.fixture
def mess(clean_storage):
    """Five of everything that can be wrong; the moment between old and young."""
    storage = private_storage()
    for n in FIVE:
        storage.delete(make_file(BARE_PDF + b"lost %d" % n).current_version.key)
        flipped = make_file(BARE_PDF + b"true %d" % n).current_version.key
        storage.delete(flipped)
        lay(flipped, BARE_PDF + b"lies %d" % n)
        stuck = make_file(BARE_PDF + b"held %d" % n).current_version
        FileVersion.objects.filter(pk=stuck.pk).update(
            state=FileVersion.State.CHECKING,
            created_at=timezone.now() - datetime.timedelta(hours=3),
        )
        lay(f"others/{n}")
        storage.begin_parts(new_key(), "application/pdf")
        lay(new_key())
    moment = timezone.now()
    later_than(moment)
    for _n in FIVE:
        lay(new_key())
    return moment


def test_a_mess_is_told_exactly_and_only_what_is_old_and_nobodys_goes(mess):
    wrong = {"missing": 5, "differs": 5, "stuck": 5, "unknown": 5, "young": 5}
    assert counts(mess, sha=True) == {**wrong, "orphan": 5, "begun": 5}
    before = {o.key for o in private_storage().objects()}
    assert counts(mess, sha=True, fix=True) == wrong
    gone = before - {o.key for o in private_storage().objects()}
    assert len(gone) == 5
    removed = ModelLogEntry.objects.filter(action="assets.orphan_removed")
    assert removed.count() == 10
    assert gone <= {entry.data["key"] for entry in removed}
    assert counts(mess, sha=True) == wrong


def test_a_house_in_order_agrees_with_its_storage(
    clean_storage, editor, as_editor, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        send(as_editor, make_drop(editor), pdf_bytes())
    version = FileVersion.objects.get()
    draw_preview.call(version.pk)
    version.refresh_from_db()
    assert version.has_preview
    add_version(version.file, pdf_bytes("Rettet"))
    begin(make_drop(editor), name="halv.pdf", size=100)
    ImageFactory()
    assert counts(sha=True) == {}


def test_a_lost_picture_is_missing(clean_storage):
    version = make_file(pdf_bytes()).current_version
    draw_preview.call(version.pk)
    version.refresh_from_db()
    public_storage().delete(version.preview_path("large"))
    assert counts() == {"missing": 1}


def test_a_package_and_its_parts_are_looked_at(clean_storage):
    key = lay(new_package_key(), b"zip")
    package = {"state": Package.State.READY, "key": key, "sha256": "0" * 64}
    Package.objects.create(digest="a", size=3, **package)
    assert counts() == {}
    assert counts(sha=True) == {"differs": 1}
    Package.objects.update(size=4)
    assert counts() == {"differs": 1}


def age(key: str) -> None:
    """Let a file on disk be two days old."""
    old = timezone.now().timestamp() - 2 * 86400
    os.utime(private_storage().path(key), (old, old))


@pytest.mark.parametrize("clean_storage", ["disk"], indirect=True)
def test_the_command_exits_with_0_only_when_all_is_well(clean_storage):
    assert said()[0] == 0
    kept, old = lay(new_key()), lay(new_key())
    age(old)
    code, words = said()
    assert (code, f"orphan private {old}" in words) == (1, True)
    told = json.loads(said("--json")[1])
    assert (told["counts"]["orphan"], told["counts"]["young"]) == (1, 1)
    assert said("--fix")[0] == 0
    assert [o.key for o in private_storage().objects()] == [kept]
    assert said("--fix", "--min-age", "0m")[0] == 0
    assert not list(private_storage().objects())


def test_storage_that_is_away_is_no_verdict(s3, settings):
    point_at(settings, S3_ENDPOINT_URL="http://127.0.0.1:9")
    with pytest.raises(CommandError, match="Lageret svarer ikke") as away:
        call_command("reconcile")
    assert away.value.returncode == 2
