"""PostgreSQL restarted, and away for a minute, while readers read and one signs in.

It is a cluster of its own, made here and stopped here; nobody else's is touched.
"""

import http.client
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from django.db import connection

import pytest

from core.processes import free_port
from tests.factories.home import StandardPageFactory
from tests.processes import wait_until
from tests.web import HOST, is_up, web_server

pytestmark = pytest.mark.django_db(transaction=True)
SECONDS = int(os.environ.get("DRILL_OUTAGE", "60"))
READERS, PAUSE = 10, 0.5
SENTENCE = "Databasen svarer ikke lige nu"


class Cluster:
    """A PostgreSQL in a folder, started and stopped as its operator would."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.programs, self.folder, self.port = programs, folder, free_port()
        self.url = f"postgres://postgres@{HOST}:{self.port}/postgres"

    def run(self, program: str, *options: str) -> None:
        # It refuses to run as root.
        who = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        command = [*who, str(self.programs / program), "-D", str(self.folder / "data")]
        with (self.folder / "said.txt").open("a") as said:
            subprocess.run([*command, *options], check=True, stdout=said, stderr=said)

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses={HOST} -k {self.folder}"
        self.run("pg_ctl", "start", "-w", "-o", options)

    def stop(self) -> None:
        self.run("pg_ctl", "stop", "-w", "-m", "fast")


class Answer(NamedTuple):
    """When it came, in seconds of the clock, how long it took, and what it was."""

    at: float
    took: float
    status: int
    text: str


@pytest.fixture
def cluster(tmp_path) -> Iterator[Cluster]:
    """A fresh one, with what the suite's database holds."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if connection.vendor != "postgresql" or not found:
        pytest.skip("PostgreSQL: not the database of this run, or no initdb")
    # pytest's own folder is closed to the user that PostgreSQL runs as.
    folder = Path(f"/tmp/drill-{os.getpid()}")  # noqa: S108
    folder.mkdir()
    cluster = Cluster(found[-1].parent, folder)
    try:
        if os.getuid() == 0:
            shutil.chown(folder, "postgres")
        cluster.run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8")
        cluster.start()
        _copy_to(cluster)
        yield cluster
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            cluster.stop()
        shutil.rmtree(folder)


def _copy_to(cluster: Cluster) -> None:
    it = connection.settings_dict
    whence = ["-h", it["HOST"], "-p", str(it["PORT"] or 5432), "-U", it["USER"]]
    secret = {"PGPASSWORD": it["PASSWORD"]} if it["PASSWORD"] else {}
    dump = subprocess.run(
        ["pg_dump", *whence, "--no-owner", it["NAME"]],
        env={**os.environ, **secret}, check=True, capture_output=True,
    )  # fmt: skip
    subprocess.run(
        ["psql", "-q", "-v", "ON_ERROR_STOP=1", cluster.url],
        input=dump.stdout, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip


@contextmanager
def readers(port: int, paths: list[str]) -> Iterator[list[Answer]]:
    """Twenty requests a second, half of them for pages that nobody has kept."""
    answers: list[Answer] = []
    over = threading.Event()

    def read(number: int) -> None:
        asked = 0
        while not over.wait(PAUSE):
            asked += 1
            fresh = f"?n={number}.{asked}" if asked % 2 else ""
            answers.append(ask(port, paths[asked % len(paths)] + fresh))

    threads = [threading.Thread(target=read, args=[n]) for n in range(READERS)]
    for thread in threads:
        thread.start()
    try:
        yield answers
    finally:
        over.set()
        for thread in threads:
            thread.join()


def ask(port: int, path: str) -> Answer:
    began = time.monotonic()
    line = http.client.HTTPConnection(HOST, port, timeout=60)
    line.request("GET", path)
    response = line.getresponse()
    text = response.read().decode(errors="replace")
    line.close()
    now = time.monotonic()
    return Answer(now, now - began, response.status, text)


def outage(
    cluster: Cluster, tmp_path: Path, between: Callable[[int], None]
) -> tuple[list[Answer], float, float]:
    """Read, stop it, do what is ``between``, start it, read on; when it was stopped
    and there again stand beside the answers."""
    with web_server(tmp_path, "--workers", "2", DATABASE_URL=cluster.url) as port:
        wait_until(lambda: is_up(port) and ask(port, "/dysser/").status == 200, "it")
        with readers(port, ["/dysser/", "/log-ind/"]) as answers:
            time.sleep(3)
            stopped = time.monotonic()
            cluster.stop()
            between(port)
            cluster.start()
            there = time.monotonic()
            time.sleep(8)
    assert {answer.status for answer in answers} <= {200, 503}
    for answer in answers:
        assert "Traceback" not in answer.text
        assert (SENTENCE in answer.text) == (answer.status == 503)
    late = [a for a in answers if a.status == 503 and a.at - a.took > there + 2]
    assert not late
    return answers, stopped, there


def say(request, answers: list[Answer], stopped: float) -> None:
    away = [a for a in answers if a.status == 503]
    told = f"{len(answers)} asked, {len(away)} times 503"
    if away:
        told += f", {max(a.at for a in away) - stopped:.1f} s after the stop the last"
        told += f", slowest {max(a.took for a in away):.1f} s"
    sys.stdout.write(f" {request.node.name}: {told}\n")


@pytest.fixture
def pages(db):
    StandardPageFactory(title="Dysser", slug="dysser")


def test_a_restart(request, pages, cluster, tmp_path):
    answers, stopped, there = outage(cluster, tmp_path, lambda port: None)
    say(request, answers, stopped)
    away = [a for a in answers if a.status == 503]
    assert not away or max(a.at for a in away) - stopped <= 5


def test_away_for_a_minute(request, pages, cluster, tmp_path):
    def wait(port: int) -> None:
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            assert ask(port, "/healthz").status == 200
            assert ask(port, "/readyz").status == 503
            time.sleep(2)

    answers, stopped, there = outage(cluster, tmp_path, wait)
    say(request, answers, stopped)
    away = sorted(a.took for a in answers if a.status == 503)
    assert away
    # As a busy machine has it: all but the slowest twentieth.
    assert away[len(away) * 95 // 100] <= 2
