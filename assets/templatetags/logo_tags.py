"""A campaign's logo on a page, on whatever ground it stands there."""

from dataclasses import dataclass

from django import template

from themes.looks import dark_palette, light_palette
from themes.looks.logos import Logo, Plate, plate_for
from themes.models import Theme

from ..drawing.run import SIZES
from ..logos import logo_of
from ..models.rights import Channel
from ..storages import public_storage

register = template.Library()

UNSTYLED_HEIGHT = 60


@dataclass(frozen=True)
class ShownLogo:
    """A logo with what stands behind it by day and by night."""

    logo: Logo
    day: Plate
    night: Plate

    @property
    def url(self) -> str:
        return public_storage().url(self.logo.file)

    @property
    def height(self) -> int:
        """In pixels, where no styles say how large it is to be."""
        return min(self.logo.height, UNSTYLED_HEIGHT)

    @property
    def width(self) -> int:
        """In pixels, as wide as its height makes it."""
        return max(1, round(self.logo.width * self.height / self.logo.height))

    @property
    def srcset(self) -> str:
        """Both drawings with their widths: a header needs a tenth of the large one."""
        logo, side = self.logo, max(self.logo.width, self.logo.height)
        small = round(logo.width * min(1, SIZES["small"] / side))
        return f"{public_storage().url(logo.small)} {small}w, {self.url} {logo.width}w"


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
