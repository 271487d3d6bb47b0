"""The viewer of an asset's page, and what the printer must know of its files."""

from django import template

from ..banners import banner_url
from ..delivery import PLAYABLE
from ..models import AssetFile, PreflightOverride
from ..preflight.tables import print_table

register = template.Library()


@register.inclusion_tag("components/viewer.html")
def viewer(asset, may_fetch: bool, may_play: bool) -> dict:
    """The asset as large as it will be: pages to turn, a film or a sound to play."""
    files = asset.current_files
    version = asset.cover or (files[0].current_version if files else None)
    file = next((f for f in files if f.current_version == version), None)
    if version is None:
        return {"asset": asset, "version": None}
    spec = version.spec or {}
    banner = spec.get("banner") or {}
    medium = version.content_type.partition("/")[0]
    return {
        "asset": asset,
        "version": version,
        "file": file,
        "pages": [
            {
                "number": n,
                "url": version.preview_url(f"page-{n}"),
                "thumb": version.preview_url(f"thumb-{n}"),
            }
            for n in range(1, version.preview_pages + 1)
        ]
        if may_fetch
        else [],
        "unseen": max(0, (version.pages or 0) - version.preview_pages),
        "is_playable": may_play and version.content_type in PLAYABLE,
        "is_kept_off_the_web": may_fetch
        and not may_play
        and medium in ("audio", "video"),
        "captions": next((f for f in files if f.is_captions), None),
        "is_unplayable": may_play
        and medium in ("audio", "video")
        and version.content_type not in PLAYABLE,
        "is_film": medium == "video",
        "is_sound": medium == "audio",
        # The rest of a file is for who may fetch it; the cover is for all.
        "strip": spec.get("strip") if version.has_preview else None,
        "strip_url": version.preview_url("strip"),
        "banner_url": banner_url(version),
        "has_banner": bool(banner.get("members")),
    }


@register.inclusion_tag("components/print_specs.html")
def print_specs(asset) -> dict:
    """The measures of every file for the printer, one table each."""
    files = [
        file
        for file in asset.current_files
        if file.purpose == AssetFile.Purpose.PRINT_SHOP
        and file.current_version.print_ready is not None
    ]
    if not files:
        return {"tables": []}
    overrides = {
        found.version_id: found
        for found in PreflightOverride.objects.in_force().filter(
            version__in=[file.current_version_id for file in files]
        )
    }
    tables = []
    for file in files:
        version = file.current_version
        version.file, file.asset = file, asset
        tables.append((file, print_table(version, overrides.get(version.pk))))
    return {"tables": tables}
