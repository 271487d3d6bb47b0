"""Measure the site against a bare Wagtail project: what ``make bench`` calls.

Both are served on this machine in the same run, so the figures are ratios: they hold
on a slow machine and on a busy one. A question is a module with a function
``measure``; its rows go into the table and into ``results.json``. Named questions
(``make bench ARGS="front pages"``) are asked alone, and nothing is written.
"""

import signal
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import (
    changes,
    crowd,
    door,
    forms,
    front,
    ingest,
    lists,
    memory,
    packages,
    pages,
    previews,
    searching,
)
from bench.demo_site import demo_site
from bench.ground import BenchError, Ground
from bench.rows import Row, write_rows
from bench.stock import stock_project

QUESTIONS = {
    question.__name__.removeprefix("bench."): question
    for question in (
        pages,
        front,
        crowd,
        changes,
        door,
        lists,
        searching,
        packages,
        previews,
        forms,
        ingest,
        memory,
    )
}
RESULTS = Path(__file__).with_name("results.json")


def measure(folder: Path, names: list[str]) -> tuple[list[Row], list[str]]:
    """Put up both sites in ``folder`` and ask the named questions.

    Returns the rows, and why a question has none: the others are asked all the same.
    """
    rows, troubles = [], []
    with stock_project(folder / "stock") as stock, demo_site(folder / "site") as site:
        ground = Ground(stock=stock, site=site)
        for name in names:
            try:
                for row in QUESTIONS[name].measure(ground):
                    print(row.line, flush=True)
                    rows.append(row)
            except BenchError as error:
                troubles.append(str(error))
    return rows, troubles


def main() -> int:
    """Print the table; the exit code tells whether all was measured, no more."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    names = sys.argv[1:] or list(QUESTIONS)
    if strange := [name for name in names if name not in QUESTIONS]:
        known = ", ".join(QUESTIONS)
        print(f"Stop: {', '.join(strange)} findes ikke. Vælg: {known}", file=sys.stderr)
        return 2
    started = time.monotonic()
    print("Gør et tomt Wagtail-projekt og sitet med eksemplerne klar ...", flush=True)
    try:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            rows, troubles = measure(Path(folder), names)
    except BenchError as error:
        print(f"Stop: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stop: afbrudt; intet er skrevet.", file=sys.stderr)
        return 130
    if len(names) == len(QUESTIONS):
        write_rows(rows, RESULTS)
    missed = [row.name for row in rows if not row.holds]
    print(f"\n{len(rows)} målinger på {time.monotonic() - started:.0f} s.")
    print("Under målet: " + ", ".join(missed) if missed else "Alle mål er nået.")
    for trouble in troubles:
        print(f"Kunne ikke måles: {trouble}", file=sys.stderr)
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
