"""The covers that ``manage.py reconcile`` expects in storage."""

from collections.abc import Iterator

from assets.reconciling.claims import PUBLIC, Claim, claims_of

from ..models import Cover


@claims_of(PUBLIC, "covers")
def cover_claims() -> Iterator[Claim]:
    """Each cover that was found."""
    for pk, key in Cover.objects.exclude(file="").values_list("pk", "file"):
        yield Claim(key, f"cover {pk}")
