"""The year wheel: a year as a ring, its campaigns and milestones drawn on lanes.

Only geometry, in units of a square of 1000 with the first of January at the top;
templates/components/year_wheel.html draws it, static/css/components/calendar.css
gives it colours.
"""

import calendar
import datetime
import math
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.dates import MONTHS_3

from .clock import Span, monday
from .models import Milestone, Theme

SIZE = 1000
CENTRE = SIZE / 2
MONTH_RADIUS = 462
RIM = 432
OUTERMOST, INNERMOST = 412, 190
HEART = 150
WIDEST_LANE = 108
LETTER = 17
# Lanes half as wide as this have no room for the weeks.
NARROW = 26
ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Label:
    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Dot:
    """A milestone on its lane, under the number that the table gives it."""

    number: int
    x: float
    y: float


@dataclass(frozen=True)
class Lane:
    """A theme in the year. The paths are empty where the year has nothing of them."""

    theme: Theme
    way: str
    campaign: str
    peak: str
    spans: str
    dots: list[Dot]
    dot_size: float
    number_size: float
    words: str
    words_path: str


@dataclass(frozen=True)
class YearWheel:
    """All that the drawing of a year needs; ``now`` is the day's hand, or empty."""

    year: int
    months: list[Label]
    month_marks: str
    week_marks: str
    lanes: list[Lane]
    now: str
    now_at: Label | None


class YearDrawing:
    """Turns days of a year into places on the ring."""

    def __init__(self, year: int):
        self.year = year
        self.span = Span(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
        self.days = 366 if calendar.isleap(year) else 365

    def angle(self, day: datetime.date) -> float:
        """Radians clockwise from the top, where the day begins; within the year."""
        passed = (day - self.span.first).days
        return math.tau * min(max(passed, 0), self.days) / self.days

    def angles(self, span: Span) -> tuple[float, float]:
        """Where a span begins and ends."""
        passed = (span.last - self.span.first).days + 1
        return self.angle(span.first), math.tau * min(passed, self.days) / self.days

    def wheel(
        self, themes: Iterable[Theme], today: datetime.date | None = None
    ) -> YearWheel:
        """The year with the themes, each with the milestones fetched with it."""
        lanes = share_lanes(themes)
        is_this_year = today is not None and today.year == self.year
        now = self.angle(today) if is_this_year else 0
        return YearWheel(
            year=self.year,
            months=[self._month(month) for month in range(1, 13)],
            month_marks=" ".join(
                ray(self.angle(datetime.date(self.year, month, 1)), RIM - 12, RIM + 12)
                for month in range(1, 13)
            ),
            week_marks=" ".join(
                ray(self.angle(d), RIM - 6, RIM) for d in self._mondays()
            ),
            lanes=[
                self._lane(theme, number, len(lanes))
                for number, row in enumerate(lanes)
                for theme in row
            ],
            now=ray(now, HEART, RIM + 6) if is_this_year else "",
            now_at=Label("", *point(now, RIM + 6)) if is_this_year else None,
        )

    def _mondays(self) -> Iterable[datetime.date]:
        day = monday(self.span.first + 6 * ONE_DAY)
        while day <= self.span.last:
            yield day
            day += 7 * ONE_DAY

    def _month(self, month: int) -> Label:
        first = datetime.date(self.year, month, 1)
        middle = self.angle(first + 15 * ONE_DAY)
        return Label(str(MONTHS_3[month]).strip("."), *point(middle, MONTH_RADIUS + 14))

    def _lane(self, theme: Theme, number: int, lanes: int) -> Lane:
        width = min(WIDEST_LANE, (OUTERMOST - INNERMOST) / lanes)
        middle = OUTERMOST - (number + 0.5) * width
        half = width * 0.38
        milestones = [m for m in theme.shown_milestones if m.span.meets(self.span)]
        size = self._dot_size(half)
        words, path = self._words(theme, middle - half * 0.36, half)
        return Lane(
            theme=theme,
            way=self._arc(theme.whole_span, middle),
            campaign=self._band(theme.period, middle - half, middle + half),
            peak=self._band(theme.peak, middle + half * 0.3, middle + half),
            spans=" ".join(
                self._arc(m.span, middle)
                for m in milestones
                if m.starts_on != m.ends_on and not m.step.follows_theme
            ),
            dots=self._dots(milestones, middle, half),
            dot_size=round(size, 1),
            # Smaller ones could not be read.
            number_size=round(size * 1.2, 1) if size > 12 else 0,
            words=words,
            words_path=path,
        )

    def _dot_size(self, half: float) -> float:
        return min(23, half * 0.7)

    def _dots(self, milestones: list[Milestone], radius: float, half: float) -> list:
        """Side by side where they would lie on top of each other."""
        size = self._dot_size(half)
        wide = 2 * size / radius
        dots, free_from = [], -math.inf
        for milestone in sorted(milestones, key=lambda m: (m.starts_on, m.step.number)):
            if milestone.step.follows_theme or milestone.starts_on < self.span.first:
                continue
            begins = max(self.angle(milestone.starts_on), free_from)
            free_from = begins + wide
            dots.append(Dot(milestone.step.number, *point(begins + wide / 2, radius)))
        return dots

    def _words(self, theme: Theme, radius: float, half: float) -> tuple[str, str]:
        """The weeks of the campaign, along its band where there is room for them."""
        if half < NARROW or not theme.period.meets(self.span):
            return "", ""
        first, last = self.angles(theme.period)
        if (last - first) * radius < len(theme.weeks) * LETTER:
            return "", ""
        is_below = math.cos((first + last) / 2) < 0
        if is_below:
            return theme.weeks, arc(last, first, radius + LETTER * 0.65)
        return theme.weeks, arc(first, last, radius - LETTER * 0.65)

    def _arc(self, span: Span | None, radius: float) -> str:
        if span is None or not span.meets(self.span):
            return ""
        return arc(*self.angles(span), radius)

    def _band(self, span: Span | None, inner: float, outer: float) -> str:
        if span is None or not span.meets(self.span):
            return ""
        first, last = self.angles(span)
        back = arc(last, first, inner)
        return f"{arc(first, last, outer)} L{back[1:]} Z"


def share_lanes(themes: Iterable[Theme]) -> list[list[Theme]]:
    """Put themes that are not under way at the same time on one lane."""
    lanes: list[list[Theme]] = []
    for theme in sorted(themes, key=lambda theme: theme.whole_span.first):
        for lane in lanes:
            if lane[-1].whole_span.last < theme.whole_span.first:
                lane.append(theme)
                break
        else:
            lanes.append([theme])
    return lanes


def point(angle: float, radius: float) -> tuple[float, float]:
    x = CENTRE + radius * math.sin(angle)
    y = CENTRE - radius * math.cos(angle)
    return round(x, 1), round(y, 1)


def ray(angle: float, inner: float, outer: float) -> str:
    """A line outwards, as the data of a path."""
    (x, y), (to_x, to_y) = point(angle, inner), point(angle, outer)
    return f"M{x} {y} L{to_x} {to_y}"


def arc(first: float, last: float, radius: float) -> str:
    """An arc as the data of a path; anticlockwise when ``last`` is before ``first``."""
    # A whole turn would end where it begins, and so be drawn as nothing.
    length = min(abs(last - first), math.tau - 1e-3)
    last = first + math.copysign(length, last - first)
    (x, y), (to_x, to_y) = point(first, radius), point(last, radius)
    large = int(length > math.pi)
    sweep = int(last > first)
    size = round(radius, 1)
    return f"M{x} {y} A{size} {size} 0 {large} {sweep} {to_x} {to_y}"
