"""Do readers wait while an editor publishes every second and a library fetches 2 GB?

Through the shipped nginx, as in production; quiet and busy rounds in turn. Every fifth
reader searches, each for something else, so that there is always a page to make.
"""

import itertools
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bin.front import NAME, NGINX, front_server

from .demo_site import ROOT, settings_in
from .front import PLAIN, made
from .ground import HOST, BenchError, Ground, served
from .rows import Row
from .steady import Steady

# A fifth of it searches: no more than one address may (core.limits).
RATE = 20
SECONDS = 15
ROUNDS = 3
UNIT = "x the p99 of readers while nothing else happens"
GOAL = 1.5
HEADERS = {"Host": NAME, "Accept-Encoding": "gzip"}
# So that 2 GB last as long as a round.
LINE = "140m"


def measure(ground: Ground) -> Iterator[Row]:
    """The hundredth slowest answer of both kinds of rounds."""
    if not NGINX:
        raise BenchError("nginx er ikke på maskinen")
    site, folder = ground.site, ground.site.folder
    settings = {**settings_in(folder), "BEHIND_NGINX": "true", "ALLOWED_HOSTS": NAME}
    pages = ("/", site.addresses["campaign"], "/ideer/", "/materialer/")
    paths = with_searches(pages)
    with (
        served(
            "cms.wsgi:application",
            folder=ROOT,
            settings=settings,
            log=folder / "gunicorn-crowd.log",
        ) as port,
        front_server(made(folder / "crowd"), port, folder, PLAIN) as front,
    ):
        readers = Steady(front.port, paths, RATE, HEADERS)
        readers.ask(3)
        quiet: list[float] = []
        busy: list[float] = []
        for _round in range(ROUNDS):
            quiet += readers.ask(SECONDS)
            with _busy(front.port, site.addresses["huge"], settings):
                busy += readers.ask(SECONDS)
    before, meanwhile = p99(quiet), p99(busy)
    middle = statistics.median(busy) * 1000
    remark = f"({before * 1000:.1f} og {meanwhile * 1000:.1f} ms; median {middle:.1f})"
    yield Row("readers while publishing", meanwhile / before, UNIT, "<=", GOAL, remark)


def with_searches(pages: tuple[str, ...]) -> Iterator[str]:
    """The pages again and again, and each time a search that nobody has made."""
    for number in itertools.count():
        yield from (*pages, f"/soeg/?q=stenalder+{number}")


def p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[-1]


@contextmanager
def _busy(port: int, huge: str, settings: dict[str, str]) -> Iterator[None]:
    """An editor and a library at work; both must have done what they came for."""
    address = f"http://{HOST}:{port}{huge}"
    fetch = ["curl", "--silent", "--fail", "--limit-rate", LINE]
    fetch += ["--output", "/dev/null", "--header", f"Host: {NAME}"]
    fetch += ["--write-out", "%{size_download}", address]
    publish = [sys.executable, "-m", "bench.publishing", str(SECONDS)]
    started = [
        subprocess.Popen(fetch, stdout=subprocess.PIPE, text=True),
        subprocess.Popen(
            publish, cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True
        ),
    ]
    yield
    fetched, published = (process.communicate(timeout=120)[0] for process in started)
    if int(fetched or 0) < 2 * 10**9 or int(published or 0) < SECONDS / 2:
        raise BenchError(f"hentet {fetched or 0} byte, udgivet {published or 0} gange")
