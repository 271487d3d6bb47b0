"""Objects that a killed process began to send in parts, given up when nobody owns them.

A package build or a server's own upload writes its object under a key that no row names
until it is whole. Killed in the middle, S3 keeps the parts for ever: they are in no
listing of objects, and they are paid for.
"""

import datetime
import logging

from django.utils import timezone

from .models import Upload
from .parts import BegunObject
from .storages import STORAGE_ERRORS, private_storage, public_storage

logger = logging.getLogger(__name__)

PRIVATE_FOLDERS = (
    "assets", "banners", "original_images", "packages", "quarantine",
)  # fmt: skip
PUBLIC_FOLDERS = ("images", "previews")
# Nothing that is being written takes so long: an upload in the admin has a row of its
# own, and a build of 20 GB takes hours at the most.
ORPHANED_AFTER = datetime.timedelta(hours=24)


def sweep(begun_before: datetime.datetime | None = None) -> int:
    """Give up what was begun before that (a day ago) and no row owns; say how many.

    What a browser sends has an Upload from before its first part: ``intake`` alone ends
    those. Storage that fails is asked again next time.
    """
    before = begun_before or timezone.now() - ORPHANED_AFTER
    given_up = 0
    for storage, folders in (
        (private_storage(), PRIVATE_FOLDERS),
        (public_storage(), PUBLIC_FOLDERS),
    ):
        if not hasattr(storage, "begun_objects"):
            continue
        try:
            old = [b for b in storage.begun_objects(folders) if b.begun_at < before]
            # Asked after the listing: whatever is in it had its row by then.
            for begun in without_owner(old):
                storage.forget_parts(begun.key, begun.storage_id)
                given_up += 1
        except STORAGE_ERRORS as error:
            logger.warning("cannot clear parts away: %s", type(error).__name__)
    if given_up:
        logger.info("gave up %s unfinished objects that nobody owned", given_up)
    return given_up


def without_owner(begun: list[BegunObject]) -> list[BegunObject]:
    """Those that no upload is still sending; each storage knows one of two values."""
    if not begun:
        return []
    rows = Upload.objects.unfinished().values_list("key", "storage_id")
    owned = {value for row in rows for value in row if value}
    return [b for b in begun if b.key not in owned and b.storage_id not in owned]
