"""What the download log says of assets: who has fetched them, and which version."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Exists, IntegerField, Max, OuterRef, Subquery
from django.db.models.functions import Coalesce

from .models import Asset, AssetFile, Download, FileVersion


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
    """Note ``downloads`` and ``libraries`` on each asset, in the same query."""
    fetched = (
        Download.objects.order_by()
        .filter(version__file__asset=OuterRef("pk"))
        .values("version__file__asset")
    )
    return assets.annotate(
        downloads=_counted(fetched, Count("pk")),
        libraries=_counted(fetched, Count("library", distinct=True)),
    )


def _counted(rows, count) -> Coalesce:
    found = Subquery(rows.annotate(n=count).values("n"), output_field=IntegerField())
    return Coalesce(found, 0)


def never_fetched(assets):
    """Those of ``assets`` of which nobody has fetched any file, alone or packed."""
    alone = Download.objects.filter(version__file__asset=OuterRef("pk"))
    packed = Download.objects.filter(
        package__members__version__file__asset=OuterRef("pk")
    )
    return assets.filter(~Exists(alone), ~Exists(packed))


def numbers_of(asset: Asset) -> list[FileNumbers]:
    """The numbers of each file of ``asset``, in the editor's order; six queries.

    A package counts for every file that was in it.
    """
    files = AssetFile.objects.with_current().filter(asset=asset)
    files = list(files.prefetch_related("versions"))
    downloads: Counter = Counter()
    # A library that has fetched two versions counts where its newest is.
    newest: dict[tuple[int, int], int] = {}
    for version in ("version", "package__members__version"):
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
