"""What pages of upper apps show of the libraries."""

from django import template

from ..models import Library

register = template.Library()


@register.simple_tag
def has_searchable_libraries() -> bool:
    """Whether readers can be led to a title at a library of their own."""
    return Library.objects.searchable().exists()
