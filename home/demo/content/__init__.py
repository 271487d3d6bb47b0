"""What the demo site says, as plain data: `load_demo` makes pages and assets of it."""

from .campaigns import CAMPAIGNS, TRANSLATIONS
from .films import FILMS
from .ideas import IDEAS
from .productions import PRODUCTIONS, PRODUCTIONS_2017
from .reading_lists import READING_LISTS
from .site import HOMES, NEWS, PAGES, SETTINGS
from .stories import STORIES, TRANSLATED_STORIES

__all__ = [
    "CAMPAIGNS",
    "FILMS",
    "HOMES",
    "IDEAS",
    "NEWS",
    "PAGES",
    "PRODUCTIONS",
    "PRODUCTIONS_2017",
    "READING_LISTS",
    "SETTINGS",
    "STORIES",
    "TRANSLATED_STORIES",
    "TRANSLATIONS",
]
