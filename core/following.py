"""Tasks that follow the site: run soon after something was changed."""

from django_tasks.base import Task

from .jobs import SCHEDULE_PRIORITY, ready_tasks
from .page_cache.changes import generation

_followers: list[Task] = []


def after_changes(task: Task) -> Task:
    """Have a task run after each change of the site (``core.page_cache.changes``).

    Stands above ``@task()``, in an app's ``tasks.py``. It runs when the day ends too,
    and when a worker starts.
    """
    _followers.append(task)
    return task


class Following:
    """What one worker has seen of the site's changes."""

    def __init__(self) -> None:
        self._seen = ""

    def enqueue(self) -> None:
        """Enqueue what follows a change that was not seen before.

        A task that still waits will see it, too; one that runs may not.
        """
        now = generation()
        if now == self._seen:
            return
        for task in _followers:
            if not ready_tasks().filter(task_path=task.module_path).exists():
                task.using(priority=SCHEDULE_PRIORITY).enqueue()
        self._seen = now
