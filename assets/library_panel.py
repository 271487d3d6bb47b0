"""What a library has fetched, and what its people look for, on its own page."""

from libraries.panels import register_panel

from .browsing.saved_searches import searches_with_news
from .models import Download
from .versions.notices import open_items

SHOWN = 20


def downloads_panel(request, membership) -> dict:
    """The library's newest downloads, and how many there are in all."""
    downloads = Download.objects.by_library(membership.library)
    return {
        "template": "components/library_downloads.html",
        "context": {
            "downloads": downloads.select_related(
                "version__file__asset",
                "version__file__current_version",
                "theme",
                "package",
            )[:SHOWN],
            "count": downloads.count(),
        },
    }


def old_versions_panel(request, membership) -> dict | None:
    """What the library fetched and that has changed since; nothing when it is new."""
    items = open_items(membership.library)
    if not items:
        return None
    return {"template": "components/old_versions.html", "context": {"items": items}}


def searches_panel(request, membership) -> dict | None:
    """The person's own saved searches, with what is new in them."""
    searches = searches_with_news(request.user)
    return searches and {
        "template": "components/saved_searches_panel.html",
        "context": {"searches": searches},
    }


def register() -> None:
    register_panel(old_versions_panel, order=10)
    register_panel(downloads_panel, order=20)
    register_panel(searches_panel, order=25)
