"""What the search keeps: words that were looked for in vain, and not by whom."""

from django.contrib.auth import get_user_model

from core.privacy.records import Basis, keep

from .asking.missed import KEPT_FOR


def register() -> None:
    """Fill the table."""
    keep(
        "search.MissedQuery",
        texts=("text",),
        purpose="se, hvad der mangler; adresser og numre noteres ikke",
        basis=Basis.NOBODY,
        ends="efter at der sidst blev søgt",
        days=KEPT_FOR.days,
        by="search.tasks.forget_missed_queries",
        of=lambda person: get_user_model().objects.none(),
    )
