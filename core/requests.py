"""What a request must look like before any view sees it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _


def says_unreadable(answer: Callable[[HttpRequest], HttpResponse]) -> Callable:
    """Have programs told in their own way what the view cannot read: by ``answer``."""

    def mark(view: Callable) -> Callable:
        view.answer_unreadable = answer
        return view

    return mark


class PlainRequestMiddleware:
    """Answer 400 to a NUL character, which PostgreSQL cannot take."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        raw = request.META.get("QUERY_STRING", "")
        words = [request.path, raw, *request.COOKIES.values()]
        if "%00" in raw or any("\x00" in word for word in words):
            try:
                view = resolve(request.path_info).func
            except Resolver404:
                view = None
            return getattr(view, "answer_unreadable", _answer)(request)
        return self.get_response(request)


def _answer(request: HttpRequest) -> HttpResponse:
    language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    # Stands before the language is found out, in a thread that may still hold that of
    # the request before.
    with override(language):
        text = _("Adressen indeholder et tegn, som siden ikke kan læse.")
    return HttpResponseBadRequest(text, content_type="text/plain; charset=utf-8")
