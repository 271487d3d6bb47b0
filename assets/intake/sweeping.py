"""What a killed process or a closed browser left, taken up again or cleared away."""

import datetime
import logging

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from core.jobs import enqueue_on_commit

from ..models import Drop, Upload
from ..models.uploads import RESUME_WITHIN
from ..storages import STORAGE_ERRORS, private_storage
from ..tasks import check_upload

logger = logging.getLogger(__name__)

# Longer than a check takes to say that it goes on (checking.BEAT_SECONDS).
QUIET = datetime.timedelta(minutes=2)
KEEP_ROWS = datetime.timedelta(days=30)


def sweep() -> None:
    """Check what waits, give up what nobody came back to, forget old sessions."""
    _take_up_checks()
    _give_up_unfinished()
    old = timezone.now() - KEEP_ROWS
    at_work = Upload.objects.unfinished() | Upload.objects.waiting()
    Upload.objects.exclude(pk__in=at_work.values("pk")).filter(
        touched_at__lt=old
    ).delete()
    Drop.objects.filter(created_at__lt=old, uploads=None).delete()


def _take_up_checks() -> None:
    quiet = timezone.now() - QUIET
    for upload in Upload.objects.waiting().filter(touched_at__lt=quiet):
        with transaction.atomic():
            upload.touch()
            enqueue_on_commit(check_upload, str(upload.pk))


def _give_up_unfinished() -> None:
    late = Q(touched_at__lt=timezone.now() - RESUME_WITHIN)
    for upload in Upload.objects.unfinished().filter(late | Q(is_given_up=True)):
        try:
            give_up(upload)
        except STORAGE_ERRORS as error:
            # The row stays, and with it what is to be cleared away.
            logger.warning("cannot clear an upload away: %s", type(error).__name__)


def give_up(upload: Upload) -> bool:
    """Clear away an unfinished upload: its parts, its object and its row.

    Returns whether it was unfinished.
    """
    # Said in the row first: from then on nobody makes a version of it.
    if not Upload.objects.unfinished().filter(pk=upload.pk).update(is_given_up=True):
        return False
    private_storage().forget_parts(upload.key, upload.storage_id)
    private_storage().delete(upload.key)
    Upload.objects.unfinished().filter(pk=upload.pk).delete()
    return True
