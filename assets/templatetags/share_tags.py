"""The picture that other sites show where an address of ours is shared."""

from django import template

from wagtail.models import Page

from ..models import Asset
from ..permissions import Audience
from ..share_pictures.subjects import Subject, subject_of_asset, subject_of_page

register = template.Library()


@register.simple_tag(takes_context=True)
def share_picture(context, thing) -> Subject | None:
    """The picture of a page or an asset that everyone may see; None for all else."""
    request = context.get("request")
    if isinstance(thing, Asset):
        is_open = thing.is_usable and thing.level <= Audience.LIBRARY
        return subject_of_asset(thing) if is_open else None
    if not isinstance(thing, Page) or not thing.pk or not thing.live:
        return None
    if getattr(request, "is_preview", False) or hasattr(request, "release"):
        return None
    is_open = getattr(thing, "is_open", False)
    if not is_open and thing.get_view_restrictions().exists():
        return None
    return subject_of_page(thing, request)
