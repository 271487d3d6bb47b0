"""What release sets put on the editors' front page."""

from collections.abc import Iterable

from django.contrib.auth.base_user import AbstractBaseUser
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.dashboard import Item, Section, dashboard_items

from ..models import ReleaseSet


@dashboard_items
def releases_ahead(user: AbstractBaseUser) -> Iterable[Item]:
    """Sets with a time, and sets that were stopped, for who may change them."""
    if not user.has_perm("campaigns.change_releaseset"):
        return
    for release in ReleaseSet.objects.waiting():
        when = release.release_at and timezone.localtime(release.release_at)
        if not (when or release.stopped_at):
            continue
        approved = release.is_approved
        if approved:
            words = _("%(title)s bliver udgivet samlet")
        elif release.stopped_at:
            words = _("%(title)s blev stoppet, og intet er udgivet")
        else:
            words = _("%(title)s skal godkendes")
        yield Item(
            Section.DUE if approved else Section.WAITING,
            words % {"title": release.title},
            reverse("releases:inspect", args=[release.pk]),
            when.date() if when else None,
            _("kl. %(time)s") % {"time": f"{when:%H.%M}"} if when else "",
            urgent=bool(release.stopped_at),
        )
