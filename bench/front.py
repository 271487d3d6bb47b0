"""How fast is a kept page: through the shipped nginx, and by the app server alone?

Asked by ``wrk`` on lines that stay open, since readers in Python would themselves be
the slowest part. nginx is asked without TLS, which costs a page and a file the same.
"""

import gzip
import re
import shutil
import statistics
import subprocess
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bin.front import NAME, NGINX, front_server

from .demo_site import ROOT, settings_in
from .ground import HOST, BenchError, Ground, served
from .load import FIRST_PATIENCE
from .rows import Row

PAIRS = 5
SECONDS = 2
WARM_UPS = 8
LINES = 16
PACKED = "Accept-Encoding: gzip"
PLAIN = {" ssl http2": "", "ssl_reject_handshake on;": ""}


@dataclass(frozen=True)
class Asked:
    """A page and by what name its site is asked."""

    port: int
    path: str
    name: str = HOST

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}{self.path}"


def measure(ground: Ground) -> Iterator[Row]:
    """One row for each way to a kept page."""
    for program, name in ((shutil.which("wrk"), "wrk"), (NGINX, "nginx")):
        if not program:
            raise BenchError(f"{name} er ikke på maskinen")
    page, title = Asked(ground.site.port, "/"), Asked(ground.stock.port, "/")
    yield _row("kept page, app alone", "x the stock title page", 60, page, title)
    folder = ground.site.folder
    settings = {**settings_in(folder), "BEHIND_NGINX": "true", "ALLOWED_HOSTS": NAME}
    with (
        served(
            "cms.wsgi:application",
            folder=ROOT,
            settings=settings,
            log=folder / "gunicorn-front.log",
        ) as port,
        front_server(made(folder / "front"), port, folder, PLAIN) as front,
    ):
        _lay_beside(front.port, made(folder / "static"))
        page = Asked(front.port, "/", NAME)
        copy = Asked(front.port, "/static/copy.html", NAME)
        yield _row("kept page, nginx", "x the same bytes as a file", 0.7, page, copy)


def made(folder: Path) -> Path:
    """The folder, which is there from now on."""
    folder.mkdir(exist_ok=True)
    return folder


def _lay_beside(port: int, folder: Path) -> None:
    """Put the page among the static files, packed as the site packs it."""
    headers = {"Accept-Encoding": "gzip", "Host": NAME}
    request = urllib.request.Request(f"http://{HOST}:{port}/", headers=headers)
    with urllib.request.urlopen(request) as answer:
        packed = answer.read()
    (folder / "copy.html.gz").write_bytes(packed)
    (folder / "copy.html").write_bytes(gzip.decompress(packed))


def _row(name: str, unit: str, goal: float, one: Asked, another: Asked) -> Row:
    """Ask both in turn, so that what drifts meets both alike."""
    for asked in (one, another):
        _warm(asked)
    pairs = [(_rate(one), _rate(another)) for _ in range(PAIRS)]
    rate, other = (statistics.median(rates) for rates in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    remark = f"({rate:.0f} mod {other:.0f} svar i sekundet)"
    return Row(name, ratio, unit, ">=", goal, remark)


def _warm(asked: Asked) -> None:
    """Let each process make the page before anyone is in a hurry."""
    request = urllib.request.Request(asked.url, headers={"Host": asked.name})
    try:
        for _ in range(WARM_UPS):
            urllib.request.urlopen(request, timeout=FIRST_PATIENCE).close()
    except OSError as error:
        raise BenchError(f"{asked.path}: {error}") from error
    _rate(asked)


def _rate(asked: Asked) -> float:
    """Answers a second."""
    command = ["wrk", "-t1", f"-c{LINES}", f"-d{SECONDS}s", "-H", PACKED]
    command += ["-H", f"Host: {asked.name}", asked.url]
    done = subprocess.run(command, capture_output=True, text=True)
    found = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    if not found or "Non-2xx" in done.stdout:
        raise BenchError(f"{asked.path}: {done.stdout or done.stderr}")
    return float(found[1])
