"""What any stranger may be shown, kept beside what it was, so that nothing is missed.

Things come into view and go out of it in many ways: they are published, withdrawn,
deleted, moved, restricted, or their rights begin and end with the day. No list of
signals would know them all, so nobody is told; before each answer, what may be shown
now is held against what was noted the last time, if anything has changed meanwhile.
"""

import datetime
import logging
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.core.cache import caches
from django.db import DatabaseError
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from redis.exceptions import RedisError

from ..models import OpenRecord
from ..page_cache.changes import generation
from .questions import Place

logger = logging.getLogger(__name__)

NOTED = "open_data.noted"
BATCH = 1_000
# Seconds. Shorter than changes are remembered (core.tasks.forget_changes): two
# moments without any look alike.
LOOKED_AT_FOR = 600
DOWN = (RedisError, DatabaseError, OSError)


@dataclass(frozen=True)
class Source:
    """Where things of a kind come from.

    ``rows`` are those that any stranger may be shown today, each with ``stamp`` (when
    it was last changed), ``theme_number`` (the primary key of its theme, or 0) and
    ``language_code``; ``name`` reads a thing's own uuid from the fields ``named_by``.
    """

    kind: str
    rows: Callable[[], QuerySet]
    named_by: tuple[str, ...] = ("uuid",)
    name: Callable[..., uuid.UUID] = lambda own: own


_sources: dict[str, Source] = {}


def open_source(source: Source) -> None:
    """Have things of a kind noted."""
    _sources[source.kind] = source


def source_of(kind: str) -> Source:
    """Where things of ``kind`` come from; they are still to be narrowed down."""
    return _sources[kind]


def note_changes() -> None:
    """Note what has come, changed and gone, unless nothing has since the last time."""
    now = generation()
    cache = caches["counts"]
    try:
        if cache.get(NOTED) == now:
            return
    except DOWN as error:
        logger.warning("the cache is away, so all is looked through: %s", error)
    for source in _sources.values():
        _note(source)
    try:
        cache.set(NOTED, now, LOOKED_AT_FOR)
    except DOWN as error:
        logger.warning("the cache is away: %s", error)


def in_order(
    records: QuerySet, after: Place | None = None, *, is_newest_first: bool = False
) -> QuerySet:
    """The records by when they were changed, from where the last page ended.

    A list is gone on with by place and not by number, so that it misses nothing when it
    changes meanwhile.
    """
    order = ["-changed_at", "-pk"] if is_newest_first else ["changed_at", "pk"]
    if after:
        way = "lt" if is_newest_first else "gt"
        beyond = Q(**{f"changed_at__{way}": after.changed_at})
        beyond |= Q(**{"changed_at": after.changed_at, f"pk__{way}": after.pk})
        records = records.filter(beyond)
    return records.order_by(*order)


def only_of(records: QuerySet, things: QuerySet) -> QuerySet:
    """The records of some things, and of all that is gone.

    That is told to all: nobody knows any more what it was.
    """
    return records.filter(Q(is_gone=True) | Q(object_id__in=things.values("pk")))


def _note(source: Source) -> None:
    known = OpenRecord.objects.filter(kind=source.kind)
    here = known.filter(is_gone=False)
    as_noted = here.filter(
        object_id=OuterRef("pk"),
        stamp=OuterRef("stamp"),
        theme_id=OuterRef("theme_number"),
    )
    rows = source.rows().order_by()
    changed = list(
        rows.filter(~Exists(as_noted)).values(
            "pk", "stamp", "theme_number", "language_code", *source.named_by
        )
    )
    now = timezone.now()
    if changed:
        # What is there before anybody asks is as old as it says.
        is_first = not known.exists()
        _keep(source, changed, None if is_first else now)
    still = rows.filter(pk=OuterRef("object_id"))
    gone = list(here.filter(~Exists(still)).values_list("pk", flat=True))
    for start in range(0, len(gone), BATCH):
        rows = OpenRecord.objects.filter(pk__in=gone[start : start + BATCH])
        rows.update(is_gone=True, changed_at=now)


def _keep(
    source: Source, things: Iterable[dict], moment: datetime.datetime | None
) -> None:
    records = [
        OpenRecord(
            kind=source.kind,
            object_id=thing["pk"],
            uuid=source.name(*(thing[field] for field in source.named_by)),
            theme_id=thing["theme_number"],
            language=thing["language_code"],
            stamp=thing["stamp"],
            changed_at=moment or thing["stamp"],
        )
        for thing in things
    ]
    # The order of first answers: by when they were changed.
    records.sort(key=lambda record: (record.changed_at, record.object_id))
    OpenRecord.objects.bulk_create(
        records,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["uuid"],
        update_fields=[
            "object_id",
            "theme_id",
            "language",
            "stamp",
            "changed_at",
            "is_gone",
        ],
    )
