"""A share link made in one step, of files chosen elsewhere on the site."""

import datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from ..file_choosers import files_choosable_by
from ..models import AssetFile, ShareItem, ShareLink

# A button pressed twice makes one link.
DOUBLE_CLICK = datetime.timedelta(minutes=1)


def may_make_shares(user) -> bool:
    """Whether the person makes links for printers and press: editors do."""
    return user.is_authenticated and user.has_perm("assets.add_sharelink")


@transaction.atomic
def make_share(user, title: str, files: list[AssetFile]) -> ShareLink | None:
    """Make a link to those of ``files`` that ``user`` may choose; None if to nothing.

    It is open at once, for a month; the same asked for twice within a minute is one.
    """
    get_user_model().objects.select_for_update().get(pk=user.pk)
    wanted = [file.pk for file in files]
    chosen = set(
        files_choosable_by(user).filter(pk__in=wanted).values_list("pk", flat=True)
    )
    pks = [pk for pk in wanted if pk in chosen]
    if not pks:
        return None
    title = title[: ShareLink._meta.get_field("title").max_length]
    if share := _just_made(user, title, pks):
        return share
    share = ShareLink.objects.create(title=title, created_by=user)
    ShareItem.objects.bulk_create(
        ShareItem(share=share, file_id=pk, sort_order=n) for n, pk in enumerate(pks)
    )
    return share


def _just_made(user, title: str, pks: list[int]) -> ShareLink | None:
    since = timezone.now() - DOUBLE_CLICK
    last = ShareLink.objects.filter(created_by=user, created_at__gt=since).first()
    if last is None or last.title != title or last.is_revoked:
        return None
    same = list(last.items.order_by("sort_order").values_list("file", flat=True)) == pks
    return last if same else None
