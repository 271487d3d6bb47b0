"""The way into ``drawing``: jobs on one file, in a limited subprocess."""

import contextlib
import json
import logging
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from .drawing.remote import BLOCK, REQUEST

logger = logging.getLogger(__name__)

SCRIPT = Path(__file__).with_name("drawing") / "run.py"
WALL_SECONDS = 20
# Storage may be slow; the 20 s of CPU hold for these too.
REMOTE_WALL_SECONDS = 60
# What one process may fetch of a file, however large the file is.
MOST_FETCHED = 512 * 1024 * 1024


class RemoteOriginal:
    """A file in storage that a drawing reads the parts of that it needs.

    ``read_range(start, count)`` returns bytes. The drawing has neither network nor
    keys: it asks over a socket, and can ask for this one file alone.
    """

    def __init__(self, size: int, read_range: Callable[[int, int], bytes]):
        self.size, self._read_range = size, read_range
        self.fetched = 0
        self.error: Exception | None = None

    @contextlib.contextmanager
    def served(self) -> Iterator[socket.socket]:
        """Yield the drawing's end; raise afterwards what storage raised."""
        ours, theirs = socket.socketpair()
        with ours, theirs:
            thread = threading.Thread(target=self._serve, args=[ours], daemon=True)
            thread.start()
            try:
                yield theirs
            finally:
                with contextlib.suppress(OSError):
                    ours.shutdown(socket.SHUT_RDWR)
                thread.join()
        if self.error:
            raise self.error

    def _serve(self, line: socket.socket) -> None:
        budget = MOST_FETCHED
        try:
            while request := line.recv(REQUEST.size, socket.MSG_WAITALL):
                start, count = REQUEST.unpack(request)
                budget -= count
                if budget < 0 or count > BLOCK or start + count > self.size:
                    break
                try:
                    block = self._read_range(start, count)
                except Exception as error:  # noqa: BLE001 raised where it is waited for
                    self.error = error
                    break
                self.fetched += count
                line.sendall(block)
        except (OSError, ValueError):
            # The drawing has ended, or was killed while it asked.
            return
        finally:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)


def run_jobs(
    jobs: str, original: Path | RemoteOriginal, extension: str, folder: str, name: str
) -> dict:
    """Let ``drawing`` do ``jobs`` ("spec,more") on a file.

    Returns what each job answered that came to its end, and "is_late" when the clock
    ran out, which may be the machine's fault; ``name`` is for the log.
    """
    if isinstance(original, Path):
        return _run([jobs, original, extension.lower(), folder], name, WALL_SECONDS)
    with original.served() as line:
        arguments = [jobs, f"remote:{original.size}", extension.lower(), folder]
        return _run(arguments, name, REMOTE_WALL_SECONDS, line)


def _run(arguments: list, name: str, seconds: float, line=subprocess.DEVNULL) -> dict:
    try:
        result = subprocess.run(  # noqa: S603 our own script, our own arguments
            [sys.executable, "-I", SCRIPT, *arguments],
            # Nothing of ours to read for a file that takes the process over.
            env={},
            stdin=line,
            capture_output=True,
            timeout=seconds,
            check=True,
        )
        return _answers(result.stdout)
    except subprocess.SubprocessError as error:
        stderr = error.stderr or b""
        logger.warning(
            "not all of %s done on %s: %s %s",
            arguments[0],
            name,
            type(error).__name__,
            stderr.decode(errors="replace").strip().rpartition("\n")[2],
        )
        late = isinstance(error, subprocess.TimeoutExpired)
        return _answers(error.stdout or b"") | ({"is_late": True} if late else {})


def _answers(output: bytes) -> dict:
    answers = {}
    for line in output.splitlines():
        try:
            answers |= json.loads(line)
        except ValueError:
            # What a killed process left half written, or a library said.
            continue
    return answers
