"""Forgetting what has been kept for as long as the table says."""

import datetime
import logging

from django.db import transaction
from django.utils import timezone

from wagtail.log_actions import log
from wagtail.models import Collection

from .records import Record, all_records

logger = logging.getLogger(__name__)

FORGOTTEN = "core.forgotten"


def due(now: datetime.datetime | None = None) -> list[tuple[Record, int]]:
    """What is to be forgotten at a moment, and how many rows that is; of all kinds."""
    now = now or timezone.now()
    return [(record, record.old(now).count()) for record in all_records() if record.old]


def forget(now: datetime.datetime | None = None) -> list[tuple[Record, int]]:
    """Forget it, with a line in the site's history; what was forgotten.

    What fails is left for the next time, and the others are not: its error is raised
    at the end.
    """
    now = now or timezone.now()
    done, failure = [], None
    for record, count in due(now):
        if not count:
            continue
        try:
            with transaction.atomic():
                record.forget(record.old(now))
        except Exception as error:
            logger.exception("cannot forget old rows of %s", record.label)
            failure = error
        else:
            done.append((record, count))
    if done:
        counts = {}
        for record, count in done:
            counts[record.label] = counts.get(record.label, 0) + count
        root = Collection.get_first_root_node()
        log(instance=root, action=FORGOTTEN, data={"rows": counts})
    if failure:
        raise failure
    return done
