"""A process that does one thing and is killed in the middle of it."""

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connections
from django.db.models.functions import Now

from core.jobs import claim, run, take_over_lost_tasks
from core.models import TaskLease
from tests.s3 import point_at


@dataclass
class Killer:
    """Runs actions in processes of their own, and counts whom it got in time."""

    settings: object
    kills: int = 0
    too_late: int = 0

    def begin(self, action: Callable[[], object]) -> int:
        """Start ``action`` beside this process; return its number."""
        connections.close_all()
        pid = os.fork()
        if pid:
            return pid
        code = 1
        try:
            # Connections to storage may not be shared with the parent.
            point_at(self.settings)
            action()
            code = 0
        except Exception:  # noqa: BLE001 told, and the process ends
            traceback.print_exc(file=sys.__stderr__)
        finally:
            os._exit(code)

    def let_end(self, action: Callable[[], object]) -> float:
        """Let ``action`` run to its end; return how long it took."""
        started = time.monotonic()
        _pid, status = os.waitpid(self.begin(action), 0)
        assert os.waitstatus_to_exitcode(status) == 0
        return time.monotonic() - started

    def kill(self, action: Callable[[], object], after: float) -> None:
        """Start ``action`` and kill it after so many seconds."""
        pid = self.begin(action)
        time.sleep(after)
        os.kill(pid, signal.SIGKILL)
        _pid, status = os.waitpid(pid, 0)
        if os.waitstatus_to_exitcode(status) == -signal.SIGKILL:
            self.kills += 1
        else:
            self.too_late += 1


def work() -> None:
    """What a worker does with the queue, the dead one's tasks first."""
    TaskLease.objects.update(expires_at=Now())
    time.sleep(0.01)
    take_over_lost_tasks()
    while row := claim("worker"):
        run(row, "worker")
