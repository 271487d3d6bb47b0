"""A site of a drill's own, with all that stands around it in production."""

import json
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import psycopg
import requests

from bench.demo_site import make_site, settings_in
from bench.front import PLAIN, made
from bench.ground import run
from bench.memory import memory_of
from bench.searching import database
from bin.drill import CROWD
from bin.front import NAME, front_server
from bin.s3server import s3_server
from core.processes import end, free_port, start
from tests.processes import ROOT, wait_until
from tests.web import HOST, is_up

from .hands import Sending, sign_in

# nginx without certificates, for people who each have an address of their own.
FRONT = {
    **PLAIN,
    f"server_name {NAME}": f"server_name {HOST}",
    "#set_real_ip_from 192.0.2.1;": f"set_real_ip_from {HOST};",
    "#real_ip_header": "real_ip_header",
}
FETCHED = "from assets.models import Download; print(Download.objects.count())"
CONNECTIONS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
# Its own page would ask for much that a drill has no words for.
OPEN = """
from assets.models import Asset, Upload
from assets.permissions import Audience
file = Upload.objects.get(pk="{upload}").version.file
Asset.objects.filter(pk=file.asset_id).update(state="published", access=Audience.ANYONE)
print(file.get_absolute_url())
"""


@dataclass
class Place:
    """A site that is served: where, what a crowd must know of it, its processes."""

    folder: Path
    settings: dict[str, str]
    known: dict = field(default_factory=dict)
    port: int = 0
    web_port: int = 0
    web: psutil.Process | None = None

    @property
    def host(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def temporary(self) -> Path:
        """Where the web server lays what is on its way in."""
        return Path(self.settings["TMPDIR"])

    def fetched(self) -> int:
        """How many fetches are noted."""
        return int(self._shell(FETCHED))

    def opened(self, upload: str) -> str:
        """Let everybody fetch a file that was laid in; where it is fetched."""
        return self._shell(OPEN.format(upload=upload))

    def _shell(self, code: str) -> str:
        command = [sys.executable, "manage.py", "shell", "--verbosity", "0"]
        return run([*command, "-c", code], folder=ROOT, settings=self.settings).strip()

    def web_processes(self) -> list[psutil.Process]:
        return [self.web, *self.web.children(recursive=True)]

    def memory(self) -> float:
        """What the web processes hold, in MB; what they share counts once."""
        return memory_of(self.web_port) / 1024

    def connections(self) -> int | None:
        """How many lines to PostgreSQL there are; None where it is SQLite."""
        url = self.settings["DATABASE_URL"]
        if not url.startswith("postgres"):
            return None
        with psycopg.connect(url) as line:
            return line.execute(CONNECTIONS).fetchone()[0]

    def open_files(self) -> int:
        """Open files and lines of the web processes together."""
        return sum(p.num_fds() for p in self.web_processes())

    def sending(self, kind: str = "agency") -> Sending:
        """Somebody who is signed in and lays in files."""
        line = requests.Session()
        email, password = self.known["people"][kind][-1], self.known["password"]
        sign_in(line, self.host, email, password)
        return Sending(line, self.host)

    @contextmanager
    def crowd(self, who: str, minutes: float, pace: float = 1) -> Iterator[dict]:
        """So many people beside the block; at its end what they met, by its name.

        Fails where anything that they asked for failed.
        """
        met = self.folder / f"crowd-{time.time_ns()}.json"
        command = [sys.executable, "-m", "locust", "-f", "tests/drills/crowd.py"]
        command += ["--headless", "--only-summary", "--host", self.host]
        command += ["--users", str(sum(map(int, re.findall(r"\d+", who))))]
        command += ["--run-time", f"{int(minutes * 60)}s", "--spawn-rate", "5"]
        command += ["--stop-timeout", "60"]
        known = {"CROWD": who, "PACE": str(pace), "KNOWN": json.dumps(self.known)}
        known |= {"MET": str(met), "PYTHONPATH": str(CROWD)}
        said, found = met.with_suffix(".txt"), {}
        with said.open("w") as log:
            process = start(
                command, folder=ROOT, environment=os.environ | known, log=log
            )
            try:
                yield found
                process.wait(minutes * 60 + 180)
            finally:
                end([process], 30)
        assert met.exists(), said.read_text()[-2000:]
        told = json.loads(met.read_text())
        assert not told["failed"], told["failed"]
        assert not process.returncode, said.read_text()[-2000:]
        found |= told["rows"]


@contextmanager
def demo_place(folder: Path) -> Iterator[Place]:
    """The demo site behind nginx: on PostgreSQL and S3 where the run is on those."""
    settings = settings_in(folder / "site") | {
        "BEHIND_NGINX": "true",
        "TMPDIR": str(made(folder / "temporary")),
    }
    with _ground(folder, settings):
        make_site(folder / "site", settings, "load_demo", "--verbosity", "0")
        fill = [sys.executable, "-m", "tests.drills.filling"]
        known = json.loads(run(fill, folder=ROOT, settings=settings))
        place = Place(folder / "site", settings, known)
        with _served(place):
            yield place


@contextmanager
def _ground(folder: Path, settings: dict[str, str]) -> Iterator[None]:
    if not os.environ.get("TEST_DATABASE_URL"):
        yield
        return
    with database() as (url, _name), s3_server(made(folder / "s3")) as server:
        settings |= {"DATABASE_URL": url, **server.environment}
        yield


@contextmanager
def _served(place: Place) -> Iterator[None]:
    """nginx, two web processes of four threads, and a worker."""
    port = free_port()
    web = [sys.executable, "-m", "gunicorn", "-c", "python:cms.web_server"]
    web += ["--bind", f"{HOST}:{port}"]
    worker = [sys.executable, "manage.py", "worker"]
    with (
        (place.folder / "said.txt").open("w") as said,
        front_server(made(place.folder / "front"), port, place.folder, FRONT) as front,
    ):
        children = [
            start(command, folder=ROOT, environment=place.settings, log=said)
            for command in (web, worker)
        ]
        place.port, place.web_port = front.port, port
        place.web = psutil.Process(children[0].pid)
        try:
            wait_until(lambda: is_up(port), "gunicorn is up")
            yield
        finally:
            end(children, 30)
