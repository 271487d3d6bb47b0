"""What the worker makes of a file that is in: ready or rejected, or unpacked."""

import logging

from django.db import transaction
from django.utils.translation import gettext as _

from core.audit.notes import note
from core.jobs import TryAgain, enqueue_on_commit

from ..audit import ACCEPTED, REJECTED
from ..models import Asset, AssetFile, FileVersion, Upload
from ..storages import STORAGE_ERRORS
from ..tasks import delete_objects, draw_preview
from ..twins import twin_sentence, versions_of_size
from ..versions.changes import Kind, record
from .checking import Findings, examine
from .describing import fill_empty_fields, fill_kind, fill_purpose
from .quarantine import confine
from .receiving import may_change
from .refusals import Infected, Refused, Waits
from .unpacking import unpack

logger = logging.getLogger(__name__)

S = FileVersion.State
AT_WORK = [S.RECEIVED, S.CHECKING]


def settle(upload: Upload) -> None:
    """Check what has come in and make it ready or reject it; may run again.

    Raises TryAgain when that cannot be done now; the upload says why it waits.
    """
    if upload.state not in AT_WORK:
        return
    _note(upload, S.CHECKING)
    upload.touch()
    try:
        findings = examine(upload)
        if upload.version:
            _make_ready(upload, findings)
        else:
            unpack(upload)
    except Refused as refused:
        _reject(upload, refused)
    except Waits as waits:
        _note(upload, S.CHECKING, str(waits))
        raise TryAgain("no verdict yet") from waits
    except STORAGE_ERRORS as error:
        logger.warning("cannot read upload %s: %s", upload.pk, type(error).__name__)
        _note(upload, S.CHECKING, _("Lageret svarer ikke. Filen bliver tjekket siden."))
        raise TryAgain("storage does not answer") from error


def _note(upload: Upload, state: str, reason: str = "") -> bool:
    """Write the state, unless somebody decided otherwise; return whether it was."""
    if upload.version:
        mine = FileVersion.objects.filter(pk=upload.version_id, state__in=AT_WORK)
        return bool(mine.update(state=state, reason=reason))
    mine = Upload.objects.filter(pk=upload.pk, own_state__in=AT_WORK)
    return bool(mine.update(own_state=state, reason=reason))


def _make_ready(upload: Upload, findings: Findings) -> None:
    """Let the version take its place, unless somebody decided otherwise meanwhile."""
    with transaction.atomic():
        file = AssetFile.objects.select_for_update().get(pk=upload.version.file_id)
        version = FileVersion.objects.select_for_update().get(pk=upload.version_id)
        if version.state != S.CHECKING:
            return
        alike = FileVersion.objects.ready().filter(
            sha256=findings.sha256, size=version.size
        )
        mine = versions_of_size(file, version.size).filter(sha256=findings.sha256)
        if twin := mine.first():
            raise Refused(twin_sentence(file, twin))
        current = file.current_version
        asset = Asset.objects.select_for_update().get(pk=file.asset_id)
        if current and not may_change(version.uploaded_by, asset):
            raise Refused(_("”%s” er udgivet, mens filen var på vej.") % asset)
        version.state, version.reason = S.READY, ""
        version.sha256 = findings.sha256
        version.content_type = findings.content_type
        version.save(update_fields=["state", "reason", "sha256", "content_type"])
        if current is None or current.number < version.number:
            file.current_version = version
            file.save(update_fields=["current_version"])
            if current:
                record(file, Kind.REPLACED, version, user=version.uploaded_by)
        upload.twin = alike.exclude(file=file).order_by("pk").first()
        upload.remarks = findings.remarks
        upload.save(update_fields=["twin", "remarks"])
        if asset.is_draft:
            fill_empty_fields(asset, version.filename, findings.metadata)
            if version.number == 1:
                fill_purpose(file, findings.metadata)
                # "Filed by its name" holds for an asset that came with this file alone.
                if not upload.drop.kind and asset.files.count() == 1:
                    fill_kind(file, findings.metadata)
        note(asset, ACCEPTED, file=version.filename, version=version.number)
        enqueue_on_commit(draw_preview, version.pk)


def _reject(upload: Upload, refused: Refused) -> None:
    """Note why, and delete the object: who sent it has the file.

    What is infected is kept apart, so that somebody can look into it.
    """
    with transaction.atomic():
        if not _note(upload, S.REJECTED, str(refused)[:250]):
            return
        # A zip that is unpacked, and what is in it, have become no material.
        about = upload.asset or upload.drop.collection
        note(about, REJECTED, file=upload.name, reason=str(refused)[:250])
        if isinstance(refused, Infected):
            confine(upload, refused)
        else:
            enqueue_on_commit(delete_objects, upload.key, "")
