import datetime

from hypothesis import given
from hypothesis import strategies as st

from themes.clock import MilestoneKind, Span, monday, months_before, peak_in, timetable

DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2199, 12, 31))
date = datetime.date


def test_the_autumn_of_2017():
    campaign = Span(date(2017, 9, 4), date(2017, 10, 22))
    assert timetable(campaign, Span(date(2017, 9, 25), date(2017, 10, 8))) == {
        MilestoneKind.ANNOUNCEMENT: Span(date(2017, 4, 3), date(2017, 4, 3)),
        MilestoneKind.WORKSHOP: Span(date(2017, 4, 10), date(2017, 4, 23)),
        MilestoneKind.CATALOGUE: Span(date(2017, 5, 1), date(2017, 5, 1)),
        MilestoneKind.GRAPHICS: Span(date(2017, 5, 1), date(2017, 5, 1)),
        MilestoneKind.PRODUCTIONS: Span(date(2017, 6, 26), date(2017, 6, 26)),
        MilestoneKind.PRINT_ORDER: Span(date(2017, 7, 28), date(2017, 7, 28)),
        MilestoneKind.START: campaign,
        MilestoneKind.PEAK: Span(date(2017, 9, 25), date(2017, 10, 8)),
        MilestoneKind.EVALUATION: Span(date(2017, 10, 23), date(2017, 11, 5)),
    }


def test_without_peak_weeks_there_is_no_peak():
    campaign = Span(date(2017, 9, 4), date(2017, 10, 22))
    assert MilestoneKind.PEAK not in timetable(campaign, None)


def test_the_productions_lie_as_in_the_timetable_of_tema_11():
    """Ten weeks before: week 6 of 2020, for a campaign from week 16."""
    steps = timetable(Span(date(2020, 4, 13), date(2020, 5, 17)), None)
    assert steps[MilestoneKind.PRODUCTIONS].first == date.fromisocalendar(2020, 6, 1)
    assert steps[MilestoneKind.GRAPHICS] == steps[MilestoneKind.CATALOGUE]


def test_months_before_a_day_that_the_month_does_not_have():
    assert months_before(date(2027, 7, 31), 5) == date(2027, 2, 28)
    assert months_before(date(2028, 7, 31), 5) == date(2028, 2, 29)
    assert months_before(date(2027, 1, 15), 4) == date(2026, 9, 15)


@given(DAYS, st.integers(0, 200), st.integers(1, 53), st.integers(1, 53))
def test_whatever_the_dates_the_steps_come_in_order(start, length, first, last):
    campaign = Span(start, start + datetime.timedelta(length))
    steps = timetable(campaign, peak_in(campaign, first, last))
    begins = [span.first for span in steps.values()]
    assert begins == sorted(begins)
    assert list(steps) == [kind for kind in MilestoneKind if kind in steps]


@given(DAYS, st.integers(0, 200))
def test_the_catalogue_is_out_more_than_three_months_ahead(start, length):
    steps = timetable(Span(start, start + datetime.timedelta(length)), None)
    assert steps[MilestoneKind.CATALOGUE].first <= months_before(start, 3)
    for kind in (MilestoneKind.ANNOUNCEMENT, MilestoneKind.CATALOGUE):
        assert steps[kind].first == monday(steps[kind].first)


@given(DAYS, st.integers(0, 400), st.integers(0, 53), st.integers(0, 53))
def test_a_peak_lies_in_the_campaign(start, length, first, last):
    campaign = Span(start, start + datetime.timedelta(length))
    peak = peak_in(campaign, first, last)
    assert peak is None or campaign.first <= peak.first <= peak.last <= campaign.last


def test_a_peak_over_new_year():
    campaign = Span(date(2020, 12, 14), date(2021, 1, 24))
    peak = Span(date(2020, 12, 28), date(2021, 1, 10))
    assert peak_in(campaign, 53, 1) == peak
    assert peak.weeks == "uge 53-1"
