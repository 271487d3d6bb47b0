"""The packages that a person waits for, or can fetch, on the library's own page."""

from libraries.panels import register_panel

from ..models import PackageNotice
from .notices import title_of


def packages_panel(request, membership) -> dict | None:
    """The person's own; nothing when there are none."""
    notices = PackageNotice.objects.filter(user=request.user).select_related(
        "package", "theme", "basket"
    )
    rows = [(notice, title_of(notice)) for notice in notices if not notice.is_over]
    return rows and {
        "template": "components/library_packages.html",
        "context": {"rows": rows},
    }


def register() -> None:
    register_panel(packages_panel, order=12)
