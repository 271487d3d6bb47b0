"""Rows that wait for somebody who never comes."""

import datetime
from collections.abc import Iterator

from django.db.models import Q
from django.utils import timezone

from core.jobs import lost_tasks

from ..models import FileVersion, Package, QuarantinedFile, Upload
from ..models.uploads import RESUME_WITHIN

# Everything that waits is taken up again within minutes; packages every hour.
STUCK_AFTER = datetime.timedelta(hours=2)
S = FileVersion.State
AT_WORK = [S.RECEIVED, S.CHECKING]


def stuck_rows() -> Iterator[str]:
    """Say which rows have not moved for two hours and should have."""
    old = timezone.now() - STUCK_AFTER
    for version in FileVersion.objects.filter(
        state__in=[S.UPLOADING, *AT_WORK], created_at__lt=old
    ):
        yield f"version {version.pk} {version.state}"
    for upload in Upload.objects.filter(own_state__in=AT_WORK, received_at__lt=old):
        yield f"upload {upload.pk} {upload.own_state}"
    nobodys = Q(touched_at__lt=old - RESUME_WITHIN)
    given_up = Q(is_given_up=True, touched_at__lt=old)
    for upload in Upload.objects.unfinished().filter(nobodys | given_up):
        yield f"upload {upload.pk} uploading"
    for package in Package.objects.filter(
        state=Package.State.WANTED, wanted_at__lt=old
    ):
        yield f"package {package.pk} wanted"
    for file in QuarantinedFile.objects.filter(is_moved=False, found_at__lt=old):
        yield f"quarantine {file.pk} not moved"
    for task in lost_tasks():
        yield f"task {task.pk} running {task.task_path}"
