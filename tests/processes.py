"""Real processes beside the suite, on the database that the suite runs on."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
DEADLINE = 60


def wait_until(condition: Callable[[], Any], what: str) -> Any:
    """Look again and again until the condition holds; fail after a minute."""
    deadline = time.monotonic() + DEADLINE
    while not (result := condition()):
        if time.monotonic() > deadline:
            raise AssertionError(f"Waited {DEADLINE} s in vain: {what}")
        time.sleep(0.05)
    return result


def database_url() -> str:
    """The suite's own database, as other processes are told of it."""
    it = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{it['NAME']}"
    person = quote(it["USER"]) + (f":{quote(it['PASSWORD'])}" if it["PASSWORD"] else "")
    return f"postgres://{person}@{it['HOST']}:{it['PORT'] or 5432}/{it['NAME']}"


@contextmanager
def process(
    *command: str, var: Path, said: Path | None = None, **environment: str
) -> Iterator[subprocess.Popen]:
    """A process of the project for as long as the block lasts; ``said`` gets its words.

    It runs on the development settings, whose tasks go through the queue.
    """
    said = said or var / "said.txt"
    inherited = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("S3_", "AWS_", "MAKE")) and key != "DEMO_PASSWORD"
    }
    with said.open("ab") as words:
        child = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            stdout=words,
            stderr=subprocess.STDOUT,
            env={
                **inherited,
                "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
                "DATABASE_URL": database_url(),
                "VAR": str(var),
                **environment,
            },
        )
    try:
        yield child
    finally:
        child.kill()
        child.wait()
