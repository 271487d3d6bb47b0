"""What a request must look like before any view sees it."""

from django.conf import settings
from django.http import HttpResponseBadRequest
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _


class PlainRequestMiddleware:
    """Answer 400 to a NUL character, which PostgreSQL cannot take."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        raw = request.META.get("QUERY_STRING", "")
        language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        words = [request.path, raw, *request.COOKIES.values()]
        if "%00" in raw or any("\x00" in word for word in words):
            # Stands before the language is found out, in a thread that may still
            # hold that of the request before.
            with override(language):
                text = _("Adressen indeholder et tegn, som siden ikke kan læse.")
            return HttpResponseBadRequest(
                text, content_type="text/plain; charset=utf-8"
            )
        return self.get_response(request)
