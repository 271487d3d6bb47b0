"""How fast does the door let a small file out, when it counts every one of them?"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from .ground import BenchError, Ground
from .load import Target, compare
from .pages import UNIT
from .rows import Row

GOAL = 0.8


def measure(ground: Ground) -> Iterator[Row]:
    """Fetch an open file from disk; every request must have left its row."""
    door = Target(ground.site.port, ground.site.addresses["file"])
    database = ground.site.folder / "db.sqlite3"
    before = downloads_in(database)
    found = compare(door, Target(ground.stock.port, "/"))
    counted = downloads_in(database) - before
    if counted != found.requests:
        raise BenchError(f"døren talte {counted} af {found.requests} hentninger")
    yield Row("download door", found.ratio, UNIT, ">=", GOAL, found.remark)


def downloads_in(database: Path) -> int:
    """How many rows the log of downloads holds."""
    with closing(sqlite3.connect(database, timeout=20)) as connection:
        return connection.execute("SELECT COUNT(*) FROM assets_download").fetchone()[0]
