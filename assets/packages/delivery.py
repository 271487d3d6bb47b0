"""Packages through the door: the kept object when there is one, else as a stream."""

import logging

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.headers import NO_STORE
from themes.models import Theme

from ..delivery import (
    busy,
    is_on_purpose,
    not_yours,
    record,
    send_object,
    sign_in,
    too_many,
    was_fetched,
)
from ..filenames import content_disposition
from ..models import Package
from ..storages import STORAGE_ERRORS, private_storage
from . import kept
from .contents import Contents, Member, Part, has_package, theme_contents

logger = logging.getLogger(__name__)


@require_safe
def serve_package(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer ``/pakke/<theme slug>.zip``: the theme's files that the asker may have.

    ``?til=tryk`` and ``?til=skaerm`` ask for a part of them.
    """
    theme = public_theme(slug)
    value = request.GET.get("til", "")
    if value not in Part.values:
        return _no_such_part(request, theme, 400)
    contents = theme_contents(theme, request.user, Part(value))
    if not contents.members:
        if value and theme_contents(theme, request.user).members:
            return _no_such_part(request, theme, 404)
        return nothing_for(request, theme)
    filename = f"{theme.slug}-{value}.zip" if value else f"{theme.slug}.zip"
    return send_package(
        request,
        contents,
        filename,
        theme_id=theme.pk,
        keep=True,
        offer=reverse("package_contents", args=[theme.slug]),
    )


def public_theme(slug: str) -> Theme:
    """The theme of a package's address; 404 for one that is not public."""
    theme = Theme.objects.public().filter(slug=slug).first()
    if theme is None:
        raise Http404
    return theme


def _no_such_part(request: HttpRequest, theme: Theme, status: int) -> HttpResponse:
    return render(
        request, "pages/assets/package_empty.html", {"theme": theme}, status=status
    )


def nothing_for(request: HttpRequest, theme: Theme) -> HttpResponse:
    """Show the way in to who would get files as a library; else say there are none."""
    if not has_package(theme, request.user):
        context = {"theme": theme}
        page = "pages/assets/package_not_yet.html"
        return render(request, page, context, status=404)
    return not_yours(request) if request.user.is_authenticated else sign_in(request)


def send_package(
    request: HttpRequest,
    contents: Contents,
    filename: str,
    *,
    theme_id: int | None = None,
    keep: bool = False,
    offer: str = "",
) -> HttpResponse:
    """Send what the asker may have, as ``contents`` was found for this very request.

    With ``keep``, and when it is large, the worker builds the package once for all who
    may have the same; until then it is streamed. Counted once, with its members.
    ``offer`` is the page where who is signed in can have a huge one mailed instead;
    ``?nu=1`` says that they would rather have it as it is packed.
    """
    if refused := too_many(request):
        return refused
    try:
        package = kept.find(contents)
        if package and package.is_ready:
            response = _kept(request, package, filename, theme_id)
            if response:
                return response
        if offer and is_huge(contents) and _would_wait(request):
            return redirect(offer)
        return _streamed(request, contents, filename, theme_id, keep)
    except STORAGE_ERRORS:
        logger.exception("cannot send the package %s", filename)
        return busy(request)


def is_huge(contents: Contents) -> bool:
    """Whether the set is so large that a line may well fail before it is sent."""
    return contents.size >= settings.PACKAGE_MAILED_FROM


def _would_wait(request: HttpRequest) -> bool:
    is_asked = is_on_purpose(request) and not request.GET.get("nu")
    return is_asked and request.user.is_authenticated


def _kept(
    request: HttpRequest, package: Package, filename: str, theme_id: int | None
) -> HttpResponse | None:
    try:
        response = send_object(request, package, filename)
    except FileNotFoundError:
        kept.lose(package)
        return None
    if was_fetched(request, response):
        kept.touch(package)
        record(request, theme_id=theme_id, package=package)
    return response


def _streamed(
    request: HttpRequest,
    contents: Contents,
    filename: str,
    theme_id: int | None,
    keep: bool,
) -> HttpResponse:
    """Stream the package as it is made, in constant memory.

    Every member is asked for before the length is said, so a package that begins also
    ends; what is missing from storage is named in the LÆSMIG instead.
    """
    missing = missing_from_storage(contents.members)
    contents = contents.without(missing)
    if is_on_purpose(request):
        package = kept.note(contents)
        readme = package.readme
        record(request, theme_id=theme_id, package=package)
        keep = keep or contents.size >= settings.PACKAGE_KEPT_FROM
        if keep and contents.members and not missing:
            kept.want(package)
    else:
        readme = contents.readme(timezone.now())
    stream = kept.zip_of(
        readme, [(member.name, member.version) for member in contents.members]
    )
    headers = {
        "Content-Length": str(len(stream)),
        "Content-Disposition": content_disposition(filename),
        "Cache-Control": NO_STORE,
        "X-Robots-Tag": "noindex",
        "Accept-Ranges": "none",
    }
    body = () if request.method == "HEAD" else stream
    response = StreamingHttpResponse(body, content_type="application/zip")
    for name, value in headers.items():
        response[name] = value
    return response


def missing_from_storage(members: list[Member]) -> list[Member]:
    """Those whose file storage does not have whole; asks it once a member."""
    storage = private_storage()
    return [
        member
        for member in members
        if storage.stored_size(member.version.key) != member.version.size
    ]
