"""Are searches and open data among 100,000 materials as near as any other page?"""

import os
import secrets
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg

from .demo_site import ROOT, make_site, settings_in
from .ground import HOST, BenchError, Ground, run, served
from .lists import p95
from .rows import Row

POSTGRES = "postgres://postgres@127.0.0.1:5432/temasamarbejde"
ASSETS, PAGES = 100_000, 5_000
ROUNDS = 8
# What there is much of and little of, facts, slips, two words as one, and nothing.
QUESTIONS = (
    "plakat",
    "stor plakat",
    "plakat A3",
    "webbanner tema 110",
    "fortælling 2211",
    "roll-up",
    "bogmaerke 4711",
    "quiz gratis",
    "info skærm",
    "plakatt",
    "emneliste 77",
    "vikinger",
)
BEGINNINGS = ("pl", "plak", "fort", "fortælling 22", "web", "quiz 1", "info", "emne")
# What other sites and library systems ask for.
OPEN_DATA = (
    "/api/v2/assets/?",
    "/api/v2/assets/?order=-changed&",
    "/api/v2/assets/?type=print&language=da&",
    "/api/v2/stories/?language=da&",
)
NOTE = "from core.open_data.records import note_changes; note_changes()"
GOALS = {"search": 3, "suggestions": 1.5, "open data": 5}
UNIT = "x the p95 of a plain page of the same run"


@contextmanager
def database() -> Iterator[tuple[str, str]]:
    """The address of a new PostgreSQL database and its name; SQLite where none is."""
    url = os.environ.get("TEST_DATABASE_URL") or POSTGRES
    name = f"bench_{secrets.token_hex(4)}"
    server = url.rpartition("/")[0]
    try:
        connection = psycopg.connect(f"{server}/postgres", autocommit=True)
    except psycopg.OperationalError:
        yield "", "SQLite"
        return
    with connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"{server}/{name}", "PostgreSQL"
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def measure(ground: Ground) -> Iterator[Row]:
    """Fill a site, index it, and ask for pages, searches and suggestions in turn."""
    folder = ground.site.folder.parent / "searching"
    with database() as (url, name):
        settings = settings_in(folder)
        settings |= {"DATABASE_URL": url} if url else {}
        fill = ["fill_database", "--assets", str(ASSETS), "--pages", str(PAGES)]
        make_site(folder, settings, *fill)
        started = time.monotonic()
        build = [sys.executable, "manage.py", "build_search_index", "--verbosity", "0"]
        run(build, folder=ROOT, settings=settings)
        note = [sys.executable, "manage.py", "shell", "--verbosity", "0", "-c", NOTE]
        run(note, folder=ROOT, settings=settings)
        built = f"{name}, indekset bygget på {time.monotonic() - started:.0f} s"
        with served(
            "cms.wsgi:application",
            folder=ROOT,
            settings=settings,
            log=Path(folder) / "gunicorn.log",
        ) as port:
            yield from rows(port, built)


def rows(port: int, remark: str) -> Iterator[Row]:
    """Compare searches and suggestions with a plain page, of a site that is served."""
    plain = [plain_page(port)]
    searches = [f"/soeg/?q={quote(question)}" for question in QUESTIONS]
    begun = [f"/soeg/forslag/?q={quote(question)}" for question in BEGINNINGS]
    times: dict[str, list[float]] = {
        "plain": [], "search": [], "suggestions": [], "open data": []
    }  # fmt: skip
    number = 0
    for turn in range(ROUNDS + 1):
        for name, addresses in zip(
            times, (plain * len(QUESTIONS), searches, begun, OPEN_DATA), strict=True
        ):
            for address in addresses:
                number += 1
                # Another address each time: what is kept would be no measure.
                took = seconds(port, another(address, number))
                if turn:
                    times[name].append(took)
    found = {name: p95(each) for name, each in times.items()}
    for name, goal in GOALS.items():
        figures = f"({found['plain'] * 1000:.0f} og {found[name] * 1000:.0f} ms; "
        value = found[name] / found["plain"]
        yield Row(f"{name} 100,000", value, UNIT, "<=", goal, f"{figures}{remark})")


def another(address: str, number: int) -> str:
    """The address, asked as nobody asked it before."""
    if address in OPEN_DATA:
        return f"{address}modified_since=2020-01-01T00:00:00.{number:06}"
    return f"{address}{'&' if '?' in address else '?'}n={number}"


def plain_page(port: int) -> str:
    """The address of a story, by the site's own map."""
    with urllib.request.urlopen(f"http://{HOST}:{port}/sitemap.xml") as answer:
        text = answer.read().decode()
    for address in text.split("<loc>")[1:]:
        path = "/" + address.partition("</loc>")[0].split("/", 3)[-1]
        if "/fortaelling-" in path:
            return path
        if path.endswith(".xml"):
            with urllib.request.urlopen(f"http://{HOST}:{port}{path}") as answer:
                inner = answer.read().decode()
            for one in inner.split("<loc>")[1:]:
                below = "/" + one.partition("</loc>")[0].split("/", 3)[-1]
                if "/fortaelling-" in below:
                    return below
    raise BenchError("der er ingen fortælling at sammenligne med")


def seconds(port: int, path: str) -> float:
    """How long a page takes, whole."""
    started = time.perf_counter()
    with urllib.request.urlopen(f"http://{HOST}:{port}{path}", timeout=60) as answer:
        answer.read()
        if answer.status != 200:
            raise BenchError(f"{path} svarede {answer.status}")
    return time.perf_counter() - started
