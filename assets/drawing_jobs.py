"""The way into ``drawing``: jobs on one file, in a limited subprocess."""

import json
import logging
import subprocess
import sys
from pathlib import Path

logger = logging.getLogger(__name__)

SCRIPT = Path(__file__).with_name("drawing") / "run.py"
WALL_SECONDS = 20


def run_jobs(jobs: str, path: Path, extension: str, folder: str, name: str) -> dict:
    """Let ``drawing`` do ``jobs`` ("spec,more") on a file.

    Returns what each job answered that came to its end, and "is_late" when the clock
    ran out, which may be the machine's fault; ``name`` is for the log.
    """
    try:
        result = subprocess.run(  # noqa: S603 our own script, our own arguments
            [sys.executable, "-I", SCRIPT, jobs, path, extension.lower(), folder],
            # Nothing of ours to read for a file that takes the process over.
            env={},
            capture_output=True,
            timeout=WALL_SECONDS,
            check=True,
        )
        return _answers(result.stdout)
    except subprocess.SubprocessError as error:
        stderr = error.stderr or b""
        logger.warning(
            "not all of %s done on %s: %s %s",
            jobs,
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
