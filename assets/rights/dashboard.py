"""What rights put on the editors' front page."""

from collections.abc import Iterable

from django.contrib.auth.base_user import AbstractBaseUser
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.dashboard import Item, Section

from ..permissions import asset_policy
from .endings import ending_soon


def rights_that_end(user: AbstractBaseUser) -> Iterable[Item]:
    """Materials whose rights or consent end within 30 days, for editors."""
    if not asset_policy().is_editor(user):
        return
    today = timezone.localdate()
    for asset in ending_soon(today):
        left = (asset.ends_on - today).days
        note = _("samtykket") if asset.ends_by_consent else _("rettighederne")
        if left < 0:
            note = _("er taget ned")
        yield Item(
            Section.ENDING,
            asset.title,
            reverse("assets:edit", args=[asset.pk]),
            asset.ends_on,
            note,
            urgent=left <= 7,
        )
