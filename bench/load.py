"""Readers: as many at once as the app server has threads.

One thread and raw sockets, so that the readers take next to nothing of the two cores
that the servers share with them.
"""

import selectors
import socket
import statistics
import time
from dataclasses import dataclass
from itertools import count

from .ground import HOST, BenchError

READERS = 8
PAIRS = 10
ROUND_SECONDS = 0.5
PATIENCE = 20
# The first reader of a page waits while its pictures are made in all their sizes.
FIRST_PATIENCE = 120


@dataclass(frozen=True)
class Target:
    """A page of a served site."""

    port: int
    path: str


@dataclass(frozen=True)
class Comparison:
    """How many requests a second one target answers for each of another's."""

    ratios: list[float]
    rates: list[float]
    requests: int

    @property
    def ratio(self) -> float:
        """The middle one: a hiccup of the machine moves it little."""
        return statistics.median(self.ratios)

    @property
    def remark(self) -> str:
        """The spread of the ratio, and the rate that this machine gave just now."""
        low, _, high = statistics.quantiles(self.ratios, n=4)
        rate = statistics.median(self.rates)
        return f"({low:.2f}-{high:.2f}; {rate:.0f} svar i sekundet)"


# What is counted for an address is counted for each reader of a crowd by itself.
_addresses = (f"10.{n >> 16 & 255}.{n >> 8 & 255}.{n & 255}" for n in count())


class _Reader:
    """Asks, reads the whole answer, and asks again on a new connection and address.

    A kept one would stay with the worker process that took it, and eight of them are
    seldom shared evenly between two processes: the figures would be those of a draw.
    """

    def __init__(self, target: Target, patience: float) -> None:
        self.target = target
        self.patience = patience

    def ask(self, selector: selectors.BaseSelector) -> None:
        """Send the question; the answer is told of by ``selector``."""
        lines = (
            f"GET {self.target.path} HTTP/1.1",
            f"Host: {HOST}:{self.target.port}",
            f"X-Forwarded-For: {next(_addresses)}",
            "Connection: close",
        )
        request = "".join(f"{line}\r\n" for line in (*lines, "")).encode()
        self.missing, self.head = 0, b""
        self.socket = socket.create_connection(
            (HOST, self.target.port), timeout=self.patience
        )
        self.socket.sendall(request)
        selector.register(self.socket, selectors.EVENT_READ, self)

    def finish(self, selector: selectors.BaseSelector) -> None:
        """Close the connection of an answer that is whole."""
        selector.unregister(self.socket)
        self.socket.close()

    def has_answer(self) -> bool:
        """Take what has come; true when the answer is whole."""
        chunk = self.socket.recv(262_144)
        if not chunk:
            raise BenchError(f"{self.target.path} blev afbrudt midt i et svar")
        if self.missing:
            self.missing -= len(chunk)
            return not self.missing
        self.head += chunk
        head, end, body = self.head.partition(b"\r\n\r\n")
        if not end:
            return False
        self.missing = self._length(head) - len(body)
        return not self.missing

    def _length(self, head: bytes) -> int:
        status, *lines = head.decode("latin-1").split("\r\n")
        if status.split(" ")[1] != "200":
            raise BenchError(f"{self.target.path} svarede: {status}")
        headers = dict(line.lower().split(": ", 1) for line in lines)
        if "content-length" not in headers:
            raise BenchError(f"{self.target.path} sagde ikke, hvor langt svaret er")
        return int(headers["content-length"])


def read(
    target: Target, seconds: float, readers: int = READERS, patience: float = PATIENCE
) -> tuple[float, int]:
    """Ask for ``seconds``; return answers a second, and how many there were.

    What was asked in time is waited for, and not left in the next round's way.
    """
    requests = busy = readers
    with selectors.DefaultSelector() as selector:
        started = time.perf_counter()
        for _ in range(readers):
            _Reader(target, patience).ask(selector)
        while busy:
            ready = selector.select(patience)
            if not ready:
                raise BenchError(f"{target.path} svarer ikke inden for {patience} s")
            for key, _ in ready:
                if not key.data.has_answer():
                    continue
                key.data.finish(selector)
                if time.perf_counter() - started < seconds:
                    requests += 1
                    key.data.ask(selector)
                else:
                    busy -= 1
        elapsed = time.perf_counter() - started
    return requests / elapsed, requests


def compare(target: Target, measure: Target) -> Comparison:
    """Ask both in turn, in short rounds, so that what drifts meets both alike."""
    _, requests = read(target, 0, readers=1, patience=FIRST_PATIENCE)
    # Both worker processes have yet to read their templates.
    requests += read(target, ROUND_SECONDS)[1]
    read(measure, ROUND_SECONDS)
    ratios, rates = [], []
    for number in range(PAIRS):
        found = {}
        order = (target, measure) if number % 2 else (measure, target)
        for each in order:
            found[each], made = read(each, ROUND_SECONDS)
            requests += made if each is target else 0
        ratios.append(found[target] / found[measure])
        rates.append(found[target])
    return Comparison(ratios, rates, requests)
