"""What is in a package, under which names, and what its LÆSMIG says."""

import datetime
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from core.danish import file_size, number
from themes.models import Theme

from ..models import Asset, AssetFile, FileVersion

README = "LÆSMIG.txt"


class Part(models.TextChoices):
    """How much of a theme: all of it, what is printed, or what is shown on a screen."""

    ALL = "", gettext_lazy("Hele pakken")
    PRINT = "tryk", gettext_lazy("Kun tryk")
    SCREEN = "skaerm", gettext_lazy("Kun skærm")


PURPOSES = {
    Part.PRINT: {AssetFile.Purpose.PRINT_SHOP, AssetFile.Purpose.PRINT_SELF},
    Part.SCREEN: {AssetFile.Purpose.SCREEN, AssetFile.Purpose.SOCIAL},
}


@dataclass(frozen=True)
class Member:
    """A file of the package, under the name it has there."""

    name: str
    asset: Asset
    file: AssetFile
    version: FileVersion


@dataclass(frozen=True)
class LeftOut:
    """Something that was wished for and is not in the package, and why."""

    title: str
    reason: str


@dataclass(frozen=True)
class Contents:
    """All that a package is made of. ``notes`` stand under the title in the LÆSMIG."""

    title: str
    members: list[Member]
    left_out: list[LeftOut] = field(default_factory=list)
    notes: str = ""

    @property
    def size(self) -> int:
        """The bytes of the files, without what the zip itself adds."""
        return sum(member.version.size for member in self.members)

    @property
    def digest(self) -> str:
        """Stands for the versions, their names and every word about them."""
        versions = ",".join(str(member.version.pk) for member in self.members)
        said = f"{versions}\n{self.readme(when=None)}"
        return hashlib.sha256(said.encode()).hexdigest()

    def without(self, missing: list[Member]) -> "Contents":
        """The same without ``missing``, whose files storage does not have."""
        if not missing:
            return self
        with override("da"):
            reason = _(
                "filen kunne ikke læses fra lageret. Hent den senere fra sin egen side."
            )
        lost = [LeftOut(member.name, reason) for member in missing]
        kept = [member for member in self.members if member not in missing]
        return replace(self, members=kept, left_out=[*self.left_out, *lost])

    def readme(self, when: datetime.datetime | None) -> str:
        """Return the LÆSMIG: version, size, licence, credit, alt text of each file."""
        with override("da"):
            lines = [self.title, "=" * len(self.title)]
            lines += self.notes.splitlines()
            if when:
                day = timezone.localtime(when).strftime("%d.%m.%Y kl. %H.%M")
                lines.append(_("Pakket %(day)s.") % {"day": day})
            lines.append("")
            for member in self.members:
                lines += _describe(member)
            if self.left_out:
                lines += [_("Mangler i pakken"), "-" * 16]
                lines += [f"{lost.title}: {lost.reason}" for lost in self.left_out]
            return "\r\n".join([*lines, ""])


def named(files: Iterable[tuple[Asset, AssetFile]]) -> list[Member]:
    """Give each file's current version a name of its own in the zip."""
    found, taken = [], set()
    with override("da"):
        for asset, file in files:
            version = file.current_version
            # A zip made on Windows or a Mac knows no difference of case.
            name = f"{asset.get_kind_display()}/{asset.slug}/{version.filename}"
            if name.lower() in taken:
                stem, dot, extension = name.rpartition(".")
                name = f"{stem}-{file.public_id}{dot}{extension}"
            taken.add(name.lower())
            found.append(Member(name, asset, file, version))
    return found


def is_ready(file: AssetFile) -> bool:
    """Whether the file's current version can be sent at all."""
    version = file.current_version
    return version is not None and version.state == FileVersion.State.READY


def members(theme: Theme, user, part: Part = Part.ALL) -> list[Member]:
    """Return the current files of ``theme`` that ``user`` may fetch, in fixed order."""
    assets = (
        Asset.objects.for_user(user)
        .filter(theme=theme)
        .for_list()
        .order_by("title_key", "pk")
    )
    wanted = PURPOSES.get(part, AssetFile.Purpose.values)
    return named(
        (asset, file)
        for asset in assets
        for file in asset.current_files
        if is_ready(file) and file.purpose in wanted
    )


def packed(user):
    """Return the assets of all packages that ``user`` may know of, if not fetch."""
    return Asset.objects.listed_for(user).filter(files__current_version__isnull=False)


def has_package(theme: Theme, user) -> bool:
    """Whether a theme has anything that ``user`` may know of, if only as a library."""
    return packed(user).filter(theme=theme).exists()


def theme_contents(theme: Theme, user, part: Part = Part.ALL) -> Contents:
    """The package of a theme, as ``user`` may have it."""
    with override("da"):
        notes = _("Tema %(number)s, %(weeks)s %(year)s.") % {
            "number": theme.number,
            "weeks": theme.weeks,
            "year": theme.starts_on.year,
        }
    return Contents(theme.title, members(theme, user, part), notes=notes)


def total_size(theme: Theme, user) -> tuple[int, int]:
    """Return how many files the package has for ``user``, and their bytes."""
    owned = Asset.objects.for_user(user).filter(theme=theme)
    # Added up in the database: a list that only names the package loads none of it.
    found = AssetFile.objects.filter(
        asset__in=owned, current_version__state=FileVersion.State.READY
    ).aggregate(
        files=models.Count("pk"),
        size=models.Sum("current_version__size"),
    )
    return found["files"], found["size"] or 0


def _describe(member: Member) -> list[str]:
    asset, version = member.asset, member.version
    own_name = member.file.own_name
    facts = [
        (_("Materiale"), f"{asset.title} ({own_name})" if own_name else asset.title),
        (_("Format"), _format(member.file)),
        (
            _("Version"),
            f"{version.number}, {timezone.localtime(version.created_at):%d.%m.%Y}",
        ),
        (_("Fylder"), file_size(version.size)),
        (_("Mål"), version.dimensions),
        (_("Kreditering"), asset.credit),
        (
            _("Licens"),
            f"{asset.licence.name}: {asset.licence.summary}" if asset.licence else "",
        ),
        (_("Må bruges til"), ", ".join(map(str, asset.channel_names)).lower()),
        (_("Alternativ tekst"), asset.alt_text),
        ("SHA-256", version.sha256),
    ]
    return [
        member.name,
        *(f"    {name}: {value}" for name, value in facts if value),
        "",
    ]


def _format(file: AssetFile) -> str:
    if not file.format:
        return ""
    words = [file.format.name, file.format.size]
    if file.format.bleed_mm:
        words.append(
            _("%(bleed)s mm beskæring") % {"bleed": number(file.format.bleed_mm)}
        )
    return ", ".join(word for word in words if word)
