"""What who has the secret link meets at ``/udgivelse/<token>/``."""

from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.views.decorators.http import require_safe

from assets.models import Asset
from assets.signals import assets_changed
from core.headers import NO_STORE

from ..models import ReleaseSet
from .putting_out import rehearsal


def _secret(view):
    """Find the set, or answer as to any unknown address; keep the answer private."""

    @require_safe
    @wraps(view)
    def wrapped(request: HttpRequest, token: str, *args, **kwargs) -> HttpResponse:
        release = get_object_or_404(ReleaseSet, preview_token=token)
        if release.can_be_previewed:
            response = view(request, release, *args, **kwargs)
        else:
            template = "pages/releases/over.html"
            response = render(request, template, {"release": release}, status=410)
        response["Cache-Control"] = NO_STORE
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return wrapped


@_secret
def show_release(request: HttpRequest, release: ReleaseSet) -> HttpResponse:
    """The pages of a set, to be opened, and its assets, to be looked at."""
    assets = release.listed_assets().for_list()
    context = {
        "release": release,
        "pages": release.listed_pages().select_related("content_type", "locale"),
        "assets": assets,
    }
    return render(request, "pages/releases/release.html", context)


@_secret
def show_page(request: HttpRequest, release: ReleaseSet, pk: int) -> HttpResponse:
    """A page of a set as it will be, with all the others out."""
    found = get_object_or_404(release.listed_pages(), pk=pk)
    if release.is_released and found.live:
        return redirect(found.get_url(request))
    try:
        with rehearsal(release):
            page = release.listed_pages().get(pk=pk).get_latest_revision_as_object()
            request.release = release
            with translation.override(page.locale.language_code):
                response = page.serve_preview(request, page.default_preview_mode)
                if hasattr(response, "render"):
                    response.render()
    finally:
        # What was counted meanwhile counted assets that are not out.
        assets_changed.send(Asset)
    return response
