"""Copying the site while it is at work."""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from django.core.files.storage import Storage
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from botocore.exceptions import ClientError

from core.operations import dumps
from users.privacy import erasures

from ..listings import ListedObject
from ..storages import CHUNK
from .manifests import (
    PLACES,
    UNFINISHED,
    Head,
    Item,
    copies_in,
    read_manifest,
    sha256_of,
    write_manifest,
)

# Nobody but who makes the copies may read them: they hold all that the site does.
MINE = 0o700


def make_backup(folder: Path, say: Callable[[str], object]) -> Path:
    """Make a copy of the site in ``folder``, and return where it lies.

    Files first, then the database, then files anew: what the database names was there
    before it or has come since, also when it is deleted meanwhile. A file that an
    earlier copy has is not copied again. Raises DumpError, OSError and the storage's
    errors; nothing of what was made then is left, since the disk may be full.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=MINE)
    with _alone(folder):
        _remove_what_no_copy_has(folder)
        try:
            return _make(folder, say)
        except BaseException:
            _remove_what_no_copy_has(folder)
            raise


def _make(folder: Path, say: Callable[[str], object]) -> Path:
    moment = datetime.now(UTC)
    copy = folder / f"{moment:%Y%m%dT%H%M%S%fZ}"
    unfinished = copy.with_suffix(UNFINISHED)
    unfinished.mkdir(mode=MINE)
    known = _known(folder)
    items = _copy_files(folder, known)
    say(f"Filer: {len(items)}")
    database = unfinished / f"database.{dumps.engine()}"
    dumps.dump(database)
    say(f"Database: {database.stat().st_size:,} bytes".replace(",", "."))
    items = items | _copy_files(folder, items)
    head = Head(
        made_at=moment.isoformat(timespec="seconds"),
        engine=dumps.engine(),
        database=database.name,
        sha256=sha256_of(database),
        migrations=applied_migrations(),
    )
    write_manifest(unfinished, head, items.values())
    erasures.add_to(folder)
    os.sync()
    unfinished.rename(copy)
    return copy


def keep_newest(folder: Path, count: int) -> int:
    """Remove all but the newest copies, and the files that only they had."""
    if not folder.exists():
        return 0
    with _alone(folder):
        gone = copies_in(folder)[:-count]
        for copy in gone:
            shutil.rmtree(copy)
        _remove_what_no_copy_has(folder)
    return len(gone)


def _remove_what_no_copy_has(folder: Path) -> None:
    for left in folder.glob(f"*{UNFINISHED}"):
        shutil.rmtree(left)
    wanted = {
        item.path_in(folder)
        for copy in copies_in(folder)
        for item in read_manifest(copy)[1]
    }
    for path in (folder / "objects").rglob("*"):
        if path.is_file() and path not in wanted:
            path.unlink()


def applied_migrations() -> list[str]:
    """Which release the database was left by."""
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise dumps.DumpError("en anden sikkerhedskopi er i gang her") from error
        yield


def _known(folder: Path) -> dict[tuple[str, str], Item]:
    copies = copies_in(folder)
    found = read_manifest(copies[-1])[1] if copies else ()
    return {(item.place, item.key): item for item in found}


def _copy_files(
    folder: Path, known: dict[tuple[str, str], Item]
) -> dict[tuple[str, str], Item]:
    """Copy what is not known yet; returns all that lies in the storages now."""
    found = {}
    for place, storage in PLACES.items():
        for listed in storage().objects():
            name = place, listed.key
            item = known.get(name)
            if not (item and _is_here(item, listed, folder)):
                item = _copied(place, storage(), listed, folder)
            if item:
                found[name] = item
    return found


def _is_here(item: Item, listed: ListedObject, folder: Path) -> bool:
    path = item.path_in(folder)
    return (
        (item.size, item.written_at) == (listed.size, listed.written_at.isoformat())
        and path.exists()
        and path.stat().st_size == item.size
    )


def _copied(
    place: str, storage: Storage, listed: ListedObject, folder: Path
) -> Item | None:
    """A file that has been copied; None when it was deleted meanwhile."""
    item = Item(place, listed.key, listed.size, listed.written_at.isoformat(), "")
    path = item.path_in(folder)
    path.parent.mkdir(parents=True, exist_ok=True, mode=MINE)
    unfinished = path.with_name(path.name + UNFINISHED)
    digest, size = hashlib.sha256(), 0
    try:
        with storage.open(listed.key) as source, unfinished.open("wb") as target:
            for chunk in source.chunks(CHUNK):
                digest.update(chunk)
                size += len(chunk)
                target.write(chunk)
    except FileNotFoundError:
        unfinished.unlink(missing_ok=True)
        return None
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] != 404:
            raise
        return None
    unfinished.rename(path)
    return Item(place, listed.key, size, item.written_at, digest.hexdigest())
