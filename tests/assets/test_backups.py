"""A copy of the site made while it is at work, and a site made of the copy.

On SQLite with files on disk, on PostgreSQL with files on a real S3 server.
"""

import json
import threading
import uuid
from datetime import timedelta
from io import StringIO
from pathlib import Path

from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

import psycopg
import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from assets.backups.making import make_backup
from assets.backups.manifests import (
    MANIFEST,
    Item,
    copies_in,
    last_restored,
    read_manifest,
)
from assets.models import FileVersion
from assets.storages import private_storage
from assets.tasks import draw_preview
from core.models import Upkeep
from mail.models import Message
from tests.factories.assets import BARE_PDF, add_version, make_file
from tests.factories.users import UserFactory
from tests.processes import database_url, process
from tests.s3 import point_at
from users.privacy.erasing import erase, pseudonym_of

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "hemmelig-saetning"
# What is asked of a site that has been made of a copy.
ASK = f"""
import json
from django.contrib.auth import authenticate
from django.contrib.sessions.models import Session
from assets.models import FileVersion
from core.models import Upkeep
from mail.models import Message
from tests.factories.assets import make_file
from users.models import User
print(json.dumps({{
    "versions": FileVersion.objects.count(),
    "signs_in": bool(authenticate(email="else@tema.example", password="{PASSWORD}")),
    "sessions": Session.objects.count(),
    "people": sorted(map(str, User.objects.all())),
    "letters": list(Message.objects.values_list("state", flat=True)),
    "next": bool(make_file(title="Den næste").pk),
    "restored": Upkeep.objects.filter(chore="restore").exists(),
}}))
"""


class Place:
    """Where a site lives: ``environment`` tells its processes."""

    def __init__(self, var: Path, **environment: str) -> None:
        self.var, self.environment = var, environment

    def manage(self, *words: str) -> tuple[int, str]:
        """Run a command there; its exit code and what it said."""
        said = self.var / f"{uuid.uuid4()}.txt"
        with process(
            "manage.py", *words, var=self.var, said=said, **self.environment
        ) as child:
            child.wait(120)
        return child.returncode, said.read_text()

    def ask(self) -> dict:
        code, said = self.manage("shell", "--no-imports", "-c", ASK)
        assert code == 0, said
        return json.loads(said.strip().splitlines()[-1])


def _buckets(server) -> dict[str, str]:
    names = {
        name: f"{uuid.uuid4()}" for name in ("S3_BUCKET_PRIVATE", "S3_BUCKET_PUBLIC")
    }
    for name in names.values():
        server.client().create_bucket(Bucket=name)
    return names


@pytest.fixture
def here(request, settings, tmp_path) -> Place:
    """The site that is copied, with its files where its database would have them."""
    if connection.vendor == "sqlite":
        var = tmp_path / "here"
        roots = {"PRIVATE_ROOT": var / "private", "MEDIA_ROOT": var / "public"}
        point_at(settings, **roots)
        for root in roots.values():
            root.mkdir(parents=True)
        return Place(var)
    server = request.getfixturevalue("s3")
    names = _buckets(server)
    point_at(settings, **names)
    return Place(tmp_path, **{**server.environment, **names})


@pytest.fixture
def elsewhere(request, here, tmp_path) -> Place:
    """Another machine, as it were, with nothing on it."""
    var = tmp_path / "elsewhere"
    var.mkdir()
    if connection.vendor == "sqlite":
        return Place(var, DATABASE_URL=f"sqlite:///{var / 'db.sqlite3'}")
    name = f"gendannet_{uuid.uuid4().hex}"
    server, _slash, _name = database_url().rpartition("/")
    admin = psycopg.connect(f"{server}/postgres", autocommit=True)
    request.addfinalizer(admin.close)
    admin.execute(f"CREATE DATABASE {name}")
    request.addfinalizer(lambda: admin.execute(f"DROP DATABASE {name} WITH (FORCE)"))
    s3 = request.getfixturevalue("s3")
    places = {**s3.environment, **_buckets(s3)}
    return Place(var, DATABASE_URL=f"{server}/{name}", **places)


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "kopier"


@pytest.fixture
def file(here):
    return make_file(title="Plakat: Stenalder")


def copied(folder: Path) -> Path:
    return make_backup(folder, lambda line: None)


def noted() -> dict:
    return dict(Upkeep.objects.values_list("chore", "done_at"))


def original(file, copy: Path) -> Item:
    """What a copy says of the bytes of a file."""
    key = file.current_version.key
    return next(item for item in read_manifest(copy)[1] if item.key == key)


class Writer(threading.Thread):
    """Files and rows that keep coming until it is told to stop."""

    def __init__(self, file) -> None:
        super().__init__()
        self.file, self.stops, self.count = file, threading.Event(), 0

    def run(self) -> None:
        try:
            # At leisure: the copy is to be made meanwhile.
            while not self.stops.wait(0.05):
                self.count += 1
                content = BARE_PDF + b"%% %d" % self.count
                add_version(self.file, content, name="plakat.pdf")
        finally:
            connection.close()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *error) -> None:
        self.stops.set()
        self.join()


def test_a_copy_made_under_writes_becomes_a_whole_site(here, elsewhere, folder, file):
    # As production hashes it: the suite's own way is a quicker one.
    hashed = PBKDF2PasswordHasher().encode(PASSWORD, "salt")
    person = UserFactory(email="else@tema.example")
    type(person).objects.filter(pk=person.pk).update(password=hashed)
    earlier, later = UserFactory(name="Asta Holm"), UserFactory(name="Kaj Lund")
    at = timezone.now()
    Message.objects.create(key="a", kind="test", next_attempt_at=at)
    before = FileVersion.objects.count()
    with Writer(file) as writer:
        code, said = here.manage("backup", str(folder))
    assert code == 0, said
    assert writer.count > 1
    (first,) = copies_in(folder)
    # One is erased before the next copy, whose folder then knows of it, one after.
    erase(earlier)
    copied(folder)
    erase(later)
    code, log = here.manage("gdpr", "erased")
    assert code == 0, log
    (folder / "fra-det-gamle.txt").write_text(log)

    code, said = elsewhere.manage(
        "restore", str(folder), "--copy", first.name,
        "--erased", str(folder / "fra-det-gamle.txt"),
    )  # fmt: skip

    assert code == 0, said
    found = elsewhere.ask()
    assert before <= found.pop("versions") <= before + writer.count
    gone = [pseudonym_of(earlier), pseudonym_of(later)]
    assert found == {
        "signs_in": True, "sessions": 0, "letters": ["unsure"], "next": True,
        "restored": True,
        "people": sorted([str(person), *gone]),
    }  # fmt: skip
    # The site that goes on is told of it when its next copy is made.
    assert set(noted()) == {"backup"}
    began = timezone.now()
    call_command("backup", folder, stdout=StringIO())
    assert noted()["restore"] == last_restored(folder)
    assert noted()["backup"] >= began


@pytest.mark.one_database
def test_what_is_damaged_is_told_and_the_rest_is_there(elsewhere, folder, file):
    """``reconcile`` says the same of the missing file, so the exit code is not 0."""
    make_file(title="Program")
    item = original(file, copied(folder))
    item.path_in(folder).write_bytes(b"x" * item.size)

    code, said = elsewhere.manage("restore", str(folder))

    assert code != 0
    assert f"beskadiget: private {item.key}" in said
    assert elsewhere.ask()["versions"] == FileVersion.objects.count()


@pytest.mark.one_database
def test_what_comes_and_goes_beside_the_database_has_its_file(here, elsewhere, folder):
    """It came after the files were copied, and was deleted before they were again."""
    made = []

    def during(line: str) -> None:
        if line.startswith("Filer"):
            made.append(make_file(title="Kom og gik"))
        elif line.startswith("Database"):
            made[0].asset.delete()

    make_backup(folder, during)
    assert not FileVersion.objects.exists()

    code, said = elsewhere.manage("restore", str(folder))

    assert code == 0, said
    assert "missing=0" in said
    assert elsewhere.ask()["versions"] == 1


@pytest.mark.one_database
def test_what_was_under_way_is_no_fault_of_a_copy(elsewhere, folder, file):
    """Days later it has waited for long, and who worked at it is another machine's."""
    FileVersion.objects.filter(pk=file.current_version.pk).update(
        state=FileVersion.State.CHECKING, created_at=timezone.now() - timedelta(days=3)
    )
    draw_preview.enqueue(file.current_version.pk)
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING)
    copied(folder)

    code, said = elsewhere.manage("restore", str(folder))

    assert code == 0, said
    assert last_restored(folder)


@pytest.mark.one_database
def test_a_file_is_copied_once(folder, file):
    path = original(file, copied(folder)).path_in(folder)
    written = path.stat().st_ino, path.stat().st_mtime_ns
    other = make_file(title="Program")
    assert original(other, copied(folder)).path_in(folder).exists()
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == written


@pytest.mark.one_database
def test_a_file_that_is_damaged_in_the_folder_is_copied_anew(folder, file):
    item = original(file, copied(folder))
    item.path_in(folder).write_bytes(b"halv")
    copied(folder)
    assert item.path_in(folder).stat().st_size == item.size


@pytest.mark.one_database
def test_only_the_newest_are_kept_with_what_is_theirs(folder, file):
    key = file.current_version.key
    copied(folder)
    private_storage().delete(key)
    call_command("backup", folder, keep=1, stdout=StringIO())
    (copy,) = copies_in(folder)
    assert not (folder / "objects" / "private" / key).exists()
    assert all(item.path_in(folder).exists() for item in read_manifest(copy)[1])


@pytest.mark.one_database
def test_a_copy_that_fails_leaves_room(folder, file):
    """Older ones make way before it; nothing of what it made itself stays."""
    only_first = original(file, copied(folder)).path_in(folder)
    private_storage().delete(file.current_version.key)
    second = copied(folder)
    new = make_file(title="Program").current_version.key
    # The last thing that a copy writes cannot be written.
    (folder / "erasures.txt").unlink()
    (folder / "erasures.txt").mkdir()
    with pytest.raises(CommandError, match="Ingen sikkerhedskopi"):
        call_command("backup", folder, keep=1, stdout=StringIO())
    assert copies_in(folder) == [second]
    assert not only_first.exists()
    assert not (folder / "objects" / "private" / new).exists()
    assert not list(folder.rglob("*.part"))


@pytest.mark.one_database
def test_nobody_else_may_read_the_copies(folder, file):
    copied(folder)
    assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.one_database
def test_a_copy_that_was_cut_off_is_none(folder, file):
    copied(folder).rename(folder / "20261126T220000Z.part")
    with pytest.raises(CommandError, match="ingen hel sikkerhedskopi"):
        call_command("restore", folder)


def test_nothing_is_restored_where_there_is_something(folder, file):
    copied(folder)
    with pytest.raises(CommandError, match="databasen er ikke tom"):
        call_command("restore", folder)
    assert FileVersion.objects.count() == 1


def test_the_line_is_as_safe_as_the_sites_own(folder, file, monkeypatch):
    options = {"sslmode": "require"}
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", options)
    if connection.vendor == "sqlite":
        # There is no line: the file is copied where it lies.
        call_command("backup", folder)
    else:
        with pytest.raises(CommandError, match="pg_dump sagde: .*SSL was required"):
            call_command("backup", folder)


@pytest.mark.one_database
@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"engine": "oracle"}, "kopien er fra oracle"),
        ({"migrations": ["assets.9999_senere"]}, "nyere udgave"),
        ({"sha256": "0"}, "beskadiget"),
    ],
    ids=["engine", "release", "bytes"],
)
def test_what_cannot_be_read_back_is_refused(folder, file, change, word):
    manifest = copied(folder) / MANIFEST
    head, *rest = manifest.read_text().splitlines()
    manifest.write_text("\n".join([json.dumps(json.loads(head) | change), *rest]))
    with pytest.raises(CommandError, match=word):
        call_command("restore", folder)


@pytest.mark.one_database
def test_a_copy_that_is_not_there_is_said_to_be_none(folder, file):
    copied(folder)
    with pytest.raises(CommandError, match="er ingen kopi"):
        call_command("restore", folder, copy="20200101T000000Z")


@pytest.mark.one_database
def test_copies_that_cannot_be_looked_at_are_not_said_to_be_gone(
    elsewhere, folder, file
):
    """A link to itself stands for what may not be read: the suite may run as root."""
    copy = copied(folder)
    item = original(file, copy).path_in(folder)
    for path in (copy / MANIFEST, item):
        kept = path.rename(path.with_name("gemt"))
        path.symlink_to(path.name)
        code, said = elsewhere.manage("restore", str(folder))
        assert (code, path.name in said) == (1, True), said
        assert "Intet er gendannet" in said
        kept.replace(path)
    code, said = elsewhere.manage("restore", str(folder))
    assert code == 0, said


@pytest.mark.one_database
def test_a_restore_that_was_cut_off_says_so(elsewhere, folder, file):
    item = original(file, copied(folder)).path_in(folder)
    item.unlink()
    item.mkdir()
    code, said = elsewhere.manage("restore", str(folder))
    assert code == 1
    assert "Kun noget er gendannet" in said
    assert "begynd forfra" in said


@pytest.mark.one_database
def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match="ingen mappe"):
        call_command("restore", tmp_path / "kopie")


@pytest.mark.one_database
def test_two_at_once_are_one_too_many(folder, file):
    seen = []

    def during(line: str) -> None:
        if not seen:
            seen.append(line)
            with pytest.raises(CommandError, match="er i gang"):
                call_command("backup", folder)

    make_backup(folder, during)
    assert seen


def test_without_the_tools_it_is_told_what_to_install(folder, file, monkeypatch):
    if connection.vendor == "sqlite":
        assert copied(folder)
        return
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CommandError, match="apt-get install postgresql-client"):
        call_command("backup", folder)
    assert not copies_in(folder)
