"""A share picture at the address that names what it shows."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from core.headers import NO_STORE

from . import keeping
from .subjects import find

# Not a year: a page may be taken back, and its picture with it.
ONE_DAY = 86_400


@require_safe
def send_share_picture(request: HttpRequest, name: str, digest: str) -> HttpResponse:
    """Send the picture of what everyone may see; an old address leads to the new."""
    subject = find(name, request)
    if subject is None:
        raise Http404
    if digest != subject.digest:
        return redirect(subject.url)
    jpeg, is_whole = keeping.kept(subject), True
    if jpeg is None:
        jpeg, is_whole = keeping.drawn(subject)
        if is_whole:
            keeping.keep(subject, jpeg)
    response = HttpResponse(jpeg, content_type="image/jpeg")
    # Other sites show it.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    if is_whole:
        patch_cache_control(response, public=True, max_age=ONE_DAY)
    else:
        response["Cache-Control"] = NO_STORE
    return response
