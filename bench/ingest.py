"""How much does a web process grow while 1 GB comes in: by S3, and to the disk?

The file is sent as the page in the admin sends it, four parts at a time, to sites of
their own. ``python -m bench.ingest`` signs a person in there and writes JSON.
"""

import json
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bin.s3server import s3_server

from .demo_site import ROOT, make_site, settings_in
from .ground import HOST, BenchError, Ground, run, served
from .rows import Row

SIZE = 1_000_000_000
# What is loaded once, and a part in each thread, is no growth.
WARM_UP = 100_000_000
PARTS_AT_ONCE = 4
LIMIT = 32
TOKEN = "b" * 32
PAGE = "/admin/laeg-filer-op/"


def measure(ground: Ground) -> Iterator[Row]:
    """One row for each way in."""
    folder = ground.site.folder.parent
    with s3_server(folder / "s3") as server:
        yield _row("ingest 1 GB by S3", folder / "ingest-s3", server.environment)
    yield _row("ingest 1 GB to disk", folder / "ingest-disk", {})


def _row(name: str, folder: Path, storage: Mapping[str, str]) -> Row:
    with _site(folder, storage) as visitor:
        visitor.send("proeve.mp4", WARM_UP)
        processes = _web_processes(visitor.port)
        before = {pid: _peak(pid, forget=True) for pid in processes}
        seconds = visitor.send("film.mp4", SIZE)
        growth = max(_peak(pid) - before[pid] for pid in processes)
    remark = f"({SIZE / seconds / 1e6:.0f} MB/s, {len(processes)} processer)"
    return Row(name, growth, "MB grown by a web process", "<=", LIMIT, remark)


@contextmanager
def _site(folder: Path, storage: Mapping[str, str]) -> Iterator["_Visitor"]:
    settings = {**settings_in(folder), **storage}
    make_site(folder, settings, "check")
    person = json.loads(
        run([sys.executable, "-m", "bench.ingest"], folder=ROOT, settings=settings)
    )
    with served(
        "cms.wsgi:application",
        folder=ROOT,
        settings=settings,
        log=folder / "gunicorn.log",
    ) as port:
        yield _Visitor(port, **person)


@dataclass(frozen=True)
class _Visitor:
    """Who lays files in; ``cookies`` are those of the browser."""

    port: int
    cookies: str
    drop: int

    def send(self, name: str, size: int) -> float:
        """Send a file of ``size`` zeros; return the seconds until it is received."""
        started = time.perf_counter()
        file = {"drop": self.drop, "name": name, "size": size}
        session = self._ask(f"{PAGE}begynd/", file)
        count = -(-size // session["part_size"])
        with ThreadPoolExecutor(PARTS_AT_ONCE) as threads:
            for _done in threads.map(
                lambda n: self._send_part(session, n, size), range(1, count + 1)
            ):
                pass
        state = self._ask(session["finish_url"], {})["state"]
        if state != "received":
            raise BenchError(f"{name} endte som {state}")
        return time.perf_counter() - started

    def _send_part(self, session: dict, number: int, size: int) -> None:
        part_size = session["part_size"]
        body = bytes(min(part_size, size - (number - 1) * part_size))
        to = self._ask(session["part_url"], {"number": number, "sha256": ""})
        if to["direct"]:
            request = urllib.request.Request(to["url"], body, method="PUT")
        else:
            request = self._request(to["url"], body, method="PUT")
        with urllib.request.urlopen(request, timeout=120) as answer:
            answer.read()

    def _ask(self, path: str, body: dict) -> dict:
        request = self._request(path, json.dumps(body).encode())
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def _request(self, path: str, body: bytes, **how) -> urllib.request.Request:
        headers = {"Cookie": self.cookies, "X-CSRFToken": TOKEN}
        return urllib.request.Request(
            f"http://{HOST}:{self.port}{path}", body, headers, **how
        )


def _web_processes(port: int) -> list[int]:
    """All of gunicorn's, by the address in their command line."""
    address = f"{HOST}:{port}".encode()
    found = [
        int(folder.name)
        for folder in Path("/proc").glob("[0-9]*")
        if address in _read(folder / "cmdline").split(b"\0")
    ]
    if not found:
        raise BenchError("webserverens processer kan ikke ses i /proc")
    return found


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        # Somebody else's, or ended meanwhile.
        return b""


def _peak(pid: int, forget: bool = False) -> float:
    """The most memory that a process has had, in MB; ``forget`` starts anew."""
    if forget:
        Path(f"/proc/{pid}/clear_refs").write_text("5")
    for line in _read(Path(f"/proc/{pid}/status")).splitlines():
        if line.startswith(b"VmHWM:"):
            return int(line.split()[1]) / 1000
    raise BenchError(f"proces {pid} er væk")


def main() -> None:
    """Make an agency's person with a drop, sign them in, and say by which cookies."""
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group
    from django.test import Client

    from wagtail.models import Collection

    from assets.models import Drop
    from libraries.roles import AGENCY

    person = get_user_model().objects.create(email="bureau@example.org")
    person.groups.add(Group.objects.get(name=AGENCY))
    root = Collection.get_first_root_node()
    drop = Drop.objects.create(owner=person, collection=root)
    client = Client()
    client.force_login(person)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookies = {
        settings.SESSION_COOKIE_NAME: session,
        settings.CSRF_COOKIE_NAME: TOKEN,
    }
    words = "; ".join(f"{name}={value}" for name, value in cookies.items())
    json.dump({"cookies": words, "drop": drop.pk}, sys.stdout)


if __name__ == "__main__":
    main()
