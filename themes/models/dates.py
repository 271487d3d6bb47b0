import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.danish import today, week_exists, week_of, week_range

from ..clock import MilestoneKind, Span, monday_in, peak_in, timetable

# Dates outside are slips of the finger, and beyond what calendars can reckon with.
FIRST_YEAR, LAST_YEAR = 1990, 2199


class DatedQuerySet(models.QuerySet):
    """Campaigns by where today lies."""

    def running(self, day: datetime.date | None = None):
        day = day or today()
        return self.filter(starts_on__lte=day, ends_on__gte=day)

    def upcoming(self, day: datetime.date | None = None):
        return self.filter(starts_on__gt=day or today())

    def ended(self, day: datetime.date | None = None):
        return self.filter(ends_on__lt=day or today())


class CampaignDates(models.Model):
    """When a campaign is, and what follows from it."""

    dates_note = models.CharField(
        _("note til datoerne"),
        max_length=120,
        blank=True,
        help_text=_("Fx ”foreløbige datoer”. Vises ved ugerne."),
    )
    starts_on = models.DateField(_("første dag"))
    ends_on = models.DateField(_("sidste dag"))
    first_peak_week = models.PositiveSmallIntegerField(
        _("første højdepunktsuge"), null=True, blank=True
    )
    last_peak_week = models.PositiveSmallIntegerField(
        _("sidste højdepunktsuge"), null=True, blank=True
    )

    class Meta:
        abstract = True

    def date_errors(self) -> dict:
        """What is wrong with the dates, by field."""
        errors = {}
        for name in ("starts_on", "ends_on"):
            day = getattr(self, name)
            if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
                errors[name] = _(
                    "Året %(year)s kan ikke passe. Skriv et år mellem %(first)s og "
                    "%(last)s."
                ) % {"year": day.year, "first": FIRST_YEAR, "last": LAST_YEAR}
        if errors or not (self.starts_on and self.ends_on):
            return errors
        if self.ends_on < self.starts_on:
            return {
                "ends_on": _("Sidste dag (%(end)s) ligger før første dag (%(start)s).")
                % {
                    "end": self.ends_on.strftime("%d.%m.%Y"),
                    "start": self.starts_on.strftime("%d.%m.%Y"),
                }
            }
        return self._peak_errors()

    def _peak_errors(self) -> dict:
        errors = {}
        for name in ("first_peak_week", "last_peak_week"):
            week = getattr(self, name)
            if week is None:
                continue
            if not any(week_exists(year, week) for year in self.period.years):
                errors[name] = _("Der er ingen uge %(week)s i %(year)s.") % {
                    "week": week,
                    "year": self.starts_on.isocalendar().year,
                }
            elif monday_in(self.period, week) is None:
                errors[name] = _("Uge %(week)s ligger uden for temaets %(weeks)s.") % {
                    "week": week,
                    "weeks": self.weeks,
                }
        if errors:
            return errors
        if (self.first_peak_week is None) != (self.last_peak_week is None):
            empty = (
                "last_peak_week" if self.last_peak_week is None else "first_peak_week"
            )
            return {
                empty: _("Skriv både første og sidste højdepunktsuge, eller ingen.")
            }
        if self.first_peak_week is not None and self.peak is None:
            return {"last_peak_week": _("Sidste højdepunktsuge ligger før den første.")}
        return {}

    @property
    def weeks(self) -> str:
        """The period as calendar weeks: "uge 39-42"."""
        return week_range(week_of(self.starts_on), week_of(self.ends_on))

    @property
    def peak_weeks(self) -> str:
        """The peak as calendar weeks, or an empty text."""
        if self.first_peak_week is None or self.last_peak_week is None:
            return ""
        return week_range(self.first_peak_week, self.last_peak_week)

    @property
    def period(self) -> Span:
        return Span(self.starts_on, self.ends_on)

    @property
    def peak(self) -> Span | None:
        """The days of the peak weeks that lie in the period, when there are any."""
        return peak_in(self.period, self.first_peak_week, self.last_peak_week)

    @property
    def timetable(self) -> dict[MilestoneKind, Span]:
        """When the steps of the model fall, as long as nobody moves them."""
        return timetable(self.period, self.peak)

    @property
    def is_running(self) -> bool:
        return self.starts_on <= today() <= self.ends_on

    @property
    def is_upcoming(self) -> bool:
        return self.starts_on > today()

    @property
    def days_to_start(self) -> int:
        """Whole days until the first day; 0 once it has come."""
        return max(0, (self.starts_on - today()).days)
