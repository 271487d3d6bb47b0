"""How many assets there are of each campaign, kind and profile.

Counting all of a long list is most of what it costs to show it, and assets change a few
times a day. So the count of the whole list is kept in the cache, under the mark that
the assets had when it was made; whatever changes an asset gives them a new mark.
"""

import datetime
import hashlib
import logging
from collections.abc import Mapping
from typing import NamedTuple
from uuid import uuid4

from django.core.cache import caches
from django.db import DatabaseError, transaction
from django.db.models import Count, Q

from redis.exceptions import RedisError

from core.models import SiteChange

from ..models import Asset, AssetProfile, CollectionAccess
from ..permissions import Audience, audience_of, library_behind

logger = logging.getLogger(__name__)

MARK = "assets.mark"
# Seconds. Only what was killed between a change and its mark lets a count grow so old.
KEPT_FOR = 600
DOWN = (RedisError, DatabaseError, OSError)


class Counted(NamedTuple):
    """Rows of theme, kind, profile, number and the number since each moment; and the
    words of the profiles."""

    rows: list[tuple]
    words: dict[int, str]


def count(assets, moments: Mapping[str, datetime.datetime]) -> Counted:
    """Count ``assets``, and those since each of ``moments``: two queries."""
    # All of it stands in the index "asset_facets": the table itself is not read.
    fresh = {
        name: Count("kind", filter=Q(published_at__gte=moment))
        for name, moment in moments.items()
    }
    rows = list(
        assets.order_by()
        .values_list("theme_id", "kind", "profile_id")
        .annotate(n=Count("*"), **fresh)
    )
    profiles = {profile for _theme, _kind, profile, *_n in rows if profile}
    words = AssetProfile.objects.filter(pk__in=profiles).values_list("pk", "words")
    return Counted(rows, dict(words))


def kept_count(user, moments: Mapping[str, datetime.datetime]) -> Counted:
    """``count`` of all that ``user`` may know of, made once until an asset changes."""
    assets = Asset.objects.listed_for(user)
    # The query tells audience, library and day; which collections it means, their keys.
    audience, library = max(audience_of(user), Audience.LIBRARY), library_behind(user)
    closed = CollectionAccess.objects.closed_to(audience, library)
    keys = sorted(closed.values_list("pk", flat=True))
    asked = f"{assets.query} {keys} {sorted(moments.items())}"
    key = f"assets.count.{hashlib.sha256(asked.encode()).hexdigest()}"
    cache = caches["counts"]
    try:
        found = cache.get_many([MARK, key])
        mark = found.get(MARK) or cache.get_or_set(MARK, _new_mark, None)
    except DOWN as error:
        logger.warning("The cache is away, so materials are counted: %s", error)
        return count(assets, moments)
    if key in found and found[key][0] == mark:
        return found[key][1]
    counted = count(assets, moments)
    _put(key, (mark, counted), KEPT_FOR)
    return counted


def note_change(**kwargs) -> None:
    """Give the assets a new mark, once what changed them is certain."""
    transaction.on_commit(_renew_mark)


def _renew_mark() -> None:
    _put(MARK, _new_mark(), None)
    # A page that was made since the commit has the old count: it must not be kept.
    SiteChange.objects.create()


def _new_mark() -> str:
    return uuid4().hex


def _put(key: str, value, seconds: int | None) -> None:
    try:
        caches["counts"].set(key, value, seconds)
    except DOWN as error:
        logger.warning("The cache is away: %s", error)
