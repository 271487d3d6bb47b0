from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from core.site_address import whole

from .browsing.purposes import purposes_of
from .browsing.series import series_of
from .delivery import gone
from .models import Asset
from .permissions import may_fetch, may_know, may_play, may_preview
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
    is_preview = False
    is_known = may_know(request.user, asset)
    if not (asset.is_usable and is_known):
        if may_preview(request.user, asset):
            is_preview = True
        elif asset.is_over and is_known:
            return gone(request, asset)
        else:
            raise Http404
    siblings, series_count = series_of(asset, request.user)
    purposes = purposes_of(asset)
    is_open = is_preview or may_fetch(request.user, asset)
    languages = {file.language for file in asset.current_files}
    return render(
        request,
        "pages/assets/asset.html",
        {
            "asset": asset,
            "description": _in_short(asset),
            "graph": [_schema_of(asset)],
            "purposes": purposes,
            "many_languages": len(languages) > 1,
            # The words are the material: shown to those who may fetch it.
            "written": plain_text(asset.body) if asset.has_text and is_open else "",
            "siblings": siblings,
            "series_count": series_count,
            "may_fetch": is_open,
            "may_play": is_open and may_play(request.user, asset),
            "is_preview": is_preview,
            "signed_in": request.user.is_authenticated,
        },
    )


def _in_short(asset: Asset) -> str:
    """A sentence for who finds the asset by a search or a link that was shared."""
    if words := asset.summary or Truncator(asset.description).chars(160):
        return words
    kind = asset.get_kind_display()
    if asset.theme:
        return _("%(kind)s til temaet ”%(theme)s”.") % {
            "kind": kind,
            "theme": asset.theme,
        }
    return _("%(kind)s til bibliotekerne.") % {"kind": kind}


def _schema_of(asset: Asset) -> dict:
    """The asset as schema.org has it."""
    return {
        "@type": "CreativeWork",
        "@id": whole(asset.get_absolute_url()),
        "url": whole(asset.get_absolute_url()),
        "name": asset.title,
        "description": _in_short(asset),
        "image": asset.cover and whole(asset.cover.preview_large),
        "creditText": asset.credit,
        "license": asset.licence and asset.licence.url,
        "dateModified": asset.updated_at.isoformat(),
    }
