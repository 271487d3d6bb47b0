"""``kill -9`` in the middle of each step: what is left mends itself.

Each step is run once to its end to learn how long it takes, then killed at moments
spread over that time, a fresh one each, and asked for again as people and workers do.
"""

import hashlib
import io
import os
import sys
import uuid
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

import pytest

from assets.intake import quarantine
from assets.models import (
    Asset,
    Download,
    FileVersion,
    Package,
    QuarantinedFile,
    Tombstone,
    Upload,
    VersionComparison,
)
from assets.models.quarantine import new_quarantine_key
from assets.models.tombstones import KEEP
from assets.reconciling.differences import Kind, reconcile
from assets.storages import private_storage
from assets.tasks import purge_tombstones
from assets.versions.comparing import comparison_of
from mail.models import Message
from mail.sending import doubt_the_lost
from mail.sending import post as mail_out
from mail.tasks import send_due_messages
from tests.assets.intake.sending import begin, make_drop, pdf_bytes, post, send_part
from tests.assets.posts import changed_asset, edit_url, upload
from tests.assets.zip_samples import packed
from tests.factories.assets import AssetFactory, add_version, make_file
from tests.factories.themes import ThemeFactory
from tests.s3 import point_at

from .killing import Killer, work

pytestmark = pytest.mark.django_db(transaction=True)
KILLS = int(os.environ.get("DRILL_KILLS", "6"))
S = FileVersion.State


@pytest.fixture
def killer(request, settings, tmp_path):
    """Disk beside SQLite, S3 beside PostgreSQL; empty, and a queue in the database."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.DELIVERY_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    if connection.vendor == "sqlite":
        private, public = tmp_path / "private", tmp_path / "public"
        point_at(settings, PRIVATE_ROOT=private, MEDIA_ROOT=public)
    else:
        server = request.getfixturevalue("s3")
        names = {
            name: str(uuid.uuid4())
            for name in ("S3_BUCKET_PRIVATE", "S3_BUCKET_PUBLIC")
        }
        for name in names.values():
            server.client().create_bucket(Bucket=name)
        point_at(settings, **names)
    killer = Killer(settings)
    yield killer
    counts = f"{killer.kills} kills, {killer.too_late} too late"
    sys.stdout.write(f" {request.node.name}: {counts}\n")


def unique_pdf() -> bytes:
    return pdf_bytes(str(uuid.uuid4()))


def drill(killer: Killer, prepare, check) -> None:
    """Kill what ``prepare`` returns at KILLS moments, then hold all against storage."""
    action = prepare()
    seconds = killer.let_end(action)
    check(action)
    for n in range(KILLS):
        action = prepare()
        killer.kill(action, seconds * (n + 0.5) / KILLS)
        killer.let_end(action)
        killer.let_end(work)
        check(action)
    assert killer.kills
    found = list(reconcile(before=timezone.now(), fix=True))
    assert {d.kind for d in found} <= {Kind.ORPHAN, Kind.BEGUN}, found
    assert not list(reconcile(before=timezone.now(), sha=True))


def session_of(client, drop, content: bytes, name: str = "plakat.pdf") -> dict:
    return begin(client, drop, content, name, fingerprint=name).json()


def sent(client, owner, content: bytes, name: str = "plakat.pdf", **drop) -> dict:
    session = session_of(client, make_drop(owner, **drop), content, name)
    assert send_part(client, session, content, 1) == 200
    return session


def is_ready(session: dict) -> None:
    version = Upload.objects.get(pk=session["id"]).version
    assert (version.state, version.file.current_version) == (S.READY, version)
    assert version.is_measured


def test_part(killer, as_agency, agency):
    def prepare():
        content = unique_pdf() + bytes(4 * 1024**2)
        session = session_of(as_agency, make_drop(agency), content)

        def action():
            assert send_part(as_agency, session, content, 1) == 200

        action.session = session
        return action

    def check(action):
        assert post(as_agency, action.session["finish_url"]).status_code == 200
        killer.let_end(work)
        is_ready(action.session)

    drill(killer, prepare, check)


def test_finish(killer, as_agency, agency):
    def prepare():
        session = sent(as_agency, agency, unique_pdf())

        def action():
            assert post(as_agency, session["finish_url"]).status_code == 200

        action.session = session
        return action

    def check(action):
        killer.let_end(work)
        is_ready(action.session)

    drill(killer, prepare, check)


def test_check_and_preview(killer, as_agency, agency):
    def prepare():
        session = sent(as_agency, agency, unique_pdf())
        post(as_agency, session["finish_url"])

        def action():
            work()

        action.session = session
        return action

    drill(killer, prepare, lambda action: is_ready(action.session))


def test_unpacking(killer, as_agency, agency):
    def prepare():
        names = [f"{n}.pdf" for n in range(3)]
        content = packed(*[(name, unique_pdf()) for name in names])
        session = sent(as_agency, agency, content, "kampagne.zip", unpacks=True)
        post(as_agency, session["finish_url"])

        def action():
            work()

        action.session = session
        return action

    def check(action):
        archive = Upload.objects.get(pk=action.session["id"])
        members = archive.members.all()
        assert [member.state for member in members] == [S.READY] * 3
        assert private_storage().stored_size(archive.key) is None

    drill(killer, prepare, check)


def test_replacing(killer, as_editor):
    def prepare():
        file, content = make_file(unique_pdf()), unique_pdf()
        killer.let_end(work)

        def action():
            change = {"upload": upload(content), "note": "rettet"}
            posted = changed_asset(file.asset, change)
            as_editor.post(edit_url(file.asset), posted)

        action.file, action.content = file, content
        return action

    def check(action):
        killer.let_end(work)
        file = action.file
        file.refresh_from_db()
        assert list(file.versions.values_list("number", flat=True)) == [2, 1]
        served = b"".join(private_storage().read(file.current_version.key))
        assert served == action.content

    drill(killer, prepare, check)


def test_comparing(killer):
    def prepare():
        file = make_file(unique_pdf())
        add_version(file, unique_pdf())
        killer.let_end(work)
        new, old = file.versions.all()
        comparison_of(old, new)

        def action():
            work()

        action.pair = old, new
        return action

    def check(action):
        assert comparison_of(*action.pair).state not in ("drawing", "waiting")
        assert VersionComparison.objects.filter(new=action.pair[1]).count() == 1

    drill(killer, prepare, check)


def test_packing(killer, client):
    def prepare():
        theme = ThemeFactory()
        for _n in range(3):
            make_file(unique_pdf() + bytes(2 * 1024**2), theme=theme)
        killer.let_end(work)
        before = set(Package.objects.values_list("pk", flat=True))
        b"".join(client.get(f"/pakke/{theme.slug}.zip"))
        (package,) = Package.objects.exclude(pk__in=before)

        def action():
            work()

        action.package = package
        return action

    def check(action):
        action.package.refresh_from_db()
        assert action.package.is_ready

    drill(killer, prepare, check)


def test_writing_a_text_file(killer):
    def prepare():
        body = f"<p>{uuid.uuid4()}</p>"
        asset = AssetFactory(kind=Asset.Kind.TEXT, body=body)

        def action():
            work()

        action.asset = asset
        return action

    def check(action):
        file = action.asset.files.get(is_generated=True)
        assert file.versions.count() == 1

    drill(killer, prepare, check)


def test_telling_libraries(killer, membership):
    def prepare():
        file = make_file(unique_pdf())
        version = file.current_version
        Download.objects.create(library=membership.library, version=version)
        add_version(file, unique_pdf(), note="rettet")

        def action():
            work()

        action.change = file.version_changes.get()
        return action

    def check(action):
        action.change.refresh_from_db()
        assert action.change.told_at

    drill(killer, prepare, check)


def test_mailing(killer, agency, settings):
    def prepare():
        key = new_quarantine_key()
        private_storage().save(key, ContentFile(b"-"))
        found = QuarantinedFile.objects.create(
            owner=agency, name="p.pdf", virus="Eicar", size=1, key=key, is_moved=True,
            sha256=hashlib.sha256(b"-").hexdigest(),
        )  # fmt: skip
        message = mail_out(quarantine.KIND, f"{found.pk}", {"file": found.pk})

        def action():
            # A sender that died is waited for, minutes in the house; one that had
            # given the letter to the server leaves a doubt that a person settles.
            Message.objects.update(next_attempt_at=timezone.now())
            doubt_the_lost()
            send_due_messages.call()

        action.message = message
        return action

    def check(action):
        action.message.refresh_from_db()
        mails = [p.read_text() for p in Path(settings.EMAIL_FILE_PATH).glob("*.log")]
        times = "".join(mails).count(action.message.message_id)
        is_sent = action.message.state == Message.State.SENT
        assert times == 1 if is_sent else times <= 1
        assert is_sent or action.message.state == Message.State.UNSURE

    drill(killer, prepare, check)


def test_deleting(killer):
    def prepare():
        file = make_file(unique_pdf())
        killer.let_end(work)
        key = FileVersion.objects.get(file=file).key
        Asset.objects.get(pk=file.asset_id).delete()
        Tombstone.objects.update(deleted_at=timezone.now() - 2 * KEEP)
        purge_tombstones.enqueue()

        def action():
            work()

        action.key = key
        return action

    def check(action):
        assert private_storage().stored_size(action.key) is None
        assert not Tombstone.objects.exists()

    drill(killer, prepare, check)


def test_importing_a_folder(killer, tmp_path):
    def prepare():
        folder = tmp_path / str(uuid.uuid4())
        folder.mkdir()
        names = [f"{uuid.uuid4()}.pdf" for _n in range(2)]
        for name in names:
            (folder / name).write_bytes(unique_pdf())

        def action():
            call_command("import_assets", folder, stdout=io.StringIO())

        action.names = names
        return action

    def check(action):
        for name in action.names:
            versions = FileVersion.objects.filter(filename=name, state=S.READY)
            assert versions.count() == 1

    drill(killer, prepare, check)
