"""What a page was made from: what it asked the database, and what it was told.

A page is the same for as long as the database answers the same. To put the questions
again as they were sent, without making objects or HTML of what is told, takes a
twentieth of the time that the page takes to make. So a change costs the making of the
pages that it changes, and of no others.
"""

import datetime
import hashlib
import pickle
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import connection

from ..danish import today

# More would take as long as the page itself.
MOST_QUESTIONS = 60
# What can be put again as it was. Lists are those of PostgreSQL's arrays.
PLAIN = (str, int, float, bytes, datetime.date, datetime.time, Decimal, UUID)

_asked: ContextVar["Asked | None"] = ContextVar("asked", default=None)


class Asked:
    """The questions of one page, in order, for as long as they tell all of it."""

    def __init__(self) -> None:
        self.questions: list[tuple[str, tuple | None]] = []
        self.is_all = True

    def note(self, sql: str, params, many: bool) -> None:
        if not self.is_all:
            return
        params = None if params is None else tuple(params)
        self.is_all = (
            not many
            and sql.startswith("SELECT ")
            and len(self.questions) < MOST_QUESTIONS
            and all(_is_plain(value) for value in params or ())
        )
        self.questions.append((sql, params))


@dataclass(frozen=True)
class Basis:
    """Questions, packed, and the name of what was told."""

    questions: bytes
    told: bytes

    @classmethod
    def of(cls, asked: Asked) -> "Basis | None":
        """The basis as it is now; None if the page was made from more than questions.

        Raises Django's Error.
        """
        if not asked.is_all:
            return None
        packed = zlib.compress(pickle.dumps(asked.questions, 5), 1)
        return cls(packed, _told(asked.questions))

    def still_holds(self) -> bool:
        """Whether the database tells the same today; raises Django's Error."""
        # Our own: from this process, or from a cache that only the site writes to.
        questions = pickle.loads(zlib.decompress(self.questions))  # noqa: S301
        return _told(questions) == self.told


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
    if asked := _asked.get():
        asked.note(sql, params, many)
    return execute(sql, params, many, context)


def note_other_source() -> None:
    """Say that a page is made from something that the database does not tell."""
    if asked := _asked.get():
        asked.is_all = False


def _is_plain(value) -> bool:
    if isinstance(value, (list, tuple)):
        return all(_is_plain(one) for one in value)
    return value is None or isinstance(value, PLAIN)


def _told(questions: list[tuple[str, tuple | None]]) -> bytes:
    """Name the answers, and the day, which pages go by as well."""
    told = hashlib.blake2b(today().isoformat().encode(), digest_size=16)
    with connection.cursor() as cursor:
        for sql, params in questions:
            cursor.execute(sql, params)
            told.update(repr(cursor.fetchall()).encode())
    return told.digest()
