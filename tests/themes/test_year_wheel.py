import datetime
import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.themes import ThemeFactory
from themes.clock import Span
from themes.models import Milestone
from themes.year_wheel import SIZE, YearDrawing, share_lanes

date = datetime.date


def theme_with(starts: date, days: int = 41, **fields):
    """A theme with its milestones, without a database."""
    ends = starts + datetime.timedelta(days)
    theme = ThemeFactory.build(pk=starts.toordinal(), starts_on=starts, ends_on=ends)
    theme.shown_milestones = [
        Milestone.of(theme, kind, span) for kind, span in theme.timetable.items()
    ]
    return theme


def test_the_year_begins_at_the_top_and_goes_clockwise():
    drawing = YearDrawing(2017)
    assert drawing.angle(date(2017, 1, 1)) == 0
    assert drawing.angle(date(2017, 7, 2)) == pytest.approx(math.pi, abs=0.02)
    first, last = drawing.angles(Span(date(2017, 12, 31), date(2017, 12, 31)))
    assert last == pytest.approx(math.tau)
    assert first < last


def test_a_theme_is_drawn_in_the_years_that_it_touches():
    theme = theme_with(date(2017, 4, 3))
    [lane] = YearDrawing(2017).wheel([theme]).lanes
    assert lane.campaign
    assert lane.words == "uge 14-19"
    assert [dot.number for dot in lane.dots] == [5, 6, 9]
    [lane] = YearDrawing(2016).wheel([theme]).lanes
    assert not lane.campaign
    assert [dot.number for dot in lane.dots] == [1, 2, 3, 4]


def test_themes_share_a_lane_when_one_is_over_before_the_next():
    spring, next_spring = theme_with(date(2017, 4, 3)), theme_with(date(2018, 4, 2))
    autumn = theme_with(date(2017, 9, 4))
    assert share_lanes([next_spring, autumn, spring]) == [
        [spring, next_spring],
        [autumn],
    ]


def test_today_is_shown_in_its_own_year_alone():
    today = date(2017, 6, 1)
    assert YearDrawing(2017).wheel([], today).now
    assert not YearDrawing(2016).wheel([], today).now


def test_milestones_of_a_day_lie_side_by_side():
    [lane] = YearDrawing(2017).wheel([theme_with(date(2017, 9, 4))]).lanes
    catalogue, graphics = (dot for dot in lane.dots if dot.number in (3, 4))
    apart = math.dist((catalogue.x, catalogue.y), (graphics.x, graphics.y))
    assert apart >= lane.dot_size * 1.9


def test_many_lanes_still_fit():
    themes = [theme_with(date(2017, 6, day)) for day in range(1, 21)]
    lanes = YearDrawing(2017).wheel(themes).lanes
    assert len(lanes) == 20
    assert all(lane.dot_size > 0 and not lane.words for lane in lanes)


@given(
    st.integers(1990, 2199),
    st.lists(
        st.tuples(st.dates(date(1990, 1, 1), date(2199, 12, 31)), st.integers(0, 900)),
        max_size=4,
    ),
)
def test_whatever_the_dates_nothing_is_drawn_outside(year, campaigns):
    themes = [theme_with(starts, days) for starts, days in campaigns]
    wheel = YearDrawing(year).wheel(themes, date(year, 12, 31))
    paths = [wheel.now, wheel.month_marks, wheel.week_marks]
    for lane in wheel.lanes:
        paths += [lane.way, lane.campaign, lane.peak, lane.spans, lane.words_path]
        assert all(0 <= dot.x <= SIZE and 0 <= dot.y <= SIZE for dot in lane.dots)
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", " ".join(paths))]
    assert all(0 <= number <= SIZE for number in numbers)
