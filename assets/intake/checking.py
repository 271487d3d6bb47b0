"""One read through a file that has come in: is it whole, what it says, and clean?"""

import contextlib
import hashlib
import json
import logging
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File

from .. import captions
from ..ingest import HEAD_BYTES, check
from ..models import Asset, Format, Upload
from ..storages import private_storage
from . import refusals
from .antivirus import Scan
from .refusals import Infected, Refused, Waits

logger = logging.getLogger(__name__)

INSPECTOR = Path(__file__).with_name("inspecting") / "run.py"
WALL_SECONDS = 40
BEAT_SECONDS = 10
# Larger files are not copied from S3 to be opened; their type is checked all the same.
LARGEST_COPY = 2 * 1024**3
# A file of these that breaks its parser would break it for everyone.
MUST_OPEN = {"gif", "jpeg", "jpg", "pdf", "png", "tif", "tiff", "webp", "zip"}


@dataclass
class Findings:
    """What one read through a file found."""

    content_type: str
    sha256: str = ""
    remarks: list[str] = field(default_factory=list)
    metadata: dict = field(default_factory=dict)


BANNER, PARCEL = "banner", "parcel"


def filed_as(name: str, kind: str, form: Format | None) -> str:
    """BANNER for a zip that must be one, by its asset's kind or a format of screens."""
    is_for_screens = form is not None and form.medium != Format.Medium.PRINT
    is_zip = name.lower().endswith(".zip")
    return BANNER if is_zip and (kind == Asset.Kind.BANNER or is_for_screens) else ""


def examine(upload: Upload) -> Findings:
    """Read the whole of ``upload``'s object once and return what was found.

    Of a zip that is to be unpacked no virus is looked for: its members are scanned.
    Raises Refused for a file that must not be used, Waits when it cannot be known now,
    and the storage's own errors.
    """
    name = upload.name
    with contextlib.ExitStack() as stack:
        storage = private_storage()
        if storage.stored_size(upload.key) != upload.size:
            raise Refused(refusals.not_whole(name))
        mark = storage.stored_mark(upload.key)
        scan = None
        if settings.CLAMAV_SOCKET and upload.version:
            scan = Scan()
            stack.callback(scan.close)
        path, copy = _path_for_inspector(upload, stack)
        whole, parts = hashlib.sha256(), _PartDigests(upload)
        go_on = beat(upload)
        findings = None
        for chunk in storage.read(upload.key):
            if findings is None:
                findings = Findings(_type_of(chunk, name, upload.size))
            whole.update(chunk)
            parts.update(chunk)
            if scan:
                scan.feed(chunk)
            if copy:
                copy.write(chunk)
            go_on()
        if findings is None or not parts.agree():
            raise Refused(refusals.not_whole(name))
        findings.sha256 = whole.hexdigest()
        if scan:
            if virus := scan.verdict():
                _hold_still(upload, mark)
                raise Infected(name, virus, findings.sha256)
            findings.remarks += ["partly_scanned"] if scan.is_partial else []
        if path:
            if copy:
                copy.flush()
            asset = upload.version and upload.version.file.asset
            _inspect(path, name, findings, _filed_as(upload), asset)
        _hold_still(upload, mark)
    return findings


def scan_file(file, name: str) -> None:
    """Raise ValidationError for a file in a form that is infected or not scannable."""
    if not settings.CLAMAV_SOCKET:
        return
    file.seek(0)
    try:
        with contextlib.closing(Scan()) as scan:
            while chunk := file.read(1024 * 1024):
                scan.feed(chunk)
            virus = scan.verdict()
    except Waits as error:
        raise ValidationError(str(error)) from error
    finally:
        file.seek(0)
    if virus:
        raise ValidationError(refusals.infected(name, virus))


def open_file(
    file: File, name: str, place: str = "", asset: Asset | None = None
) -> None:
    """Raise ValidationError for a file in a form that its own parser cannot open.

    ``place`` is what it is filed as: a BANNER must be one that we run. ``asset`` is
    where it is to lie: captions are held against its film.
    """
    with contextlib.ExitStack() as stack:
        if hasattr(file, "temporary_file_path"):
            path = Path(file.temporary_file_path())
        else:
            copy = stack.enter_context(tempfile.NamedTemporaryFile(prefix="tjek-"))
            file.seek(0)
            shutil.copyfileobj(file, copy)
            file.seek(0)
            copy.flush()
            path = Path(copy.name)
        try:
            _inspect(path, name, Findings(""), place, asset)
        except Refused as error:
            raise ValidationError(str(error)) from error


def _hold_still(upload: Upload, mark: str | None) -> None:
    """Raise Waits for an object that is another than the one that was looked at."""
    if private_storage().stored_mark(upload.key) != mark:
        raise Waits(refusals.changed(upload.name))


def _filed_as(upload: Upload) -> str:
    if upload.version is None:
        return PARCEL
    file = upload.version.file
    return filed_as(upload.name, file.asset.kind, file.format)


def _type_of(head: bytes, name: str, size: int) -> str:
    try:
        return check(BytesIO(head[:HEAD_BYTES]), name, size)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error


class _PartDigests:
    """Holds what storage kept against what the browser said of each part."""

    def __init__(self, upload: Upload) -> None:
        self._upload = upload
        self._number, self._left = 0, 0
        self._agree = True
        self._next()

    def update(self, chunk: bytes) -> None:
        while chunk and self._left:
            part, chunk = chunk[: self._left], chunk[self._left :]
            if self._said:
                self._digest.update(part)
            self._left -= len(part)
            if not self._left:
                if self._said and self._digest.hexdigest() != self._said:
                    self._agree = False
                self._next()

    def _next(self) -> None:
        self._number += 1
        self._left = self._upload.size_of_part(self._number)
        self._said = self._upload.parts.get(str(self._number))
        self._digest = hashlib.sha256()

    def agree(self) -> bool:
        return self._agree and not self._left


def _path_for_inspector(upload: Upload, stack: contextlib.ExitStack):
    """A path to the object, and the file to copy it to when it is not on this disk."""
    storage = private_storage()
    if hasattr(storage, "local_path"):
        return storage.local_path(upload.key), None
    if upload.size > LARGEST_COPY:
        return None, None
    file = tempfile.NamedTemporaryFile(prefix="tjek-")  # noqa: SIM115 the stack closes it
    copy = stack.enter_context(file)
    return Path(copy.name), copy


def beat(upload: Upload) -> Callable[[], None]:
    """Return what says now and then that the work goes on (tasks.sweep_uploads)."""
    last = time.monotonic()

    def go_on() -> None:
        nonlocal last
        if time.monotonic() - last > BEAT_SECONDS:
            last = time.monotonic()
            upload.touch()

    return go_on


def _inspect(
    path: Path, name: str, findings: Findings, place: str, asset: Asset | None
) -> None:
    """Add what the inspector reads; raise Refused for what it refuses."""
    extension = name.rpartition(".")[2].lower()
    if extension == "vtt":
        _check_captions(path, name, asset)
        return
    try:
        result = subprocess.run(  # noqa: S603 our own script, our own arguments
            [sys.executable, "-I", INSPECTOR, path, extension, place],
            # Nothing of ours to read for a file that takes the process over.
            env={},
            capture_output=True,
            timeout=WALL_SECONDS,
            check=True,
        )
        said = json.loads(result.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        logger.warning(
            "the inspector failed on %s: %s", extension, type(error).__name__
        )
        if extension in MUST_OPEN:
            raise Refused(refusals.problem("unreadable", name)) from error
        return
    if said["problem"]:
        raise Refused(refusals.problem(said["problem"], name, said["entry"]))
    findings.remarks += said["remarks"]
    findings.metadata = said["metadata"]


def _check_captions(path: Path, name: str, asset: Asset | None) -> None:
    with path.open("rb") as file:
        content = file.read(captions.LARGEST + 1)
    wrong = list(captions.problems(content, asset and asset.film_seconds))
    if wrong:
        raise Refused(refusals.captions(name, wrong))
