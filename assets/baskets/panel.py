"""The newest baskets on the library's own page."""

from libraries.panels import register_panel

from ..models import Basket

SHOWN = 5


def baskets_panel(request, membership) -> dict:
    """The baskets that the person sees, the one last used first."""
    baskets = Basket.objects.open_to(request.user).with_count()
    return {
        "template": "components/library_baskets.html",
        "context": {"baskets": baskets[:SHOWN], "user_id": request.user.pk},
    }


def register() -> None:
    register_panel(baskets_panel, order=15)
