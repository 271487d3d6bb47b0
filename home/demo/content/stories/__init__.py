"""The story pages, one module each."""

from .castle_of_blocks import CASTLE_OF_BLOCKS
from .flora_danica import FLORA_DANICA
from .jelling import JELLING
from .kitchen_drawer import KITCHEN_DRAWER
from .radio import RADIO
from .read_the_constitution import READ_THE_CONSTITUTION
from .river_bends import RIVER_BENDS
from .under_the_grass import UNDER_THE_GRASS
from .under_the_grass_english import UNDER_THE_GRASS_ENGLISH

STORIES = (
    UNDER_THE_GRASS,
    JELLING,
    CASTLE_OF_BLOCKS,
    READ_THE_CONSTITUTION,
    KITCHEN_DRAWER,
    RADIO,
    RIVER_BENDS,
    FLORA_DANICA,
)
TRANSLATED_STORIES = (UNDER_THE_GRASS_ENGLISH,)

__all__ = ["STORIES", "TRANSLATED_STORIES"]
