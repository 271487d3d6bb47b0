"""The idea catalogue; the first three are named in the report."""

from .memories import MEMORY_IDEAS
from .nature import NATURE_IDEAS
from .places import PLACE_IDEAS

IDEAS = PLACE_IDEAS + MEMORY_IDEAS + NATURE_IDEAS

__all__ = ["IDEAS"]
