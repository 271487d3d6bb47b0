"""An upload's life until its bytes are in: begun, taken up again, finished."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core.danish import file_size

from ..filenames import clean_filename
from ..ingest import CONTENT_TYPES, check_name
from ..models import Drop, FileVersion, Upload
from ..storages import STORAGE_ERRORS, private_storage
from .receiving import receive
from .unpacking import check_parcel

# S3 takes 10,000 parts.
MOST_PARTS = 9_000
SHA256_LETTERS = 64


def begin(drop: Drop, *, name: str, size: int, fingerprint: str = "") -> Upload:
    """Open an upload, or take up the owner's unfinished one of the same file.

    Raises ValidationError for a file that can be refused by its name and size, or that
    the disk has no room for; and the storage's errors.
    """
    name = clean_filename(name)
    extension = check_name(name, size)
    if drop.unpacks and extension == "zip":
        check_parcel(name, size)
    storage = private_storage()
    if upload := _unfinished(drop.owner, name, size, fingerprint):
        upload.touch()
        return upload
    if not storage.room_for(size):
        raise ValidationError(
            _("Der er ikke plads til %(name)s (%(size)s) på disken. Sig det til os.")
            % {"name": name, "size": file_size(size)}
        )
    # The row first: what it names can be cleared away, whatever happens next.
    upload = Upload.objects.create(
        owner=drop.owner,
        drop=drop,
        name=name,
        size=size,
        fingerprint=fingerprint[:100],
        part_size=max(settings.ASSET_PART_SIZE, -(-size // MOST_PARTS)),
    )
    try:
        upload.storage_id = storage.begin_parts(upload.key, CONTENT_TYPES[extension])
    except STORAGE_ERRORS:
        # The script asks again; each time would leave a row behind.
        upload.delete()
        raise
    upload.save(update_fields=["storage_id"])
    return upload


def _unfinished(owner, name: str, size: int, fingerprint: str) -> Upload | None:
    if not fingerprint:
        return None
    alike = Upload.objects.unfinished().filter(
        owner=owner,
        name=name,
        size=size,
        fingerprint=fingerprint[:100],
        is_given_up=False,
    )
    return alike.exclude(storage_id="").order_by("-created_at").first()


def parts_in(upload: Upload) -> list[int]:
    """The numbers of the parts that are in whole."""
    stored = private_storage().stored_parts(upload.key, upload.storage_id)
    return sorted(n for n, size in stored.items() if size == upload.size_of_part(n))


def note_digest(upload: Upload, number: int, digest: str) -> None:
    """Note what the browser says that part ``number`` is; "" when it cannot say."""
    with transaction.atomic():
        row = Upload.objects.select_for_update().get(pk=upload.pk)
        if len(digest) == SHA256_LETTERS:
            row.parts[str(number)] = digest.lower()
        else:
            row.parts.pop(str(number), None)
        row.save(update_fields=["parts"])
        row.touch()


def finish(upload: Upload) -> FileVersion | None:
    """Join the parts and hand the file over to the check; may be said again.

    Raises parts.PartsMissing when bytes are missing, Refused, and storage's errors.
    """
    if upload.is_in:
        return upload.version
    sizes = [upload.size_of_part(n + 1) for n in range(upload.part_count)]
    private_storage().join_parts(upload.key, upload.storage_id, sizes)
    return receive(upload)
