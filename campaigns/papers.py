"""PDFs that pages give away: set for what they say, kept under its digest."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from assets.storages import public_storage
from core.causes import may_pass
from core.headers import NO_STORE
from themes.looks.logos import Logo
from themes.looks.papers.logo_marks import LogoMark

KEPT_SECONDS = 60 * 60 * 24


@dataclass(frozen=True)
class Pictures:
    """What is drawn on a paper: by file name, the logo, and whether none is lacking."""

    found: dict[str, bytes]
    logo: LogoMark | None
    is_whole: bool


def pictures_for(names: Iterable[str], logo: Logo | None) -> Pictures:
    """Fetch the pictures of a paper and its logo, which lie in one storage."""
    wanted = set(filter(None, [*names, logo and logo.file]))
    found = _read(wanted)
    drawing = logo and found.get(logo.file)
    mark = LogoMark(logo, drawing) if drawing else None
    return Pictures(found, mark, is_whole=wanted <= found.keys())


def _read(names: Iterable[str]) -> dict[str, bytes]:
    """The pictures by their file names; one that cannot be read now is left out."""
    found = {}
    for name in names:
        try:
            with public_storage().open(name) as file:
                found[name] = file.read()
        except Exception as error:
            if may_pass(error):
                # Storage that is away is not waited for once a picture.
                break
            if not isinstance(error, FileNotFoundError):
                raise
    return found


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
