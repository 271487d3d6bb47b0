"""What is deleted stays in storage for 35 days, and is then purged by the worker.

No address leads to it meanwhile. Its pictures, which anybody may see who has their
address, go at once: they can be drawn again.
"""

import logging

from django.db import transaction
from django.utils import timezone

from wagtail.log_actions import log
from wagtail.models import Collection

from .models import FileVersion, Tombstone
from .storages import STORAGE_ERRORS, purging_storage

logger = logging.getLogger(__name__)

# So many that storage does not delete, and it is storage that is away.
MOST_FAILURES = 20


def bury(version: FileVersion, origin) -> None:
    """Leave a tombstone for a version whose row is deleted, in the same transaction.

    ``origin`` is what the deletion began with, a row or a queryset.
    """
    began = getattr(origin, "model", origin)
    why = f"deleted with {began._meta.model_name}" if began else "deleted"
    if pk := getattr(origin, "pk", None):
        why = f"{why} {pk}"
    said = {
        "size": version.size,
        "sha256": version.sha256,
        "was": f"file {version.file_id} v{version.number}",
        "why": why,
        "deleted_at": timezone.now(),
    }
    # A row that came back, from a copy, has one of its first deletion.
    Tombstone.objects.update_or_create(key=version.key, defaults=said)


def purge() -> None:
    """Delete what has lain for 35 days, each with a line in the site's history.

    What storage does not delete now stays for another night, and the others do not.
    """
    # One for the night: each has a session, and a breaker, of its own.
    storage = purging_storage()
    failures = 0
    for stone in Tombstone.objects.due():
        # A row that came back, from a copy, has its object still.
        if FileVersion.objects.filter(key=stone.key).exists():
            stone.delete()
            continue
        try:
            storage.delete(stone.key)
        except STORAGE_ERRORS as error:
            logger.warning("cannot purge %s: %s", stone.key, type(error).__name__)
            failures += 1
            if failures == MOST_FAILURES:
                return
            continue
        with transaction.atomic():
            _note(stone)
            stone.delete()


def _note(stone: Tombstone) -> None:
    logger.info("purged %s: %s, %s", stone.key, stone.was, stone.why)
    log(
        instance=Collection.get_first_root_node(),
        action="assets.purged",
        data={
            "key": stone.key,
            "size": stone.size,
            "sha256": stone.sha256,
            "was": stone.was,
            "why": stone.why,
            "deleted_at": stone.deleted_at.isoformat(),
        },
    )
