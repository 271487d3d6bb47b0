"""The one door by which files leave the house: authorise, count, send.

The table of who gets what stands in docs/features/delivery.md.
"""

import logging
from enum import Enum, auto

from django.contrib.auth.views import redirect_to_login
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from wagtail.models import Page

from whitenoise.responders import SlicedFile

from core.headers import NO_STORE
from core.limits import crowd_too_fast, too_fast, too_often
from libraries.permissions import library_of

from . import handing_over
from .filenames import content_disposition
from .models import Asset, AssetFile, Download, FileVersion
from .permissions import (
    Audience,
    audience_of,
    may_fetch,
    may_know,
    may_play,
    may_preview,
)
from .ranges import bytes_of, starts_at_zero, wanted_range
from .signals import file_downloaded
from .storages import STORAGE_ERRORS, private_storage

logger = logging.getLogger(__name__)

RETRY_SECONDS = 30
CAPTIONS = "text/vtt; charset=utf-8"
PLAYABLE = {"audio/mp4", "audio/mpeg", "audio/wav", CAPTIONS, "video/mp4"}


class Verdict(Enum):
    """What the door says to one person about one version."""

    SEND = auto()
    SIGN_IN = auto()
    NOT_YOURS = auto()
    GONE = auto()
    UNKNOWN = auto()


def judge(
    user,
    version: FileVersion | None,
    asset: Asset | None,
    *,
    is_shared: bool = False,
) -> Verdict:
    """Return the verdict of the table; knows nothing of requests.

    ``is_shared`` says that an open link leads to the file: it stands in for who asks,
    and opens nothing that is not published, within its rights and ready.
    """
    # Asked of everyone, so that an unknown and a forbidden id cost and answer the same.
    audience = Audience.EDITOR if is_shared else audience_of(user)
    if version is None or asset is None:
        return Verdict.UNKNOWN
    S = FileVersion.State
    if version.state not in (S.READY, S.WITHDRAWN, S.PURGED):
        return Verdict.UNKNOWN
    if not is_shared and may_preview(user, asset):
        return Verdict.SEND if version.state == S.READY else Verdict.GONE
    is_hidden = not is_shared and not may_know(user, asset)
    if is_hidden or not (asset.is_usable or asset.is_over):
        return Verdict.UNKNOWN
    if asset.is_over or version.state != S.READY:
        return Verdict.GONE
    if is_shared or may_fetch(user, asset):
        return Verdict.SEND
    return Verdict.SIGN_IN if audience == Audience.ANYONE else Verdict.NOT_YOURS


@require_safe
def serve_file(
    request: HttpRequest,
    public_id: str,
    number: int | None = None,
    play: bool = False,
) -> HttpResponse:
    """Answer ``/m/<id>/`` (the current version) and ``/m/<id>/v<n>/``.

    With ``play`` (``/m/<id>/afspil/``) a film, sound or caption file is sent to a
    player on a page: shown, not saved, and so not counted as a download.
    """
    version, asset = _find(public_id, number)
    if play and version:
        can_play = version.content_type in PLAYABLE and may_play(request.user, asset)
        version = version if can_play else None
    verdict = judge(request.user, version, asset)
    if verdict is Verdict.SEND:
        try:
            return send(request, version, asset, play=play)
        except STORAGE_ERRORS:
            logger.exception("cannot send version %s", version.pk)
            return busy(request)
    if verdict is Verdict.SIGN_IN:
        return sign_in(request)
    if verdict is Verdict.NOT_YOURS:
        return not_yours(request, asset)
    if verdict is Verdict.GONE:
        return gone(request, asset, version)
    raise Http404


def sign_in(request: HttpRequest) -> HttpResponse:
    """Send who is not signed in to the sign-in page, and back here afterwards."""
    response = redirect_to_login(request.get_full_path())
    response["Cache-Control"] = NO_STORE
    return response


def not_yours(request: HttpRequest, asset: Asset | None = None) -> HttpResponse:
    """Answer 403 with the way in, to who is signed in but works for no library."""
    response = render(
        request, "pages/assets/not_yours.html", {"asset": asset}, status=403
    )
    response["Cache-Control"] = NO_STORE
    return response


def gone(
    request: HttpRequest, asset: Asset, version: FileVersion | None = None
) -> HttpResponse:
    """Answer 410 with the reason, and the asset that took the place, if usable."""
    successor = asset.successor
    if successor and not (successor.is_usable and may_know(request.user, successor)):
        successor = None
    is_current = version and version.pk == version.file.current_version_id
    context = {
        "asset": asset,
        "version": version,
        "successor": successor,
        "has_newer": asset.is_usable and not is_current,
    }
    response = render(request, "410.html", context, status=410)
    response["Cache-Control"] = NO_STORE
    return response


def busy(request: HttpRequest) -> HttpResponse:
    """Answer 503: the storage is away, and when to try again."""
    response = render(request, "503.html", status=503)
    response["Retry-After"] = str(RETRY_SECONDS)
    response["Cache-Control"] = NO_STORE
    return response


def _find(
    public_id: str, number: int | None
) -> tuple[FileVersion | None, Asset | None]:
    wanted = AssetFile.objects.select_related("asset__collection", "current_version")
    try:
        file = wanted.get(public_id=public_id)
    except AssetFile.DoesNotExist:
        return None, None
    if number is None:
        return file.current_version, file.asset
    return file.versions.filter(number=number).first(), file.asset


def is_on_purpose(request: HttpRequest) -> bool:
    """Whether a person asks for the bytes, and no browser ahead of them."""
    is_ahead = "prefetch" in request.headers.get("Sec-Purpose", "")
    return request.method == "GET" and not is_ahead


def too_many(request: HttpRequest) -> HttpResponse | None:
    """Count a fetch; answer 429 where it is more than people fetch.

    A part that goes on with a download, and what plays on a page, are not counted.
    """
    if not (is_on_purpose(request) and starts_at_zero(wanted_range(request))):
        return None
    if request.user.is_authenticated:
        seconds = too_fast(request, "download")
    else:
        seconds = crowd_too_fast(request, "download_stranger")
    return too_often(request, seconds) if seconds else None


def send(
    request: HttpRequest, version: FileVersion, asset: Asset, *, play: bool = False
) -> HttpResponse:
    """Send an authorised version; write the download row when the request is one."""
    if not play and (refused := too_many(request)):
        return refused
    response = send_object(request, version, version.filename, play=play)
    if not play and was_fetched(request, response):
        record(request, theme_id=asset.theme_id, version=version)
    return response


def was_fetched(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether ``response`` hands out a file, from its first byte, for keeps.

    Judged by what is sent where we send it; behind a link, by what was asked for.
    """
    if not is_on_purpose(request):
        return False
    if response.status_code == 206:
        return response["Content-Range"].startswith("bytes 0-")
    if response.status_code == 302:
        return starts_at_zero(wanted_range(request))
    return response.status_code == 200


def send_object(
    request: HttpRequest, version, filename: str, *, play: bool = False
) -> HttpResponse:
    """Send a stored object, from disk or by a link signed for a minute.

    ``version`` is a FileVersion, or a Package that is ready: it knows key, size,
    sha256 and content_type.
    """
    etag = f'"{version.sha256}"'
    if unchanged := get_conditional_response(request, etag=etag):
        unchanged["ETag"] = etag
        unchanged["Cache-Control"] = NO_STORE
        return unchanged
    storage = private_storage()
    # Asked here: neither a cut-off file nor a link to nothing may look like an answer.
    if storage.stored_size(version.key) != version.size:
        raise FileNotFoundError(version.key)
    # A browser reads captions from the page's own address only; they are small.
    if storage.signs_links and not (play and version.content_type == CAPTIONS):
        response = HttpResponseRedirect(
            storage.download_link(
                version.key,
                version.content_type,
                content_disposition(filename, attachment=not play),
                request.method,
            )
        )
        response["Referrer-Policy"] = "no-referrer"
    else:
        response = _bytes(request, version, etag)
        response["Content-Disposition"] = content_disposition(
            filename, attachment=not play
        )
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = NO_STORE
    response["X-Robots-Tag"] = "noindex"
    return response


def _bytes(request: HttpRequest, version: FileVersion, etag: str) -> HttpResponse:
    """Answer 200 with all bytes, 206 with a part, or 416 when there is no such part."""
    wanted = wanted_range(request, etag) if request.method == "GET" else None
    part = bytes_of(wanted, version.size)
    if wanted and not part:
        response = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{version.size}"
        return response
    storage = private_storage()
    is_for_nginx = handing_over.is_for_nginx(request, storage)
    if is_for_nginx or request.method == "HEAD":
        response = HttpResponse(content_type=version.content_type)
    else:
        file = storage.open(version.key)
        if wanted:
            file = SlicedFile(file, part.start, part.stop - 1)
        response = FileResponse(file, content_type=version.content_type)
    if wanted:
        response.status_code = 206
        response["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{version.size}"
    if is_for_nginx:
        # It finds the part and the length by itself; the status tells us what it sends.
        response["X-Accel-Redirect"] = handing_over.address_of(version.key)
    else:
        response["Content-Length"] = str(len(part))
        response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    return response


def record(
    request: HttpRequest, *, theme_id: int | None, version=None, package=None
) -> Download:
    """Write one download row, of a version or of a package, and tell who listens."""
    download = Download.objects.create(
        version=version,
        package=package,
        theme_id=theme_id,
        library=library_of(request.user),
        page_id=_page_id(request),
    )
    file_downloaded.send(sender=Download, download=download)
    return download


def _page_id(request: HttpRequest) -> int | None:
    """The live page that the link stood on (``?side=``), if it says so truly."""
    value = request.GET.get("side", "")
    if not value.isdecimal() or len(value) > 9:
        return None
    return (
        Page.objects.live().filter(pk=int(value)).values_list("pk", flat=True).first()
    )
