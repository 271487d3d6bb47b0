"""Addresses that people's own calendars can follow."""

from django import template
from django.conf import settings
from django.urls import reverse

register = template.Library()


@register.simple_tag
def webcal(name: str, *args) -> str:
    """The address of a feed, written so that a calendar opens and subscribes to it."""
    host = settings.BASE_URL.partition("://")[2]
    return f"webcal://{host}{reverse(name, args=args)}"
