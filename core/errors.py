"""Answers when something is wrong: 400 to 503, the same on every machine."""

import errno
import sys

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _

from .causes import database_is_away

# Full, over the quota, larger than a file may be.
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FULL_RETRY_SECONDS = 300
AWAY_RETRY_SECONDS = 30


def is_full(error: BaseException | None) -> bool:
    """Whether the disk has no room for what was written."""
    return isinstance(error, OSError) and error.errno in NO_ROOM


def no_room_sentence() -> str:
    """What people are told then."""
    return _("Der er ikke plads på serveren lige nu. Intet er ændret. Sig det til os.")


def bad_request(request: HttpRequest, exception=None) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception=None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception=None) -> HttpResponse:
    """Answer 404; says nothing of what was asked for, so all unknowns look alike."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 from a template that needs neither database nor context.

    A disk that is full, also while a form's file is on its way in, is 503, and so is a
    database that is away.
    """
    error = sys.exc_info()[1]
    if is_full(error):
        text = loader.get_template("503_full.html").render({"text": no_room_sentence()})
        return _not_now(text, FULL_RETRY_SECONDS)
    if database_is_away(error):
        text = loader.get_template("503_database.html").render()
        return _not_now(text, AWAY_RETRY_SECONDS)
    return HttpResponse(loader.get_template("500.html").render(), status=500)


def _not_now(text: str, retry_after: int) -> HttpResponse:
    response = HttpResponse(text, status=503)
    response["Retry-After"] = str(retry_after)
    return response


class PlainErrorsMiddleware:
    """Answer 400 and 404 as a reader would see them, also where DEBUG would tell more.

    What is shown by ``make run`` is the site itself, and an unknown id must look like
    a forbidden one there too.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, Http404):
            return not_found(request, exception)
        if isinstance(exception, BadRequest):
            return bad_request(request, exception)
        return None
