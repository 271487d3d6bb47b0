"""Pictures in the widths that screens ask for."""

from django import template
from django.utils.safestring import SafeString

from wagtail.images.models import AbstractImage, ResponsiveImage
from wagtail.images.shortcuts import get_renditions_or_not_found

from core.pictures import widths_of

register = template.Library()


@register.simple_tag
def sized_picture(image: AbstractImage, **attributes: str) -> SafeString:
    """An ``img`` with its widths; what is empty, but for ``alt``, is left out."""
    filters = [f"width-{width}|format-webp" for width in widths_of(image)]
    renditions = get_renditions_or_not_found(image, filters)
    kept = {k: v for k, v in attributes.items() if v or k == "alt"}
    if len(renditions) == 1:
        kept.pop("sizes", None)
    return ResponsiveImage(renditions, kept).__html__()
