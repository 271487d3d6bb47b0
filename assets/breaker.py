"""Storage that hangs is given a rest, so that it cannot hold every web worker.

A call that timed out is neither tried again nor followed by others of its thread, so a
request waits for one timeout, however much it asks for. Five in a row, in all threads,
close the way for the whole process; then one call at a time tries whether it is open.
"""

import threading
import time

from django.core.signals import request_started

from botocore.exceptions import (
    ConnectTimeoutError,
    EndpointConnectionError,
    ReadTimeoutError,
)
from prometheus_client import Counter

REST_SECONDS = 5
# Longer than the one call that tries has to answer.
TRIAL_SECONDS = 13
MOST_TIMEOUTS = 5
TIMEOUTS = ConnectTimeoutError, ReadTimeoutError
SERVER_ERROR = 500

# Each attempt by how it went; the refused were not made, since storage has a rest.
calls = Counter("temasamarbejde_storage_calls", "Calls of S3.", ["outcome"])


class Breaker:
    """What a process has learnt of its storage; hung on a session's events."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread = threading.local()
        self._timeouts = 0
        self._closed_until = 0.0
        request_started.connect(self._begin)

    def hang_on(self, session) -> None:
        """Let every S3 client of ``session`` ask here first, and tell afterwards."""
        session.events.register("before-send.s3", self._ask)
        session.events.register("needs-retry.s3", self._note)

    def _begin(self, **kwargs) -> None:
        """Another request of this thread may try for itself."""
        self._thread.closed_until = 0.0

    def _ask(self, **kwargs) -> None:
        now = time.monotonic()
        with self._lock:
            mine = getattr(self._thread, "closed_until", 0.0)
            if now < max(mine, self._closed_until):
                calls.labels("refused").inc()
                raise EndpointConnectionError(endpoint_url="(is given a rest)")
            if self._timeouts >= MOST_TIMEOUTS:
                self._closed_until = now + TRIAL_SECONDS

    def _note(self, response=None, caught_exception=None, **kwargs) -> None:
        now = time.monotonic()
        is_answered = response and response[0].status_code < SERVER_ERROR
        calls.labels("answered" if is_answered else "failed").inc()
        with self._lock:
            if isinstance(caught_exception, TIMEOUTS):
                self._thread.closed_until = now + REST_SECONDS
                self._timeouts += 1
                if self._timeouts >= MOST_TIMEOUTS:
                    self._closed_until = now + REST_SECONDS
            elif caught_exception is None:
                self._timeouts, self._closed_until = 0, 0.0
