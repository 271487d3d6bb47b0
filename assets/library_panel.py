"""What a library has fetched, on its own page."""

from libraries.panels import register_panel

from .models import Download
from .notices import open_items

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


def register() -> None:
    register_panel(old_versions_panel, order=10)
    register_panel(downloads_panel, order=20)
