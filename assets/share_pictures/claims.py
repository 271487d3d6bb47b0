"""The share pictures that ``manage.py reconcile`` expects in storage."""

from collections.abc import Iterator

from ..models import SharePicture
from ..reconciling.claims import PUBLIC, Claim, claims_of


@claims_of(PUBLIC, "share")
def share_picture_claims() -> Iterator[Claim]:
    """Each picture that is kept."""
    for subject, key in SharePicture.objects.values_list("subject", "key"):
        yield Claim(key, f"share picture {subject}")
