"""Pictures on a page: their renditions are fetched together.

A page offers the formats that the worker has made (``assets/pictures``) and makes none
of them itself; of a picture that is newer than that it makes one WebP.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.db.models import prefetch_related_objects

from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.shortcuts import get_rendition_or_not_found

WIDTHS = (480, 720, 960, 1600)
# The one JPEG or PNG for browsers from before 2020, feed readers and search engines.
FALLBACK_WIDTH = 960
# The endings of filters. AVIF of 60 looks like WebP of 80, by SSIM, and is 28 % smaller
# (docs/features/pictures.md).
FORMS = {
    "avif": "format-avif|avifquality-60",
    "webp": "format-webp",
    "jpeg": "format-jpeg",
    "png": "format-png",
}
# Another name after each change of what is made.
RECIPE = hashlib.sha256(repr((WIDTHS, FALLBACK_WIDTH, FORMS)).encode()).hexdigest()[:8]


def pictures_of(values: Iterable) -> Iterator[AbstractImage]:
    """The pictures among ``values``, and those that pages among them wear."""
    for value in values:
        picture = (
            value if isinstance(value, AbstractImage) else getattr(value, "picture", 0)
        )
        if isinstance(picture, AbstractImage):
            yield picture


def fetch_renditions(pictures: Iterable[AbstractImage]) -> None:
    """Fetch the renditions of all ``pictures`` that lack them, in one query."""
    lacking = [
        picture
        for picture in pictures
        if "renditions" not in getattr(picture, "_prefetched_objects_cache", {})
    ]
    if lacking:
        prefetch_related_objects(lacking, "renditions")


def widths_of(image: AbstractImage) -> list[int]:
    """The widths that differ: Wagtail makes no picture larger than it is."""
    smaller = [width for width in WIDTHS if width < image.width]
    return [*smaller, *WIDTHS[len(smaller) :][:1]]


def spec_of(width: int, form: str) -> str:
    """The filter of a picture in that width and format."""
    return f"width-{width}|{FORMS[form]}"


@dataclass(frozen=True)
class Offer:
    """What there is of a picture: whole sets by format, and one for all."""

    sets: dict[str, list[AbstractRendition]]
    fallback: AbstractRendition | None

    @property
    def widest(self) -> AbstractRendition | None:
        """The widest that nearly everything reads."""
        return self.sets["webp"][-1] if "webp" in self.sets else self.fallback


def made_of(image: AbstractImage) -> Offer:
    """What has been made; a format is offered when it has every width."""
    fetch_renditions([image])
    rows = {row.filter_spec: row for row in image.renditions.all()}
    widths = widths_of(image)
    sets = {}
    for form in ("avif", "webp"):
        found = [rows.get(spec_of(width, form)) for width in widths]
        if all(found):
            # One that was turned upright may be narrower than it was thought to be.
            sets[form] = list({row.width: row for row in found}.values())
    width = min(FALLBACK_WIDTH, widths[-1])
    specs = [spec_of(width, form) for form in ("jpeg", "png", "webp")]
    return Offer(sets, next((rows[spec] for spec in specs if spec in rows), None))


def offer_of(image: AbstractImage) -> Offer:
    """What a page can show: never nothing, if one WebP has to be made for it."""
    made = made_of(image)
    if made.fallback:
        return made
    spec = spec_of(min(FALLBACK_WIDTH, widths_of(image)[-1]), "webp")
    return replace(made, fallback=get_rendition_or_not_found(image, spec))


def picture_url(page) -> str:
    """The whole address of a page's picture, as large as pages show it, or nothing."""
    picture = getattr(page, "picture", None)
    if not picture or not picture.is_in_period:
        return ""
    return offer_of(picture).widest.full_url
