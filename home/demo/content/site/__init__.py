"""Pages outside the campaigns, the news and the site's settings."""

from .about import ABOUT, MODEL
from .english import ABOUT_ENGLISH, HOME_ENGLISH, PARTNERS_ENGLISH
from .home import HOME, SETTINGS
from .legal import ACCESSIBILITY, PRIVACY
from .news import NEWS
from .partners import FOR_PARTNERS

HOMES = (HOME, HOME_ENGLISH)
PAGES = (
    ABOUT,
    MODEL,
    FOR_PARTNERS,
    ACCESSIBILITY,
    PRIVACY,
    ABOUT_ENGLISH,
    PARTNERS_ENGLISH,
)

__all__ = ["HOMES", "NEWS", "PAGES", "SETTINGS"]
