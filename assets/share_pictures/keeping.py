"""Share pictures in public storage: drawn once for what they show, forgotten after."""

import logging
import uuid
from contextlib import suppress
from io import BytesIO

from django.core.files.base import ContentFile

from wagtail.images.models import SourceImageIOError

from PIL import Image

from themes.looks.share_pictures import share_picture

from ..models import CustomImage, SharePicture
from ..storages import STORAGE_ERRORS, public_storage
from .subjects import PICTURE, Subject, find

logger = logging.getLogger(__name__)


def kept(subject: Subject) -> bytes | None:
    """The picture as it was drawn before; None when it was not, or cannot be read."""
    row = SharePicture.objects.filter(
        subject=subject.name, digest=subject.digest
    ).first()
    if row is None:
        return None
    try:
        with public_storage().open(row.key) as file:
            return file.read()
    except STORAGE_ERRORS:
        return None


def drawn(subject: Subject) -> tuple[bytes, bool]:
    """Draw the picture; also whether it lacks nothing that it is to show."""
    picture = cover = logo = None
    is_whole = True
    try:
        if subject.picture:
            picture = _site_picture(subject.picture[0])
        if subject.cover:
            cover = _opened(subject.cover)
        if subject.logo:
            logo = (subject.logo, _opened(subject.logo.file))
    except (SourceImageIOError, *STORAGE_ERRORS) as error:
        logger.warning("Drawn without a part: %s, %r", subject.name, error)
        is_whole = False
    return share_picture(subject.words, subject.look, picture, logo, cover), is_whole


def keep(subject: Subject, jpeg: bytes) -> None:
    """Store the picture and drop the one that it takes the place of."""
    storage = public_storage()
    key = f"share/{uuid.uuid4()}.jpg"
    try:
        key = storage.save(key, ContentFile(jpeg))
    except STORAGE_ERRORS as error:
        # It was drawn all the same, and is drawn again for the next.
        logger.warning("Not kept: %s, %r", subject.name, error)
        return
    row, is_new = SharePicture.objects.get_or_create(
        subject=subject.name, defaults={"digest": subject.digest, "key": key}
    )
    if not is_new:
        before, row.key, row.digest = row.key, key, subject.digest
        row.save()
        _delete(before)


def forget_old() -> None:
    """Delete pictures of what is no longer so, or no longer for everyone."""
    for row in SharePicture.objects.iterator():
        subject = find(row.subject)
        if subject is None or subject.digest != row.digest:
            row.delete()
            _delete(row.key)


def _delete(key: str) -> None:
    # One that is left is found by "manage.py reconcile".
    with suppress(*STORAGE_ERRORS):
        public_storage().delete(key)


def _site_picture(pk: int) -> Image.Image:
    rendition = CustomImage.objects.get(pk=pk).get_rendition(PICTURE)
    with rendition.file.storage.open(rendition.file.name) as file:
        return _loaded(file.read())


def _opened(name: str) -> Image.Image:
    with public_storage().open(name) as file:
        return _loaded(file.read())


def _loaded(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content), formats=["JPEG", "PNG", "WEBP"])
    picture.load()
    return picture
