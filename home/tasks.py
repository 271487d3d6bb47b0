"""The front of the house's chores."""

import datetime

from django.utils import timezone

from django_tasks import task

from core.jobs import scheduled

from .models import AccessibilityReport

# As long as the letters about them (mail/tasks.py).
KEEP_REPORTS = datetime.timedelta(days=180)


@scheduled(at=datetime.time(3, 35))
@task()
def forget_old_reports() -> None:
    """Delete what was reported half a year ago: it may say who somebody is."""
    old = timezone.now() - KEEP_REPORTS
    AccessibilityReport.objects.filter(created_at__lt=old).delete()
