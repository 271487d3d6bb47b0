from django import template
from django.middleware.csrf import get_token

from ..baskets.views import may_collect

register = template.Library()


@register.inclusion_tag("components/add_to_basket.html", takes_context=True)
def add_to_basket(context, thing, quiet: bool = True) -> dict:
    """The button that puts a file, or all of an asset, in the person's basket.

    Shown to who is signed in with a library: a page for strangers gets no cookie.
    """
    # Kept by {% include ... only %}, which the variable "request" is not.
    request = getattr(context, "request", None)
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or not may_collect(user):
        return {}
    is_file = hasattr(thing, "public_id")
    if not is_file and not thing.current_files:
        return {}
    return {
        "field": "file" if is_file else "asset",
        "value": thing.public_id if is_file else thing.slug,
        "label": thing.name if is_file else thing.title,
        "next": request.get_full_path(),
        "token": get_token(request),
        "quiet": quiet,
    }
