"""What the download log says of assets: who has fetched them, and which version."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import (
    Count,
    Exists,
    IntegerField,
    Max,
    OuterRef,
    Q,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce

from libraries.models import Library

from .models import Asset, AssetFile, Download, FileVersion

# From a download to the versions that it sent.
ALONE, PACKED = "version", "package__members__version"


@dataclass(frozen=True)
class VersionNumbers:
    """One version: how often it was fetched, and how many libraries have no newer."""

    version: FileVersion
    downloads: int
    libraries: int
    is_current: bool


@dataclass(frozen=True)
class FileNumbers:
    """One file with its versions, newest first."""

    file: AssetFile
    versions: list[VersionNumbers]

    @property
    def behind(self) -> int:
        """How many libraries have an older version and not the current one."""
        return sum(v.libraries for v in self.versions if not v.is_current)


def with_numbers(assets):
    """Note ``libraries`` on each asset: how many have fetched it, alone or packed."""
    fetchers = Library.objects.order_by().filter(
        _fetched(OuterRef(OuterRef("pk")), library=OuterRef("pk"))
    )
    # All that were found are one group.
    counted = fetchers.annotate(all=Value(1)).values("all").annotate(n=Count("pk"))
    found = Subquery(counted.values("n"), output_field=IntegerField())
    return assets.annotate(libraries=Coalesce(found, 0))


def _fetched(asset, **who) -> Q:
    """Whether files of ``asset`` were fetched, alone or packed, by ``who``."""
    alone, packed = (
        Exists(Download.objects.filter(**{f"{version}__file__asset": asset}, **who))
        for version in (ALONE, PACKED)
    )
    return alone | packed


def never_fetched(assets):
    """Those of ``assets`` of which nobody has fetched any file, alone or packed."""
    return assets.exclude(_fetched(OuterRef("pk")))


def numbers_of(asset: Asset) -> list[FileNumbers]:
    """The numbers of each file of ``asset``, in the editor's order; six queries.

    A package counts for every file that was in it.
    """
    files = AssetFile.objects.with_current().filter(asset=asset)
    files = list(files.prefetch_related("versions"))
    downloads: Counter = Counter()
    # A library that has fetched two versions counts where its newest is.
    newest: dict[tuple[int, int], int] = {}
    for version in (ALONE, PACKED):
        rows = Download.objects.order_by().filter(**{f"{version}__file__in": files})
        counted = rows.values(version).annotate(n=Count("pk"))
        downloads.update(dict(counted.values_list(version, "n")))
        owned = (
            rows.filter(library__isnull=False)
            .values(f"{version}__file", "library")
            .annotate(number=Max(f"{version}__number"))
        )
        for file, library, number in owned.values_list(
            f"{version}__file", "library", "number"
        ):
            newest[file, library] = max(number, newest.get((file, library), 0))
    libraries = Counter((file, number) for (file, _), number in newest.items())
    return [
        FileNumbers(
            file,
            [
                VersionNumbers(
                    version,
                    downloads[version.pk],
                    libraries[file.pk, version.number],
                    version.pk == file.current_version_id,
                )
                for version in file.versions.all()
            ],
        )
        for file in files
    ]
