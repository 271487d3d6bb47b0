"""How much of what is costly one address or person may ask for, and how fast.

The rates stand in ``ACCOUNT_RATE_LIMITS`` and are counted in the cache that all
processes share; no row is written.
"""

import math
import time
from collections.abc import Callable, Iterator
from functools import wraps

from django.core.cache import cache, caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

# The public one counts no GET.
from allauth.core.internal import ratelimit
from allauth.core.internal.ratelimit import Rate

APP = "allauth.account"


def too_fast(request: HttpRequest, action: str) -> int:
    """Count one more, and return 0; or in how many seconds there is room for it.

    What is asked in vain is not counted. Of an action that is counted for each person,
    the person must be signed in.
    """
    if ratelimit.consume(request, app=APP, action=action, limit_get=True):
        return 0
    now = time.time()
    waits = [1.0]
    for rate, key in _counted(request, action):
        times = cache.get(key, [])
        if len(times) >= rate.amount:
            waits.append(_room_in(times, rate, now))
    return math.ceil(max(waits))


def crowd_too_fast(request: HttpRequest, action: str) -> int:
    """The same at next to no cost, for what crowds do.

    Counted in ``CACHES["crowd"]`` and without a lock: of what comes at the same instant
    some may go uncounted, and without Redis each process counts by itself.
    """
    now, crowd = time.time(), caches["crowd"]
    for rate, key in _counted(request, action):
        is_allowed, times = ratelimit.apply_rate(crowd.get(key, []), now, rate)
        if not is_allowed:
            return math.ceil(_room_in(times, rate, now))
        crowd.set(key, times, rate.duration)
    return 0


def limited(
    action: str, count: Callable[[HttpRequest, str], int] = too_fast
) -> Callable:
    """Let the view answer only as often as the rate of ``action`` says.

    Beyond it the answer is 429 with a page in words, and ``Retry-After``, seconds.
    Kept pages are not counted. What strangers read is counted by ``crowd_too_fast``.
    """

    def around(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def counted(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if seconds := count(request, action):
                return too_often(request, seconds)
            return view(request, *args, **kwargs)

        return counted

    return around


def _counted(request: HttpRequest, action: str) -> Iterator[tuple[Rate, str]]:
    """Each rate of an action with the key of its times, which stand newest first."""
    for rate in ratelimit.get_rates(app=APP, action=action):
        yield (
            rate,
            ratelimit.get_cache_key(request, app=APP, action=action, rate=rate),
        )


def _room_in(times: list[float], rate: Rate, now: float) -> float:
    return times[rate.amount - 1] + rate.duration - now


def too_often(request: HttpRequest, seconds: int) -> HttpResponse:
    """Say that it went too fast, and that it may be tried again in so many seconds."""
    response = render(request, "429.html", status=429)
    response["Retry-After"] = str(seconds)
    response["Cache-Control"] = "private, no-store"
    return response


class SpreadsheetLimitMiddleware:
    """Count Wagtail's lists and reports as spreadsheets (``?export=``) as our own."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        is_asked = request.path.startswith("/admin/") and request.GET.get("export")
        if not (is_asked and request.user.is_authenticated):
            return None
        seconds = too_fast(request, "spreadsheet")
        return too_often(request, seconds) if seconds else None
