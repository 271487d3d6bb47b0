"""What is many, some at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield the items in their order, ``size`` at a time."""
    items = iter(items)
    while batch := list(islice(items, size)):
        yield batch
