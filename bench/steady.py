"""Readers who come at a steady rate, whether or not the site keeps up.

Each question has its moment, and its time is counted from there: a slow answer is
not hidden by the questions that it held back.
"""

import http.client
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from .ground import HOST, BenchError

PATIENCE = 30
LINES = 16


@dataclass(frozen=True)
class Steady:
    """A site, what is asked of it one after the other, and how many times a second."""

    port: int
    paths: Iterator[str]
    rate: float
    headers: Mapping[str, str]

    def ask(self, seconds: float) -> list[float]:
        """Ask for so long; return how many seconds each answer took."""
        local = threading.local()
        moments = [number / self.rate for number in range(int(seconds * self.rate))]
        started = time.perf_counter()

        def one(asked: tuple[float, str]) -> float:
            moment, path = asked
            if (wait := started + moment - time.perf_counter()) > 0:
                time.sleep(wait)
            self._read(local, path)
            return time.perf_counter() - started - moment

        with ThreadPoolExecutor(LINES) as lines:
            # Moments first: zip takes no path for a moment that there is not.
            return list(lines.map(one, zip(moments, self.paths, strict=False)))

    def _read(self, local: threading.local, path: str) -> None:
        """On the line that this thread holds; a new one where the site let go of it."""
        for attempt in (1, 2):
            line = getattr(local, "line", None) or http.client.HTTPConnection(
                HOST, self.port, timeout=PATIENCE
            )
            local.line = line
            try:
                line.request("GET", path, headers=dict(self.headers))
                answer = line.getresponse()
                answer.read()
            except (http.client.HTTPException, OSError) as error:
                line.close()
                local.line = None
                if attempt == 2:
                    raise BenchError(f"{path}: {error}") from error
            else:
                if answer.status != 200:
                    raise BenchError(f"{path} svarede {answer.status}")
                return
