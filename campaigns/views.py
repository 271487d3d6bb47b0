"""What campaigns' pages give away beside themselves."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from core.limits import limited

from .bibliography import formats
from .bibliography.handout_pdf import handout_pdf
from .bibliography.papers import ReadingList, reading_list_of
from .bibliography.poster_pdf import SIZES, poster_pdf
from .models import ReadingListPage
from .papers import pictures_for, send_paper


def _reading_list(pk: int) -> ReadingListPage:
    """Return a list that everyone may read; raises ``Http404``."""
    return get_object_or_404(ReadingListPage.objects.live().public(), pk=pk)


def _attachment(page: ReadingListPage, extension: str) -> dict[str, str]:
    name = f"laeseliste-{page.slug}.{extension}"
    return {"Content-Disposition": f'attachment; filename="{name}"'}


@require_safe
@limited("export")
def titles_as_csv(request: HttpRequest, pk: int) -> HttpResponse:
    """The titles of a reading list for a spreadsheet."""
    page = _reading_list(pk)
    return StreamingHttpResponse(
        formats.to_csv(page),
        content_type="text/csv; charset=utf-8",
        headers=_attachment(page, "csv"),
    )


@require_safe
@limited("export")
def titles_as_ris(request: HttpRequest, pk: int) -> HttpResponse:
    """The titles of a reading list for a reference manager."""
    page = _reading_list(pk)
    return HttpResponse(
        formats.to_ris(page),
        content_type="application/x-research-info-systems; charset=utf-8",
        headers=_attachment(page, "ris"),
    )


@require_safe
@limited("export")
def titles_as_marc(request: HttpRequest, pk: int) -> HttpResponse:
    """The titles of a reading list for a library system."""
    page = _reading_list(pk)
    return HttpResponse(
        formats.to_marcxml(page),
        content_type="application/marcxml+xml",
        headers=_attachment(page, "xml"),
    )


@require_safe
@limited("export")
def handout(request: HttpRequest, pk: int) -> HttpResponse:
    """A reading list on A4, to hand out."""

    def made(reading_list: ReadingList) -> tuple[bytes, bool]:
        covers = (entry.cover for entry in reading_list.entries)
        pictures = pictures_for(covers, reading_list.logo)
        pdf = handout_pdf(reading_list, pictures.found, pictures.logo)
        return pdf, pictures.is_whole

    return _paper(request, pk, "udlevering", made)


@require_safe
@limited("export")
def poster(request: HttpRequest, pk: int, size: str) -> HttpResponse:
    """A reading list's poster with the QR code that leads to it."""
    if size not in SIZES:
        raise Http404

    def made(reading_list: ReadingList) -> tuple[bytes, bool]:
        pictures = pictures_for([], reading_list.logo)
        return poster_pdf(reading_list, size, pictures.logo), pictures.is_whole

    return _paper(request, pk, f"plakat-{size}", made)


def _paper(
    request: HttpRequest,
    pk: int,
    kind: str,
    made: Callable[[ReadingList], tuple[bytes, bool]],
) -> HttpResponse:
    """Answer with a paper of a list that everyone may read."""
    page = get_object_or_404(
        ReadingListPage.objects.live().public().select_related("theme", "locale"), pk=pk
    )
    reading_list = reading_list_of(page, page.get_full_url(request))
    return send_paper(
        request,
        f"laeseliste-{page.slug}-{kind}.pdf",
        f"{kind}-{reading_list.digest}",
        lambda: made(reading_list),
    )
