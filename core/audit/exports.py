"""That somebody took a list out of the admin as a spreadsheet."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .notes import note

EXPORTED = "core.exported"
SHEETS = ("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml")


class ExportNoteMiddleware:
    """Notes each spreadsheet that leaves the admin, whichever view made it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith("/admin/") and _is_sheet(response):
            # Before the bytes go: what was begun counts.
            note(
                request.user,
                EXPORTED,
                request=request,
                user=request.user,
                list=request.path_info,
            )
        return response


def _is_sheet(response: HttpResponse) -> bool:
    is_file = "attachment" in response.get("Content-Disposition", "")
    return is_file and response.get("Content-Type", "").startswith(SHEETS)
