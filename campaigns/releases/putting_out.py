"""All of a set put out in one transaction: for good, or only to see how it would be.

The release, the look-through before an approval and the preview run the same lines, so
that what was looked at is what comes.
"""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wagtail.log_actions import log
from wagtail.models import Page

from assets.models import Asset, FileVersion
from core.publish_checks import Finding, examine
from core.publish_checks.gate import publish_examined

from ..models import ReleaseSet


@dataclass
class Seen:
    """A thing of a set: what stops it, and what a person must answer."""

    thing: Page | Asset
    title: str
    errors: list[str] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)

    @property
    def is_page(self) -> bool:
        return isinstance(self.thing, Page)

    @property
    def kind(self) -> str:
        """What the thing is, as editors call it: an idea and not a page."""
        if self.is_page:
            return self.thing.page_type_display_name
        return self.thing._meta.verbose_name

    @property
    def sentences(self) -> list[str]:
        return [f"”{self.title}”: {error}" for error in self.errors]


def lock(release: ReleaseSet) -> tuple[list[Page], list[Asset]]:
    """The things of a set, which nobody changes before the transaction ends."""
    return (
        list(release.listed_pages().select_for_update()),
        list(release.listed_assets().select_for_update()),
    )


def put_out(release: ReleaseSet, moment: datetime.datetime, user=None) -> list[Seen]:
    """Put everything out as of ``moment``, and say what is wrong with each thing.

    In the caller's transaction, which must be undone if anything is wrong.
    """
    pages, assets = lock(release)
    seen = [_put_out_asset(asset, moment, user) for asset in assets]
    # They point to each other: each is examined as if all the others were out.
    release.listed_pages().update(live=True)
    return [_put_out_page(page, moment) for page in pages] + seen


@contextmanager
def rehearsal(release: ReleaseSet) -> Iterator[list[Seen]]:
    """Everything is out as long as the block lasts, and is then undone."""
    moment = max(timezone.now(), release.release_at or timezone.now())
    with transaction.atomic():
        yield put_out(release, moment)
        transaction.set_rollback(True)


def _put_out_asset(asset: Asset, moment: datetime.datetime, user) -> Seen:
    was_out = asset.state == Asset.State.PUBLISHED
    asset.state = Asset.State.PUBLISHED
    seen = Seen(asset, asset.title, list(_wrong_with(asset, moment)))
    if not was_out:
        asset.save()
        log(instance=asset, action="wagtail.publish", user=user)
    return seen


def _wrong_with(asset: Asset, moment: datetime.datetime) -> Iterator[str]:
    try:
        asset.clean()
    except ValidationError as error:
        yield from error.messages
    ready = FileVersion.objects.ready().filter(file__asset=asset)
    if not (asset.has_text or ready.exists()):
        yield _("Det har ingen fil, der er klar.")
    day = timezone.localdate(moment)
    if asset.usable_from and asset.usable_from > day:
        when = date_format(asset.usable_from, "j. F Y")
        yield _("Det må først bruges fra %(day)s.") % {"day": when}
    if asset.ends_on and asset.ends_on < day:
        when = date_format(asset.ends_on, "j. F Y")
        yield _("Det må kun bruges til og med %(day)s.") % {"day": when}


def _put_out_page(page: Page, moment: datetime.datetime) -> Seen:
    draft = page.get_latest_revision_as_object()
    seen = Seen(page, draft.title, list(_in_the_way(page, draft, moment)))
    if seen.errors:
        return seen
    if moment > timezone.now():
        # The checks go by the day on which readers first see it.
        draft.go_live_at = moment
    examination = examine(draft)
    seen.errors = [finding.message for finding in examination.errors]
    seen.warnings = examination.warnings
    if not seen.errors and (page.has_unpublished_changes or not page.live):
        try:
            with transaction.atomic():
                specific = page.specific
                publish_examined(
                    page.latest_revision or specific.save_revision(clean=False)
                )
        except ValidationError as error:
            seen.errors = error.messages
    return seen


def _in_the_way(page: Page, draft: Page, moment: datetime.datetime) -> Iterator[str]:
    """What keeps a page from coming out with the others."""
    if page.alias_of_id:
        yield _("Siden er et alias. Den udgives sammen med den side, den følger.")
        return
    is_planned = page.revisions.filter(approved_go_live_at__isnull=False).exists()
    has_own_time = draft.go_live_at and draft.go_live_at > timezone.now()
    if is_planned or has_own_time:
        yield _(
            "Siden har sit eget udgivelsestidspunkt. Fjern det, så den følger sættet."
        )
    if draft.expire_at and draft.expire_at <= moment:
        yield _("Siden tages ned, før sættet udgives. Flyt datoen.")
    if not page.get_parent().live:
        yield _("Siden ovenover er ikke udgivet. Tag den med i sættet.")
