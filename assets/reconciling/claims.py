"""Which objects the rows say that storage holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models

from ..models import FileVersion, Package, QuarantinedFile, Tombstone, Upload
from ..previews import member_keys, picture_keys
from ..storages import PublicDiskStorage, PublicS3Storage

PRIVATE, PUBLIC = "private", "public"
S = FileVersion.State


@dataclass(frozen=True)
class Claim:
    """A row's word for an object; one ``may_lack`` that is on its way in or out.

    ``size`` and ``sha256`` are None and empty where the row does not know them.
    """

    key: str
    owner: str
    size: int | None = None
    sha256: str = ""
    may_lack: bool = False


Source = Callable[[], Iterator[Claim]]
_sources: dict[str, list[Source]] = {PRIVATE: [], PUBLIC: []}
_folders: dict[str, set[str]] = {PRIVATE: set(), PUBLIC: set()}


def claims_of(place: str, *folders: str) -> Callable[[Source], Source]:
    """Register who says what lies in ``folders``; apps above have objects too."""

    def register(source: Source) -> Source:
        _sources[place].append(source)
        _folders[place].update(folders)
        return source

    return register


def claimed(place: str) -> dict[str, Claim]:
    """All claims on a storage by their keys; who must have an object comes first."""
    found: dict[str, Claim] = {}
    for source in _sources[place]:
        for claim in source():
            if claim.key not in found or found[claim.key].may_lack:
                found[claim.key] = claim
    return found


def known_folders(place: str) -> set[str]:
    """The folders that are ours; a bucket may hold what others put there."""
    return _folders[place]


def _rows(queryset: models.QuerySet, *fields: str) -> Iterator:
    return queryset.only("pk", *fields).iterator(chunk_size=1000)


@claims_of(PRIVATE, "assets", "banners")
def _versions() -> Iterator[Claim]:
    kept = FileVersion.objects.exclude(state__in=[S.UPLOADING, S.REJECTED, S.PURGED])
    for version in _rows(kept, "key", "size", "sha256", "spec"):
        owner = f"version {version.pk}"
        yield Claim(version.key, owner, version.size, version.sha256)
        for key in member_keys(version):
            yield Claim(key, owner)


@claims_of(PRIVATE, "assets")
def _uploads() -> Iterator[Claim]:
    for upload in _rows(Upload.objects.unfinished(), "key"):
        yield Claim(upload.key, f"upload {upload.pk}", may_lack=True)
    parcels = Upload.objects.filter(own_state__in=[S.RECEIVED, S.CHECKING])
    for upload in _rows(parcels, "key", "size"):
        yield Claim(upload.key, f"upload {upload.pk}", upload.size)


@claims_of(PRIVATE, "assets")
def _tombstones() -> Iterator[Claim]:
    for stone in _rows(Tombstone.objects.all(), "key", "size", "sha256"):
        owner = f"tombstone {stone.pk}"
        yield Claim(stone.key, owner, stone.size, stone.sha256, may_lack=True)


@claims_of(PRIVATE, "packages")
def _packages() -> Iterator[Claim]:
    ready = Package.objects.filter(state=Package.State.READY)
    for package in _rows(ready, "key", "size", "sha256"):
        owner = f"package {package.pk}"
        yield Claim(package.key, owner, package.size, package.sha256)


@claims_of(PRIVATE, "quarantine")
def _quarantine() -> Iterator[Claim]:
    fields = "key", "origin", "is_moved", "size", "sha256"
    for file in _rows(QuarantinedFile.objects.all(), *fields):
        owner = f"quarantine {file.pk}"
        yield Claim(file.key, owner, file.size, file.sha256, not file.is_moved)
        if not file.is_moved:
            yield Claim(file.origin, owner, may_lack=True)


@claims_of(PUBLIC, "previews")
def _previews() -> Iterator[Claim]:
    kept = FileVersion.objects.exclude(state__in=[S.UPLOADING, S.REJECTED, S.PURGED])
    drawn = kept.exclude(preview_key="", preview_pages=0)
    for version in _rows(drawn, "key", "preview_key", "preview_pages"):
        owner = f"version {version.pk}"
        for key in picture_keys(version):
            yield Claim(key, owner)
        if version.preview_key:
            yield Claim(f"{version.preview_key}/strip.webp", owner, may_lack=True)


def _files_of_fields(place: str) -> Iterator[Claim]:
    """What Django's file fields name: pictures, their renditions, portraits."""
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if not isinstance(field, models.FileField):
                continue
            is_public = isinstance(field.storage, PublicDiskStorage | PublicS3Storage)
            if is_public != (place == PUBLIC):
                continue
            named = model._base_manager.exclude(**{field.name: ""})
            named = named.exclude(**{field.name: None})
            for pk, key in named.values_list("pk", field.name).iterator():
                yield Claim(key, f"{model._meta.model_name} {pk}")


@claims_of(PRIVATE, "original_images", "avatar_images", "documents")
def _private_fields() -> Iterator[Claim]:
    yield from _files_of_fields(PRIVATE)


@claims_of(PUBLIC, "images")
def _public_fields() -> Iterator[Claim]:
    yield from _files_of_fields(PUBLIC)
