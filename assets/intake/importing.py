"""A folder of files in one go, by the same way and the same checks as the page."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext as _

from wagtail.models import Collection

from core.jobs import TryAgain

from ..filenames import clean_filename
from ..ingest import check
from ..models import Drop, FileVersion, Upload
from ..storages import STORAGE_ERRORS, private_storage
from ..tasks import check_upload, draw_preview
from ..uploads import sha256_of
from .receiving import receive
from .rows import twin_note

READY, REJECTED, DUPLICATE = "ready", "rejected", "duplicate"


@dataclass(frozen=True)
class Outcome:
    """What became of one file, and why, in Danish."""

    state: str
    name: str
    reason: str = ""


def import_folder(folder: Path) -> Iterator[Outcome]:
    """Take in every file of ``folder``, one after the other, however many are bad.

    Each is a draft; a file whose bytes are here already is passed over, so that the
    command may be given again. Its checks and previews run here, not in the worker.
    """
    drop = Drop.objects.create(collection=Collection.get_first_root_node())
    for path in _files_of(folder):
        name = _shown(path.relative_to(folder))
        try:
            yield _import(drop, path, name)
        except ValidationError as error:
            yield Outcome(REJECTED, name, " ".join(error.messages))
        except STORAGE_ERRORS as error:
            reason = _("Filen kan ikke læses eller gemmes (%(error)s).")
            error = type(error).__name__
            yield Outcome(REJECTED, name, reason % {"error": error})


def _files_of(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield Path(place, name)


def _import(drop: Drop, path: Path, name: str) -> Outcome:
    if path.is_symlink() or not path.is_file():
        return Outcome(REJECTED, name, _("Det er en genvej og ingen fil."))
    filename = clean_filename(os.fsencode(path.name).decode(errors="replace"))
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        check(file, filename, size)
        if waiting := _left_behind(filename, size):
            return Outcome(REJECTED, name, waiting.version.reason)
        alike = FileVersion.objects.ready().filter(size=size)
        twin = alike.exists() and alike.filter(sha256=sha256_of(file)).first()
        if twin:
            return Outcome(DUPLICATE, name, twin_note(twin, None))
        upload = Upload.objects.create(
            drop=drop, name=filename, size=size, part_size=size
        )
        private_storage().save(upload.key, File(file, name=filename))
    version = receive(upload)
    try:
        check_upload.call(str(upload.pk))
    except TryAgain:
        # The reason stands at the version, and the worker goes on trying.
        version.refresh_from_db()
        return Outcome(REJECTED, name, version.reason)
    version.refresh_from_db()
    if version.state != FileVersion.State.READY:
        return Outcome(REJECTED, name, version.reason)
    draw_preview.call(version.pk)
    return Outcome(READY, name)


def _left_behind(filename: str, size: int) -> Upload | None:
    """Check what a killed command had taken in; return what cannot be checked now.

    Only then is it known whether this file is here already.
    """
    left = Upload.objects.waiting().filter(
        owner=None, archive=None, name=filename, size=size
    )
    for upload in left.select_related("version"):
        try:
            check_upload.call(str(upload.pk))
        except TryAgain:
            upload.version.refresh_from_db()
            return upload
    return None


def _shown(path: Path) -> str:
    """The name on one line, whatever it is made of."""
    text = os.fsencode(path).decode(errors="replace")
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
