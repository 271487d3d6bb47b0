"""Covers: fetched once by the worker, made small, kept as our own."""

import datetime
import logging
from io import BytesIO
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.core.files.base import ContentFile
from django.utils import timezone

import urllib3
from PIL import Image

from assets.storages import STORAGE_ERRORS, public_storage

from ..models import Cover, ReadingListTitle
from .identifiers import Identifier
from .sources import SECONDS, SourceAway, title_source

logger = logging.getLogger(__name__)

MAX_BYTES = 4 * 1024 * 1024
MAX_PIXELS = 12_000_000
BOX = (360, 600)
# What had no cover may have got one.
ASK_AGAIN = datetime.timedelta(days=30)


def fetch_covers(page_pk: int) -> None:
    """Fetch the covers that a reading list lacks; raises ``SourceAway``."""
    titles = ReadingListTitle.objects.filter(page_id=page_pk)
    wanted = {
        title.cover_key: identifier
        for title in titles
        if title.cover_key and (identifier := _identifier_of(title))
    }
    known = Cover.objects.filter(key__in=wanted)
    recent = timezone.now() - ASK_AGAIN
    for cover in known:
        if cover.file or cover.asked_at > recent:
            del wanted[cover.key]
    if not wanted:
        return
    found = title_source().find(list(wanted.values()))
    for key, identifier in wanted.items():
        data = found.get(identifier)
        _keep(key, data.cover if data else "")


def _identifier_of(title: ReadingListTitle) -> Identifier | None:
    for kind, value in (
        ("work", title.work_id),
        ("isbn", title.isbn),
        ("faust", title.faust),
    ):
        if value:
            return Identifier(kind, value)
    return None


def _keep(key: str, address: str) -> None:
    fields = {"asked_at": timezone.now(), "file": "", "width": None, "height": None}
    if address:
        try:
            picture = _small(_fetch(address))
            out = BytesIO()
            picture.save(out, "JPEG", quality=82, optimize=True)
            name = public_storage().save(
                f"covers/{uuid4().hex}.jpg", ContentFile(out.getvalue())
            )
            fields |= {"file": name, "width": picture.width, "height": picture.height}
        except (SourceAway, OSError, ValueError, *STORAGE_ERRORS) as error:
            # A drawn cover stands in; the address is left out, it may hold a token.
            logger.warning("No cover for %s: %s", key, type(error).__name__)
    Cover.objects.update_or_create(key=key, defaults=fields)


def _fetch(address: str) -> bytes:
    """Return the bytes at an address of a host that covers may come from."""
    parts = urlsplit(address)
    host = (parts.hostname or "").lower()
    allowed = any(
        host == name or host.endswith(f".{name}") for name in settings.COVER_HOSTS
    )
    if not allowed or parts.scheme not in ("https", "http"):
        raise SourceAway("the cover lies at another host")
    try:
        response = urllib3.request(
            "GET",
            address,
            timeout=urllib3.Timeout(total=SECONDS),
            retries=False,
            redirect=False,
            preload_content=False,
        )
        try:
            data = response.read(MAX_BYTES + 1)
        finally:
            response.close()
    except urllib3.exceptions.HTTPError as error:
        raise SourceAway(type(error).__name__) from error
    if response.status != 200 or len(data) > MAX_BYTES:
        raise SourceAway(f"it answered {response.status}, {len(data)} bytes")
    return data


def _small(data: bytes) -> Image.Image:
    """Return the picture at the size that a list shows; raises what Pillow raises."""
    with Image.open(BytesIO(data), formats=["JPEG", "PNG", "WEBP", "GIF"]) as picture:
        if picture.width * picture.height > MAX_PIXELS:
            raise ValueError("too many pixels")
        picture.draft("RGB", BOX)
        small = picture.convert("RGB")
    small.thumbnail(BOX)
    return small
