"""Work on assets that runs beside the site, and may run again without harm."""

from django_tasks import task

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
