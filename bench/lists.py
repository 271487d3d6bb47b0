"""Does the list of materials stay as fast when there are a hundred times as many?"""

import statistics
import time
import urllib.request
from collections.abc import Iterator

from .demo_site import filled_site
from .ground import HOST, BenchError, Ground
from .rows import Row

FEW, MANY = 1_000, 100_000
ROUNDS = 12
# What people ask for: all, by a choice, by several, in another order, further on.
QUERIES = (
    "",
    "?slags=print",
    "?til=print_shop&trykklar=ja",
    "?format=plakat-a3&sprog=da",
    "?slags=banner&maal=px-fuld&sorter=titel",
    "?sorter=kampagne",
    "?sorter=hentet&ny=kvartal",
    "?p=3",
)
UNIT = "x the p95 of the list over 1,000 assets"
GOAL = 2


def measure(ground: Ground) -> Iterator[Row]:
    """Ask two sites of their own the same questions in turn."""
    folder = ground.site.folder.parent
    with (
        filled_site(folder / "few", FEW) as few,
        filled_site(folder / "many", MANY) as many,
    ):
        times: dict[int, list[float]] = {few.port: [], many.port: []}
        for site in (few, many):
            for query in QUERIES:
                _seconds(site.port, query)
        for _round in range(ROUNDS):
            for query in QUERIES:
                for port, found in times.items():
                    found.append(_seconds(port, query))
        small, large = p95(times[few.port]), p95(times[many.port])
    remark = f"({small * 1000:.0f} og {large * 1000:.0f} ms)"
    yield Row("asset list 100,000", large / small, UNIT, "<=", GOAL, remark)


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _seconds(port: int, query: str) -> float:
    started = time.perf_counter()
    address = f"http://{HOST}:{port}/materialer/{query}"
    with urllib.request.urlopen(address, timeout=60) as answer:
        answer.read()
        if answer.status != 200:
            raise BenchError(f"/materialer/{query} svarede {answer.status}")
    return time.perf_counter() - started
