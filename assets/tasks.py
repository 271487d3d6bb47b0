"""Work on assets that runs beside the site, and may run again without harm."""

import datetime

from django_tasks import task

from core.jobs import scheduled

from .previews import SIZES, make_preview
from .storages import private_storage, public_storage


@task()
def draw_preview(version_pk: int) -> None:
    """Draw the pictures that stand for a version in lists and on its page."""
    from .models import FileVersion

    version = FileVersion.objects.filter(pk=version_pk).first()
    is_ready = version and version.state == FileVersion.State.READY
    if is_ready and not version.has_preview:
        make_preview(version)


@task()
def delete_objects(key: str, preview_key: str) -> None:
    """Delete the objects of a version that is no more."""
    private_storage().delete(key)
    if preview_key:
        for size in SIZES:
            public_storage().delete(f"{preview_key}/{size}.webp")


@task()
def check_upload(upload_pk: str) -> None:
    """Check a file that has come in, and make its version ready or reject it."""
    from .intake.receiving import settle
    from .models import Upload

    upload = Upload.objects.select_related("version").filter(pk=upload_pk).first()
    if upload:
        settle(upload)


@scheduled(every=datetime.timedelta(minutes=1))
@task()
def sweep_uploads() -> None:
    """Take up checks that nobody works on, and forget what was never finished."""
    from .intake.sweeping import sweep

    sweep()
