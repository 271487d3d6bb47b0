"""What any stranger may be shown, kept beside what it was, so that nothing is missed.

Things come into view and go out of it in many ways: they are published, withdrawn,
deleted, moved, restricted, or their rights begin and end with the day. No list of
signals would know them all, so nobody is told: after each change the worker holds what
may be shown now against what was noted the last time. No reader waits for that, however
much there is; what an answer shows is asked for once more, so nothing hidden is told.
"""

import datetime
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from ..batches import batches
from ..models import OpenRecord
from .questions import Place

BATCH = 500


@dataclass(frozen=True)
class Source:
    """Where things of a kind come from.

    ``rows`` are those that any stranger may be shown today, each with ``stamp`` (when
    it was last changed), ``theme_slug`` (of its theme, or empty) and ``language_code``;
    ``name`` reads a thing's own uuid from the fields ``named_by``.
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
    """Note what has come, changed and gone; a second time it has nothing to do.

    What is written is a change of the site itself (``core.page_cache``), so that
    answers kept from before are made anew.
    """
    # Where each app says what it has; a worker has not read the addresses.
    autodiscover_modules("api")
    for source in _sources.values():
        _note(source)


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
        theme_slug=OuterRef("theme_slug"),
    )
    rows = source.rows().order_by()
    told = ("pk", "stamp", "theme_slug", "language_code", *source.named_by)
    changed = rows.filter(~Exists(as_noted)).values(*told)
    if known.exists():
        for things in batches(list(changed), BATCH):
            _keep(source, things, timezone.now())
    else:
        # What is there before anybody looks is as old as it says, and comes in that
        # order. All at once: who followed a half of it would never hear of the rest.
        with transaction.atomic():
            for things in batches(changed.order_by("stamp", "pk").iterator(), BATCH):
                _keep(source, things, None)
    still = rows.filter(pk=OuterRef("object_id"))
    gone = here.filter(~Exists(still)).values_list("pk", flat=True)
    for pks in batches(list(gone), BATCH):
        records = OpenRecord.objects.filter(pk__in=pks)
        records.update(is_gone=True, changed_at=timezone.now())


def _keep(source: Source, things: list[dict], moment: datetime.datetime | None) -> None:
    records = [
        OpenRecord(
            kind=source.kind,
            object_id=thing["pk"],
            uuid=source.name(*(thing[field] for field in source.named_by)),
            theme_slug=thing["theme_slug"],
            language=thing["language_code"],
            stamp=thing["stamp"],
            changed_at=moment or thing["stamp"],
        )
        for thing in things
    ]
    told = ["theme_slug", "language", "stamp", "changed_at", "is_gone"]
    OpenRecord.objects.bulk_create(
        records,
        update_conflicts=True,
        unique_fields=["uuid"],
        update_fields=["object_id", *told],
    )
