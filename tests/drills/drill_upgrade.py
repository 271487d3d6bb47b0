"""The release before, at work while the tables become those of this one.

It is taken from the history: the program as it was before the newest migration, or at
``DRILL_FROM``. It serves a site of ``DRILL_ASSETS`` materials, and readers come twenty
times a second, before, while and after this program migrates the tables beneath it.
"""

import itertools
import os
import statistics
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bench.demo_site import settings_in
from bench.ground import run, served
from bench.searching import database
from bench.steady import Steady
from tests.processes import ROOT

ASSETS = int(os.environ.get("DRILL_ASSETS", "20000"))
PAGES, DOWNLOADS = 50, 10 * ASSETS
RATE, AROUND = 20, 5
MIGRATIONS = "*/migrations/0*.py"


def git(*words: str) -> str:
    command = ["git", "-C", str(ROOT), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip()


@pytest.fixture
def before(tmp_path) -> Path:
    """The program of the release before, in a folder of its own."""
    newest = git("log", "-1", "--diff-filter=A", "--format=%H", "--", MIGRATIONS)
    commit = os.environ.get("DRILL_FROM") or f"{newest}^"
    packed, folder = tmp_path / "before.tar", tmp_path / "before"
    git("archive", "--output", str(packed), commit)
    if not packed.exists():
        pytest.skip("the history does not go back to the release before")
    with tarfile.open(packed) as files:
        files.extractall(folder, filter="data")
    return folder


@pytest.fixture
def settings(tmp_path) -> Iterator[dict[str, str]]:
    found = settings_in(tmp_path / "site")
    (tmp_path / "site").mkdir()
    if not os.environ.get("TEST_DATABASE_URL"):
        yield found
        return
    with database() as (url, _name):
        yield found | {"DATABASE_URL": url}


def addresses() -> Iterator[str]:
    """Pages, lists and searches; of these no more than one address may ask for."""
    for number in itertools.count():
        yield from ("/", "/kampagner/", "/kalender/", f"/?oevelse={number}")
        yield from (f"/materialer/?p={page}" for page in range(1, 4))
        yield f"/soeg/?q=plakat+{number}"


def test_the_release_before_serves_on_the_tables_of_this_one(
    request, before, settings, tmp_path
):
    manage = [sys.executable, "manage.py"]
    fill = ["fill_database", "--assets", str(ASSETS), "--pages", str(PAGES)]
    fill += ["--downloads", str(DOWNLOADS)]
    for command in (["createcachetable"], ["migrate"], fill):
        run([*manage, *command], folder=before, settings=settings)
    log = tmp_path / "gunicorn.log"
    with (
        served(
            "cms.wsgi:application", folder=before, settings=settings, log=log
        ) as port,
        ThreadPoolExecutor(1) as hand,
    ):
        readers = Steady(port, addresses(), RATE, {"X-Forwarded-For": "10.9.0.1"})
        readers.ask(AROUND)
        migrating = hand.submit(
            run, [*manage, "migrate"], folder=ROOT, settings=settings
        )
        began, took = time.monotonic(), []
        while not migrating.done() or time.monotonic() - began < AROUND:
            # Fails where one is answered by anything but its page.
            took += readers.ask(1)
        said = migrating.result()
        after = readers.ask(AROUND)
    assert "Applying" in said
    middle, most, then = (
        1000 * seconds for seconds in (statistics.median(took), max(took), max(after))
    )
    sys.stdout.write(
        f"\n {request.node.name}\n   {said.count('Applying')} migrations beneath "
        f"{ASSETS} materials: {len(took)} asked meanwhile, median {middle:.0f} ms, "
        f"slowest {most:.0f}; after it {then:.0f}\n"
    )
