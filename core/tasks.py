"""The house's own chores."""

import datetime

from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from django_tasks import task

from .following import after_changes
from .jobs import scheduled
from .models import ScheduledRun, SiteChange

KEEP_SCHEDULED_RUNS = datetime.timedelta(days=7)
# Longer than any page is kept.
KEEP_CHANGES = datetime.timedelta(hours=1)


@scheduled(every=datetime.timedelta(minutes=1))
@task()
def publish_scheduled_pages() -> None:
    """Publish and unpublish the pages whose time has come."""
    call_command("publish_scheduled", verbosity=0)


@scheduled(at=datetime.time(3, 10))
@task()
def clear_sessions() -> None:
    """Forget the sessions that nobody can use any more."""
    call_command("clearsessions", verbosity=0)


@scheduled(at=datetime.time(3, 20))
@task()
def prune_tasks() -> None:
    """Forget finished tasks; failed ones stay for a month, to be looked into."""
    call_command(
        "prune_db_task_results", min_age_days=2, failed_min_age_days=30, verbosity=0
    )
    old = timezone.now() - KEEP_SCHEDULED_RUNS
    ScheduledRun.objects.filter(due_at__lt=old).delete()


@scheduled(at=datetime.time(3, 25))
@task()
def clear_cache_table() -> None:
    """Delete what nobody can read any more; Django does so beyond 100,000 rows only."""
    cache = caches["default"]
    if not isinstance(cache, DatabaseCache):
        return
    table = connection.ops.quote_name(cache._table)
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [now])  # noqa: S608


@scheduled(at=datetime.time(3, 30))
@task()
def forget_people() -> None:
    """Forget what has been kept of people for as long as it may be."""
    from .privacy.retention import forget

    forget()


@scheduled(every=datetime.timedelta(hours=1))
@task()
def forget_changes() -> None:
    """Forget the changes that no kept page is older than: they are counted often."""
    SiteChange.objects.filter(changed_at__lt=timezone.now() - KEEP_CHANGES).delete()


@after_changes
@task()
def note_open_data() -> None:
    """Note what has come, changed and gone of what any stranger may be shown."""
    from .open_data.records import note_changes

    note_changes()
