"""A campaign's logo on a page, on whatever ground it stands there."""

from dataclasses import dataclass

from django import template

from themes.looks import dark_palette, light_palette
from themes.looks.logos import Logo, Plate, plate_for
from themes.models import Theme

from ..logos import logo_of
from ..models.rights import Channel
from ..storages import public_storage

register = template.Library()


@dataclass(frozen=True)
class ShownLogo:
    """A logo with what stands behind it by day and by night."""

    logo: Logo
    day: Plate
    night: Plate

    @property
    def url(self) -> str:
        return public_storage().url(self.logo.file)


@register.simple_tag
def theme_logo(theme: Theme | None, place: str = "ground") -> ShownLogo | None:
    """The logo, where its rights allow the web today; ``place`` is "paper" too."""
    logo = logo_of(theme, Channel.WEB)
    if not logo:
        return None
    day, night = (
        plate_for(logo.colours, getattr(palette_of(theme.look), place))
        for palette_of in (light_palette, dark_palette)
    )
    return ShownLogo(logo, day, night)
