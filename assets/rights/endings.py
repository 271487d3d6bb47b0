"""Rights that end: who is warned, when, and where the asset is in use."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import ReferenceIndex

from core.site_address import whole
from mail.letters import Letter, register_letter
from mail.sending import post
from themes.models import Theme

from ..models import Asset, RightsWarning
from ..permissions import asset_policy
from ..signals import rights_ending

KIND = "rights_ending"
THRESHOLDS = (30, 7, 0)
# What ended while the worker was away for a fortnight is still told.
LATE = datetime.timedelta(days=14)


@dataclass(frozen=True)
class Use:
    """One place where an asset is used; ``url`` may be empty."""

    label: str
    url: str = ""


def uses_of(asset: Asset) -> list[Use]:
    """Where ``asset`` is used: content, theme, package, and who wears it as logo."""
    finder = AdminURLFinder()
    found = []
    references = ReferenceIndex.get_references_to(asset).group_by_source_object()
    for source, _references in references:
        label = getattr(source, "get_admin_display_title", source.__str__)()
        found.append(Use(str(label), finder.get_edit_url(source) or ""))
    for theme in Theme.objects.filter(logo__asset=asset):
        label = _("Logo for temaet %(theme)s") % {"theme": theme.title}
        found.append(Use(str(label), finder.get_edit_url(theme) or ""))
    if asset.theme:
        found.append(Use(str(_("Temaet %(theme)s") % {"theme": asset.theme.title})))
        package = reverse("package", args=[asset.theme.slug])
        found.append(Use(str(_("Pakken %(url)s") % {"url": package}), package))
    return found


def ending_soon(day: datetime.date | None = None):
    """Published assets that end within 30 days, or did lately; soonest first."""
    day = day or timezone.localdate()
    first, last = day - LATE, day + datetime.timedelta(days=max(THRESHOLDS))
    found = (
        Asset.objects.published()
        .filter(
            Q(usable_until__range=(first, last)) | Q(consent_until__range=(first, last))
        )
        .select_related("theme")
    )
    return sorted(
        (asset for asset in found if first <= asset.ends_on <= last),
        key=lambda asset: (asset.ends_on, asset.title),
    )


def threshold_of(asset: Asset, day: datetime.date) -> int:
    """The tightest threshold, in days, that ``asset`` has passed on ``day``."""
    left = (asset.ends_on - day).days
    return min(days for days in THRESHOLDS if left <= days)


@transaction.atomic
def warn(day: datetime.date | None = None) -> int:
    """Warn the editors of every threshold that was passed; return how many were new.

    Run twice, or after days of standing still, it warns once of each: one letter about
    all that is new.
    """
    day = day or timezone.localdate()
    new = []
    for asset in ending_soon(day):
        days = threshold_of(asset, day)
        warning, is_new = RightsWarning.objects.get_or_create(
            asset=asset,
            ends_on=asset.ends_on,
            days=days,
            defaults={"warned_on": day},
        )
        if is_new:
            new.append(warning)
            transaction.on_commit(
                lambda asset=asset, days=days: rights_ending.send(
                    sender=Asset, asset=asset, days=days
                )
            )
    if new:
        pks = [warning.pk for warning in new]
        post(KIND, f"rights:{day}:{max(pks)}", {"warnings": pks})
    return len(new)


def write_letter(warnings: list[int]) -> Letter | None:
    """The letter to the editors; without what has been prolonged meanwhile."""
    today = timezone.localdate()
    found = RightsWarning.objects.filter(
        pk__in=warnings, asset__state=Asset.State.PUBLISHED
    ).select_related("asset__theme")
    assets = [
        warning.asset for warning in found if warning.ends_on == warning.asset.ends_on
    ]
    if not assets:
        return None
    entries = [
        {
            "asset": asset,
            "left": (asset.ends_on - today).days,
            "uses": uses_of(asset),
            "edit_url": whole(reverse("assets:edit", args=[asset.pk])),
        }
        for asset in sorted(assets, key=lambda asset: (asset.ends_on, asset.title))
    ]
    context = {
        "entries": entries,
        "base_url": settings.BASE_URL,
    }
    editors = asset_policy().users_with_permission("change")
    to = sorted({user.email for user in editors if user.is_active and user.email})
    return Letter.drawn("assets/rights_ending", context, to)


def register_letters() -> None:
    """Let the outbox write these."""
    register_letter(KIND, _("Rettigheder udløber"), write_letter)
