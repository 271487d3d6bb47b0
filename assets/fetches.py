"""How often each asset was fetched, noted on the asset for lists to sort by."""

from collections import defaultdict

from django.db.models import Count

from .models import Asset, Download

BATCH = 2000


def note_fetches() -> int:
    """Write the number of downloads on the assets that have another; return how many.

    Counted from the log each time: it may run twice, or have missed a turn.
    """
    counted = dict(
        Download.objects.filter(version__isnull=False)
        .order_by()
        .values_list("version__file__asset")
        .annotate(n=Count("pk"))
    )
    noted = dict(
        Asset.objects.filter(fetched_count__gt=0).values_list("pk", "fetched_count")
    )
    changed = defaultdict(list)
    for pk in counted.keys() | noted.keys():
        if counted.get(pk, 0) != noted.get(pk, 0):
            changed[counted.get(pk, 0)].append(pk)
    for count, pks in changed.items():
        for start in range(0, len(pks), BATCH):
            batch = Asset.objects.filter(pk__in=pks[start : start + BATCH])
            batch.update(fetched_count=count)
    return sum(map(len, changed.values()))
