"""A campaign's logo: the file of its graphic package that the theme points to."""

from django.contrib.auth.models import AnonymousUser

from themes.looks.logos import Colours, Logo
from themes.models import Theme

from .models import Asset, AssetFile, FileVersion
from .models.rights import Channel


def logo_of(theme: Theme | None, channel: Channel) -> Logo | None:
    """The theme's logo, where its rights cover the channel today; one query a theme.

    Only one that a stranger may know of: it stands where everyone sees it. None means
    that the name in letters is to stand there.
    """
    file = _file_of(theme) if theme and theme.logo_id else None
    if not file or not file.asset.may_be_used_for(channel):
        return None
    version = file.current_version
    return Logo(
        version.preview_path("large"),
        version.preview_path("small"),
        version.preview_width or 1,
        version.preview_height or 1,
        theme.umbrella or theme.title,
        _colours_of(version),
    )


def colours_of_logo(theme: Theme) -> Colours:
    """The colours of the theme's logo, whether it may be shown or not."""
    file = AssetFile.objects.filter(pk=theme.logo_id).select_related("current_version")
    found = file.first() if theme.logo_id else None
    return _colours_of(found.current_version) if found else ()


def _colours_of(version: FileVersion | None) -> Colours:
    spec = (version and version.spec) or {}
    return tuple((colour, share) for colour, share in spec.get("colours", ()))


def _file_of(theme: Theme) -> AssetFile | None:
    if not hasattr(theme, "_logo_file"):
        files = AssetFile.objects.filter(
            pk=theme.logo_id,
            asset__in=Asset.objects.listed_for(AnonymousUser()),
            role=AssetFile.Role.LOGO,
            current_version__state=FileVersion.State.READY,
        ).exclude(current_version__preview_key="")
        theme._logo_file = files.select_related("asset", "current_version").first()
    return theme._logo_file
