"""Fixity: every kept version is read again within 90 days and held against its row.

Nothing is changed in storage, whatever is found: people are told.
"""

import datetime
import hashlib
import logging
import time
from collections.abc import Iterable

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files.storage import Storage
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wagtail.log_actions import log

from core.dashboard import Item, Section
from core.operations.health import Sick

from .models import FileVersion
from .permissions import asset_policy
from .storages import STORAGE_ERRORS, private_storage

logger = logging.getLogger(__name__)

READ_WITHIN = datetime.timedelta(days=90)
# In so many nights all are read once; the rest are for nights on which nothing is.
ROUND = 60
# Seconds and files that a task takes before it lets others to.
SLICE = 60
TURN = 500
# So many that cannot be read, and it is storage that is away.
MOST_UNREADABLE = 20
SHOWN = 5


def share_of_tonight() -> int:
    """How many versions are to be read tonight, and all whose object is not right."""
    return -(-FileVersion.objects.kept().count() // ROUND) + faulty().count()


def faulty():
    """The versions whose object was gone or another when it was last read."""
    return FileVersion.objects.kept().exclude(fault="")


def overdue():
    """The versions that should have been read again and were not."""
    return FileVersion.objects.kept().filter(
        last_verified_at__lt=timezone.now() - READ_WITHIN
    )


def verify_oldest(count: int, since: datetime.datetime) -> int:
    """Read up to ``count`` versions not read since ``since``, for a minute.

    The faulty first, then those that it is longest ago for; one that cannot be read
    keeps nobody from the next. Returns how many of the ``count`` are left to somebody
    who goes on. Raises storage's error when none could be read.
    """
    turn = min(count, TURN)
    waiting = FileVersion.objects.kept().filter(last_verified_at__lt=since)
    oldest = waiting.filter(fault="").order_by("last_verified_at")
    found = [*waiting.exclude(fault="")[:TURN], *oldest[:TURN]][:TURN]
    ends, read, unreadable = time.monotonic() + SLICE, 0, []
    for version in found:
        try:
            verify(version)
            read += 1
        except STORAGE_ERRORS as error:
            unreadable.append((version, error))
        is_over = read and time.monotonic() > ends
        if read == turn or is_over or len(unreadable) == MOST_UNREADABLE:
            break
    else:
        count = count if len(found) == TURN else read
    if unreadable and not read:
        raise unreadable[0][1]
    for version, error in unreadable:
        name = type(error).__name__
        logger.error("version %s cannot be read: %s: %s", version.pk, name, version.key)
    return count - read


def verify(version: FileVersion) -> str:
    """Read a version's object, note when and what was found, and return the fault.

    Raises storage's errors: then nothing is known and nothing is noted.
    """
    fault = _fault_of(version)
    now = timezone.now()
    # Not one that was deleted or withdrawn from here meanwhile.
    row = FileVersion.objects.kept().filter(pk=version.pk)
    if row.update(last_verified_at=now, fault=fault) and fault != version.fault:
        _tell(version, fault)
    return fault


def _fault_of(version: FileVersion) -> str:
    storage = private_storage()
    size = storage.stored_size(version.key)
    if size is None:
        return FileVersion.Fault.MISSING
    if size != version.size:
        return FileVersion.Fault.CHANGED
    # Twice, since the line may change a byte too.
    is_true = any(sha256_in(storage, version.key) == version.sha256 for _n in range(2))
    return "" if is_true else FileVersion.Fault.CHANGED


def sha256_in(storage: Storage, key: str) -> str:
    """The SHA-256 of what lies under ``key``, in hexadecimal; constant memory."""
    digest = hashlib.sha256()
    for chunk in storage.read(key):
        digest.update(chunk)
    return digest.hexdigest()


def _tell(version: FileVersion, fault: str) -> None:
    if not fault:
        logger.info("version %s is as it should be again", version.pk)
        return
    logger.error("version %s is %s in storage: %s", version.pk, fault, version.key)
    log(
        instance=version.file.asset,
        action="assets.fault_found",
        data={"file": str(version), "fault": fault, "key": version.key},
    )


def files_at_fault(user: AbstractBaseUser) -> Iterable[Item]:
    """What editors are told on their front page."""
    if not asset_policy().is_editor(user):
        return
    found = faulty().select_related("file__asset").order_by("last_verified_at")
    for version in found[:SHOWN]:
        yield Item(
            Section.WAITING,
            f"{version.file}: {version.get_fault_display()}",
            reverse("asset_versions", args=[version.file_id]),
            note=_("version %(number)s") % {"number": version.number},
            urgent=True,
        )
    more = faulty().count() - SHOWN
    if more > 0:
        yield Item(
            Section.WAITING,
            ngettext(
                "%(n)s fil mere mangler i lageret eller er ændret.",
                "%(n)s filer mere mangler i lageret eller er ændret.",
                more,
            )
            % {"n": more},
            reverse("assets:index"),
            urgent=True,
        )


def check_files() -> None:
    """Every version's object was there and itself, and not long ago."""
    if count := faulty().count():
        raise Sick(f"{count} files are missing or changed in storage")
    if count := overdue().count():
        raise Sick(f"{count} files have not been read for {READ_WITHIN.days} days")
