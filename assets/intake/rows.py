"""One line of the list on the page: what has come of a file, in words."""

from django.urls import reverse
from django.utils.translation import gettext as _

from core.danish import file_size

from ..models import FileVersion, Upload
from ..permissions import asset_policy, may_preview
from .refusals import remark

S = FileVersion.State


def row_of(upload: Upload, user) -> dict:
    """Return the line for ``user``, whose upload it is; everything in it is shown."""
    asset = upload.asset
    row = {
        "id": str(upload.pk),
        "name": upload.name,
        "size": file_size(upload.size),
        "state": upload.state,
        "label": str(S(upload.state).label),
        "notes": _notes(upload, user),
        "title": asset.title if asset else "",
        "url": "",
    }
    if not upload.is_in:
        row["cancel_url"] = reverse("drops:cancel", args=[upload.pk])
    policy = asset_policy()
    if asset and policy.user_has_permission_for_instance(user, "change", asset):
        row["url"] = reverse("assets:edit", args=[asset.pk])
    return row


def script_texts() -> dict:
    """What the page's script says by itself; in braces what it fills in."""
    return {
        "uploading": str(S.UPLOADING.label),
        "rejected": str(S.REJECTED.label),
        "queued": _("Venter på tur."),
        "line": _(
            "Forbindelsen er væk. Filen fortsætter af sig selv, når den er tilbage."
        ),
        "joining": _("Filen samles."),
        "pace": _("{sent} sendt, {speed}/s, {left} tilbage."),
        "seconds": _("{n} sek."),
        "minutes": _("{n} min."),
        "hours": _("{n} timer"),
        "broken": _("Afbrudt. Vælg den samme fil igen for at fortsætte."),
        "waiting": _("{n} filer venter."),
        "refused": _("Filen kan ikke modtages. Hent siden igen, og prøv en gang til."),
        "unreadable": _("Filen kan ikke læses her. Er det en mappe? Pak den i en zip."),
        "changed": _("Filen er ændret eller flyttet imens. Vælg den igen."),
        "counted": {
            S.UPLOADING: _("{n} sendes"),
            S.RECEIVED: _("{n} modtaget"),
            S.CHECKING: _("{n} tjekkes"),
            S.READY: _("{n} klar"),
            S.REJECTED: _("{n} afvist"),
        },
    }


def _notes(upload: Upload, user) -> list[str]:
    version = upload.version
    reason = version.reason if version else upload.reason
    notes = [reason] if reason else []
    if upload.archive:
        notes.append(_("Fra %(name)s.") % {"name": upload.archive.name})
    if upload.member_count:
        notes.append(
            _("%(done)s af %(count)s filer er set igennem.")
            % {"done": upload.unpacked_count, "count": upload.member_count}
        )
    if version is None:
        return notes
    notes += [text for code in upload.remarks if (text := remark(code))]
    if version.state == S.READY and version.number > 1:
        notes.append(
            _("Ny version %(number)s af ”%(file)s”.")
            % {"number": version.number, "file": version.file.name}
        )
    if upload.twin:
        notes.append(twin_note(upload.twin, user))
    return notes


def twin_note(twin: FileVersion, user) -> str:
    """Name the twin to who may know of it."""
    asset = twin.file.asset
    may_know = user is None or asset.is_usable or may_preview(user, asset)
    if not may_know:
        return _("Den samme fil ligger her i forvejen.")
    return _("Den samme fil ligger her i forvejen: ”%(title)s”, %(file)s.") % {
        "title": asset.title,
        "file": twin.file.name,
    }
