"""ClamAV's INSTREAM over its socket: the bytes go by once, then comes the verdict."""

import socket
import struct

from django.conf import settings
from django.utils.translation import gettext as _

from .refusals import Waits

CONNECT_SECONDS = 5
# Unpacking and looking through a large archive takes clamd its time.
VERDICT_SECONDS = 300
ANSWER_BYTES = 4096


class Scan:
    """One file under scan: ``feed`` it, then ask for the ``verdict``.

    Raises Waits whenever the scanner does not answer as it should: no verdict, no file.
    """

    def __init__(self) -> None:
        self.left = settings.CLAMAV_STREAM_BYTES
        self.is_partial = False
        try:
            self._socket = _connect(settings.CLAMAV_SOCKET)
            self._socket.sendall(b"zINSTREAM\0")
        except (OSError, ValueError) as error:
            raise _away() from error

    def feed(self, chunk: bytes) -> None:
        """Send the next bytes on, as far as the scanner takes any."""
        part = chunk[: self.left]
        self.is_partial = self.is_partial or len(part) < len(chunk)
        if not part:
            return
        self.left -= len(part)
        try:
            self._socket.sendall(struct.pack("!I", len(part)) + part)
        except OSError as error:
            # It hangs up on a stream that is longer than it takes.
            raise _away() from error

    def verdict(self) -> str:
        """Return the name of what was found, "" for a clean file."""
        answer = b""
        try:
            self._socket.settimeout(VERDICT_SECONDS)
            self._socket.sendall(struct.pack("!I", 0))
            while not answer.endswith(b"\0") and len(answer) < ANSWER_BYTES:
                if not (more := self._socket.recv(ANSWER_BYTES)):
                    break
                answer += more
        except OSError as error:
            raise _away() from error
        text = answer.decode(errors="replace").strip("\0 \n").removeprefix("stream: ")
        if text == "OK":
            return ""
        if text.endswith(" FOUND"):
            return text.removesuffix(" FOUND")
        raise _away()

    def close(self) -> None:
        self._socket.close()


def _connect(address: str) -> socket.socket:
    host, colon, port = address.removeprefix("tcp://").rpartition(":")
    if colon and port.isdecimal():
        return socket.create_connection((host, int(port)), CONNECT_SECONDS)
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(CONNECT_SECONDS)
    try:
        connection.connect(address.removeprefix("unix:"))
    except OSError:
        connection.close()
        raise
    return connection


def _away() -> Waits:
    return Waits(
        _("Viruskontrollen svarer ikke. Filen bliver tjekket, når den svarer igen.")
    )
