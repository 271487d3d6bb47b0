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
def build_package(package_pk: int) -> None:
    """Build a package that people ask for, once for them all."""
    from .kept_packages import build

    build(package_pk)


@scheduled(every=datetime.timedelta(hours=1))
@task()
def sweep_packages() -> None:
    """Purge packages that nobody asks for, and build those that were forgotten."""
    from .kept_packages import sweep

    sweep()


@task()
def send_share_request(request_pk: int) -> None:
    """Mail a receiver's wish for more time to the maker of the link, and forget it."""
    from .shares.requests import send

    send(request_pk)


@scheduled(at=datetime.time(4, 10))
@task()
def forget_share_requests() -> None:
    """Delete wishes for more time whose letters never got through."""
    from .shares.requests import forget_old

    forget_old()
