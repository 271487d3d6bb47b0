"""Child processes that never outlive whoever started them, and where they listen."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO

PR_SET_PDEATHSIG = 1


def _die_with_parent() -> Callable[[], None] | None:
    """What makes a child end even when its parent is killed outright (Linux only)."""
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    return lambda: libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def start(
    command: list[str],
    *,
    folder: Path,
    environment: Mapping[str, str],
    log: IO[str] | None = None,
) -> subprocess.Popen:
    """Start a child, out of reach of the terminal's Ctrl-C: its parent ends it."""
    return subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT if log else None,
        start_new_session=True,
        preexec_fn=_die_with_parent(),
    )


def end(children: Iterable[subprocess.Popen], patience: float) -> None:
    """Ask all to end, and cut off, with all that they started, who takes too long."""
    children = list(children)
    for child in children:
        child.terminate()
    deadline = time.monotonic() + patience
    for child in children:
        try:
            child.wait(max(0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def free_port() -> int:
    """A port that nobody listens on, for a child that is told where to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
