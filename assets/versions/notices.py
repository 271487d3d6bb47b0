"""Libraries that fetched an older version are told once, with what changed."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.site_address import whole
from libraries.letters import addresses_of
from libraries.models import Library
from mail.letters import Letter, register_letter
from mail.models import Message
from mail.sending import post

from ..models import Asset, AssetFile, Download, VersionChange, VersionNotice
from ..permissions import Audience

KIND = "old_versions"
# Several changes within this time become one letter.
BUNDLE = datetime.timedelta(hours=1)
SHOWN_DAYS = 365


@dataclass
class Holding:
    """What one library has of a file: the version it fetched last, and when."""

    library_id: int
    version_id: int
    fetched_at: datetime.datetime


def fetches(file: AssetFile, until: datetime.datetime | None = None) -> Iterator[tuple]:
    """Every fetch of a file by a library, oldest first: library, version, time.

    A package counts with the version that was current when it was fetched.
    """
    first = file.versions.order_by("number").first()
    if first is None:
        return
    switches = [(first.created_at, first.pk)]
    switches += (
        file.version_changes.exclude(kind=VersionChange.Kind.WITHDRAWN)
        .order_by("changed_at", "pk")
        .values_list("changed_at", "version")
    )
    wanted = Q(version__file=file)
    if file.asset.theme_id:
        wanted |= Q(version=None, theme=file.asset.theme_id)
    rows = Download.objects.filter(wanted, library__isnull=False)
    if until:
        rows = rows.filter(fetched_at__lte=until)
    rows = rows.order_by("fetched_at", "pk")
    for library, version, at in rows.values_list("library", "version", "fetched_at"):
        if version is None:
            current = [pk for since, pk in switches if since <= at]
            if not current:
                continue
            version = current[-1]
        yield library, version, at


def holdings(
    file: AssetFile, until: datetime.datetime | None = None
) -> dict[int, Holding]:
    """What each library fetched last of ``file``, by the library's primary key."""
    return {row[0]: Holding(*row) for row in fetches(file, until)}


def holders(change: VersionChange) -> set[int]:
    """The libraries that ``change`` concerns: they have what it took away."""
    file, version = change.file, change.version_id
    if change.is_stop:
        rows = fetches(file, change.changed_at)
        return {library for library, fetched, _at in rows if fetched == version}
    had = holdings(file, change.changed_at).values()
    return {holding.library_id for holding in had if holding.version_id != version}


def tell(change_pk: int) -> None:
    """Give every library concerned its notice, and put it into a letter, once."""
    with transaction.atomic():
        change = (
            VersionChange.objects.select_for_update(of=("self",))
            .select_related("file__asset__collection", "version")
            .filter(pk=change_pk, told_at=None)
            .first()
        )
        if change is None:
            return
        if not change.is_silent:
            for library in _to_tell(change):
                _tell(library, change)
        change.told_at = timezone.now()
        change.save(update_fields=["told_at"])


def _to_tell(change: VersionChange):
    concerned = Library.objects.active().filter(pk__in=holders(change)).order_by("pk")
    asset = change.file.asset
    # To stop using it is told to all who have it; of a new version, who may have that.
    if change.is_stop or asset.level <= Audience.LIBRARY:
        return concerned
    return [library for library in concerned if is_named(asset, library)]


def is_named(asset: Asset, library: Library) -> bool:
    """Whether an asset for named libraries is for this one."""
    return Asset.objects.filter(pk=asset.pk).open_to_library(library).exists()


def _tell(library: Library, change: VersionChange) -> None:
    # One at a time for each library, else two changes at once make two letters.
    Library.objects.select_for_update().get(pk=library.pk)
    notice, is_new = VersionNotice.objects.get_or_create(
        library=library,
        version=change.version,
        is_stop=change.is_stop,
        defaults={"change": change, "created_at": timezone.now()},
    )
    if not is_new:
        return
    message = (
        Message.objects.unopened()
        .select_for_update()
        .filter(kind=KIND, about__library=library.pk)
        .first()
    )
    if message is None:
        key = f"old-versions:{library.pk}:{change.pk}"
        message = post(KIND, key, {"library": library.pk, "key": key}, delay=BUNDLE)
    notice.message = message
    notice.save(update_fields=["message"])


@dataclass
class Item:
    """One file in the letter or on the page, with all that happened to it."""

    file: AssetFile
    notices: list[VersionNotice] = field(default_factory=list)

    @property
    def newest(self) -> VersionNotice:
        return self.notices[0]

    @property
    def is_stop(self) -> bool:
        """Whether it must come down: asked by the newest change that says so."""
        return any(n.is_stop or n.change.weight == "stop" for n in self.notices)

    @property
    def has_new(self) -> bool:
        """Whether there is a version that may be fetched instead."""
        version = self.file.current_version
        return bool(version and version.state == "ready" and self.file.asset.is_usable)

    @property
    def weight(self) -> str:
        """How serious the gravest of the changes is, in words."""
        order = ["correction", "must_replace", "stop"]
        changes = [notice.change for notice in self.notices]
        return max(changes, key=lambda c: order.index(c.weight)).get_weight_display()

    @property
    def notes(self) -> list[str]:
        """What changed, oldest first."""
        notes = [notice.change.note for notice in reversed(self.notices)]
        return list(dict.fromkeys(note for note in notes if note))

    @property
    def url(self) -> str:
        return whole(self.file.get_absolute_url())


def items_of(notices) -> list[Item]:
    """The notices by file, newest first, as far as there is something to do."""
    found: dict[int, Item] = {}
    for notice in notices.select_related(
        "change__file__asset__collection", "change__file__current_version"
    ).order_by("-change__changed_at", "-pk"):
        file = notice.change.file
        found.setdefault(file.pk, Item(file)).notices.append(notice)
    return [item for item in found.values() if item.is_stop or item.has_new]


def open_items(library: Library) -> list[Item]:
    """What the library still has an old version of, as far as is known."""
    since = timezone.now() - datetime.timedelta(days=SHOWN_DAYS)
    notices = VersionNotice.objects.open_for(library).filter(created_at__gte=since)
    return items_of(notices)


def write_letter(library: int, key: str) -> Letter | None:
    """The letter to one library about all that changed since the last."""
    found = Library.objects.active().filter(pk=library).first()
    notices = VersionNotice.objects.filter(library=library, message__key=key)
    items = items_of(notices) if found else []
    if not items:
        return None
    context = {
        "items": items,
        "library": found,
        "my_library_url": whole(reverse("my_library")),
    }
    return Letter.drawn("assets/old_versions", context, addresses_of(found))


def register_letters() -> None:
    """Let the outbox write these."""
    register_letter(KIND, _("I har en gammel udgave"), write_letter)
