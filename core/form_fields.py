"""Form fields that read what Danes write."""

import datetime
import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail.admin.widgets import AdminDateInput

from .danish import monday_of, week_exists

WEEK = re.compile(
    r"^(?:(?:uge|week|u)[\s.]*)?(?P<week>\d{1,2})"
    r"(?:[\s,/]+(?:i\s+|in\s+)?(?P<year>\d{4}))?$",
    re.IGNORECASE,
)
ISO_WEEK = re.compile(r"^(?P<year>\d{4})-?W(?P<week>\d{1,2})$", re.IGNORECASE)


class DayOrWeekField(forms.DateField):
    """A day, written as a date or as a calendar week: "uge 39 2017".

    A week means its Monday, or its Sunday where ``last`` is set. A week that the year
    does not have is refused.
    """

    widget = AdminDateInput

    def __init__(self, *, last: bool = False, **kwargs):
        self.last = last
        super().__init__(**kwargs)

    def widget_attrs(self, widget):
        """Which day of a week is meant, for static/js/admin/dates.js."""
        return {
            **super().widget_attrs(widget),
            "data-week": "last" if self.last else "first",
        }

    def to_python(self, value):
        if isinstance(value, str):
            text = value.strip()
            if found := WEEK.match(text) or ISO_WEEK.match(text):
                return self._day_of(found["year"], int(found["week"]))
        return super().to_python(value)

    def _day_of(self, year: str | None, week: int) -> datetime.date:
        if year is None:
            raise ValidationError(
                _("Skriv også året, fx ”uge %(week)s 2027”."),
                code="no_year",
                params={"week": week},
            )
        if int(year) < datetime.MINYEAR or not week_exists(int(year), week):
            raise ValidationError(
                _("Der er ingen uge %(week)s i %(year)s."),
                code="no_such_week",
                params={"week": week, "year": year},
            )
        monday = monday_of(int(year), week)
        try:
            return monday + datetime.timedelta(days=6 if self.last else 0)
        except OverflowError:
            return datetime.date.max
