"""The reading lists: real works only, an ISBN only where it was checked."""

from .memories import MEMORY_LISTS
from .nature import NATURE_LISTS
from .places import PLACE_LISTS

READING_LISTS = PLACE_LISTS + MEMORY_LISTS + NATURE_LISTS

__all__ = ["READING_LISTS"]
