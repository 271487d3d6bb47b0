"""A web server that is reloaded, and started anew, while it is asked."""

import http.client
import signal
import socket
import subprocess
import sys
import threading

import pytest

from tests.processes import ROOT, wait_until
from tests.web import HOST

READERS = 4
SETTINGS = ["-c", "python:cms.web_server", "--workers", "2", "tests.web:slow_hello"]
# As systemd hands it over: the line as the third of the process's open files.
HOLDING = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.environ['LISTEN_FDS'] = '1';"
    "os.environ['LISTEN_PID'] = str(os.getpid());"
    "os.execv(sys.executable, [sys.executable, '-m', 'gunicorn', *sys.argv[2:]])"
)


@pytest.fixture
def line():
    """Where readers come, whoever answers there."""
    with socket.create_server((HOST, 0), backlog=2048) as line:
        yield line


@pytest.fixture
def start(line, tmp_path):
    """Start a web server on the line; it is ended with the test."""
    started = []

    def server() -> subprocess.Popen:
        with (tmp_path / "said.txt").open("a") as said:
            command = [sys.executable, "-c", HOLDING, str(line.fileno()), *SETTINGS]
            process = subprocess.Popen(
                command, cwd=ROOT, pass_fds=[line.fileno()], stdout=said, stderr=said
            )
        started.append(process)
        return process

    yield server
    for process in started:
        process.kill()
        process.wait()


@pytest.fixture
def answers(line, start):
    """What readers were told; they ask on, some on lines that they keep."""
    told: list[str] = []
    over = threading.Event()

    def read(keeps: bool) -> None:
        connection = None
        while not over.is_set():
            try:
                port = line.getsockname()[1]
                connection = connection or http.client.HTTPConnection(HOST, port, 30)
                connection.request("GET", "/")
                answer = connection.getresponse()
                told.append(f"{answer.status} {answer.read().decode()}")
                if not keeps or answer.headers.get("Connection") == "close":
                    connection.close()
                    connection = None
            except (OSError, http.client.HTTPException) as error:
                told.append(repr(error))
                connection = None

    threads = [threading.Thread(target=read, args=[n % 2]) for n in range(READERS)]
    for thread in threads:
        thread.start()
    yield told
    over.set()
    for thread in threads:
        thread.join()


def more(answers: list[str], count: int = 20) -> None:
    """Let so many more be answered."""
    until = len(answers) + count
    wait_until(lambda: len(answers) >= until, "answers")


def test_nobody_is_failed_while_it_is_reloaded_and_started_anew(start, answers):
    first = start()
    more(answers)
    first.send_signal(signal.SIGHUP)
    # Until the old processes have ended, and longer.
    more(answers, 100)
    first.terminate()
    assert first.wait(30) == 0
    start()
    more(answers)
    assert set(answers) == {"200 ok\n"}
