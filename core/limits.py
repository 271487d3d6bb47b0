"""How much of what is costly one address may ask for (``ACCOUNT_RATE_LIMITS``)."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

# The public one counts no GET.
from allauth.core.internal import ratelimit

APP = "allauth.account"


def limited(action: str) -> Callable:
    """Let the view answer only as often as the rate of ``action`` says.

    Beyond it the answer is 429 with a page in words, and ``Retry-After``, seconds.
    Counted in the cache that all processes share; kept pages are not counted.
    """

    def around(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def counted(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if ratelimit.consume(request, app=APP, action=action, limit_get=True):
                return view(request, *args, **kwargs)
            return too_often(request, action)

        return counted

    return around


def too_often(request: HttpRequest, action: str) -> HttpResponse:
    """Say that it went too fast, and when it may be tried again."""
    response = render(request, "429.html", status=429)
    rates = ratelimit.get_rates(app=APP, action=action)
    response["Retry-After"] = str(int(max(rate.duration for rate in rates)))
    response["Cache-Control"] = "private, no-store"
    return response
