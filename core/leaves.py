"""What lies inside a StreamField: texts, pictures, pages, whatever is chosen."""

from collections.abc import Iterable, Iterator

from django.db.models import prefetch_related_objects

from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.images.models import AbstractImage


def leaves(value) -> Iterator:
    """Every value inside ``value`` that is no block of blocks, in reading order."""
    if isinstance(value, blocks.StructValue):
        for child in value.values():
            yield from leaves(child)
    elif isinstance(value, ListValue):
        for child in value:
            yield from leaves(child)
    elif isinstance(value, blocks.StreamValue):
        for child in value:
            yield from leaves(child.value)
    else:
        yield value


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
