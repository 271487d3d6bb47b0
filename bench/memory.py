"""Do the web processes grow while people of all kinds use the site for ten minutes?"""

import statistics
from collections.abc import Iterator
from pathlib import Path

from .crowd import with_searches
from .demo_site import ROOT, settings_in
from .ground import HOST, BenchError, Ground, served
from .rows import Row
from .steady import Steady

RATE = 20
STRETCH = 30
# After five minutes each process has met every kind of page.
WARM, STRETCHES = 10, 20
UNIT = "x the memory of the web processes after five minutes"
GOAL = 1.1


def measure(ground: Ground) -> Iterator[Row]:
    """Held after ten minutes against held after five; medians of a minute."""
    site, folder = ground.site, ground.site.folder
    pages = (
        *("/", site.addresses["campaign"], "/ideer/", "/materialer/?slags=print"),
        *(site.addresses["file"], "/kalender.ics", "/api/", "/sitemap.xml"),
    )
    with served(
        "cms.wsgi:application",
        folder=ROOT,
        settings=settings_in(folder),
        log=folder / "gunicorn-memory.log",
    ) as port:
        readers = Steady(port, with_searches(pages), RATE, {})
        held = []
        for _stretch in range(STRETCHES):
            readers.ask(STRETCH)
            held.append(memory_of(port))
    before, after = (
        statistics.median(held[WARM - 2 : WARM]),
        statistics.median(held[-2:]),
    )
    remark = f"({before / 1024:.0f} og {after / 1024:.0f} MB i alt)"
    yield Row("memory of ten minutes", after / before, UNIT, "<=", GOAL, remark)


def memory_of(port: int) -> int:
    """What the processes of the server on ``port`` hold, in kB; shared parts once."""
    held = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"{HOST}:{port}" in (folder / "cmdline").read_text():
                lines = (folder / "smaps_rollup").read_text().splitlines()
                held += sum(int(x.split()[1]) for x in lines if x.startswith("Pss:"))
        except OSError:
            # It ended meanwhile.
            continue
    if not held:
        raise BenchError("webserverens processer blev ikke fundet")
    return held
