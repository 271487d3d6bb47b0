"""Background work: tasks under a lease, taken over when a worker dies, and a schedule.

Tasks are declared with ``django_tasks.task`` and kept by django-tasks-db; this module
adds what its worker lacks. Leases go by the database's clock, so that machines whose
clocks differ agree on who has lost a task. A task may be run again after a crash:
write it so that a second run does no harm.
"""

import datetime
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from django_tasks import TaskContext, TaskResultStatus
from django_tasks.base import (
    DEFAULT_TASK_BACKEND_ALIAS,
    TASK_MAX_PRIORITY,
    TASK_MIN_PRIORITY,
    Task,
)
from django_tasks.signals import task_finished, task_started
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.models import DBTaskResult, get_date_max
from django_tasks_db.utils import exclusive_transaction
from structlog.contextvars import bound_contextvars

from .causes import may_pass
from .models.jobs import ScheduledRun, TaskLease

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 5
# Renewed four times before it lapses; a killed worker's task runs again in a minute.
LEASE = datetime.timedelta(seconds=45)
FIRST_DELAY = datetime.timedelta(seconds=5)
# A patient task is asked for again for so long, at least so often.
PATIENCE = datetime.timedelta(hours=26)
LONGEST_DELAY = datetime.timedelta(minutes=40)
# The schedule goes before everything else in the queue.
SCHEDULE_PRIORITY = TASK_MAX_PRIORITY


class TryAgain(Exception):
    """Raised by a task whose cause may pass (a storage that is down, say)."""


class WorkerLost(Exception):
    """Why a task failed whose workers all died while they ran it."""


_patient: set[str] = set()


def patient(task: Task) -> Task:
    """Have a task whose cause may pass tried for a day and more.

    For work that nobody else takes up: ``@patient`` above ``@task()``.
    """
    _patient.add(task.module_path)
    return task


def enqueue_on_commit(task: Task, *args: Any, **kwargs: Any) -> None:
    """Run a task once the current transaction is committed, and not if it is undone.

    In the database queue the task is a row of that same transaction: nothing can be
    lost between the commit and the enqueueing. Other backends are told on commit.
    """
    if isinstance(task.get_backend(), DatabaseBackend):
        task.enqueue(*args, **kwargs)
    else:
        transaction.on_commit(lambda: task.enqueue(*args, **kwargs))


def ready_tasks() -> QuerySet[DBTaskResult]:
    """Tasks whose time has come by the database's clock, the most urgent first."""
    return DBTaskResult.objects.filter(
        Q(run_after=get_date_max()) | Q(run_after__lte=Now()),
        status=TaskResultStatus.READY,
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
    )


def claim(
    worker_id: str,
    lease: datetime.timedelta = LEASE,
    lowest_priority: int = TASK_MIN_PRIORITY,
) -> DBTaskResult | None:
    """Take the next task for a worker, under a lease; None when there is none."""
    ready = ready_tasks().filter(priority__gte=lowest_priority)
    # Looked at without a lock first: an idle worker must not hold up SQLite's writers.
    if not ready.exists():
        return None
    with exclusive_transaction():
        row = ready.get_locked()
        if row is None:
            return None
        row.claim(worker_id)
        TaskLease.objects.create(
            task=row, worker_id=worker_id, expires_at=Now() + lease
        )
    return row


def renew_leases(worker_id: str, lease: datetime.timedelta = LEASE) -> int:
    """Tell the others that this worker lives; return how many tasks it holds."""
    return TaskLease.objects.filter(worker_id=worker_id).update(
        expires_at=Now() + lease
    )


def take_over_lost_tasks() -> int:
    """Put back what dead workers left; fail what has killed its worker every time."""
    lapsed = TaskLease.objects.filter(expires_at__lt=Now())
    if not lapsed.exists():
        return 0
    with exclusive_transaction():
        leases = list(lapsed.select_for_update(skip_locked=True).order_by("pk"))
        for lease in leases:
            row = lease.task
            lease.delete()
            if len(row.worker_ids) < MAX_ATTEMPTS:
                logger.warning("Task %s lost its worker: put back", row.task_path)
                row.status = TaskResultStatus.READY
                row.save(update_fields=["status"])
            else:
                logger.error("Task %s lost its worker: gave up", row.task_path)
                row.set_failed(
                    WorkerLost(f"{MAX_ATTEMPTS} workers in a row died running it")
                )
    return len(leases)


def lost_tasks() -> QuerySet[DBTaskResult]:
    """Tasks that are said to run and that no worker has held for five minutes."""
    grace = datetime.timedelta(minutes=5)
    lapsed = Q(lease=None) | Q(lease__expires_at__lt=Now() - grace)
    return DBTaskResult.objects.filter(lapsed, status=TaskResultStatus.RUNNING)


def _settle(row: DBTaskResult, worker_id: str, outcome: Callable[[], None]) -> None:
    """Write how a task ended, unless another worker has taken it over meanwhile."""
    with transaction.atomic():
        mine = TaskLease.objects.filter(task=row, worker_id=worker_id)
        if mine.delete()[0]:
            outcome()
        else:
            logger.warning("Task %s was taken over: result dropped", row.task_path)


def _put_back(row: DBTaskResult) -> None:
    """Let a task wait, longer each time, before it is tried again."""
    delay = FIRST_DELAY * 2 ** min(len(row.worker_ids) - 1, 20)
    delay = min(delay, LONGEST_DELAY)
    row.status = TaskResultStatus.READY
    row.run_after = Now() + delay
    row.save(update_fields=["status", "run_after"])


def _may_try_again(row: DBTaskResult) -> bool:
    if len(row.worker_ids) < MAX_ATTEMPTS:
        return True
    recent = DBTaskResult.objects.filter(pk=row.pk, enqueued_at__gt=Now() - PATIENCE)
    return row.task_path in _patient and recent.exists()


def _call(row: DBTaskResult) -> Any:
    task, result = row.task, row.task_result
    task_started.send(sender=type(task.get_backend()), task_result=result)
    args = [TaskContext(task_result=result)] if task.takes_context else []
    return task.call(*args, *result.args, **result.kwargs)


def run(row: DBTaskResult, worker_id: str) -> None:
    """Run a claimed task and write how it ended; the logs say which it was."""
    with bound_contextvars(task=row.task_path, task_id=str(row.pk)):
        _run(row, worker_id)


def _run(row: DBTaskResult, worker_id: str) -> None:
    try:
        value = _call(row)
        _settle(row, worker_id, lambda: row.set_successful(value))
    # A task that calls sys.exit() must not take the worker with it.
    except (Exception, SystemExit) as error:
        passing = isinstance(error, TryAgain) or may_pass(error)
        if passing and _may_try_again(row):
            logger.warning("Task %s will be tried again: %r", row.task_path, error)
            _settle(row, worker_id, lambda: _put_back(row))
            return
        logger.exception("Task %s failed", row.task_path)
        _settle(row, worker_id, lambda error=error: row.set_failed(error))
    try:
        result = row.task_result
    except ImportError:
        # A task whose code is gone has nobody to tell.
        return
    task_finished.send(sender=type(result.task.get_backend()), task_result=result)


def run_queued(worker_id: str) -> int:
    """Run in this process all that waits, and return how many tasks that was."""
    count = 0
    while row := claim(worker_id):
        run(row, worker_id)
        count += 1
    return count


@dataclass(frozen=True)
class Scheduled:
    """A task with its times: every so often, or each day at a time of the clock."""

    task: Task
    every: datetime.timedelta | None
    at: datetime.time | None

    @property
    def name(self) -> str:
        """How the schedule knows the task: the path of its function."""
        return self.task.module_path

    def last_due(self, now: datetime.datetime) -> datetime.datetime:
        """The latest moment, now or before, at which the task should run."""
        if self.every:
            return now - (now - datetime.datetime.fromtimestamp(0, datetime.UTC)) % (
                self.every
            )
        local = timezone.localtime(now)
        due = datetime.datetime.combine(local, self.at, local.tzinfo)
        if due > now:
            yesterday = local.date() - datetime.timedelta(days=1)
            due = datetime.datetime.combine(yesterday, self.at, local.tzinfo)
        return due.astimezone(datetime.UTC)


schedule: dict[str, Scheduled] = {}


def scheduled(
    *, every: datetime.timedelta | None = None, at: datetime.time | None = None
) -> Callable[[Task], Task]:
    """Give a task its times: ``@scheduled(every=...)`` or ``@scheduled(at=...)``.

    Stands above ``@task()``, in an app's ``tasks.py``. ``at`` is local time. After a
    stop the latest missed moment is made up for, once.
    """
    if (every is None) == (at is None):
        raise ValueError("A scheduled task has either every= or at=.")

    def register(task: Task) -> Task:
        entry = Scheduled(task, every, at)
        schedule[entry.name] = entry
        return task

    return register


def database_now() -> datetime.datetime:
    """The time that all workers share; SQLite's clock is the machine's own."""
    if connection.vendor == "sqlite":
        return timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def enqueue_due(now: datetime.datetime | None = None) -> list[str]:
    """Enqueue what the schedule says, once however many workers ask; return names."""
    now = now or database_now()
    enqueued = []
    for entry in schedule.values():
        moment = {"name": entry.name, "due_at": entry.last_due(now)}
        if ScheduledRun.objects.filter(**moment).exists():
            continue
        with transaction.atomic():
            # The row and the task are one transaction: never one without the other.
            if ScheduledRun.objects.get_or_create(**moment)[1]:
                entry.task.using(priority=SCHEDULE_PRIORITY).enqueue()
                enqueued.append(entry.name)
    return enqueued


def queue_age() -> datetime.timedelta | None:
    """How long the oldest ready task has waited; None when the queue is empty."""
    oldest = ready_tasks().order_by("enqueued_at").values_list("enqueued_at", flat=True)
    first = oldest.first()
    return database_now() - first if first else None
