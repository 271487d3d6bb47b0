"""Which version of a file is the current one: replaced, restored or withdrawn.

Every switch is one transaction that locks the file, so that two at once come one after
the other, and leaves a VersionChange as history. No bytes are copied.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wagtail.log_actions import log

from core.jobs import enqueue_on_commit

from ..models import Asset, AssetFile, FileVersion, VersionChange, Weight
from ..signals import version_replaced
from ..tasks import tell_libraries

Kind = VersionChange.Kind


def check_weight(weight: str, is_silent: bool, note: str) -> None:
    """Raise ValidationError when the words of a change do not go together."""
    if is_silent and weight != Weight.CORRECTION:
        raise ValidationError(
            _("Kun en rettelse kan ske uden besked. Fjern fluebenet, eller vælg den.")
        )
    if weight != Weight.CORRECTION and not note:
        raise ValidationError(
            _("Skriv, hvad der er ændret, så bibliotekerne ved, hvorfor det haster.")
        )


def record(
    file: AssetFile,
    kind: str,
    version: FileVersion,
    *,
    user=None,
    note: str = "",
    weight: str = Weight.CORRECTION,
    is_silent: bool = False,
) -> VersionChange:
    """Write the history of a switch in its own transaction, and let it be told."""
    change = VersionChange.objects.create(
        file=file,
        kind=kind,
        version=version,
        weight=weight,
        is_silent=is_silent,
        note=note,
        changed_by=user,
        changed_at=timezone.now(),
    )
    log(
        instance=file.asset,
        action=f"assets.{Kind(kind).value}",
        user=user,
        data={"file": file.name, "version": version.number, "note": note},
    )
    enqueue_on_commit(tell_libraries, change.pk)
    transaction.on_commit(
        lambda: version_replaced.send(sender=VersionChange, change=change)
    )
    return change


def stop_others(file: AssetFile, version: FileVersion, note: str) -> None:
    """Withdraw all versions but ``version``: nobody may use an older one."""
    others = file.versions.filter(state=FileVersion.State.READY).exclude(pk=version.pk)
    others.update(state=FileVersion.State.WITHDRAWN, reason=note)


@transaction.atomic
def restore(version: FileVersion, *, user=None, **words) -> VersionChange | None:
    """Make an older version the current one again; None when it is already.

    Raises ValidationError for one that is withdrawn or was never ready. ``words`` are
    note, weight and is_silent.
    """
    file = _locked(version.file_id)
    version = file.versions.get(pk=version.pk)
    if version.state != FileVersion.State.READY:
        raise ValidationError(
            _("Version %(number)s er %(state)s og kan ikke gendannes.")
            % {
                "number": version.number,
                "state": version.get_state_display().lower(),
            }
        )
    if file.current_version_id == version.pk:
        return None
    file.current_version = version
    file.save(update_fields=["current_version"])
    if words.get("weight") == Weight.STOP:
        stop_others(file, version, words.get("note", ""))
    return record(file, Kind.RESTORED, version, user=user, **words)


@transaction.atomic
def withdraw(version: FileVersion, *, note: str, user=None) -> VersionChange | None:
    """Stop the use of a version: its address answers 410 from now on.

    Of the current one too: until a new one comes, the file's own address says so, and
    never sends an older one unasked. None when it was withdrawn already.
    """
    file = _locked(version.file_id)
    version = file.versions.get(pk=version.pk)
    if version.state == FileVersion.State.WITHDRAWN:
        return None
    if version.state != FileVersion.State.READY:
        raise ValidationError(_("Versionen er ikke klar, så ingen kan hente den."))
    version.state = FileVersion.State.WITHDRAWN
    version.reason = note
    version.save(update_fields=["state", "reason"])
    return record(
        file, Kind.WITHDRAWN, version, user=user, note=note, weight=Weight.STOP
    )


def announce_withdrawal(asset: Asset, *, user=None) -> None:
    """Tell who fetched anything of a whole asset that was just withdrawn.

    Part of the transaction that withdraws it; its versions keep their own state.
    """
    for file in AssetFile.objects.filter(asset=asset):
        for version in file.versions.ready().order_by("number"):
            record(
                file, Kind.WITHDRAWN, version,
                user=user, weight=Weight.STOP, note=_("Materialet er trukket tilbage"),
            )  # fmt: skip


def _locked(file_pk: int) -> AssetFile:
    # Not the current version with it: PostgreSQL locks no nullable join.
    return AssetFile.objects.select_for_update().get(pk=file_pk)
