"""Answers when something is wrong: 403, 404 and 500, the same on every machine."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader


def forbidden(request: HttpRequest, exception=None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception=None) -> HttpResponse:
    """Answer 404; says nothing of what was asked for, so all unknowns look alike."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 from a template that needs neither database nor context."""
    return HttpResponse(loader.get_template("500.html").render(), status=500)


class NotFoundMiddleware:
    """Answer 404 as a reader would see it, also where DEBUG would list the addresses.

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
        return None
