"""Covers set in type: the same title always gets the same cover."""

import zlib

from django import template

register = template.Library()


@register.filter
def pick(text: str, among: int) -> int:
    """Return a number from 1 to ``among``, always the same one for the same text."""
    return zlib.crc32(text.encode()) % among + 1


@register.filter
def title_size(title: str) -> str:
    """Return how large a title may be set: by its longest word and its length."""
    longest = max((len(word) for word in title.split()), default=0)
    if longest > 13:
        return "tiny"
    if len(title) > 44 or longest > 9:
        return "small"
    return "middle" if len(title) > 18 or longest > 7 else "large"
