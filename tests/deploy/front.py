"""Visitors of a real nginx with the shipped settings, and a site that tells on them."""

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bin import front
from bin.front import NAME, FrontServer
from tests.web import HOST, PATIENCE


@dataclass(frozen=True)
class Answer:
    """What came back; ``headers`` as they were sent, doubles too."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    def __getitem__(self, name: str) -> str | None:
        return self.headers[name]


class Front:
    """A running nginx, as it is met."""

    def __init__(self, server: FrontServer) -> None:
        self.folder = server.folder
        self.port, self.plain_port = server.port, server.plain_port

    @cached_property
    def _context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.folder / "cert.pem")

    def line(self, name: str = NAME) -> ssl.SSLSocket:
        """A connection, as to the site's own name."""
        plain = socket.create_connection((HOST, self.port), timeout=PATIENCE)
        return self._context.wrap_socket(plain, server_hostname=name)

    def ask(self, path: str, method: str = "GET", body=None, **headers) -> Answer:
        """One request on a line of its own."""
        connection = http.client.HTTPConnection(NAME)
        connection.sock = self.line()
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, {"Connection": "close", **names})
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        connection.close()
        return answer

    @property
    def log(self) -> str:
        """What it has noted of the requests that it has answered."""
        return (self.folder / "access.log").read_text()


@pytest.fixture(scope="module")
def front_folder(tmp_path_factory) -> Path:
    """Where an nginx of this module has its certificate, notes and kept pages."""
    if not front.NGINX:
        pytest.skip("nginx: not on this machine")
    return tmp_path_factory.mktemp("front")


@contextmanager
def front_server(
    folder: Path, site: int, var: Path, more: Mapping[str, str] | None = None
) -> Iterator[Front]:
    """nginx before what listens on the port ``site`` for as long as the block lasts."""
    # Notes are read at once.
    more = {" buffer=32k flush=1s": "", **(more or {})}
    with front.front_server(folder, site, var, more) as server:
        yield Front(server)


class Echo(BaseHTTPRequestHandler):
    """A site that tells what it was asked, and may be kept for this second."""

    def do_GET(self):
        length = int(self.headers.get("Content-Length") or 0)
        self.rfile.read(length)
        body = f"{self.command} {self.path} {length}\n{self.headers}".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache")
        if "keep" in self.path:
            self.send_header("X-Accel-Expires", "@1")
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_PUT = do_GET

    def log_message(self, *args):
        pass


@contextmanager
def echo_site() -> Iterator[int]:
    """The telling site; gives its port."""
    server = ThreadingHTTPServer((HOST, 0), Echo)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
