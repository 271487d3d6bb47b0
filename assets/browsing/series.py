"""What belongs with an asset: the rest of its campaign, the nearest first."""

from django.db.models import Case, Count, Q, Value, When

from ..models import Asset

SHOWN = 8


def series_of(asset: Asset, user, shown: int = SHOWN) -> tuple[list[Asset], int]:
    """Return some assets of the same campaign, and how many of it there are in all.

    First those that share topics, then those of the same kind, then the newest.
    Without a campaign, what shares a topic is the series.
    """
    known = Asset.objects.listed_for(user)
    topics = [tag.pk for tag in asset.tags.all()]
    if asset.theme_id:
        series = known.filter(theme=asset.theme_id)
    else:
        tagged = Asset.tags.through.objects.filter(tag__in=topics)
        series = known.filter(pk__in=tagged.values("content_object"))
    nearest = (
        series.exclude(pk=asset.pk)
        .annotate(
            shared=Count("tagged_items", filter=Q(tagged_items__tag__in=topics)),
            alike=Case(When(kind=asset.kind, then=Value(1)), default=Value(0)),
        )
        .order_by("-shared", "-alike", "-published_at", "-pk")
    )
    pks = list(nearest.values_list("pk", flat=True)[:shown])
    cards = Asset.objects.for_list().defer("body", "description").in_bulk(pks)
    count = series.count() if len(pks) == shown else len(pks) + 1
    return [cards[pk] for pk in pks if pk in cards], count
