"""PDFs that pages give away: set for what they say, kept under its digest."""

from collections.abc import Callable, Iterable

from django.core.cache import cache
from django.core.files.storage import Storage
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from core.causes import may_pass
from core.headers import NO_STORE
from themes.looks.logos import Logo
from themes.looks.papers.logo_marks import LogoMark

KEPT_SECONDS = 60 * 60 * 24


def pictures_in(storage: Storage, names: Iterable[str]) -> dict[str, bytes]:
    """The pictures by their file names; one that cannot be read now is left out."""
    found = {}
    for name in set(filter(None, names)):
        try:
            with storage.open(name) as file:
                found[name] = file.read()
        except Exception as error:
            if may_pass(error):
                # Storage that is away is not waited for once a picture.
                break
            if not isinstance(error, FileNotFoundError):
                raise
    return found


def mark_of(logo: Logo | None, pictures: dict[str, bytes]) -> LogoMark | None:
    """The logo to be set on a paper, if its drawing is among the pictures."""
    content = logo and pictures.get(logo.file)
    return LogoMark(logo, content) if content else None


def send_paper(
    request: HttpRequest,
    filename: str,
    digest: str,
    make: Callable[[], tuple[bytes, bool]],
    *,
    is_kept: bool = True,
) -> HttpResponse:
    """Send the paper of ``digest``; ``make`` gives it, and whether it lacks nothing.

    One that lacks a picture for now is kept by nobody: not here, not by a browser, and
    not among the kept pages.
    """
    etag = quote_etag(digest)
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    key = f"paper:{digest}"
    pdf, is_whole = cache.get(key), True
    if pdf is None:
        pdf, is_whole = make()
        if is_whole and is_kept:
            cache.set(key, pdf, KEPT_SECONDS)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{filename}"'
    if is_whole:
        response["ETag"] = etag
    else:
        response["Cache-Control"] = NO_STORE
    return response
