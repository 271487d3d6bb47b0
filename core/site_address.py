"""The site's own address: BASE_URL is the one place that says it."""

import re
from urllib.parse import urlsplit

from django.conf import settings

from wagtail.models import Site

ADDRESS = re.compile(r"\b(href|src)=\"(/[^\"]*)\"")


def keep_site_address(**kwargs) -> None:
    """Give Wagtail's default site the host and port of BASE_URL.

    Canonical addresses, the sitemap and share pictures are built from that row, which
    a migration can only guess. Runs after migrations and at each ``manage.py serve``.
    """
    base = urlsplit(settings.BASE_URL)
    port = base.port or (443 if base.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first()
    if site is None or (site.hostname, site.port) == (base.hostname, port):
        return
    if Site.objects.filter(hostname=base.hostname, port=port).exists():
        # Somebody has said in the admin which pages that address leads to.
        return
    site.hostname, site.port = base.hostname, port
    site.save(update_fields=["hostname", "port"])


def whole(address: str) -> str:
    """The address with the site's own in front, if it begins at its root."""
    return settings.BASE_URL + address if address.startswith("/") else address


def with_whole_addresses(html: str) -> str:
    """HTML for other sites: the site's own address before those from its root."""
    return ADDRESS.sub(lambda found: f'{found[1]}="{whole(found[2])}"', html)
