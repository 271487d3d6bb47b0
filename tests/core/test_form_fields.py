import datetime

from django.core.exceptions import ValidationError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.form_fields import DayOrWeekField

FIRST = DayOrWeekField()
LAST = DayOrWeekField(last=True)


@pytest.mark.parametrize(
    "written", ["uge 39 2017", "Uge 39, 2017", "39 2017", "39/2017", "uge 39 i 2017"]
)
def test_a_week_means_its_monday_or_its_sunday(written):
    assert FIRST.clean(written) == datetime.date(2017, 9, 25)
    assert LAST.clean(written) == datetime.date(2017, 10, 1)


def test_a_week_may_be_written_as_computers_do():
    assert FIRST.clean("2020-W53") == datetime.date(2020, 12, 28)


def test_a_day_is_a_day():
    assert FIRST.clean("27.9.2017") == datetime.date(2017, 9, 27)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("uge 53 2017", "Der er ingen uge 53 i 2017."),
        ("uge 0 2017", "Der er ingen uge 0 i 2017."),
        ("uge 3 0000", "Der er ingen uge 3 i 0000."),
        ("uge 39", "Skriv også året, fx ”uge 39 2027”."),
        ("uge ni", "Indtast en gyldig dato."),
    ],
)
def test_what_is_no_day_is_told(written, sentence):
    with pytest.raises(ValidationError) as caught:
        FIRST.clean(written)
    assert caught.value.messages == [sentence]


@given(st.text(max_size=20))
def test_whatever_is_written_gives_a_day_or_a_sentence(text):
    try:
        assert isinstance(FIRST.clean(text), datetime.date)
    except ValidationError as error:
        assert error.messages
