"""What any stranger would be shown is kept whole, until something is changed."""

from .application import PageCache
from .changes import watch_changes

__all__ = ["PageCache", "watch_changes"]
