"""What the list of materials and the page of one say in their templates."""

from django import template

from assets.browsing.browse import Browse

register = template.Library()


@register.simple_tag
def browse_address(browse: Browse, **look: str) -> str:
    """The address of the list with another order or size, the choices as they are."""
    return browse.choices.address(**look)
