"""Files on this disk, sent by the front server once the door has let them out."""

from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest

from .ranges import wanted_range

# As deploy/nginx.conf knows PRIVATE_ROOT; nobody can ask for it.
PLACE = "/privat/"
# What nginx judges by its own mark of a file and not by ours.
JUDGED_OTHERWISE = ("If-Match", "If-Unmodified-Since")


def is_for_nginx(request: HttpRequest, storage) -> bool:
    """Whether nginx stands before the site, has the file, and would send it as we do.

    It answers 416 to parts that make no sense, where the door sends all.
    """
    return (
        settings.BEHIND_NGINX
        and not storage.signs_links
        and not any(name in request.headers for name in JUDGED_OTHERWISE)
        and ("Range" not in request.headers or wanted_range(request) is not None)
    )


def address_of(key: str) -> str:
    """What nginx is told to send."""
    return PLACE + quote(key)
