"""What was searched for in vain: words and a number, nothing of who asked."""

import datetime
import re

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ..models import MissedQuery
from .questions import Question

KEPT_FOR = datetime.timedelta(days=180)
# So many are kept; then what was asked once, longest ago, makes room.
MOST = 2000
LONGEST = 100
# An address, a civil registration or a telephone number may be a person.
PERSONAL = re.compile(r"@|\d[\d -]{5,}\d")


def note(question: Question) -> None:
    """Count a search without a find."""
    text = question.text.casefold()[:LONGEST].strip()
    if not text or PERSONAL.search(text):
        return
    now = timezone.now()
    again = MissedQuery.objects.filter(text=text)
    if again.update(count=F("count") + 1, last_at=now):
        return
    with transaction.atomic():
        MissedQuery.objects.bulk_create(
            [MissedQuery(text=text, language=question.language, count=1, last_at=now)],
            ignore_conflicts=True,
        )


def forget() -> None:
    """Delete what nobody has asked for since, and what is beyond ``MOST``."""
    MissedQuery.objects.filter(last_at__lt=timezone.now() - KEPT_FOR).delete()
    kept = MissedQuery.objects.order_by("-count", "-last_at").values_list(
        "pk", flat=True
    )
    if beyond := list(kept[MOST : 3 * MOST]):
        MissedQuery.objects.filter(pk__in=beyond).delete()
