"""How fast is a package made, beside only reading the same objects, and in how much
memory?

200 files of 10 MB each, streamed as a download is. The stage is set in a process of its
own, whose memory tells of the zip alone: ``python -m bench.packages`` writes JSON.
"""

import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Iterator

from .ground import Ground, run
from .rows import Row

FILES = 200
FILE_SIZE = 10_000_000
ROUNDS = 3
GROWTH_LIMIT = 32


def measure(ground: Ground) -> Iterator[Row]:
    """Ask a process that has the site's settings, and its storage."""
    # Only the demo site's own module knows how it is told where its files are.
    from .demo_site import ROOT, settings_in

    found = json.loads(
        run(
            [sys.executable, "-m", "bench.packages"],
            folder=ROOT,
            settings=settings_in(ground.site.folder),
        )
    )
    yield Row(
        "package of 200 files",
        found["ratio"],
        "x the bytes/s of only reading its files",
        ">=",
        0.5,
        f"({found['rate']:.0f} MB/s)",
    )
    yield Row("package memory", found["growth"], "MB grown", "<=", GROWTH_LIMIT)
    yield Row("package first byte", found["opened"], "files read before it", "<=", 1)


class _Stage:
    """200 stored objects, and a note of each that is opened."""

    def __init__(self) -> None:
        from assets.storages import private_storage

        self.storage = private_storage()
        self.folder = f"bench/{os.getpid()}"
        self.opened = 0

    def versions(self) -> list:
        from assets.models import FileVersion

        return [
            FileVersion(key=f"{self.folder}/{n}", size=FILE_SIZE) for n in range(FILES)
        ]

    def fill(self) -> None:
        block = os.urandom(1_000_000)
        for version in self.versions():
            self.storage.write(version.key, (block for _n in range(10)))

    def clear(self) -> None:
        for version in self.versions():
            self.storage.delete(version.key)

    def read(self, key: str) -> Iterator[bytes]:
        self.opened += 1
        yield from self.storage.read(key)


def _seconds(chunks: Iterator[bytes]) -> float:
    started = time.perf_counter()
    for _chunk in chunks:
        pass
    return time.perf_counter() - started


def _grown() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def _perform(stage: _Stage) -> dict[str, float]:
    from unittest.mock import patch

    from assets.packages import kept

    versions = stage.versions()
    files = [(f"Tryk/{n}.pdf", version) for n, version in enumerate(versions)]

    def reading() -> Iterator[bytes]:
        for version in versions:
            yield from stage.storage.read(version.key)

    # The first file alone, so that what is loaded once is not counted as growth.
    _seconds(iter(kept.zip_of("LÆSMIG", files[:1])))
    before = _grown()
    ratios, rates = [], []
    for _round in range(ROUNDS):
        alone = _seconds(reading())
        zipped = _seconds(iter(kept.zip_of("LÆSMIG", files)))
        ratios.append(alone / zipped)
        rates.append(FILES * FILE_SIZE / zipped / 1e6)
    growth = _grown() - before
    with patch.object(kept, "private_storage", lambda: stage):
        chunks = iter(kept.zip_of("LÆSMIG", files))
        # The LÆSMIG and its headers come first; then the first file's own bytes.
        while not stage.opened:
            next(chunks)
        next(chunks)
    return {
        "ratio": statistics.median(ratios),
        "rate": statistics.median(rates),
        "growth": growth,
        "opened": stage.opened,
    }


def main() -> None:
    """Set the stage, measure, and clear it away."""
    import django

    django.setup()
    stage = _Stage()
    try:
        stage.fill()
        json.dump(_perform(stage), sys.stdout)
    finally:
        stage.clear()


if __name__ == "__main__":
    main()
