"""How an answer is sent: as JSON, to pages of any site, known again by its bytes."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import override

from wagtail.api.v2.utils import BadRequestError

from ..page_cache.shelf import weak_etag
from ..requests import says_unreadable
from .questions import NoQuestion, read_question
from .shapes import Error, Refusal, Shape

METHODS = "GET, HEAD, OPTIONS"
# Seconds that a browser on another site remembers what it may ask.
REMEMBERED = 86_400


def answer(
    request: HttpRequest, shape: Shape, *, status: int = 200, changed=None, **headers
) -> HttpResponse:
    """Send a shape as JSON to whoever asks, on any site; 304 to who has it.

    An answer is known again by its bytes alone: what it points to may change its title
    without a date of its own, so nothing is answered by ``If-Modified-Since``.
    """
    body = shape.model_dump_json().encode()
    return send(request, body, status=status, changed=changed, **headers)


def send(
    request: HttpRequest, body: bytes, *, status: int = 200, changed=None, **headers
) -> HttpResponse:
    """Send what was written as JSON, with the headers that all answers have."""
    response = HttpResponse(body, status=status, content_type="application/json")
    open_up(response)
    for name, value in headers.items():
        response[name] = value
    if status != 200:
        return response
    if changed:
        response["Last-Modified"] = http_date(changed.timestamp())
    # As a kept page is named, so that both know the same answer again.
    etag = weak_etag(body)
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response)


def open_up(response: HttpResponse) -> None:
    """Let pages of other sites read an answer; without credentials, being nobody's."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Link"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    # Kept until something is changed (core.page_cache), whoever's browser it is.
    response["Cache-Control"] = "no-cache"


def refuse(request: HttpRequest, status: int, code: str, message: str) -> HttpResponse:
    """Say in JSON what is wrong."""
    shape = Refusal(error=Error(code=code, message=message))
    return answer(request, shape, status=status)


def refuse_unreadable(request: HttpRequest) -> HttpResponse:
    """Answer for an address with a sign that nothing can be asked with."""
    message = "Adressen indeholder et tegn, som ikke kan læses."
    return refuse(request, 400, "bad_request", message)


def preflight() -> HttpResponse:
    """What a browser asks before it lets another site's page ask with headers."""
    response = HttpResponse(status=204)
    open_up(response)
    response["Access-Control-Allow-Methods"] = METHODS
    response["Access-Control-Allow-Headers"] = "Accept, If-None-Match, Content-Type"
    response["Access-Control-Max-Age"] = str(REMEMBERED)
    response["Allow"] = METHODS
    return response


def not_allowed(request: HttpRequest) -> HttpResponse:
    """Answer whoever would write."""
    response = refuse(request, 405, "method_not_allowed", "Her kan kun læses (GET).")
    response["Allow"] = METHODS
    return response


def nothing_here(request: HttpRequest, *args: str) -> HttpResponse:
    """Answer for an address that the API has not; leads to the one with a slash."""
    if not request.path.endswith("/"):
        try:
            if resolve(f"{request.path}/").func is not request.resolver_match.func:
                query = request.META.get("QUERY_STRING", "")
                there = f"{request.path}/{'?' if query else ''}{query}"
                response = HttpResponseRedirect(there, status=301)
                open_up(response)
                return response
        except Resolver404:
            pass
    return refuse(request, 404, "not_found", "Adressen findes ikke.")


def open_to_all(view: Callable, *, takes_anything: bool = False) -> Callable:
    """A view that is read by GET, asked nothing, and answers other sites' pages."""

    @says_unreadable(refuse_unreadable)
    def answered(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method == "OPTIONS":
            return preflight()
        if request.method not in ("GET", "HEAD"):
            return not_allowed(request)
        try:
            if not takes_anything:
                read_question(NoQuestion, request.GET)
        except BadRequestError as error:
            return refuse(request, 400, "bad_request", str(error))
        with override("da"):
            return view(request, *args, **kwargs)

    return answered
