from .feedback import AccessibilityReport
from .materials import MaterialsPage
from .news import NewsIndexPage, NewsPage
from .pages import HomePage, StandardPage
from .settings import SiteSettings

__all__ = [
    "AccessibilityReport",
    "HomePage",
    "MaterialsPage",
    "NewsIndexPage",
    "NewsPage",
    "SiteSettings",
    "StandardPage",
]
