"""Pictures in the formats and widths that screens ask for."""

from django import template
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from wagtail.images.models import AbstractImage, AbstractRendition

from core.pictures import WIDTHS, offer_of

register = template.Library()


@register.simple_tag
def sized_picture(image: AbstractImage, **attributes: str) -> SafeString:
    """A ``picture`` in the formats that there are, or an ``img`` where there is one.

    Attributes that are empty, but for ``alt``, are left out.
    """
    offer = offer_of(image)
    sizes = attributes.pop("sizes", "")
    classes = [attributes.pop("class", ""), image.css_class]
    kept = {
        "src": offer.fallback.url,
        **_measures(offer.fallback),
        "class": " ".join(filter(None, classes)),
        **attributes,
    }
    kept = {name: value for name, value in kept.items() if value or name == "alt"}
    sources = [
        {"type": f"image/{form}", **_srcset(renditions, sizes)}
        for form, renditions in offer.sets.items()
        if offer.fallback not in renditions
    ]
    if not sources:
        kept |= _srcset(offer.sets.get("webp", []), sizes)
        return format_html("<img{}>", flatatt(kept))
    return format_html(
        "<picture>{}<img{}></picture>",
        format_html_join("", "<source{}>", ((flatatt(s),) for s in sources)),
        flatatt(kept),
    )


@register.simple_tag
def hero_sizes(image: AbstractImage) -> str:
    """``sizes`` of a picture that is cut to fill a hero, and so wider than its place.

    On a phone the place is the whole width and three quarters of it high; beside the
    words it is some 48rem high.
    """
    ratio = image.width / image.height
    narrow, wide = max(100, round(75 * ratio)), round(48 * ratio)
    return f"(min-width: 60rem) max(46vw, {wide}rem), {narrow}vw"


def _measures(rendition: AbstractRendition) -> dict[str, int]:
    """Width and height of the narrowest: a page's styles stretch it, not shrink it."""
    # None of an original that is not there.
    if not rendition.width:
        return {}
    width = min(WIDTHS[0], rendition.width)
    height = round(rendition.height * width / rendition.width)
    return {"width": width, "height": max(1, height)}


def _srcset(renditions: list[AbstractRendition], sizes: str) -> dict[str, str]:
    if len(renditions) == 1:
        return {"srcset": renditions[0].url}
    widths = ", ".join(f"{one.url} {one.width}w" for one in renditions)
    found = {"srcset": widths, "sizes": sizes}
    return {name: value for name, value in found.items() if value}
