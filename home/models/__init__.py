from .materials import MaterialsPage
from .news import NewsIndexPage, NewsPage
from .pages import HomePage, StandardPage
from .settings import SiteSettings

__all__ = [
    "HomePage",
    "MaterialsPage",
    "NewsIndexPage",
    "NewsPage",
    "SiteSettings",
    "StandardPage",
]
