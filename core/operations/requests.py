"""Each request has a name in the logs, and is counted.

The name goes out as ``X-Request-ID``: who is told of an error can be asked for it.
"""

import re
import time
import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from structlog.contextvars import bound_contextvars

from .metrics import count_request

HEADER = "X-Request-ID"
NAME = re.compile(r"[0-9a-f]{32}")


class RequestMiddleware:
    """Stands before all others, so that what they say and answer is seen too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        name, began = name_of(request), time.perf_counter()
        with bound_contextvars(request_id=name):
            response = self.get_response(request)
        response[HEADER] = name
        count_request(request, response.status_code, time.perf_counter() - began)
        return response


def name_of(request: HttpRequest) -> str:
    """The front server's name for it, or else a new one; a visitor's is not taken."""
    said = request.headers.get(HEADER, "")
    is_ours = settings.BEHIND_NGINX and NAME.fullmatch(said)
    return said if is_ours else uuid.uuid4().hex
