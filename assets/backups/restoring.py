"""From a copy back to a site, in a place where there is none yet."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.core.files import File
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from wagtail.models import Collection

from core.audit.notes import note
from core.operations import dumps
from core.operations.dumps import DumpError
from mail.models import Message
from users.privacy import erasures
from users.privacy.erasing import LastAdministrator, erase, is_erased

from ..audit import RESTORED
from ..models import FileVersion
from ..previews import member_keys, picture_keys
from ..storages import STORAGE_ERRORS, private_storage, public_storage
from ..tasks import draw_preview
from .manifests import (
    PLACES,
    Head,
    Item,
    copies_in,
    is_there,
    read_manifest,
    sha256_of,
)


class RestoreCutOff(Exception):
    """The database is there, and not all of the files; the message says why."""


def newest_copy(folder: Path) -> Path:
    """The copy to go back to; raises DumpError when there is none."""
    if not folder.is_dir():
        raise DumpError(f"der er ingen mappe {folder}")
    copies = copies_in(folder)
    if not copies:
        raise DumpError(f"der er ingen hel sikkerhedskopi i {folder}")
    return copies[-1]


def restore(
    copy: Path, say: Callable[[str], object], erased: Path | None = None
) -> list[str]:
    """Read a copy into an empty place, and return what was wrong with its files.

    A file that is missing or has other bytes than it had is told and left out; all
    else is there. Whom a later copy, or the file ``erased``, knows to have been erased,
    is erased again. Raises DumpError, OSError and the storage's errors before anything
    is written where nothing may be, and RestoreCutOff after.
    """
    head, items = read_manifest(copy)
    _must_be_readable(copy, head)
    _must_be_empty()
    dumps.load(copy / head.database)
    say(f"Database: som den var {head.made_at}")
    try:
        wrong = [line for item in items for line in _lay_back(item, copy.parent)]
    except STORAGE_ERRORS as error:
        raise RestoreCutOff(str(error)) from error
    say("Filer: lagt tilbage")
    call_command("migrate", verbosity=0)
    _forget_what_has_happened_since()
    if count := _draw_again():
        say(f"Filer, der bliver tegnet igen: {count}")
    _erase_again(copy.parent, erased, say)
    note(Collection.get_first_root_node(), RESTORED, copy=head.made_at)
    return wrong


def _must_be_empty() -> None:
    if not dumps.is_empty():
        raise DumpError("databasen er ikke tom; sæt DATABASE_URL til en ny")
    for place, storage in PLACES.items():
        if next(storage().objects(), None):
            raise DumpError(f"der ligger allerede filer i lageret ({place})")


def _must_be_readable(copy: Path, head: Head) -> None:
    if head.engine != dumps.engine():
        raise DumpError(f"kopien er fra {head.engine}, og her er {dumps.engine()}")
    known = MigrationLoader(connection).disk_migrations
    if set(head.migrations) - {f"{app}.{name}" for app, name in known}:
        raise DumpError("kopien er fra en nyere udgave; opdater programmet først")
    if sha256_of(copy / head.database) != head.sha256:
        raise DumpError("kopien af databasen er beskadiget; tag en ældre")
    for item in read_manifest(copy)[1]:
        path = item.path_in(copy.parent)
        if is_there(path) and not os.access(path, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def _lay_back(item: Item, folder: Path) -> Iterator[str]:
    path = item.path_in(folder)
    if not is_there(path):
        yield f"mangler: {item.place} {item.key}"
    elif sha256_of(path) != item.sha256:
        yield f"beskadiget: {item.place} {item.key}"
    else:
        with path.open("rb") as file:
            item.storage.save(item.key, File(file, name=item.key))


def _forget_what_has_happened_since() -> None:
    """Nobody is signed in who may have been signed out; no letter goes twice."""
    Session.objects.all().delete()
    states = Message.State
    begun = Message.objects.filter(state__in=[states.WAITING, states.SENDING])
    begun.update(state=states.UNSURE, error="gendannet fra en kopi")
    for cache in caches.all(initialized_only=False):
        cache.clear()


def _erase_again(folder: Path, file: Path | None, say: Callable[[str], object]) -> None:
    digests = erasures.read(folder / erasures.FILE)
    if file:
        digests |= erasures.read(file)
    people = [each for each in erasures.people_of(digests) if not is_erased(each)]
    for person in people:
        try:
            erase(person)
        except LastAdministrator:
            say(f"Person {person.pk} er eneste administrator og er ikke slettet igen")
        else:
            say(f"Person {person.pk} er slettet igen")


def _draw_again() -> int:
    """Have drawn again what has lost a picture, and return how many versions that are.

    Pictures go at once with their version, its object in 35 days: while a copy is made,
    the one may be gone and the other be there.
    """
    kept = FileVersion.objects.ready()
    pictures = {found.key for found in public_storage().objects("previews")}
    members = {found.key for found in private_storage().objects("banners")}
    lost = [
        version.pk
        for version in kept.iterator(chunk_size=1000)
        if not pictures.issuperset(picture_keys(version))
        or not members.issuperset(member_keys(version))
    ]
    kept.filter(pk__in=lost).update(
        preview_key="", preview_pages=0, is_measured=False, spec={}
    )
    for pk in lost:
        draw_preview.enqueue(pk)
    return len(lost)
