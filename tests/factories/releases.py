"""Release sets with what is in them."""

from campaigns.models import ReleaseAsset, ReleasePage, ReleaseSet


def make_release(*things, approved_by=None, **fields) -> ReleaseSet:
    """Return a set of pages and assets, approved if it is said by whom."""
    release = ReleaseSet.objects.create(**{"title": "Stenalderen", **fields})
    for thing in things:
        if hasattr(thing, "slug") and hasattr(thing, "depth"):
            ReleasePage.objects.create(release=release, page_id=thing.pk)
        else:
            ReleaseAsset.objects.create(release=release, asset=thing)
    if approved_by:
        ReleaseSet.objects.filter(pk=release.pk).update(
            approved=release.stamps(), approved_by=approved_by
        )
    return ReleaseSet.objects.get(pk=release.pk)
