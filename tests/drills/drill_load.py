"""The site under a crowd, for minutes: who reads, fetches, sends and writes at once.

Locust is the crowd (``crowd.py``). What must hold is that nothing fails, that all is
counted, and that nothing is left lying; how long it took is told.
"""

import hashlib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from bin.front import NGINX
from tests.processes import wait_until

from .hands import MEGABYTE, Sending, pdf_of
from .place import Place, demo_place

MINUTES = float(os.environ.get("DRILL_LOAD", "10"))
SOAK = float(os.environ.get("DRILL_SOAK", "30"))
# Forty requests a second: six of ten read, one searches, one fetches.
MIXED = "Reader=24 Searcher=4 Librarian=6 Fetcher=8 Sender=3 Writer=2"
READERS = "Reader=20 Searcher=2"
# Readers who are slow, in bytes a second, and for how many minutes.
SLOW, SLOWLY, SLOW_MINUTES = 200, 50_000, 2
FETCHERS, SENDERS = 50, 20


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Iterator[Place]:
    if not NGINX:
        pytest.skip("nginx is not on this machine")
    with demo_place(tmp_path_factory.mktemp("load")) as place:
        yield place


def say(request, found: dict, *more: str) -> None:
    """Tell how long the answers took, a line each kind."""
    lines = [
        f"{name}: {row['asked']} asked, p95 {row['p95']:.0f} ms, p99 {row['p99']:.0f},"
        f" slowest {row['slowest']:.0f}"
        for name, row in found.items()
        if name != "/log-ind/"
    ]
    text = "\n   ".join([request.node.name, *lines, *more])
    sys.stdout.write(f"\n {text}\n")


@pytest.fixture(scope="module")
def large(place) -> tuple[str, str]:
    """A file of 20 MB that everybody may fetch: its address and its SHA-256."""
    content, sending = pdf_of(20 * MEGABYTE), place.sending()
    upload = sending.send(content)
    wait_until(lambda: are_ready(sending, {upload}), "it is ready")
    return place.opened(upload), hashlib.sha256(content).hexdigest()


def are_ready(sending: Sending, uploads: set[str]) -> bool:
    rows = sending.rows()
    return all(rows[upload]["state"] == "ready" for upload in uploads)


def test_people_of_all_kinds(request, place):
    before = place.fetched()
    with place.crowd(MIXED, MINUTES) as found:
        pass
    say(request, found, f"memory {place.memory():.0f} MB")
    assert place.fetched() - before == found["download"]["asked"]


def test_a_crowd_signs_in_at_once(request, place):
    with place.crowd(f"{READERS} Newcomer=100", 1) as found:
        pass
    say(request, found)


def test_readers_are_slow(request, place, large):
    path, _digest = large
    command = ["curl", "--silent", "--location", "--parallel", "--parallel-immediate"]
    command += ["--parallel-max", str(SLOW), "--limit-rate", str(SLOWLY)]
    command += ["--max-time", str(SLOW_MINUTES * 60)]
    for _reader in range(SLOW):
        command += ["--output", "/dev/null", f"{place.host}{path}"]
    with place.crowd(READERS, SLOW_MINUTES) as found:
        # None comes to the end of the file in that time.
        subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
    say(request, found)


def test_many_fetch_at_once(request, place, large):
    path, digest = large
    sending, memory = place.sending("editor"), place.memory()
    with place.crowd(MIXED, 2, pace=0.5) as found:
        time.sleep(20)
        with ThreadPoolExecutor(FETCHERS) as hands:
            found_digests = set(hands.map(sending.digest, [path] * FETCHERS))
        grown = place.memory() - memory
    say(request, found, f"memory {memory:.0f} MB, {grown:+.0f} meanwhile")
    assert found_digests == {digest}


def test_many_send_at_once(request, place):
    sending, memory = place.sending(), place.memory()
    most = memory
    with ThreadPoolExecutor(SENDERS) as hands:
        sent = [
            hands.submit(sending.send, pdf_of(50 * MEGABYTE)) for _ in range(SENDERS)
        ]
        while not all(each.done() for each in sent):
            most = max(most, place.memory())
            time.sleep(0.5)
    uploads = {each.result() for each in sent}
    wait_until(lambda: are_ready(sending, uploads), "all are ready")
    say(request, {}, f"memory {memory:.0f} MB, {most - memory:+.0f} at most")
    assert not list(place.temporary.glob("*upload*"))


def test_for_half_an_hour(request, place):
    held, files, lines = [], [], []
    with place.crowd(MIXED, SOAK, pace=0.5) as found:
        for _stretch in range(int(SOAK * 4) - 2):
            time.sleep(15)
            held.append(place.memory())
            files.append(place.open_files())
            lines.append(place.connections() or 0)
    # Of half an hour, after five minutes.
    sixth = len(held) // 6
    early, late = (statistics.median(m) for m in (held[sixth:][:5], held[-5:]))
    say(
        request,
        found,
        f"memory {early:.0f} MB after a sixth of the time, {late:.0f} at the end",
        f"open files {max(files)} at most, {files[-1]} at the end",
        f"lines to PostgreSQL {max(lines)} at most",
    )
    assert late < 1.1 * early
    assert max(lines) <= 20
