from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from .delivery import gone
from .models import Asset
from .permissions import may_fetch, may_know, may_preview


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
    is_preview = False
    is_known = may_know(request.user, asset)
    if not (asset.is_usable and is_known):
        if may_preview(request.user, asset):
            is_preview = True
        elif asset.is_over and is_known:
            return gone(request, asset)
        else:
            raise Http404
    siblings = (
        Asset.objects.listed_for(request.user)
        .filter(theme=asset.theme_id, kind=asset.kind)
        .exclude(pk=asset.pk)
        .for_list()[:6]
        if asset.theme_id
        else []
    )
    return render(
        request,
        "pages/assets/asset.html",
        {
            "asset": asset,
            "files": asset.current_files,
            "siblings": siblings,
            "may_fetch": is_preview or may_fetch(request.user, asset),
            "is_preview": is_preview,
            "signed_in": request.user.is_authenticated,
        },
    )
