"""Redis, and the memory of this process while Redis is away.

What is counted to hold off guesses is counted here then, by each process for itself:
neither is everybody let in, nor is anybody kept out. What may not differ between
processes is not kept here (``CACHES["counts"]``, ``CACHES["pages"]``).
"""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache

from redis.exceptions import ConnectionError, RedisError

from .page_cache.basis import note_other_source

logger = logging.getLogger(__name__)

AWAY = (RedisError, OSError)
# Seconds that Redis is not asked after it did not answer: no crowd waits for it.
REST = 2
# Counts of a crowd's addresses must not push out those of who guesses.
MOST_ENTRIES = 20_000


class RestingRedisCache(RedisCache):
    """Redis, which for a while is not asked when it did not answer.

    Then too it raises redis' errors.
    """

    # By address, for all threads: each has a cache of its own.
    _asked_again_at: dict[str, float] = {}

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self.server = server

    def _ask(self, name: str, *args: Any, **options: Any) -> Any:
        note_other_source()
        if time.monotonic() < self._asked_again_at.get(self.server, 0):
            raise ConnectionError("Redis is given a rest")
        try:
            return getattr(super(), name)(*args, **options)
        except AWAY as error:
            self._asked_again_at[self.server] = time.monotonic() + REST
            logger.warning("Redis is away, and this process alone: %r", error)
            raise


class SharedCache(BaseCache):
    """Asks ``shared``, and ``local`` when that is away; all else is Redis's."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.shared = RestingRedisCache(server, params)
        self.local = LocMemCache(
            "while-redis-is-away",
            {
                "TIMEOUT": self.default_timeout,
                "OPTIONS": {"MAX_ENTRIES": MOST_ENTRIES},
            },
        )

    def _ask(self, name: str, *args: Any, **options: Any) -> Any:
        try:
            return getattr(self.shared, name)(*args, **options)
        except AWAY:
            return getattr(self.local, name)(*args, **options)


def _asking(name: str) -> Callable:
    def ask(self: Any, *args: Any, **options: Any) -> Any:
        return self._ask(name, *args, **options)

    return ask


for _name in (
    "add", "clear", "delete", "delete_many", "get", "get_many", "has_key", "incr",
    "set", "set_many", "touch",
):  # fmt: skip
    setattr(RestingRedisCache, _name, _asking(_name))
    setattr(SharedCache, _name, _asking(_name))
