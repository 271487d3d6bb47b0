"""The ground that questions stand on: two sites behind the same app server."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from core.processes import end, free_port, start

HOST = "127.0.0.1"
START_DEADLINE = 60
STOP_PATIENCE = 10
# Both of so many processes and threads; ours with what else we tell gunicorn.
GUNICORN = ["-m", "gunicorn", "--preload", "--log-level", "warning"]
GUNICORN += ["--workers", "2", "--threads", "4", "--no-control-socket"]
STOCK = ["--worker-class", "gthread", "--graceful-timeout", "5"]
OURS = ["-c", "python:cms.web_server"]


class BenchError(RuntimeError):
    """Something could not be measured; the message says why."""


@dataclass(frozen=True)
class Site:
    """A served site: its port, its folder, and the addresses that questions ask for."""

    port: int
    folder: Path
    addresses: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Ground:
    """Both sites of a run."""

    stock: Site
    site: Site


def environment(**settings: str) -> dict[str, str]:
    """What a site is told: nothing of this shell or of .env can turn the figures."""
    kept = {k: os.environ[k] for k in ("PATH", "HOME", "LANG") if k in os.environ}
    return {**kept, "PYTHONUNBUFFERED": "1", **settings}


def run(command: list[str], *, folder: Path, settings: Mapping[str, str]) -> str:
    """Run a program to its end and return what it wrote."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=settings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or ["intet"]
        raise BenchError(f"{' '.join(command[-2:])} gik ikke: {said[-1]}")
    return done.stdout


@contextmanager
def served(
    application: str, *, folder: Path, settings: Mapping[str, str], log: Path
) -> Iterator[int]:
    """Serve a WSGI application for as long as the block lasts; gives the port."""
    port = free_port()
    own = OURS if application.startswith("cms.") else STOCK
    command = [sys.executable, *GUNICORN, *own, "--bind", f"{HOST}:{port}", application]
    with log.open("w") as output:
        process = start(command, folder=folder, environment=settings, log=output)
    try:
        _wait(process, port, log)
        yield port
    finally:
        end([process], STOP_PATIENCE)


def _wait(process: subprocess.Popen, port: int, log: Path) -> None:
    deadline = time.monotonic() + START_DEADLINE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    said = log.read_text(errors="replace").strip().splitlines() or ["intet"]
    raise BenchError(f"webserveren kom ikke op: {said[-1]}")
