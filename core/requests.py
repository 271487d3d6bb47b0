"""What a request must look like before any view sees it."""

from django.http import HttpResponseBadRequest
from django.utils.translation import gettext as _


class PlainRequestMiddleware:
    """Answer 400 to a NUL character, which PostgreSQL cannot take."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        raw = request.META.get("QUERY_STRING", "")
        words = [request.path, raw, *request.COOKIES.values()]
        if "%00" in raw or any("\x00" in word for word in words):
            return HttpResponseBadRequest(
                _("Adressen indeholder et tegn, som siden ikke kan læse."),
                content_type="text/plain; charset=utf-8",
            )
        return self.get_response(request)
