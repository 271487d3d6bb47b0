"""Whole answers in memory, the least asked for put away first."""

import gzip
import hashlib
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field, replace

from .basis import Basis
from .queries import part_read

# Bytes a process keeps; and of one answer, beyond which it is none of a page's.
LARGEST_SHELF = 32 * 1024**2
LARGEST_PAGE = 1024**2
# Too small to gain by it.
SMALLEST_PACKED = 1_000
# What each answer says for itself, or only of the request that it was made for.
SAID_ANEW = {"content-length", "etag", "vary", "x-request-id"}
# Seconds. Only what was changed past the site (in the database by hand, say), or was
# killed between a change and its mark, lets a page grow so old.
KEPT_FOR = 600


def weak_etag(body: bytes) -> str:
    """The name of an answer; weak, since it names the packed bytes too."""
    return f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'


@dataclass(frozen=True)
class KeptPage:
    """An answer of 200 as it was when the site was in ``generation``.

    ``reads`` are the names that it goes by of a query, and ``query`` what they said.
    """

    generation: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    packed: bytes
    etag: str
    basis: Basis | None = None
    reads: frozenset[str] = frozenset()
    query: str = ""
    kept_at: float = field(default_factory=time.time)

    @classmethod
    def of(
        cls, generation: str, headers: list[tuple[str, str]], body: bytes, **known
    ) -> "KeptPage":
        """Pack a body and name it: the same bytes have the same name everywhere."""
        packed = gzip.compress(body, 6, mtime=0) if len(body) > SMALLEST_PACKED else b""
        etag = weak_etag(body)
        kept = [pair for pair in headers if pair[0].lower() not in SAID_ANEW]
        varies = [value for name, value in headers if name.lower() == "vary"]
        kept.append(("Vary", ", ".join([*varies, "Accept-Encoding"])))
        return cls(generation, tuple(kept), body, packed, etag, **known)

    @property
    def is_young(self) -> bool:
        return time.time() - self.kept_at < KEPT_FOR

    def is_fresh(self, generation: str) -> bool:
        """Whether a reader may be shown it."""
        return self.generation == generation and self.is_young

    def answers(self, query: str) -> bool:
        """Whether who asks with ``query`` would be shown the same."""
        return part_read(query, self.reads) == self.query

    def in_generation(self, generation: str) -> "KeptPage":
        """The same page, found to be right then; it grows old as it did."""
        return replace(self, generation=generation)

    @property
    def size(self) -> int:
        questions = len(self.basis.questions) if self.basis else 0
        return len(self.body) + len(self.packed) + questions


class Shelf:
    """Pages by key, so many bytes of them; safe for threads."""

    def __init__(self, largest: int = LARGEST_SHELF) -> None:
        self._largest = largest
        self._pages: OrderedDict[str, KeptPage] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, key: str, generation: str) -> KeptPage | None:
        with self._lock:
            page = self._pages.get(key)
            if page is None or not page.is_fresh(generation):
                return None
            self._pages.move_to_end(key)
            return page

    def last(self, key: str) -> KeptPage | None:
        """The page as it was last kept, fresh or not."""
        with self._lock:
            return self._pages.get(key)

    def put(self, key: str, page: KeptPage) -> None:
        with self._lock:
            self._drop(key)
            self._pages[key] = page
            self._size += page.size
            while self._size > self._largest:
                self._drop(next(iter(self._pages)))

    def _drop(self, key: str) -> None:
        if page := self._pages.pop(key, None):
            self._size -= page.size
