"""What a clone of a campaign will be, before anything of it exists."""

import datetime
import hashlib
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from wagtail.models import Page

from assets.models import Asset
from core.danish import free_slug, slug, today, week_of
from themes.clock import monday_in
from themes.models import Theme

from ..models import CampaignPage
from .pointers import repoint


@dataclass(frozen=True)
class ShiftedDate:
    """One date of the campaign, as it was and as it becomes."""

    what: str
    old: datetime.date
    new: datetime.date

    @property
    def is_past(self) -> bool:
        return self.new < today()


@dataclass
class PlannedPage:
    """A page that will be copied, as its latest draft says."""

    source: Page
    title: str
    slug: str
    # The first choice of address was taken.
    is_numbered: bool = False

    @property
    def kind(self) -> str:
        return str(self.source._meta.verbose_name)


class ClonePlan:
    """A theme and its pages as they will be; ``theme`` is not saved yet."""

    def __init__(self, source: Theme, theme: Theme, titles: dict[int, str]):
        self.source = source
        self.theme = theme
        self.titles = titles
        self.shift = theme.starts_on - source.starts_on

    @cached_property
    def milestones(self) -> list:
        return list(self.source.milestones.order_by("starts_on", "pk"))

    @cached_property
    def pages(self) -> list[PlannedPage]:
        """Every page of the campaign in its languages, parents before children."""
        planned = []
        for campaign in campaigns_of(self.source):
            tree = campaign.get_descendants(inclusive=True).order_by("path")
            for page in tree.specific():
                draft = page.get_latest_revision_as_object()
                planned.append(self._planned(draft, campaign))
        return planned

    def _planned(self, draft: Page, campaign: CampaignPage) -> PlannedPage:
        if draft.pk != campaign.pk:
            return PlannedPage(draft, draft.title, draft.slug)
        title = self.titles[draft.pk]
        wanted = slug(title) or self.theme.slug
        free = free_slug(wanted, Page.objects.sibling_of(campaign))
        return PlannedPage(draft, title, free, is_numbered=free != wanted)

    @cached_property
    def assets(self) -> list[Asset]:
        """The materials that the pages point to; they stay where they are."""
        keys = set()

        def note(model: type[Model], pk: int) -> int:
            if model is Asset:
                keys.add(pk)
            return pk

        for page in self.pages:
            repoint(page.source, note)
        return list(Asset.objects.filter(pk__in=keys).order_by("title"))

    @property
    def expired(self) -> list[Asset]:
        """Materials that nobody may use any longer: left out of the new pages."""
        return [a for a in self.assets if a.ends_on and a.ends_on < today()]

    @property
    def expiring(self) -> list[Asset]:
        """Materials whose rights end before the new campaign does."""
        last = self.theme.ends_on
        return [a for a in self.assets if a.ends_on and today() <= a.ends_on < last]

    @cached_property
    def dates(self) -> list[ShiftedDate]:
        """Every date of theme, milestones and pages."""
        old, new = self.source, self.theme
        found = [
            ShiftedDate(_("Første dag"), old.starts_on, new.starts_on),
            ShiftedDate(_("Sidste dag"), old.ends_on, new.ends_on),
        ]
        if old.archive_on:
            what = Theme._meta.get_field("archive_on").verbose_name.capitalize()
            found.append(ShiftedDate(what, old.archive_on, new.archive_on))
        for milestone in self.milestones:
            if not milestone.step.follows_theme:
                last = f"{milestone}: {_('Sidste dag').lower()}"
                days = {milestone.ends_on: last, milestone.starts_on: str(milestone)}
                found += [
                    ShiftedDate(days[day], day, day + self.shift)
                    for day in sorted(days)
                ]
        for page in self.pages:
            for name, what in (
                ("go_live_at", _("udgives")),
                ("expire_at", _("slutter")),
            ):
                if moment := getattr(page.source, name):
                    found.append(
                        ShiftedDate(
                            f"{page.title}: {what}",
                            timezone.localtime(moment).date(),
                            timezone.localtime(self.later(moment)).date(),
                        )
                    )
        return found

    def later(self, moment: datetime.datetime | None) -> datetime.datetime | None:
        """The same time of day as many weeks later, whatever summer time does."""
        if moment is None:
            return None
        local = timezone.localtime(moment).replace(tzinfo=None)
        return timezone.make_aware(local + self.shift)

    @property
    def digest(self) -> str:
        """Changes when what the plan would copy does."""
        facts = [
            [self.theme.number, self.theme.title, self.theme.slug, self.shift],
            [(p.source.pk, p.source.latest_revision_id, p.title) for p in self.pages],
            [(page.slug, page.source.get_parent().pk) for page in self.pages],
            [(m.pk, m.span, m.is_dropped, m.note) for m in self.milestones],
            [asset.pk for asset in self.expired],
        ]
        return hashlib.sha256(repr(facts).encode()).hexdigest()


def campaigns_of(theme: Theme) -> list[CampaignPage]:
    """The campaign pages of a theme, one a language, the site's own language first."""
    return list(theme.campaign_pages.order_by("locale_id", "path"))


def move_dates(theme: Theme, source: Theme, shift: datetime.timedelta) -> None:
    """Place ``theme`` as ``source`` lies, ``shift`` later; raises OverflowError."""
    theme.starts_on = source.starts_on + shift
    theme.ends_on = source.ends_on + shift
    theme.archive_on = source.archive_on and source.archive_on + shift
    for name in ("first_peak_week", "last_peak_week"):
        week = getattr(source, name)
        monday = week and monday_in(source.period, week)
        setattr(theme, name, week_of(monday + shift) if monday else None)
