"""What takes too long for ``make test``: what ``make drill`` calls.

``kill -9`` in the middle of each step, many times; PostgreSQL away for a minute; a
crowd for minutes; a release that is migrated to beneath the one before; a thousand
edits while readers read; nonsense to every address.
First with files on disk and SQLite, then with a real S3 server and PostgreSQL.
docs/reliability.md holds its last run.
"""

import os
import subprocess
import sys
from pathlib import Path

from bin.test import ROOT, postgres_url

DRILLS = (
    "tests/drills/drill_kills.py",
    "tests/drills/drill_outage.py",
    "tests/drills/drill_load.py",
    "tests/drills/drill_upgrade.py",
    "tests/core/test_staleness.py",
    "tests/access/test_nonsense.py",
)
# Locust lies apart: its packages (brotli, gevent) would change what the site does.
CROWD = Path(sys.prefix) / "crowd"
# How much more than in the suite.
MORE = {"STALENESS_EDITS": "1000", "DRILL_NONSENSE": "2000"}


def fetch_crowd() -> None:
    """Install Locust beside the environment, once."""
    if not (CROWD / "locust").exists():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-input"]
        pip += ["--target", str(CROWD), "-r", "requirements-drill.txt"]
        subprocess.run(pip, check=True)


def main() -> int:
    """Run both; the exit code is 0 only when both passed."""
    os.chdir(ROOT)
    fetch_crowd()
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test"}
    environment.pop("TEST_DATABASE_URL", None)
    runs = {"disk og SQLite": {}}
    url, why_not = postgres_url()
    if url:
        runs["S3 og PostgreSQL"] = {"TEST_DATABASE_URL": url}
    drill = [sys.executable, "-m", "pytest", "-s", "-n", "0", "--durations=0"]
    failed = []
    for name, settings in runs.items():
        print(f"\n== Øvelse på {name}", flush=True)
        # A path of its own on the command line is asked for alone.
        asked = sys.argv[1:] if any("/" in a for a in sys.argv[1:]) else []
        command = [*drill, *(asked or [*DRILLS, *sys.argv[1:]])]
        everything = {**MORE, **environment, **settings}
        if subprocess.run(command, env=everything).returncode:
            failed.append(name)
    if why_not:
        print(f"Sprunget over: S3 og PostgreSQL ({why_not})")
    print("Fejl: " + "; ".join(failed) if failed else "Alt bestod.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
