"""The process that runs background work; what it shares with others is in jobs.py."""

import datetime
import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable

from django.db import DatabaseError, InterfaceError, close_old_connections, connections
from django.utils.crypto import get_random_string

from django_tasks.base import TASK_MIN_PRIORITY

from . import jobs
from .following import Following

logger = logging.getLogger(__name__)


class Worker:
    """Two lanes that run tasks, and a main thread that keeps their leases alive.

    One lane takes anything. The other is kept for the schedule, so that a package
    that takes ten minutes does not make a page go live ten minutes late.
    """

    def __init__(self, *, lease: datetime.timedelta, poll: float) -> None:
        self.id = f"{socket.gethostname()[:30]}-{os.getpid()}-{get_random_string(8)}"
        self.lease = lease
        self.poll = poll
        self._stopping = threading.Event()
        self._lanes = [
            threading.Thread(target=self._lane, args=[lowest], daemon=True)
            for lowest in (TASK_MIN_PRIORITY, jobs.SCHEDULE_PRIORITY)
        ]
        pause = lease.total_seconds()
        self._duties = [
            _Duty(lambda: jobs.renew_leases(self.id, lease), pause / 4),
            _Duty(jobs.take_over_lost_tasks, min(5, pause / 2)),
            _Duty(jobs.enqueue_due, 1),
            _Duty(Following().enqueue, 0),
        ]

    def run(self) -> int:
        """Work until told to stop, then let running tasks end; return an exit code."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        for lane in self._lanes:
            lane.start()
        while not self._stopping.wait(self.poll):
            for duty in self._duties:
                duty.do_if_due()
            alive = all(lane.is_alive() for lane in self._lanes)
            # Asked in this order: lanes also end because the worker was told to stop.
            if not alive and not self._stopping.is_set():
                logger.critical("A lane of worker %s died", self.id)
                return 1
        while any(lane.is_alive() for lane in self._lanes):
            self._duties[0].do_if_due()
            time.sleep(0.05)
        return 0

    def _stop(self, number: int, frame: object) -> None:
        if self._stopping.is_set():
            # Asked twice: the tasks' leases lapse, and another worker runs them.
            os._exit(1)
        self._stopping.set()

    def _lane(self, lowest_priority: int) -> None:
        while not self._stopping.is_set():
            try:
                close_old_connections()
                row = jobs.claim(self.id, self.lease, lowest_priority)
                if row:
                    jobs.run(row, self.id)
            except (DatabaseError, InterfaceError) as error:
                logger.warning("Worker %s waits for the database: %r", self.id, error)
                row = None
            if not row:
                self._stopping.wait(self.poll)
        connections.close_all()


class _Duty:
    """Something that the main thread does at intervals, whatever the database does."""

    def __init__(self, action: Callable[[], object], interval: float) -> None:
        self.action = action
        self.interval = interval
        self.next = 0.0

    def do_if_due(self) -> None:
        if time.monotonic() < self.next:
            return
        try:
            close_old_connections()
            self.action()
        except (DatabaseError, InterfaceError) as error:
            logger.warning("The worker waits for the database: %r", error)
        self.next = time.monotonic() + self.interval
