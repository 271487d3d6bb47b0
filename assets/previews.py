"""Pictures of files, and what can be measured of them, made in limited subprocesses.

A preview that fails never blocks its file: the site then shows a card with the type.
There are three jobs that each leave something whole: the cover, what a closer look
tells (``spec``), and the rest (a PDF's pages, a film's strip, a banner's members). A
job that is killed costs what it was about and no more.
"""

import contextlib
import datetime
import functools
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.utils import timezone

from PIL import Image

from themes.looks.logos import Colours, colours_of

from .drawing_jobs import RemoteOriginal, run_jobs
from .models import FileVersion
from .models.versions import pages_key
from .preflight.rules import note_verdict
from .storages import private_storage, public_storage

SIZES = ("small", "large")
# A PDF's cover is shown before its many pages are drawn.
PDF_JOBS = ("cover", "spec,more")
OTHER_JOBS = ("cover,spec,more",)
# What is small, and what the libraries read from end to end anyhow, is copied.
SMALL = 16 * 1024 * 1024
READ_WHOLE = {"AVIF", "GIF", "JPEG", "JPG", "OTF", "PNG", "TIF", "TIFF", "TTF", "WEBP"}
MOST_COPIED = 512 * 1024 * 1024
PATIENCE = datetime.timedelta(hours=1)
MEASURES = ("width", "height", "width_mm", "height_mm", "pages", "seconds")


def make_preview(version: FileVersion) -> bool:
    """Draw ``version``, store its previews publicly and note its measures.

    The key is random, so the address of an unpublished file's picture cannot be
    guessed. Returns whether there is a picture.
    """
    with tempfile.TemporaryDirectory() as folder:
        original = original_of(version, Path(folder))
        answers = {}
        for jobs in PDF_JOBS if version.extension in ("AI", "PDF") else OTHER_JOBS:
            name = f"version {version.pk}"
            answers |= run_jobs(jobs, original, version.extension, folder, name)
            if "cover" in jobs and not version.has_preview:
                _keep_cover(version, Path(folder), answers.get("cover", {}))
        spec = {**answers.get("spec", {}), **answers.get("more", {})}
        if colours := _colours(Path(folder)):
            spec["colours"] = colours
        _keep_more(version, Path(folder), spec)
        # On a busy machine the clock runs out for a file that can be drawn: what is
        # new is tried again by the schedule.
        is_new = version.created_at > timezone.now() - PATIENCE
        if not (answers.get("is_late") and is_new):
            _save(version, {"is_measured": True})
    return version.has_preview


def _keep_cover(version: FileVersion, folder: Path, measures: dict) -> None:
    found = {name: measures[name] for name in MEASURES if name in measures}
    pictures = [folder / f"{size}.webp" for size in SIZES]
    if "preview" in measures and all(picture.exists() for picture in pictures):
        found["preview_key"] = key = f"previews/{uuid.uuid4()}"
        found["preview_width"], found["preview_height"] = measures["preview"]
        for picture in pictures:
            _store(public_storage(), f"{key}/{picture.name}", picture)
    _save(version, found)


def _colours(folder: Path) -> Colours:
    """The colours of what is drawn on a clear ground, as a logo is."""
    drawn = folder / f"{SIZES[0]}.webp"
    if not drawn.exists():
        return ()
    with Image.open(drawn, formats=["WEBP"]) as picture:
        return colours_of(picture)


def _keep_more(version: FileVersion, folder: Path, spec: dict) -> None:
    """Store what else was made; pages that were whole when time ran out are kept."""
    place, count = pages_key(version.key), 0
    while (page := folder / f"page-{count + 1}.webp").exists():
        for picture in (page, folder / f"thumb-{count + 1}.webp"):
            _store(public_storage(), f"{place}/{picture.name}", picture)
        count += 1
    if version.has_preview and (strip := folder / "strip.webp").exists():
        _store(public_storage(), f"{version.preview_key}/{strip.name}", strip)
    for n in (spec.get("banner") or {}).get("members", {}).values():
        member = folder / f"member-{n}"
        _store(private_storage(), f"{banner_key(version.key)}/{n}", member)
    _save(version, {"preview_pages": count, "spec": spec})
    note_verdict(version)


def banner_key(key: str) -> str:
    """Where the members of a banner lie: not to be guessed, the same at every run."""
    return f"banners/{uuid.uuid5(uuid.NAMESPACE_URL, key)}"


def member_keys(version: FileVersion) -> Iterator[str]:
    """The private keys of a banner's members."""
    banner = (version.spec or {}).get("banner") or {}
    for number in banner.get("members", {}).values():
        yield f"{banner_key(version.key)}/{number}"


def picture_keys(version: FileVersion) -> Iterator[str]:
    """The public keys of all pictures of a version but a film's strip."""
    if version.preview_key:
        for size in SIZES:
            yield f"{version.preview_key}/{size}.webp"
    for n in range(1, version.preview_pages + 1):
        for name in ("page", "thumb"):
            yield f"{pages_key(version.key)}/{name}-{n}.webp"


def _store(storage: Storage, key: str, file: Path) -> None:
    if storage.exists(key):
        storage.delete(key)
    storage.save(key, ContentFile(file.read_bytes()))


def _save(version: FileVersion, found: dict) -> None:
    for name, value in found.items():
        setattr(version, name, value)
    # Only these: the version may have been withdrawn while it was drawn.
    if found:
        version.drawn_at = timezone.now()
        version.save(update_fields=[*found, "drawn_at"])


def delete_previews(key: str, preview_key: str) -> None:
    """Delete every picture of a version, and the members of its banner."""
    places = (
        (public_storage(), preview_key),
        (public_storage(), pages_key(key)),
        (private_storage(), banner_key(key)),
    )
    for storage, place in places:
        if place:
            with contextlib.suppress(FileNotFoundError):
                for name in storage.listdir(place)[1]:
                    storage.delete(f"{place}/{name}")


def original_of(version: FileVersion, folder: Path) -> Path | RemoteOriginal:
    """The file on disk; a large one in S3 is read in the parts that are needed."""
    storage = private_storage()
    if hasattr(storage, "local_path"):
        return storage.local_path(version.key)
    is_copied = version.size <= SMALL or version.extension in READ_WHOLE
    if is_copied and version.size <= MOST_COPIED:
        path = folder / "original"
        with path.open("wb") as copy:
            copy.writelines(storage.read(version.key))
        return path
    return RemoteOriginal(
        version.size, functools.partial(storage.read_range, version.key)
    )
