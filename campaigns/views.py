"""What campaigns' pages give away beside themselves."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from .bibliography import formats
from .models import ReadingListPage


def _reading_list(pk: int) -> ReadingListPage:
    """Return a list that everyone may read; raises ``Http404``."""
    return get_object_or_404(ReadingListPage.objects.live().public(), pk=pk)


def _attachment(page: ReadingListPage, extension: str) -> dict[str, str]:
    name = f"laeseliste-{page.slug}.{extension}"
    return {"Content-Disposition": f'attachment; filename="{name}"'}


@require_safe
def titles_as_csv(request: HttpRequest, pk: int) -> HttpResponse:
    """The titles of a reading list for a spreadsheet."""
    page = _reading_list(pk)
    return StreamingHttpResponse(
        formats.to_csv(page),
        content_type="text/csv; charset=utf-8",
        headers=_attachment(page, "csv"),
    )


@require_safe
def titles_as_ris(request: HttpRequest, pk: int) -> HttpResponse:
    """The titles of a reading list for a reference manager."""
    page = _reading_list(pk)
    return HttpResponse(
        formats.to_ris(page),
        content_type="application/x-research-info-systems; charset=utf-8",
        headers=_attachment(page, "ris"),
    )


@require_safe
def titles_as_marc(request: HttpRequest, pk: int) -> HttpResponse:
    """The titles of a reading list for a library system."""
    page = _reading_list(pk)
    return HttpResponse(
        formats.to_marcxml(page),
        content_type="application/marcxml+xml",
        headers=_attachment(page, "xml"),
    )
