"""A zip's files, each on its way in as if it had been laid in by itself.

The zip is deleted afterwards: each of its files is here, and who sent it has it.
"""

import contextlib
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from zipfile import ZipFile, ZipInfo

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core.danish import file_size, number
from core.jobs import enqueue_on_commit

from ..drawing import zips
from ..drawing.banner_zips import is_banner
from ..filenames import clean_filename
from ..ingest import check_name
from ..models import FileVersion, Upload
from ..storages import private_storage
from ..tasks import delete_objects
from . import refusals
from .checking import LARGEST_COPY, beat
from .receiving import receive
from .refusals import Refused

S = FileVersion.State
MAX_FILES = 500
MAX_BYTES = 20_000_000_000


def check_parcel(upload_name: str, size: int) -> None:
    """Raise ValidationError for a zip that is too large to unpack here."""
    if size > LARGEST_COPY:
        raise ValidationError(
            _(
                "%(name)s fylder %(size)s, og zip-filer over %(limit)s pakkes ikke ud "
                "her. Pak den ud, og læg filerne op hver for sig."
            )
            % {
                "name": upload_name,
                "size": file_size(size),
                "limit": file_size(LARGEST_COPY),
            }
        )


def unpack(upload: Upload) -> None:
    """Lay in the files of a zip that has been looked at; may run again.

    Raises Refused for a zip that is not unpacked, and the storage's errors.
    """
    go_on = beat(upload)
    with _opened(upload, go_on) as archive:
        if is_banner(archive):
            _keep_whole(upload)
            return
        files = [
            entry
            for entry in archive.infolist()
            if not (entry.is_dir() or zips.CLUTTER.search(entry.filename))
        ]
        _refuse_too_much(upload, files)
        Upload.objects.filter(pk=upload.pk).update(member_count=len(files))
        for position, name in enumerate(names_of(files)):
            go_on()
            member, _made = Upload.objects.get_or_create(
                archive=upload,
                member_number=position,
                defaults={
                    "owner": upload.owner,
                    "drop": upload.drop,
                    "name": name,
                    "size": files[position].file_size,
                    "part_size": max(1, files[position].file_size),
                },
            )
            if not member.is_in:
                _lay_in(member, archive, files[position], go_on)
            Upload.objects.filter(pk=upload.pk).update(unpacked_count=position + 1)
    with transaction.atomic():
        Upload.objects.filter(pk=upload.pk).update(own_state=S.READY, reason="")
        enqueue_on_commit(delete_objects, upload.key, "")


def names_of(files: list[ZipInfo]) -> list[str]:
    """Return the files' names as they are kept, no two alike but for case.

    Those that several have are told apart by folders, and if need be by a number.
    """
    paths = [
        [part for part in _path_of(entry).split("/") if part] or [""] for entry in files
    ]
    names = [clean_filename(path[-1]) for path in paths]
    count = Counter(name.casefold() for name in names)
    taken = {}
    for path, name in zip(paths, names, strict=True):
        wanted = name if count[name.casefold()] == 1 else " - ".join(path)
        own, number = clean_filename(wanted), 1
        while own.casefold() in taken:
            number += 1
            own = clean_filename(wanted, f" ({number})")
        taken[own.casefold()] = own
    return list(taken.values())


def _path_of(entry: ZipInfo) -> str:
    """The path, also when the zip does not say in which code it is written."""
    path = entry.filename
    if not entry.flag_bits & 0x800:
        # Macs write UTF-8 and do not say so; Danish Windows wrote code page 850.
        raw = path.encode("cp437")
        try:
            path = raw.decode()
        except UnicodeDecodeError:
            path = raw.decode("cp850")
    return path.replace("\\", "/")


@contextlib.contextmanager
def _opened(upload: Upload, go_on: Callable[[], None]) -> Iterator[ZipFile]:
    storage = private_storage()
    if hasattr(storage, "local_path"):
        with ZipFile(storage.local_path(upload.key)) as archive:
            yield archive
        return
    with tempfile.NamedTemporaryFile(prefix="pak-ud-") as copy:
        for chunk in storage.read(upload.key):
            copy.write(chunk)
            go_on()
        with ZipFile(copy) as archive:
            yield archive


def _refuse_too_much(upload: Upload, files: list[ZipInfo]) -> None:
    words = {"name": refusals.shortened(upload.name), "limit": number(MAX_FILES)}
    if not files:
        raise Refused(_("Der er ingen filer i %(name)s.") % words)
    if len(files) > MAX_FILES:
        raise Refused(
            _(
                "Der er over %(limit)s filer i %(name)s. Del den i flere, og læg dem "
                "op hver for sig."
            )
            % words
        )
    total = sum(entry.file_size for entry in files)
    if total > MAX_BYTES or not private_storage().room_for(total):
        raise Refused(
            _("Der er ikke plads til at pakke %(name)s ud: Den fylder %(size)s.")
            % {**words, "size": file_size(total)}
        )


def _keep_whole(upload: Upload) -> None:
    """A banner runs as a zip, so it is one file, with a check of its own."""
    with transaction.atomic():
        Upload.objects.filter(pk=upload.pk).update(own_state="", reason="")
        receive(upload, unpacks=False)


def _lay_in(
    member: Upload, archive: ZipFile, entry: ZipInfo, go_on: Callable[[], None]
) -> None:
    """Store a file of the zip and hand it over to its own check, or say why not."""

    def content() -> Iterator[bytes]:
        for chunk in zips.read(archive, entry):
            go_on()
            yield chunk

    try:
        check_name(member.name, entry.file_size)
        zips.refuse_entry(entry)
        private_storage().write(member.key, content())
        receive(member)
    except ValidationError as error:
        _refuse(member, " ".join(error.messages))
    except Refused as refused:
        _refuse(member, str(refused))
    except zips.Refused as refused:
        _refuse(
            member,
            refusals.problem(f"zip_{refused.code}", member.name, refused.name[:120]),
        )
    # OSError is the storage's, and passes.
    except zips.DAMAGED:
        _refuse(member, refusals.problem("unreadable", member.name))


def _refuse(member: Upload, reason: str) -> None:
    with transaction.atomic():
        Upload.objects.filter(pk=member.pk, version=None).update(
            own_state=S.REJECTED, reason=reason[:250]
        )
        enqueue_on_commit(delete_objects, member.key, "")
