"""Work on assets that runs beside the site, and may run again without harm."""

import datetime

from django.utils import timezone

from django_tasks import task

from core.jobs import patient, scheduled

from .previews import delete_previews, make_preview
from .storages import private_storage


@task()
def draw_preview(version_pk: int) -> None:
    """Draw the pictures that stand for a version in lists and on its page."""
    from .models import FileVersion

    version = FileVersion.objects.filter(pk=version_pk).first()
    is_ready = version and version.state == FileVersion.State.READY
    if is_ready and not version.is_measured:
        make_preview(version)


@scheduled(every=datetime.timedelta(minutes=15))
@task()
def draw_forgotten_previews() -> None:
    """Draw what a worker or a storage that failed has left undrawn."""
    from .models import FileVersion

    now = timezone.now()
    forgotten = FileVersion.objects.ready().filter(
        is_measured=False,
        # Not what is being drawn now, nor for ever what can never be read.
        created_at__lt=now - datetime.timedelta(minutes=15),
        created_at__gt=now - datetime.timedelta(days=2),
    )
    for pk in forgotten.values_list("pk", flat=True)[:200]:
        draw_preview.enqueue(pk)


# After all else: a page shows pictures without it too.
@task(priority=-50)
def prepare_picture(picture_pk: int) -> None:
    """Make the renditions that pages offer of a picture, and find its colour."""
    from .models import CustomImage
    from .pictures.preparing import prepare

    picture = CustomImage.objects.filter(pk=picture_pk).first()
    if picture and not prepare(picture):
        prepare_picture.enqueue(picture_pk)


@scheduled(at=datetime.time(2, 30))
@task()
def prepare_forgotten_pictures() -> None:
    """Prepare what is older than the formats, and what a worker has left undone."""
    from .pictures.preparing import unprepared

    for pk in unprepared().values_list("pk", flat=True):
        prepare_picture.enqueue(pk)


@task()
def compare_versions(comparison_pk: int) -> None:
    """Find what differs between the pages of two versions, for who looks at them."""
    from .versions.comparing import compare

    compare(comparison_pk)


@patient
@task()
def delete_objects(key: str, preview_key: str) -> None:
    """Delete the objects of a version that never was, or of an upload."""
    private_storage().delete(key)
    delete_previews(key, preview_key)


@patient
@task()
def delete_pictures(key: str, preview_key: str) -> None:
    """Delete the pictures of a version that is no more, and a banner's members."""
    delete_previews(key, preview_key)


@scheduled(at=datetime.time(4, 45))
@task()
def purge_tombstones() -> None:
    """Delete the objects of versions that were deleted 35 days ago."""
    from .tombstones import purge

    purge()


@task()
def tell_libraries(change_pk: int) -> None:
    """Tell the libraries that have what a change of version took away."""
    # notices needs the letters of the outbox, which are registered with the app
    from .versions.notices import tell

    tell(change_pk)


@scheduled(every=datetime.timedelta(minutes=10))
@task()
def tell_what_was_missed() -> None:
    """Tell of the changes whose own task was lost."""
    from .models import VersionChange
    from .versions.notices import tell

    old = timezone.now() - datetime.timedelta(minutes=2)
    missed = VersionChange.objects.filter(told_at=None, changed_at__lt=old)
    for pk in list(missed.values_list("pk", flat=True)):
        tell(pk)


@scheduled(at=datetime.time(6, 30))
@task()
def warn_of_rights() -> None:
    """Warn the editors of rights that end in 30, 7 and 0 days."""
    from .rights.endings import warn

    warn()


@task()
def build_package(package_pk: int) -> None:
    """Build a package that people ask for, once for them all."""
    from .mailed.notices import tell
    from .packages.kept import build

    build(package_pk)
    tell(package_pk)


@scheduled(every=datetime.timedelta(minutes=5))
@task()
def tell_of_packages() -> None:
    """Mail who waits for a package that is packed and was not told of it."""
    from .mailed.notices import tell_what_was_missed

    tell_what_was_missed()


@patient
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
    from .browsing.profiles import refresh_profiles
    from .models import Asset

    owners = Asset.objects.filter(files__format=format_pk).distinct()
    refresh_profiles(owners.values_list("pk", flat=True))


@scheduled(at=datetime.time(3, 40))
@task()
def mend_profiles() -> None:
    """Find the assets whose files were changed past the signals."""
    from .browsing.profiles import refresh_all_profiles

    refresh_all_profiles()


@scheduled(every=datetime.timedelta(hours=1))
@task()
def sweep_packages() -> None:
    """Purge packages that nobody asks for, and build those that were forgotten."""
    from .packages.kept import sweep

    sweep()


@patient
@task()
def send_share_request(request_pk: int) -> None:
    """Mail a receiver's wish for more time to the maker of the link, and forget it."""
    from .shares.requests import send

    send(request_pk)


# Before previews and the search index: somebody sits and waits for it.
@task(priority=50)
def check_upload(upload_pk: str) -> None:
    """Check a file that has come in, and make its version ready or reject it."""
    from .intake.settling import settle
    from .models import Upload

    upload = (
        Upload.objects.select_related("version", "drop").filter(pk=upload_pk).first()
    )
    if upload:
        settle(upload)


@task()
def move_to_quarantine(file_pk: int) -> None:
    """Move an infected file's object to where no address leads."""
    from .intake.quarantine import move
    from .models import QuarantinedFile

    if found := QuarantinedFile.objects.filter(pk=file_pk, is_moved=False).first():
        move(found)


@scheduled(at=datetime.time(4, 40))
@task()
def purge_quarantine() -> None:
    """Delete infected files that were found 30 days ago."""
    from .intake.quarantine import purge

    purge()


@scheduled(every=datetime.timedelta(minutes=1))
@task()
def sweep_uploads() -> None:
    """Take up checks that nobody works on, and forget what was never finished."""
    from .intake.sweeping import sweep

    sweep()


@scheduled(at=datetime.time(1, 30))
@task()
def verify_tonight() -> None:
    """Have a share of all versions read again, the oldest first."""
    from .fixity import share_of_tonight

    verify_versions.enqueue(share_of_tonight(), timezone.now().isoformat())


# After all else, and a minute at a time.
@task(priority=-60)
def verify_versions(count: int, since: str) -> None:
    """Read so many versions that were not read since, in as many turns as it takes."""
    from .fixity import verify_oldest

    if left := verify_oldest(count, datetime.datetime.fromisoformat(since)):
        verify_versions.enqueue(left, since)


@scheduled(every=datetime.timedelta(hours=6))
@task()
def sweep_begun_objects() -> None:
    """Give up the parts of objects that a killed process never finished."""
    from .begun_objects import sweep

    sweep()


@scheduled(every=datetime.timedelta(hours=1))
@task()
def count_fetches() -> None:
    """Note on each asset how often its files were fetched: the order "mest hentet"."""
    from .fetches import note_fetches

    note_fetches()


@scheduled(at=datetime.time(4, 50))
@task()
def forget_share_pictures() -> None:
    """Delete pictures for sharing that show what is no longer so."""
    from .share_pictures.keeping import forget_old

    forget_old()
