"""From bytes that are in to a version that has been received."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wagtail.log_actions import log

from core.jobs import enqueue_on_commit

from ..ingest import CONTENT_TYPES
from ..models import Asset, AssetFile, Drop, FileVersion, Upload
from ..permissions import asset_policy
from .describing import title_of
from .refusals import Refused

K, P, S = Asset.Kind, AssetFile.Purpose, FileVersion.State
KINDS = {
    K.PRINT: {"ai", "eps", "indd", "idml", "pdf", "psb", "psd", "tif", "tiff"},
    K.BANNER: {"avif", "gif", "jpeg", "jpg", "png", "svg", "webp"},
    K.FILM: {"mov", "mp4", "vtt"},
    K.SOUND: {"m4a", "mp3", "wav"},
    K.GRAPHIC_PACKAGE: {"otf", "ttf", "woff", "woff2", "zip"},
}
PURPOSES = {K.BANNER: P.SCREEN, K.FILM: P.SCREEN, K.SOUND: P.SCREEN}
EDITABLE = {"ai", "idml", "indd", "psb", "psd"}


def kind_of(name: str) -> Asset.Kind:
    """The kind that a file of this name most often is."""
    extension = name.rpartition(".")[2].lower()
    return next((kind for kind, of in KINDS.items() if extension in of), K.TEXT)


def receive(upload: Upload, unpacks: bool = True) -> FileVersion | None:
    """Make a version of an upload whose object is whole; said again, return the same.

    It is served when the worker has found it good. A zip that is to be unpacked becomes
    no version, unless not ``unpacks``. Raises Refused when the person may no longer
    change the asset that it was meant for.
    """
    from ..tasks import check_upload

    with transaction.atomic():
        upload = Upload.objects.select_for_update().get(pk=upload.pk)
        if upload.is_in:
            return upload.version
        if upload.is_given_up:
            raise Refused(_("%(name)s er annulleret.") % {"name": upload.name})
        if unpacks and upload.is_parcel:
            upload.own_state, upload.received_at = S.RECEIVED, timezone.now()
            upload.save(update_fields=["own_state", "received_at"])
            upload.touch()
            enqueue_on_commit(check_upload, str(upload.pk))
            return None
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
        upload.received_at = timezone.now()
        upload.save(update_fields=["version", "received_at"])
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
    elif not may_change(upload.owner, asset):
        raise Refused(_("Du kan ikke længere lægge filer på ”%s”.") % asset)
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


def may_change(user, asset: Asset) -> bool:
    """Whether what this person laid in may still be put on the asset."""
    # Nobody: the import command, which has the machine's rights.
    return user is None or asset_policy().user_has_permission_for_instance(
        user, "change", asset
    )
