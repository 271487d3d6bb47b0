"""A file that lies elsewhere, read block by block from the process that started us."""

import functools
import io
import os
import socket
import struct
import sys

BLOCK = 1024 * 1024
# Kept at hand, of the memory that a drawing has.
BLOCKS = 32
REQUEST = struct.Struct(">QI")


class RemoteFile(io.RawIOBase):
    """Asks for blocks over ``line``: where one begins, and how many bytes it has."""

    def __init__(self, line: socket.socket, size: int):
        self._line, self._size, self._at = line, size, 0
        self._block = functools.lru_cache(BLOCKS)(self._fetch)

    def readable(self):
        return True

    def seekable(self):
        return True

    def tell(self):
        return self._at

    def seek(self, offset, whence=io.SEEK_SET):
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError("before the beginning of the file")
        self._at = base + offset
        return self._at

    def readinto(self, buffer):
        wanted = max(0, min(len(buffer), self._size - self._at))
        done = 0
        while done < wanted:
            number, start = divmod(self._at, BLOCK)
            part = self._block(number)[start : start + wanted - done]
            buffer[done : done + len(part)] = part
            done += len(part)
            self._at += len(part)
        return done

    def _fetch(self, number: int) -> bytes:
        start = number * BLOCK
        left = min(BLOCK, self._size - start)
        self._line.sendall(REQUEST.pack(start, left))
        block = bytearray()
        while len(block) < left:
            part = self._line.recv(left - len(block))
            if not part:
                # The libraries would draw what they have as if it were all.
                sys.stderr.write("no more of the original is given\n")
                sys.stderr.flush()
                os._exit(1)
            block += part
        return bytes(block)
