from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from .delivery import gone
from .models import Asset
from .permissions import Audience, audience_of, may_preview
from .purposes import purposes_of
from .series import series_of
from .texts import plain_text


def asset_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an asset with its files; the way in for who may not fetch them yet."""
    asset = (
        Asset.objects.select_related("theme", "licence", "collection", "successor")
        .prefetch_related("tags")
        .filter(slug=slug)
        .first()
    )
    if asset is None:
        raise Http404
    audience = audience_of(request.user)
    is_preview = False
    if not asset.is_usable or asset.access > max(audience, Audience.LIBRARY):
        if may_preview(request.user, asset):
            is_preview = True
        elif asset.is_over and asset.access < Audience.EDITOR:
            return gone(request, asset)
        else:
            raise Http404
    siblings, series_count = series_of(asset, request.user)
    purposes = purposes_of(asset)
    may_fetch = is_preview or audience >= asset.access
    languages = {file.language for file in asset.current_files}
    return render(
        request,
        "pages/assets/asset.html",
        {
            "asset": asset,
            "purposes": purposes,
            "many_languages": len(languages) > 1,
            # The words are the material: shown to those who may fetch it.
            "written": plain_text(asset.body) if asset.has_text and may_fetch else "",
            "siblings": siblings,
            "series_count": series_count,
            "may_fetch": may_fetch,
            "is_preview": is_preview,
            "signed_in": request.user.is_authenticated,
        },
    )
