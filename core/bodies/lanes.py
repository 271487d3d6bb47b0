"""A lane of their own for those who try a password.

To reckon a password takes a third of a second of a processor and 100 MB, on purpose.
When a newsletter sends all libraries to the sign-in in the same minute, each process
does so with one at a time, and its other threads go on with what everybody reads.
"""

import re
from concurrent.futures import Future, ThreadPoolExecutor

from gunicorn.workers.gthread import TConn

from .heads import ENOUGH, LENGTH

# Where a form with a password is sent, in every language (``users/urls.py``).
PASSWORDS = re.compile(
    rb"POST (?:/[a-z]{2})?/(?:log-ind|opret-bruger|skift-adgangskode"
    rb"|glemt-adgangskode/[^/ ]+|totrinslogin/adgangskode)/"
)


class Lanes(ThreadPoolExecutor):
    """gunicorn's threads, and one more."""

    def __init__(self, threads: int) -> None:
        super().__init__(threads)
        self._passwords = ThreadPoolExecutor(1)

    def submit(self, handle, conn: TConn) -> Future:
        """Lend a connection a thread when one is free, in its own lane."""
        if tries_password(conn):
            return self._passwords.submit(handle, conn)
        return super().submit(handle, conn)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._passwords.shutdown(wait, cancel_futures=cancel_futures)
        super().shutdown(wait, cancel_futures=cancel_futures)


def tries_password(conn: TConn) -> bool:
    """Whether it brings such a form, and one that no thread would have to wait for."""
    parser = getattr(conn, "parser", None)
    if parser is None or conn.is_http2:
        return False
    data = parser.unreader.buf.getvalue()
    length = LENGTH.search(data) if PASSWORDS.match(data) else None
    return length is not None and int(length[1]) <= ENOUGH
