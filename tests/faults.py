"""A proxy before the real S3 server that breaks what passes, as storage breaks."""

import enum
import hashlib
import http.client
import http.server
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bin.s3server import S3Server

HANDED_ON = {"connection", "transfer-encoding", "date", "server", "content-length"}
PATIENCE = 60


class Fault(enum.Enum):
    """What becomes of a request."""

    REFUSE = "the connection is reset before a byte is read"
    HANG = "it is read and never answered"
    SLOW = "it is answered a second late"
    CUT = "half of the body arrives, then the connection is reset"
    BUSY = "503 SlowDown"
    SKEWED = "403 RequestTimeTooSkewed: the clocks differ by a quarter of an hour"
    FLIP = "200, and a byte is another"
    LIE = "200, and nothing is stored"


class FaultProxy(http.server.ThreadingHTTPServer):
    """Passes requests on to ``server``; ``fault_of(method, path)`` breaks some.

    ``broken`` holds the method and path of each that was broken.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, server: S3Server) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behind = server
        self.fault_of: Callable[[str, str], Fault | None] = lambda method, path: None
        self.broken: list[tuple[str, str]] = []
        self.closing = threading.Event()

    @property
    def endpoint_url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def break_all(self, fault: Fault, *methods: str) -> None:
        """Break every request of these methods; of none named, every request."""
        self.fault_of = lambda method, path: (
            fault if not methods or method in methods else None
        )

    def mend(self) -> None:
        """Break nothing any more."""
        self.fault_of = lambda method, path: None

    def handle_error(self, request, client_address) -> None:
        """A connection that was cut is what was asked for."""


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: FaultProxy

    def handle_one(self) -> None:
        fault = self.server.fault_of(self.command, self.path)
        if fault:
            self.server.broken.append((self.command, self.path))
        if fault is Fault.REFUSE:
            return self._reset()
        if self.headers.get("Expect") == "100-continue":
            self.send_response_only(100)
            self.end_headers()
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if fault is Fault.HANG:
            self.server.closing.wait(PATIENCE)
            return self._reset()
        if fault is Fault.SLOW:
            self.server.closing.wait(1)
        if fault is Fault.BUSY:
            return self._answer(503, {}, b"<Error><Code>SlowDown</Code></Error>")
        if fault is Fault.SKEWED:
            code = b"<Error><Code>RequestTimeTooSkewed</Code></Error>"
            return self._answer(403, {"Content-Type": "application/xml"}, code)
        if fault is Fault.LIE:
            digest = hashlib.md5(body, usedforsecurity=False).hexdigest()
            return self._answer(200, {"ETag": f'"{digest}"'})
        if fault is Fault.CUT and body:
            self._half(body)
            return self._reset()
        if fault is Fault.FLIP and "X-Amz-Signature" in self.path:
            # A signed link holds no digest of the body.
            body = _flipped(body)
        answer, content = self._pass_on(body)
        if fault is Fault.FLIP and self.command == "PUT":
            self._store_flipped(body)
        elif fault is Fault.FLIP:
            content = _flipped(content)
        if fault is Fault.CUT:
            self._answer(answer.status, dict(answer.getheaders()), content, half=True)
            return self._reset()
        return self._answer(answer.status, dict(answer.getheaders()), content)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = handle_one

    def _connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(
            "127.0.0.1", self.server.behind.port, timeout=PATIENCE
        )

    def _pass_on(self, body: bytes) -> tuple[http.client.HTTPResponse, bytes]:
        # The host stays the proxy's: the signature holds it.
        headers = {k: v for k, v in self.headers.items() if k.lower() != "expect"}
        there = self._connection()
        there.request(self.command, self.path, body or None, headers)
        answer = there.getresponse()
        content = answer.read()
        there.close()
        return answer, content

    def _half(self, body: bytes) -> None:
        there = self._connection()
        there.putrequest(self.command, self.path, skip_host=True)
        for name, value in self.headers.items():
            there.putheader(name, value)
        there.endheaders(body[: len(body) // 2])
        there.close()

    def _store_flipped(self, body: bytes) -> None:
        """Let the server hold another byte, as if it had written it so."""
        bucket, _slash, key = self.path.partition("?")[0][1:].partition("/")
        if "uploadId" not in self.path:
            self.server.behind.client().put_object(
                Bucket=bucket, Key=key, Body=_flipped(body)
            )

    def _answer(
        self, status: int, headers: dict, content: bytes = b"", *, half: bool = False
    ) -> None:
        length = headers.get("Content-Length") if self.command == "HEAD" else None
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in HANDED_ON:
                self.send_header(name, value)
        self.send_header("Content-Length", length or str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content[: len(content) // 2] if half else content)

    def _reset(self) -> None:
        self.close_connection = True
        self.connection.setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
        )
        self.connection.close()

    def log_message(self, *args) -> None:
        """Say nothing."""


def _flipped(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1]) if content else content


@contextmanager
def fault_proxy(server: S3Server) -> Iterator[FaultProxy]:
    """Run a proxy before ``server`` for as long as the block lasts."""
    with FaultProxy(server) as proxy:
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        try:
            yield proxy
        finally:
            proxy.closing.set()
            proxy.shutdown()
