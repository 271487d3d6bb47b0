"""Byte ranges (RFC 9110): the part that a player or a resumed download wants."""

import re

from django.http import HttpRequest

_ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")

# First and last byte; (None, n) is the last n bytes.
Wanted = tuple[int | None, int | None]


def wanted_range(request: HttpRequest, etag: str = "") -> Wanted | None:
    """Return the one range that is asked for, or None when all is to be sent.

    All is sent to who asks for several ranges, for nonsense, or (``If-Range``) for a
    part of another version, as the standard allows.
    """
    value = request.headers.get("Range", "").replace(" ", "")
    match = _ONE_RANGE.fullmatch(value)
    if not match or not any(match.groups()):
        return None
    if etag and request.headers.get("If-Range", etag) != etag:
        return None
    first, last = (int(digits) if digits else None for digits in match.groups())
    if first is not None and last is not None and last < first:
        return None
    return first, last


def starts_at_zero(wanted: Wanted | None) -> bool:
    """Whether the first byte is among those asked for."""
    return wanted is None or wanted[0] == 0


def bytes_of(wanted: Wanted | None, size: int) -> range:
    """Return the bytes to send of a file of ``size``; empty when there are none."""
    if wanted is None:
        return range(size)
    first, last = wanted
    if first is None:
        return range(max(size - last, 0), size)
    return range(first, size if last is None else min(last + 1, size))
