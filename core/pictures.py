"""Pictures on a page: their renditions are fetched together."""

from collections.abc import Iterable, Iterator

from django.db.models import prefetch_related_objects

from wagtail.images.models import AbstractImage
from wagtail.images.shortcuts import get_renditions_or_not_found

WIDTHS = (480, 960, 1600)


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


def picture_url(page) -> str:
    """The whole address of a page's picture, as large as pages show it, or nothing."""
    picture = getattr(page, "picture", None)
    if not picture or not picture.is_in_period:
        return ""
    widest = f"width-{widths_of(picture)[-1]}|format-webp"
    return get_renditions_or_not_found(picture, [widest])[widest].full_url
