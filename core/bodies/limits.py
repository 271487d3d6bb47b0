"""How much may be sent where, asked before a byte of it is kept."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.template import loader
from django.utils.translation import get_language_from_path, override

from ..danish import file_size

# What the coding of a form adds to its fields.
CODING = 512 * 1024
INSIDE = "wagtailadmin.access_admin"


class BodyLimitMiddleware:
    """Answer 411, 413 and 408 to bodies without length, without measure, without end.

    Stands before what reads a body (the check of a form's token), and inside what puts
    headers on. Files are sent in the admin alone, by those who are let in there: of all
    others a body is a form without files.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "Transfer-Encoding" in request.headers:
            # Django would take it for empty.
            return _refuse(request, 411, "400.html")
        response = self.get_response(request)
        # gunicorn's mark: reading it failed, whatever the view made of that.
        if getattr(request.environ.get("wsgi.input"), "failed", False):
            return _refuse(request, 408, "400.html")
        return response

    def process_view(self, request, view, args, kwargs):
        length = int(request.META.get("CONTENT_LENGTH") or 0)
        # A person is looked up for large bodies alone.
        if length <= largest_form() or length <= (limit := largest_for(request)):
            return None
        return _refuse(request, 413, "413.html", limit=file_size(limit))

    def process_exception(self, request, exception):
        if isinstance(exception, UnreadablePostError):
            return _refuse(request, 408, "400.html")
        return None


def largest_form() -> int:
    """How many bytes a form without files may have."""
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE + CODING


def largest_for(request: HttpRequest) -> int:
    """How many bytes this person may send to this address."""
    is_inside = request.path.startswith("/admin/") and request.user.has_perm(INSIDE)
    return settings.LARGEST_UPLOAD if is_inside else largest_form()


def _refuse(request: HttpRequest, status: int, name: str, **context) -> HttpResponse:
    # The language is not found out yet, or forgotten again.
    language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    with override(language):
        text = loader.get_template(name).render(context)
    response = HttpResponse(text, status=status)
    response["Cache-Control"] = "no-store"
    return response
