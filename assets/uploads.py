"""From an uploaded file to a version: a new object first, then the switch."""

import contextlib
import hashlib
from dataclasses import dataclass
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction

from core.jobs import enqueue_on_commit

from .filenames import clean_filename
from .fixity import sha256_in
from .ingest import check
from .intake.checking import scan_file
from .models import AssetFile, FileVersion, Weight
from .models.versions import new_key
from .storages import STORAGE_ERRORS, private_storage
from .tasks import draw_preview
from .twins import twin_sentence, versions_of_size
from .versions.changes import Kind, record, stop_others

CHUNK = 1024 * 1024


@dataclass(frozen=True)
class StoredObject:
    """Bytes that lie safely in storage and that no row points to yet."""

    key: str
    filename: str
    content_type: str
    size: int
    sha256: str


def sha256_of(file: IO[bytes]) -> str:
    """Return the SHA-256 of all of ``file``, in hexadecimal; leaves it at the start."""
    digest = hashlib.sha256()
    file.seek(0)
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def check_upload(
    file: IO[bytes], name: str, size: int, replaces: AssetFile | None = None
) -> None:
    """Raise ValidationError if the file cannot become a version; stores nothing."""
    check(file, clean_filename(name), size)
    scan_file(file, clean_filename(name))
    if replaces and replaces.pk:
        # A large file is read through only when one of its size is there.
        alike = versions_of_size(replaces, size)
        twin = alike.exists() and alike.filter(sha256=sha256_of(file)).first()
        if twin:
            raise ValidationError(twin_sentence(replaces, twin))


def put(file: IO[bytes], name: str) -> StoredObject:
    """Store ``file`` under a random key that was never used, and read it back.

    Raises ValidationError for a file that is refused, and OSError or botocore's errors
    when the storage fails; no row has been touched then.
    """
    file.seek(0, 2)
    size = file.tell()
    name = clean_filename(name)
    content_type = check(file, name, size)
    stored = StoredObject(new_key(), name, content_type, size, sha256_of(file))
    storage = private_storage()
    try:
        storage.save(stored.key, File(file, name=name))
        _verify(stored)
    except STORAGE_ERRORS:
        discard(stored)
        raise
    return stored


def _verify(stored: StoredObject) -> None:
    """Raise OSError when storage does not hold what it said that it took."""
    kept = private_storage().stored_size(stored.key)
    if kept != stored.size:
        raise OSError(f"storage kept {kept} of {stored.size} bytes")
    if sha256_in(private_storage(), stored.key) != stored.sha256:
        raise OSError("storage kept other bytes than it was sent")


def discard(stored: StoredObject) -> None:
    """Delete an object that no row came to point to, as far as storage answers."""
    with contextlib.suppress(*STORAGE_ERRORS):
        private_storage().delete(stored.key)


def add_version(
    target: AssetFile,
    stored: StoredObject,
    *,
    user=None,
    note: str = "",
    weight: str = Weight.CORRECTION,
    is_silent: bool = False,
) -> FileVersion:
    """Make ``stored`` the current version of ``target`` in one transaction.

    Until it commits, the former version is served; the preview is drawn after it. One
    that replaces another is told to who fetched that, unless ``is_silent``.
    """
    with transaction.atomic():
        last = target.last_number()
        version = target.versions.create(
            number=last + 1,
            state=FileVersion.State.READY,
            key=stored.key,
            filename=stored.filename,
            content_type=stored.content_type,
            size=stored.size,
            sha256=stored.sha256,
            uploaded_by=user,
            note=note,
        )
        target.current_version = version
        target.save(update_fields=["current_version"])
        if last:
            if weight == Weight.STOP:
                stop_others(target, version, note)
            record(
                target, Kind.REPLACED, version,
                user=user, note=note, weight=weight, is_silent=is_silent,
            )  # fmt: skip
        enqueue_on_commit(draw_preview, version.pk)
    return version


def store(
    file: IO[bytes], name: str, *, target: AssetFile, user=None, **words
) -> FileVersion:
    """Store ``file`` and make it the current version of ``target``.

    ``words`` are note, weight and is_silent, as in ``add_version``.
    """
    return add_version(target, put(file, name), user=user, **words)
