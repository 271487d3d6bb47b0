"""From bytes that are in to a version: received, checking, then ready or rejected."""

import logging

from django.db import transaction
from django.utils.translation import gettext as _

from wagtail.log_actions import log

from core.jobs import TryAgain, enqueue_on_commit

from ..ingest import CONTENT_TYPES
from ..models import Asset, AssetFile, Drop, FileVersion, Upload
from ..permissions import asset_policy
from ..storages import STORAGE_ERRORS
from ..tasks import delete_objects, draw_preview
from ..versions.changes import Kind, record
from .checking import Findings, examine
from .describing import fill_empty_fields, title_of
from .refusals import Refused, Waits

logger = logging.getLogger(__name__)

K, P, S = Asset.Kind, AssetFile.Purpose, FileVersion.State
KINDS = {
    K.PRINT: {"ai", "eps", "indd", "idml", "pdf", "psb", "psd", "tif", "tiff"},
    K.BANNER: {"avif", "gif", "jpeg", "jpg", "png", "svg", "webp"},
    K.FILM: {"mov", "mp4", "vtt"},
    K.SOUND: {"m4a", "mp3", "wav"},
    K.GRAPHIC_PACKAGE: {"otf", "ttf", "zip"},
}
PURPOSES = {K.BANNER: P.SCREEN, K.FILM: P.SCREEN, K.SOUND: P.SCREEN}
EDITABLE = {"ai", "idml", "indd", "psb", "psd"}


def kind_of(name: str) -> Asset.Kind:
    """The kind that a file of this name most often is."""
    extension = name.rpartition(".")[2].lower()
    return next((kind for kind, of in KINDS.items() if extension in of), K.TEXT)


def receive(upload: Upload) -> FileVersion:
    """Make a version of an upload whose object is whole; said again, return the same.

    It is served when the worker has found it good. Raises Refused when the person may
    no longer change the asset that it was meant for.
    """
    from ..tasks import check_upload

    with transaction.atomic():
        upload = Upload.objects.select_for_update().get(pk=upload.pk)
        if upload.version:
            return upload.version
        if upload.is_given_up:
            raise Refused(_("%(name)s er annulleret.") % {"name": upload.name})
        file = _file_for(upload)
        extension = upload.name.rpartition(".")[2].lower()
        upload.version = file.versions.create(
            number=file.last_number() + 1,
            state=S.RECEIVED,
            key=upload.key,
            filename=upload.name,
            content_type=CONTENT_TYPES[extension],
            size=upload.size,
            uploaded_by=upload.owner,
        )
        upload.save(update_fields=["version"])
        upload.touch()
        enqueue_on_commit(check_upload, str(upload.pk))
    return upload.version


def _file_for(upload: Upload) -> AssetFile:
    drop = Drop.objects.select_for_update().get(pk=upload.drop_id)
    asset = drop.asset
    if asset is None:
        asset = _new_asset(upload, drop)
        if drop.is_group:
            drop.asset = asset
            drop.save(update_fields=["asset"])
    elif not _may_change(upload.owner, asset):
        raise Refused(_("Du kan ikke længere lægge filer på “%s”.") % asset)
    # A file of the same name replaces the one that is there, at its address.
    same = asset.files.filter(current_version__filename__iexact=upload.name).first()
    return same or _new_file(upload, asset)


def _new_asset(upload: Upload, drop: Drop) -> Asset:
    asset = Asset(
        title=(drop.title if drop.is_group else "") or title_of(upload.name),
        kind=drop.kind or kind_of(upload.name),
        theme=drop.theme,
        licence=drop.licence,
        credit=drop.credit,
        access=drop.access,
        collection=drop.collection,
        created_by=upload.owner,
    )
    asset.save()
    if drop.tag_names:
        asset.tags.add(*drop.tag_names)
        asset.save()
    log(instance=asset, action="wagtail.create", user=upload.owner)
    return asset


def _new_file(upload: Upload, asset: Asset) -> AssetFile:
    extension = upload.name.rpartition(".")[2].lower()
    purpose = PURPOSES.get(kind_of(upload.name), P.PRINT_SELF)
    return AssetFile.objects.create(
        asset=asset,
        name=title_of(upload.name)[:100],
        purpose=P.EDIT if extension in EDITABLE else purpose,
        sort_order=asset.files.count(),
    )


def _may_change(user, asset: Asset) -> bool:
    # Nobody: the import command, which has the machine's rights.
    return user is None or asset_policy().user_has_permission_for_instance(
        user, "change", asset
    )


def settle(upload: Upload) -> None:
    """Check what has come in and make it ready or reject it; may run again.

    Raises TryAgain when that cannot be done now; the version says why it waits.
    """
    version = upload.version
    if version is None or version.state not in (S.RECEIVED, S.CHECKING):
        return
    _note(version, S.CHECKING)
    upload.touch()
    try:
        findings = examine(upload)
        _make_ready(upload, findings)
    except Refused as refused:
        _reject(upload, str(refused))
    except Waits as waits:
        _note(version, S.CHECKING, str(waits))
        raise TryAgain("the scanner does not answer") from waits
    except STORAGE_ERRORS as error:
        logger.warning("cannot read upload %s: %s", upload.pk, type(error).__name__)
        _note(
            version, S.CHECKING, _("Lageret svarer ikke. Filen bliver tjekket siden.")
        )
        raise TryAgain("storage does not answer") from error


def _note(version: FileVersion, state: str, reason: str = "") -> None:
    FileVersion.objects.filter(
        pk=version.pk, state__in=[S.RECEIVED, S.CHECKING]
    ).update(state=state, reason=reason)


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
        if twin := alike.filter(file=file).first():
            raise Refused(
                _("Det er den samme fil som version %(number)s. Intet er ændret.")
                % {"number": twin.number}
            )
        current = file.current_version
        asset = Asset.objects.select_for_update().get(pk=file.asset_id)
        if current and not _may_change(version.uploaded_by, asset):
            raise Refused(_("“%s” er udgivet, mens filen var på vej.") % asset)
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
        enqueue_on_commit(draw_preview, version.pk)


def _reject(upload: Upload, reason: str) -> None:
    """Note why, and delete the object: who sent it has the file."""
    with transaction.atomic():
        version = FileVersion.objects.select_for_update().get(pk=upload.version_id)
        if version.state != S.CHECKING:
            return
        version.state, version.reason = S.REJECTED, reason[:250]
        version.save(update_fields=["state", "reason"])
        enqueue_on_commit(delete_objects, version.key, "")
