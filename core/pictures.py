"""Pictures on a page: their renditions are fetched together."""

from collections.abc import Iterable, Iterator

from django.db.models import prefetch_related_objects

from wagtail.images.models import AbstractImage


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
