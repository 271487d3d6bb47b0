"""What a page was made from: what it asked the database, and what it was told.

A page is the same for as long as the database answers the same. To put the questions
again as they were sent, without making objects or HTML of what is told, takes a
twentieth of the time that the page takes to make. So a change costs the making of the
pages that it changes, and of no others.
"""

import datetime
import hashlib
import logging
import pickle
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from uuid import UUID

from django.db import connection

from ..danish import today

logger = logging.getLogger(__name__)

# More would take as long as the page itself.
MOST_QUESTIONS = 60
# What can be put again as it was. Lists are those of PostgreSQL's arrays.
PLAIN = (str, int, float, bytes, datetime.date, datetime.time, Decimal, UUID)

_asked: ContextVar["Asked | None"] = ContextVar("asked", default=None)


class Told:
    """The name of all that was told, and of the day, which pages go by as well."""

    def __init__(self) -> None:
        self._digest = hashlib.blake2b(today().isoformat().encode(), digest_size=16)

    def add(self, rows: list) -> None:
        self._digest.update(repr(rows).encode())

    @property
    def name(self) -> bytes:
        return self._digest.digest()


class HeardCursor:
    """A database's cursor whose rows were fetched at once, and are handed on."""

    def __init__(self, cursor) -> None:
        self._cursor, self._left = cursor, None

    def __getattr__(self, name: str):
        return getattr(self._cursor, name)

    def hear(self) -> list:
        rows = self._cursor.fetchall()
        self._left = iter(rows)
        return rows

    def execute(self, *args, **kwargs):
        self._left = None
        return self._cursor.execute(*args, **kwargs)

    def fetchone(self):
        if self._left is None:
            return self._cursor.fetchone()
        return next(self._left, None)

    def fetchmany(self, size: int | None = None) -> list:
        size = size or self._cursor.arraysize
        if self._left is None:
            return self._cursor.fetchmany(size)
        return list(islice(self._left, size))

    def fetchall(self) -> list:
        return self._cursor.fetchall() if self._left is None else list(self._left)

    def __iter__(self) -> Iterator:
        return iter(self._cursor if self._left is None else self._left)


class Asked:
    """The questions of one page, in order, for as long as they tell all of it."""

    def __init__(self) -> None:
        self.questions: list[tuple[str, tuple | None]] = []
        self.told = Told()
        self.is_all = True

    def note(self, sql: str, params, many: bool) -> None:
        self.is_all = (
            self.is_all
            and not many
            and sql.startswith("SELECT ")
            and len(self.questions) < MOST_QUESTIONS
            and _is_plain(params)
        )
        if self.is_all:
            self.questions.append((sql, None if params is None else tuple(params)))

    def hear(self, cursor) -> None:
        """Note what Django's ``cursor`` is told, as the page will read it.

        Not what a later question would be told: a change may have come between.
        """
        if not isinstance(cursor.cursor, HeardCursor):
            cursor.cursor = HeardCursor(cursor.cursor)
        self.told.add(cursor.cursor.hear())


@dataclass(frozen=True)
class Basis:
    """Questions, packed, and the name of what was told."""

    questions: bytes
    told: bytes

    @classmethod
    def of(cls, asked: Asked) -> "Basis | None":
        """None if the page was made from more than can be asked again."""
        if not asked.is_all:
            return None
        try:
            packed = zlib.compress(pickle.dumps(asked.questions, 5), 1)
        except (pickle.PickleError, AttributeError, TypeError) as error:
            logger.warning("a page's questions cannot be kept: %r", error)
            return None
        return cls(packed, asked.told.name)

    def still_holds(self) -> bool:
        """Whether the database tells the same today; raises Django's Error."""
        told = Told()
        # Our own: from this process, or from a cache that only the site writes to.
        questions = pickle.loads(zlib.decompress(self.questions))  # noqa: S301
        with connection.cursor() as cursor:
            for sql, params in questions:
                cursor.execute(sql, params)
                told.add(cursor.fetchall())
        return told.name == self.told


@contextmanager
def noting() -> Iterator[Asked]:
    """Note what this thread asks the database."""
    asked = Asked()
    token = _asked.set(asked)
    try:
        yield asked
    finally:
        _asked.reset(token)


def note_question(execute, sql, params, many, context):
    """The wrapper of each connection that does so."""
    asked = _asked.get()
    if asked:
        asked.note(sql, params, many)
    result = execute(sql, params, many, context)
    if asked and asked.is_all:
        asked.hear(context["cursor"])
    return result


def note_other_source() -> None:
    """Say that a page is made from something that the database does not tell."""
    if asked := _asked.get():
        asked.is_all = False


def _is_plain(value: object) -> bool:
    if isinstance(value, (list, tuple)):
        return all(_is_plain(one) for one in value)
    return value is None or isinstance(value, PLAIN)
