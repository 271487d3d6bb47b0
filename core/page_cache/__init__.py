"""What any stranger would be shown is kept whole, until something is changed."""

from .application import PageCache
from .changes import watch_changes
from .queries import Site

__all__ = ["PageCache", "Site", "watch_changes"]
