"""The campaign clock: when each step of the model falls, reckoned from the campaign.

Plain dates in, plain dates out. How the steps lie, and where that is known from, stands
in docs/features/calendar.md.
"""

import calendar
import datetime
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.danish import monday_of, week_exists, week_of, week_range

WEEK = datetime.timedelta(weeks=1)
ANNOUNCED_MONTHS_BEFORE = 5
CATALOGUE_MONTHS_BEFORE = 4
# Later than this, libraries have already planned their programmes.
CATALOGUE_MONTHS_LEAST = 3
CAMPAIGNS_A_YEAR = 2


class MilestoneKind(models.TextChoices):
    """The steps of the model, in their order."""

    ANNOUNCEMENT = "announcement", _("Udmelding")
    WORKSHOP = "workshop", _("Workshop")
    CATALOGUE = "catalogue", _("Idékatalog")
    GRAPHICS = "graphics", _("Grafisk pakke")
    PRODUCTIONS = "productions", _("Produktioner")
    PRINT_ORDER = "print_order", _("Bestillingsfrist for tryk")
    START = "start", _("Kampagne")
    PEAK = "peak", _("Højdepunkt")
    EVALUATION = "evaluation", _("Evaluering")

    @property
    def number(self) -> int:
        """Its place in the model, from 1."""
        return list(MilestoneKind).index(self) + 1

    @property
    def follows_theme(self) -> bool:
        """Whether it is the theme's own dates, and so is moved by moving those."""
        return self in (MilestoneKind.START, MilestoneKind.PEAK)


@dataclass(frozen=True, order=True)
class Span:
    """Days from the first to the last, both included."""

    first: datetime.date
    last: datetime.date

    @property
    def weeks(self) -> str:
        """The calendar weeks that it touches: "uge 43-44"."""
        return week_range(week_of(self.first), week_of(self.last))

    @property
    def years(self) -> range:
        """The calendar years (ISO 8601) that it touches."""
        return range(self.first.isocalendar().year, self.last.isocalendar().year + 1)

    def meets(self, other: "Span") -> bool:
        return self.first <= other.last and other.first <= self.last

    def in_whole_weeks(self) -> "Span":
        """From the Monday before it to the Sunday after it."""
        last = monday(self.last) + WEEK - datetime.timedelta(days=1)
        return Span(monday(self.first), last)


def monday(day: datetime.date) -> datetime.date:
    """The Monday of the day's calendar week."""
    return day - datetime.timedelta(days=day.weekday())


def monday_in(period: Span, week: int) -> datetime.date | None:
    """The Monday of the week of this number that lies in the period, or None."""
    first = monday(period.first)
    for year in period.years:
        if week_exists(year, week) and first <= monday_of(year, week) <= period.last:
            return monday_of(year, week)
    return None


def peak_in(period: Span, first_week: int | None, last_week: int | None) -> Span | None:
    """The days of the peak weeks that lie in the period, when there are any."""
    if first_week is None or last_week is None:
        return None
    first, last = monday_in(period, first_week), monday_in(period, last_week)
    if first is None or last is None or last < first:
        return None
    sunday = last + datetime.timedelta(days=6)
    return Span(max(first, period.first), min(sunday, period.last))


def months_before(day: datetime.date, months: int) -> datetime.date:
    """The same day some months earlier, or the last one that there is in that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    length = calendar.monthrange(year, month + 1)[1]
    return day.replace(year=year, month=month + 1, day=min(day.day, length))


def timetable(campaign: Span, peak: Span | None) -> dict[MilestoneKind, Span]:
    """When each step of the model falls; without peak weeks there is no peak."""
    start = monday(campaign.first)
    catalogue = monday(months_before(campaign.first, CATALOGUE_MONTHS_BEFORE))
    announced = monday(months_before(campaign.first, ANNOUNCED_MONTHS_BEFORE))
    evaluation = monday(campaign.last) + WEEK
    kind = MilestoneKind
    steps = {
        kind.ANNOUNCEMENT: _day(announced),
        kind.WORKSHOP: _weeks(catalogue - 3 * WEEK, 2),
        kind.CATALOGUE: _day(catalogue),
        kind.GRAPHICS: _day(catalogue),
        kind.PRODUCTIONS: _day(start - 10 * WEEK),
        # A Friday: who orders has the week to do it in.
        kind.PRINT_ORDER: _day(start - 6 * WEEK + datetime.timedelta(days=4)),
        kind.START: campaign,
        kind.EVALUATION: _weeks(evaluation, 2),
    }
    if peak:
        steps[kind.PEAK] = peak
    return {step: steps[step] for step in kind if step in steps}


def _day(day: datetime.date) -> Span:
    return Span(day, day)


def _weeks(first: datetime.date, count: int) -> Span:
    return Span(first, first + count * WEEK - datetime.timedelta(days=1))
