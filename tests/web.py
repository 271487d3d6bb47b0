"""The site behind its real web server, and lines that speak to it badly."""

import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.processes import free_port
from tests.processes import process, wait_until

HOST = "127.0.0.1"
# Longer than anything that is right can take, on a busy machine.
PATIENCE = 30


def hello(environ, start_response):
    """An application that starts at once."""
    environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Length", "3")])
    return [b"ok\n"]


def slow_hello(environ, start_response):
    """One that takes its time."""
    time.sleep(0.05)
    return hello(environ, start_response)


class AtHand:
    """One that has pages at hand: "/lille" and "/stor", of five million bytes."""

    PAGES = {"/lille": b"lille", "/stor": b"stor." * 1_000_000}

    def __call__(self, environ, start_response):
        return hello(environ, start_response)

    def at_once(self, environ):
        body = self.PAGES.get(environ["PATH_INFO"])
        return body and ("200 OK", [("Content-Length", str(len(body)))], body)


at_hand = AtHand()


class Weighing(AtHand):
    """One that takes a form until somebody has read."""

    def __init__(self):
        self._was_read = threading.Event()

    def __call__(self, environ, start_response):
        if environ["REQUEST_METHOD"] == "GET":
            self._was_read.set()
        else:
            self._was_read.wait(2 * PATIENCE)
        return hello(environ, start_response)


weighing = Weighing()


def headers_of(response) -> dict[str, str]:
    """What an answer says, but for the name that each has for itself."""
    own = "X-Request-ID"
    return {name: value for name, value in response.items() if name != own}


def is_up(port: int) -> bool:
    """Whether somebody listens there."""
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True


@contextmanager
def web_server(var: Path, *options: str, **environment: str) -> Iterator[int]:
    """gunicorn as the site has it, on the suite's database; gives the port."""
    port, said = free_port(), var / "web.txt"
    command = ["-m", "gunicorn", "-c", "python:cms.web_server"]
    command += ["--bind", f"{HOST}:{port}", *options]
    environment = {"DEBUG": "false", "BASE_URL": f"http://{HOST}:{port}", **environment}
    with process(*command, var=var, said=said, **environment) as server:
        wait_until(lambda: is_up(port) or server.poll() is not None, "gunicorn is up")
        assert server.poll() is None, said.read_text()
        try:
            yield port
        finally:
            # Not gracefully: some tests leave lines open.
            server.send_signal(signal.SIGQUIT)
            server.wait(PATIENCE)


def line(port: int, text: str | bytes) -> socket.socket:
    """A connection on which something has been said."""
    found = socket.create_connection((HOST, port), timeout=PATIENCE)
    found.sendall(text.encode() if isinstance(text, str) else text)
    return found


def head(method: str, path: str, *headers: str) -> str:
    """The beginning of a request, whole."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {HOST}", *headers]
    return "\r\n".join(lines) + "\r\n\r\n"


def answer(connection: socket.socket) -> str:
    """All that the other end says until it hangs up."""
    said = b""
    with connection:
        while chunk := connection.recv(65536):
            said += chunk
    return said.decode()
