"""The three demo campaigns and what they share."""

from .english import TRANSLATIONS
from .nature import NATURE
from .renaissance import RENAISSANCE
from .stone_age import STONE_AGE

CAMPAIGNS = (STONE_AGE, RENAISSANCE, NATURE)

__all__ = ["CAMPAIGNS", "TRANSLATIONS"]
