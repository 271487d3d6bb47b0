import datetime
import threading
from collections import Counter

from django.db import connections, transaction
from django.db.models.functions import Now
from django.utils import timezone

import pytest
import time_machine
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from core import jobs, tasks
from core.models import ScheduledRun, TaskLease
from tests.core import job_samples
from tests.processes import process, wait_until

HOUR = datetime.timedelta(hours=1)
MINUTE = datetime.timedelta(minutes=1)
with_workers = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _queue(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def utc(*parts: int) -> datetime.datetime:
    return datetime.datetime(*parts, tzinfo=datetime.UTC)


def worker(tmp_path, lease: float = 1):
    return process(
        "manage.py", "worker", f"--lease={lease}", "--poll=0.05", var=tmp_path
    )


def lines(path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


def the_task(task) -> DBTaskResult:
    return DBTaskResult.objects.get(task_path=task.module_path)


def let_leases_lapse() -> None:
    TaskLease.objects.update(expires_at=Now() - datetime.timedelta(seconds=1))


# Workers as processes


@with_workers
def test_a_killed_workers_task_is_run_by_another(tmp_path):
    job_samples.hold.enqueue(str(tmp_path))
    with worker(tmp_path) as first:
        wait_until(lambda: lines(tmp_path / "started"), "the first worker began")
        first.kill()
        first.wait()
    assert the_task(job_samples.hold).status == TaskResultStatus.RUNNING

    (tmp_path / "release").touch()
    with worker(tmp_path):
        wait_until(
            lambda: the_task(job_samples.hold).status == TaskResultStatus.SUCCESSFUL,
            "the second worker took over",
        )
    assert lines(tmp_path / "started") == ["started"] * 2
    assert lines(tmp_path / "done") == ["done"]
    assert len(set(the_task(job_samples.hold).worker_ids)) == 2
    assert not TaskLease.objects.filter(task__task_path=job_samples.hold.module_path)


@with_workers
def test_a_slow_task_keeps_its_worker(tmp_path):
    job_samples.hold.enqueue(str(tmp_path))
    lease = TaskLease.objects.filter(task__task_path=job_samples.hold.module_path)
    # No shorter: on a busy machine a worker may be held up for a second.
    with worker(tmp_path, lease=3), worker(tmp_path, lease=3):
        first = wait_until(lease.first, "a worker began").expires_at
        # Two whole leases later the task would long have been taken over.
        later = first + datetime.timedelta(seconds=6)
        wait_until(lambda: lease.get().expires_at > later, "the lease was renewed")
        (tmp_path / "release").touch()
        wait_until(lambda: not lease.exists(), "the task ended")
    assert lines(tmp_path / "started") == ["started"]


@with_workers
def test_two_workers_share_the_queue_and_the_schedule(tmp_path):
    numbers = [str(number) for number in range(40)]
    for number in numbers:
        job_samples.write.enqueue(str(tmp_path / "written"), number)
    waiting = DBTaskResult.objects.exclude(status__in=["SUCCESSFUL", "FAILED"])
    with worker(tmp_path, lease=30), worker(tmp_path, lease=30):
        wait_until(
            lambda: (
                ScheduledRun.objects.count() >= len(jobs.schedule)
                and not waiting.exists()
            ),
            "everything was run",
        )
    assert sorted(lines(tmp_path / "written"), key=int) == numbers
    ran = Counter(DBTaskResult.objects.values_list("task_path", flat=True))
    due = Counter(ScheduledRun.objects.values_list("name", flat=True))
    assert {name: ran[name] for name in due} == dict(due)
    assert not DBTaskResult.objects.failed().exists()


@with_workers
def test_a_worker_told_to_stop_ends_its_task_first(tmp_path):
    job_samples.hold.enqueue(str(tmp_path))
    with worker(tmp_path, lease=30) as only:
        wait_until(lambda: lines(tmp_path / "started"), "the worker began")
        only.terminate()
        (tmp_path / "release").touch()
        assert only.wait(30) == 0
    assert the_task(job_samples.hold).status == TaskResultStatus.SUCCESSFUL


@with_workers
def test_many_at_once_enqueue_a_due_task_once():
    moment = jobs.database_now()
    barrier = threading.Barrier(4)
    enqueued = []

    def ask():
        barrier.wait()
        try:
            enqueued.extend(jobs.enqueue_due(moment))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(enqueued) == sorted(jobs.schedule)
    assert DBTaskResult.objects.count() == len(jobs.schedule)


# Leases


@pytest.mark.django_db
def test_a_task_that_kills_every_worker_fails_and_says_so():
    job_samples.give_up.enqueue()
    for attempt in range(1, jobs.MAX_ATTEMPTS + 1):
        assert jobs.claim(f"worker-{attempt}")
        let_leases_lapse()
        assert jobs.take_over_lost_tasks() == 1
    row = the_task(job_samples.give_up)
    assert row.status == TaskResultStatus.FAILED
    assert row.exception_class_path == "core.jobs.WorkerLost"
    assert jobs.claim("worker-6") is None


@pytest.mark.django_db
def test_a_lease_that_is_renewed_is_not_taken_over():
    job_samples.give_up.enqueue()
    jobs.claim("worker-1")
    let_leases_lapse()
    assert jobs.renew_leases("worker-1") == 1
    assert jobs.take_over_lost_tasks() == 0


@pytest.mark.django_db
def test_leases_go_by_the_databases_clock_not_the_machines():
    with time_machine.travel(timezone.now() - HOUR):
        job_samples.give_up.enqueue()
        assert jobs.claim("worker-1")
        assert jobs.take_over_lost_tasks() == 0


@pytest.mark.django_db
def test_a_worker_that_lost_its_lease_changes_nothing(tmp_path):
    job_samples.write.enqueue(str(tmp_path / "written"), "1")
    slow = jobs.claim("slow")
    let_leases_lapse()
    jobs.take_over_lost_tasks()
    assert jobs.claim("quick")
    jobs.run(slow, "slow")
    row = the_task(job_samples.write)
    assert row.status == TaskResultStatus.RUNNING
    assert row.lease.worker_id == "quick"


@pytest.mark.django_db
@pytest.mark.parametrize("task", [job_samples.give_up, job_samples.leave])
def test_a_failed_task_keeps_its_reason(task):
    task.enqueue()
    assert jobs.run_queued("worker") == 1
    row = the_task(task)
    assert row.status == TaskResultStatus.FAILED
    assert task.name in row.traceback
    assert not TaskLease.objects.exists()


@pytest.mark.django_db
def test_a_cause_that_may_pass_is_tried_again_later_and_later():
    job_samples.ask_again.enqueue()
    waits = []
    for _ in range(jobs.MAX_ATTEMPTS):
        assert jobs.run_queued("worker") == 1
        row = the_task(job_samples.ask_again)
        if row.status == TaskResultStatus.READY:
            waits.append(round((row.run_after - jobs.database_now()).total_seconds()))
            assert jobs.run_queued("worker") == 0
            DBTaskResult.objects.update(run_after=Now())
    assert row.status == TaskResultStatus.FAILED
    assert waits == [5, 10, 20, 40]


@pytest.mark.django_db
def test_a_patient_task_is_tried_for_a_day_and_then_given_up():
    job_samples.ask_for_a_day.enqueue()
    for _ in range(12):
        assert jobs.run_queued("worker") == 1
        DBTaskResult.objects.update(run_after=Now())
    row = the_task(job_samples.ask_for_a_day)
    assert row.status == TaskResultStatus.READY

    DBTaskResult.objects.update(enqueued_at=Now() - datetime.timedelta(hours=27))
    assert jobs.run_queued("worker") == 1
    row = the_task(job_samples.ask_for_a_day)
    assert row.status == TaskResultStatus.FAILED


@pytest.mark.django_db
def test_a_patient_task_waits_no_longer_than_forty_minutes():
    job_samples.ask_for_a_day.enqueue()
    for _ in range(12):
        DBTaskResult.objects.update(run_after=Now())
        jobs.run_queued("worker")
    row = the_task(job_samples.ask_for_a_day)
    wait = row.run_after - jobs.database_now()
    assert round(wait.total_seconds() / 60) == 40


@pytest.mark.django_db
@pytest.mark.parametrize(
    "task", [job_samples.write_to_closed_server, job_samples.store_in_closed_server]
)
def test_a_server_that_is_down_is_asked_again(task):
    task.enqueue()
    assert jobs.run_queued("worker") == 1
    assert the_task(task).status == TaskResultStatus.READY


@pytest.mark.django_db
def test_a_task_whose_code_is_gone_fails_and_the_queue_goes_on(tmp_path):
    job_samples.give_up.enqueue()
    DBTaskResult.objects.update(task_path="tests.core.job_samples.no_longer_here")
    job_samples.write.enqueue(str(tmp_path / "written"), "1")
    assert jobs.run_queued("worker") == 2
    assert lines(tmp_path / "written") == ["1"]
    assert DBTaskResult.objects.failed().count() == 1


@pytest.mark.django_db
def test_the_schedules_lane_takes_nothing_else(tmp_path):
    job_samples.give_up.enqueue()
    assert jobs.claim("worker", lowest_priority=jobs.SCHEDULE_PRIORITY) is None
    jobs.enqueue_due(utc(2026, 11, 23, 12))
    assert jobs.claim("worker", lowest_priority=jobs.SCHEDULE_PRIORITY)


# Commit


@pytest.mark.django_db
def test_a_task_of_an_undone_transaction_is_never_run():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        jobs.enqueue_on_commit(job_samples.give_up)
        raise ZeroDivisionError
    assert not DBTaskResult.objects.exists()


@pytest.mark.django_db
def test_without_the_queue_a_task_still_waits_for_the_commit(
    settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}
    }
    with django_capture_on_commit_callbacks(execute=True):
        jobs.enqueue_on_commit(job_samples.write, str(tmp_path / "written"), "1")
        assert lines(tmp_path / "written") == []
    assert lines(tmp_path / "written") == ["1"]


# Schedule


def entry(**times) -> jobs.Scheduled:
    return jobs.Scheduled(job_samples.give_up, times.get("every"), at=times.get("at"))


def test_every_minute_means_the_whole_minute():
    due = entry(every=MINUTE).last_due(utc(2026, 11, 23, 8, 30, 59))
    assert due == utc(2026, 11, 23, 8, 30)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        # Winter: an hour ahead of UTC. Just before, and on the minute.
        (utc(2026, 11, 23, 2, 9, 59), utc(2026, 11, 22, 2, 10)),
        (utc(2026, 11, 23, 2, 10), utc(2026, 11, 23, 2, 10)),
        # Summer: two hours ahead.
        (utc(2026, 7, 1, 12), utc(2026, 7, 1, 1, 10)),
        # The day that the clock goes forward, and the day after.
        (utc(2026, 3, 29, 12), utc(2026, 3, 29, 1, 10)),
        (utc(2026, 3, 30, 12), utc(2026, 3, 30, 1, 10)),
    ],
)
def test_a_time_of_day_is_local(now, due):
    assert entry(at=datetime.time(3, 10)).last_due(now) == due


def test_a_time_that_the_clock_skips_or_repeats_comes_once_a_day():
    skipped = entry(at=datetime.time(2, 30))
    hours = [utc(2026, 3, 28) + HOUR * number for number in range(24 * 4)]
    assert len({skipped.last_due(hour) for hour in hours}) == 5
    hours = [utc(2026, 10, 24) + HOUR * number for number in range(24 * 4)]
    assert len({skipped.last_due(hour) for hour in hours}) == 5


def test_a_scheduled_task_needs_one_kind_of_time():
    with pytest.raises(ValueError, match="either every= or at="):
        jobs.scheduled()
    with pytest.raises(ValueError, match="either every= or at="):
        jobs.scheduled(every=MINUTE, at=datetime.time(3))


@pytest.mark.django_db
def test_what_is_due_is_enqueued_once_a_moment():
    page_publisher = tasks.publish_scheduled_pages.module_path
    noon = utc(2026, 11, 23, 12)
    assert sorted(jobs.enqueue_due(noon)) == sorted(jobs.schedule)
    assert jobs.enqueue_due(noon + MINUTE / 2) == []
    assert page_publisher in jobs.enqueue_due(noon + MINUTE)
    # After a stop of an hour the last moment alone is made up for.
    assert page_publisher in jobs.enqueue_due(noon + HOUR)
    runs = DBTaskResult.objects.filter(task_path=page_publisher)
    assert runs.count() == ScheduledRun.objects.filter(name=page_publisher).count() == 3


@pytest.mark.django_db
def test_the_house_does_its_own_chores():
    jobs.enqueue_due(jobs.database_now())
    old = utc(2026, 1, 1)
    ScheduledRun.objects.create(name="gammel", due_at=old)
    # Some leave the work to a task of their own.
    assert jobs.run_queued("worker") >= len(jobs.schedule)
    done = DBTaskResult.objects.successful().values_list("task_path", flat=True)
    assert set(jobs.schedule) <= set(done)
    assert not DBTaskResult.objects.failed().exists()
    assert not ScheduledRun.objects.filter(due_at=old).exists()
