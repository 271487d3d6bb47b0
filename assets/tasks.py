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
def write_text_file(asset_pk: int) -> None:
    """Make the Word file of a text, if its text is not in it already."""
    from .models import Asset
    from .texts import write_file

    if asset := Asset.objects.filter(pk=asset_pk).first():
        write_file(asset)


@task()
def refresh_profiles_of_format(format_pk: int) -> None:
    """Let lists know the new size of a format."""
    from .models import Asset
    from .profiles import refresh_profiles

    owners = Asset.objects.filter(files__format=format_pk).distinct()
    refresh_profiles(owners.values_list("pk", flat=True))


@scheduled(at=datetime.time(3, 40))
@task()
def mend_profiles() -> None:
    """Find the assets whose files were changed past the signals."""
    from .profiles import refresh_all_profiles

    refresh_all_profiles()


@scheduled(every=datetime.timedelta(hours=1))
@task()
def count_fetches() -> None:
    """Note on each asset how often its files were fetched: the order "mest hentet"."""
    from .fetches import note_fetches

    note_fetches()
