"""The web server's worker: lends a thread to a request that has come, none before.

gunicorn's own lends it from the first byte on, and waits without end: eight lines that
send a letter a second would be all of our threads. Here who sends slowly, or does not
hang up, is watched by the loop that watches idle connections. Only what lies beyond the
first part of a large body is read in the thread, and that within a time.

``keepalive`` is how long a line may be silent, in a request as between two.
"""

import io
import os
import re
import time
from concurrent.futures import Future
from contextlib import suppress
from functools import cached_property
from socket import SHUT_WR, socket
from typing import Any

from gunicorn.http.errors import LimitRequestHeaders
from gunicorn.util import close
from gunicorn.workers.gthread import _DEFER, TConn, ThreadWorker

from .heads import ENOUGH, LENGTH, plain_request, whole_answer
from .lanes import Lanes

HEAD_END = b"\r\n\r\n"
LARGEST_HEAD = 64 * 1024
EXPECTS = re.compile(rb"\r\nexpect:[ \t]*100-continue", re.IGNORECASE)
GO_ON = b"HTTP/1.1 100 Continue\r\n\r\n"
TOO_LATE = (
    b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s"
)
TOO_LATE %= (len(said := "Det tog for lang tid at sende. Prøv igen.\n".encode()), said)
# Bytes a second, in each such while: less is nobody's line, but somebody's trick.
SLOWEST = 500
# Seconds that what is still on its way to an answered request is listened to. Who is
# cut off at once never reads the answer.
LINGER = 10


class Worker(ThreadWorker):
    """gunicorn's threads, which nobody can sit on, and which no kept page waits for."""

    def get_thread_pool(self) -> Lanes:
        return Lanes(self.cfg.threads)

    def handle_quit(self, sig: int, frame: Any) -> None:
        """End at once. gunicorn's own takes a lock here that the loop may hold."""
        super(ThreadWorker, self).handle_quit(sig, frame)

    def on_client_socket_readable(self, conn: TConn, client: socket) -> None:
        """Answer on a line that was kept open, and leave it where it is."""
        stays = self._answer_at_once(conn)
        if stays is True:
            self._keep_longer(conn)
            return
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self._go_on(conn, stays)

    def enqueue_req(self, conn: TConn) -> None:
        """Answer what the application has at hand; lend a thread to the rest."""
        self._go_on(conn, self._answer_at_once(conn))

    def _go_on(self, conn: TConn, stays: Any) -> None:
        if stays is None:
            super().enqueue_req(conn)
        else:
            known = Future()
            known.set_result(stays)
            self.finish_request(conn, known)

    def _keep_longer(self, conn: TConn) -> None:
        """Anew, but to the second: those that are kept stand in order of their ends."""
        ends = conn.timeout
        conn.set_timeout()
        if conn.timeout - ends < 1:
            conn.timeout = ends
            return
        self.keepalived_conns.remove(conn)
        self.keepalived_conns.append(conn)

    @cached_property
    def _can_at_once(self) -> bool:
        """Whether an application offers it, and nobody counts or notes each request."""
        is_counted = self.cfg.accesslog or self.cfg.statsd_host or self.cfg.max_requests
        is_moved = self.cfg.is_ssl or os.environ.get("SCRIPT_NAME")
        return hasattr(self.wsgi, "at_once") and not (is_counted or is_moved)

    def _answer_at_once(self, conn: TConn) -> Any:
        """Whether the line stays, as ``handle`` says it; None if it needs a thread."""
        is_full = len(self.keepalived_conns) > self.max_keepalived
        is_here = self._can_at_once and self.alive and not is_full
        if not is_here or getattr(conn, "leaves_at", None):
            return None
        try:
            conn.init()
            buffer = conn.parser.unreader.buf
            if conn.is_http2 or buffer.getbuffer():
                return None
            conn.sock.setblocking(False)
            data = conn.sock.recv(ENOUGH)
            request = plain_request(data, conn.client, self.cfg)
            found = request and self.wsgi.at_once(request)
            if found:
                return self._send(conn, whole_answer(*found))
        except BlockingIOError:
            return _DEFER
        except OSError:
            return cut(conn)
        buffer.write(data)
        return None if data else cut(conn)

    def _send(self, conn: TConn, data: bytes) -> bool | None:
        """Send what goes at once; None where a thread has to wait for the rest."""
        try:
            sent = conn.sock.send(data)
        except BlockingIOError:
            sent = 0
        conn.rest = data[sent:]
        return None if conn.rest else True

    def _send_rest(self, conn: TConn) -> Any:
        rest, conn.rest = conn.rest, b""
        try:
            conn.sock.settimeout(self.cfg.keepalive)
            conn.sock.sendall(rest)
        except OSError as error:
            self.log.debug("Closing a connection that is too slow. %s", error)
            return self._let_go(conn)
        return self.alive or self._let_go(conn)

    def handle(self, conn: TConn) -> Any:
        """Answer a request that is here; else give the connection back to the loop."""
        if getattr(conn, "rest", b""):
            return self._send_rest(conn)
        if getattr(conn, "leaves_at", None):
            return self._let_go(conn)
        try:
            conn.init()
            if not getattr(conn, "line", None):
                conn.line = Line(conn.sock, self.cfg.keepalive)
            # One that ends waits for nothing any more: its loop will not look again.
            if self.alive and not self._has_come(conn):
                return _DEFER
        except LimitRequestHeaders as error:
            self.handle_error(None, conn.sock, conn.client, error)
            return self._let_go(conn)
        except TimeoutError:
            send_at_once(conn.sock, TOO_LATE)
            return self._let_go(conn)
        except OSError:
            return False
        conn.data_ready = True
        stays = super().handle(conn)
        conn.line = None
        return stays or self._let_go(conn)

    def handle_request(self, req: Any, conn: TConn) -> bool:
        """Answer it, with a limit to each wait for the other end."""
        conn.sock.settimeout(self.cfg.keepalive)
        conn.parser.unreader.sock = conn.line
        try:
            return super().handle_request(req, conn)
        except TimeoutError as error:
            self.log.debug("Closing a connection that is too slow. %s", error)
            return False
        finally:
            conn.parser.unreader.sock = conn.sock

    def _keepalive_after(self, conn: TConn, keepalive: bool) -> bool:
        """A body that nobody read is waited for by nobody."""
        rest = getattr(conn.parser.mesg.body.reader, "length", None)
        here = len(conn.parser.unreader.buf.getbuffer())
        if rest is None or rest > here:
            return False
        return super()._keepalive_after(conn, keepalive)

    def murder_pending(self) -> None:
        """Tell those who fell silent in the middle why they are cut off."""
        now = time.monotonic()
        for conn in self.pending_conns:
            if conn.timeout > now:
                break
            is_leaving = getattr(conn, "leaves_at", None)
            if not is_leaving and conn.parser.unreader.buf.getbuffer():
                send_at_once(conn.sock, TOO_LATE)
        super().murder_pending()

    def _cap_keepalive(self, deadline: float) -> None:
        super()._cap_keepalive(deadline)
        for conn in self.pending_conns:
            conn.timeout = min(conn.timeout, deadline)

    def _has_come(self, conn: TConn) -> bool:
        """Take what is there; whether it is a request, or enough of one.

        Raises TimeoutError when it comes too slowly, LimitRequestHeaders when its head
        has no end.
        """
        buffer = conn.parser.unreader.buf
        conn.sock.setblocking(False)
        buffer.seek(0, io.SEEK_END)
        while missing_of(data := buffer.getvalue()):
            try:
                found = conn.line.recv(ENOUGH)
            except BlockingIOError:
                if expects_word(data) and not conn.line.was_told:
                    conn.line.was_told = True
                    send_at_once(conn.sock, GO_ON)
                return False
            if not found:
                # The parser says what is wrong with half a request.
                return True
            buffer.write(found)
        return True

    def _let_go(self, conn: TConn) -> Any:
        """Say that no more comes, and hear the other end out without a thread."""
        if not self.alive:
            return False
        try:
            if not getattr(conn, "leaves_at", None):
                conn.leaves_at = time.monotonic() + LINGER
                conn.sock.shutdown(SHUT_WR)
            conn.sock.setblocking(False)
            while time.monotonic() < conn.leaves_at and conn.sock.recv(ENOUGH):
                pass
        except BlockingIOError:
            return _DEFER
        except OSError as error:
            self.log.debug("Closing connection. %s", error)
        return cut(conn)


class Line:
    """One request's way in, which may neither be silent nor drip."""

    def __init__(self, sock: socket, patience: float) -> None:
        self._sock = sock
        self._patience = patience
        self._count = 0
        self._since = 0.0
        self.was_told = False

    def recv(self, size: int) -> bytes:
        """What has come; raises TimeoutError when it is too little for the time."""
        data = self._sock.recv(size)
        now = time.monotonic()
        self._since = self._since or now
        self._count += len(data)
        if data and now - self._since > self._patience:
            if self._count < self._patience * SLOWEST:
                raise TimeoutError("slower than a line can be")
            # Anew, so that a quick beginning buys no time.
            self._since, self._count = now, 0
        return data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)


def cut(conn: TConn) -> bool:
    """Close a line at once; says as ``handle`` does that it does not stay."""
    close(conn.sock)
    # The loop's own way would wait two seconds for the other end, and all with it.
    conn.close = lambda graceful=False: None
    return False


def missing_of(data: bytes) -> int:
    """How many bytes are yet to come before a thread is lent."""
    end = data.find(HEAD_END)
    if end < 0:
        if len(data) > LARGEST_HEAD:
            raise LimitRequestHeaders("limit request headers size")
        return 1
    length = LENGTH.search(data, 0, end)
    wanted = min(int(length[1]), ENOUGH) if length else 0
    return max(end + len(HEAD_END) + wanted - len(data), 0)


def expects_word(data: bytes) -> bool:
    """Whether a client holds its body back until it is told to go on."""
    end = data.find(HEAD_END)
    return end > 0 and EXPECTS.search(data, 0, end) is not None


def send_at_once(sock: socket, data: bytes) -> None:
    """Send a few bytes to who may be gone, or may not listen."""
    with suppress(OSError):
        sock.setblocking(False)
        sock.send(data)
