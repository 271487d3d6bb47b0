import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from core.danish import monday_of, weeks_in_year
from tests.factories.assets import AssetFactory
from tests.factories.campaigns import CampaignPageFactory
from tests.factories.themes import ThemeFactory
from themes.models import Theme


def make(starts, ends, first=None, last=None, **kwargs) -> Theme:
    return ThemeFactory.build(
        starts_on=datetime.date.fromisoformat(starts),
        ends_on=datetime.date.fromisoformat(ends),
        first_peak_week=first,
        last_peak_week=last,
        **kwargs,
    )


def errors_of(theme: Theme) -> dict:
    with pytest.raises(ValidationError) as caught:
        theme.clean()
    return {field: messages[0] for field, messages in caught.value.message_dict.items()}


def test_an_end_before_the_start_is_told_with_both_dates():
    assert errors_of(make("2017-10-22", "2017-09-25")) == {
        "ends_on": "Sidste dag (25.09.2017) ligger før første dag (22.10.2017)."
    }


def test_week_53_where_there_is_none():
    theme = make("2017-09-25", "2017-10-22", 53, 53)
    assert errors_of(theme)["first_peak_week"] == "Der er ingen uge 53 i 2017."


def test_week_53_where_there_is_one():
    theme = make("2020-12-21", "2021-01-10", 53, 53)
    theme.clean()
    assert theme.weeks == "uge 52-1"
    assert theme.peak_weeks == "uge 53"


def test_a_peak_outside_the_period():
    theme = make("2017-09-25", "2017-10-22", 45, 46)
    assert errors_of(theme) == {
        "first_peak_week": "Uge 45 ligger uden for temaets uge 39-42.",
        "last_peak_week": "Uge 46 ligger uden for temaets uge 39-42.",
    }


def test_half_a_peak_asks_for_the_other_half():
    assert list(errors_of(make("2017-09-25", "2017-10-22", 40))) == ["last_peak_week"]
    theme = make("2017-09-25", "2017-10-22", None, 40)
    assert list(errors_of(theme)) == ["first_peak_week"]


def test_a_peak_that_ends_before_it_begins():
    theme = make("2017-09-25", "2017-10-22", 41, 40)
    assert errors_of(theme) == {
        "last_peak_week": "Sidste højdepunktsuge ligger før den første."
    }


def test_a_peak_over_new_year():
    make("2016-12-12", "2017-01-22", 51, 2).clean()


@given(
    st.dates(datetime.date(2000, 1, 1), datetime.date(2060, 1, 1)),
    st.integers(0, 400),
    st.integers(0, 60),
)
def test_a_peak_week_is_taken_exactly_when_it_lies_in_the_period(start, days, week):
    end = start + datetime.timedelta(days)
    theme = make(start.isoformat(), end.isoformat(), week, week)
    first = monday_of(*start.isocalendar()[:2])
    lies_inside = any(
        first <= monday_of(year, week) <= end
        for year in range(start.isocalendar().year, end.isocalendar().year + 1)
        if 1 <= week <= weeks_in_year(year)
    )
    if lies_inside:
        theme.clean()
    else:
        assert set(errors_of(theme)) == {"first_peak_week", "last_peak_week"}


@pytest.mark.django_db
def test_the_database_refuses_an_end_before_the_start():
    with pytest.raises(IntegrityError), transaction.atomic():
        make("2017-10-22", "2017-09-25").save()


def test_the_title_joins_umbrella_and_subtitle():
    assert str(ThemeFactory.build(subtitle="Natur")) == "Natur"
    theme = ThemeFactory.build(umbrella="Historier om Danmark", subtitle="Stenalder")
    assert theme.title == "Historier om Danmark – Stenalder"


def test_the_weeks_of_a_single_week_and_no_peak():
    theme = make("2017-09-25", "2017-10-01")
    assert theme.weeks == "uge 39"
    assert theme.peak_weeks == ""


@pytest.mark.parametrize(
    ("today", "running", "upcoming", "days"),
    [
        ("2017-09-24", False, True, 1),
        ("2017-09-25", True, False, 0),
        ("2017-10-22", True, False, 0),
        ("2017-10-23", False, False, 0),
    ],
)
@pytest.mark.django_db
def test_where_today_lies(today, running, upcoming, days):
    theme = ThemeFactory()
    with time_machine.travel(f"{today}T12:00:00+02:00"):
        assert theme.is_running is running
        assert theme.is_upcoming is upcoming
        assert theme.days_to_start == days
        assert Theme.objects.running().exists() is running
        assert Theme.objects.upcoming().exists() is upcoming
        assert Theme.objects.ended().exists() is not (running or upcoming)


@pytest.mark.django_db
def test_drafts_are_not_public():
    ThemeFactory(state=Theme.State.DRAFT)
    shown = [
        ThemeFactory(state=Theme.State.ANNOUNCED),
        ThemeFactory(state=Theme.State.ARCHIVED),
    ]
    assert set(Theme.objects.public()) == set(shown)


@pytest.mark.parametrize("colour", ["rød", "#12345", "#1234567", "123456", "#12345g"])
def test_a_colour_is_six_digits(colour):
    theme = ThemeFactory.build(button=colour)
    with pytest.raises(ValidationError) as caught:
        theme.clean_fields()
    assert "Skriv farven som # og seks cifre" in caught.value.message_dict["button"][0]


@pytest.mark.django_db
@pytest.mark.parametrize("make", [CampaignPageFactory, AssetFactory])
def test_a_theme_that_is_shown_is_no_draft_again(make):
    theme = ThemeFactory()
    make(theme=theme)
    theme.state = Theme.State.DRAFT
    with pytest.raises(ValidationError) as caught:
        theme.full_clean()
    assert "Temaet står på udgivne sider" in str(caught.value.message_dict["state"])
