"""What people write in cells about time, money and place, and what it becomes."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from campaigns.ideas import judging
from campaigns.ideas.judging import NotUnderstood


@pytest.mark.parametrize(
    ("cell", "hours"),
    [
        ("2", "2"),
        (2, "2"),
        (2.5, "2.5"),
        ("2,5", "2.5"),
        ("2-3 timer", "3"),
        ("2–3", "3"),
        ("2 til 3 timer", "3"),
        ("2½ time", "2.5"),
        ("½ time", "0.5"),
        ("en halv time", "0.5"),
        ("halvanden time", None),
        ("to timer", "2"),
        ("ca. 4 timer", "4"),
        ("30 min", "0.5"),
        ("1 time og 30 minutter", "1.5"),
        ("2 x 3 timer", "6"),
        ("1 dag", "7.4"),
        ("10t", "10"),
        (datetime.time(2, 30), "2.5"),
        (datetime.timedelta(hours=26), "26"),
        ("0", "0"),
    ],
)
def test_hours(cell, hours):
    if hours is None:
        with pytest.raises(NotUnderstood, match="Skriv timer som et tal"):
            judging.hours(cell)
    else:
        assert judging.hours(cell)[0] == Decimal(hours)


@pytest.mark.parametrize("cell", ["", "?", "ved ikke", "-"])
def test_what_is_not_known_stays_empty(cell):
    assert judging.hours(cell) == (None, "")
    assert judging.weeks(cell) == (None, "")


@pytest.mark.parametrize("cell", ["2-3 timer", "ca. 4", "½ time"])
def test_what_was_judged_is_told(cell):
    assert judging.hours(cell)[1] == cell


@pytest.mark.parametrize("cell", ["2", 2, "2 timer"])
def test_what_was_said_outright_is_not(cell):
    assert judging.hours(cell)[1] == ""


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (-2, "kan ikke være negativt"),
        ("-2 timer", "kan ikke være negativt"),
        ("efter behov", "Skriv timer som et tal"),
        ("2 køer", "Skriv timer som et tal"),
        ("1234567890", "mere end 9 cifre"),
        (datetime.datetime(2026, 3, 2), "gjort cellen til en dato .02.03.2026."),
    ],
)
def test_hours_that_are_not(cell, words):
    with pytest.raises(NotUnderstood, match=words):
        judging.hours(cell)


@pytest.mark.parametrize(
    ("cell", "weeks"),
    [
        ("3 uger", 3),
        ("2-3 uger", 3),
        ("14 dage", 2),
        ("10 dage", 2),
        ("0 dages varsel", 0),
        ("0 dage", 0),
        ("1 måned", 4),
        ("2 mdr.", 9),
        (4, 4),
    ],
)
def test_weeks(cell, weeks):
    assert judging.weeks(cell)[0] == weeks


@pytest.mark.parametrize(
    ("cell", "band"),
    [
        ("", "gratis"),
        (0, "gratis"),
        ("Gratis", "gratis"),
        ("ingen", "gratis"),
        (500, "under-1000"),
        ("500,-", "under-1000"),
        ("under 1000 kr", "under-1000"),
        ("højst 1.000 kr.", "under-1000"),
        ("1.000-5.000 kr.", "1000-5000"),
        ("ca. 2.500 kr.", "1000-5000"),
        ("800-1.200 kr", "1000-5000"),
        ("over 5.000", "over-5000"),
        ("12.000,-", "over-5000"),
    ],
)
def test_prices(cell, band):
    assert judging.cost(cell)[0] == band


@pytest.mark.parametrize("cell", ["billigt", datetime.datetime(2026, 1, 1)])
def test_a_price_that_is_none(cell):
    with pytest.raises(NotUnderstood, match="Gratis, Under 1.000 kr"):
        judging.cost(cell)


@pytest.mark.parametrize(
    ("judge", "cell", "value"),
    [
        (judging.audience, "Børn 3-6 år", "boern-3-6"),
        (judging.audience, "småbørn", "boern-3-6"),
        (judging.audience, "Børnefamilier", "familier"),
        (judging.audience, "unge og voksne", "alle"),
        (judging.audience, "", "alle"),
        (judging.space, "foredragssal", "sal"),
        (judging.space, "Udendørs", "ude"),
        (judging.space, "", ""),
        (judging.partner, "Lokalarkivet", "arkiv"),
        (judging.partner, "Foreningen Norden", "forening"),
        (judging.partner, "ingen", "ingen"),
    ],
)
def test_kinds_by_the_words_people_use(judge, cell, value):
    assert judge(cell)[0] == value


@pytest.mark.parametrize("cell", ["børn", "hvem som helst", "3"])
def test_an_audience_that_may_be_any_is_asked_for(cell):
    with pytest.raises(NotUnderstood, match="Børn 3-6 år, Børn 7-12 år"):
        judging.audience(cell)


CELLS = (
    st.text(max_size=30)
    | st.integers()
    | st.floats()
    | st.datetimes()
    | st.times()
    | st.from_regex(r"[0-9½x.,\- ]{1,12} ?(timer|uger|kr\.)?", fullmatch=True)
)


@example("9" * 40, judging.hours)
@example("9" * 5000, judging.weeks)
@example("9" * 40, judging.cost)
@given(
    CELLS,
    st.sampled_from(
        [judging.hours, judging.weeks, judging.cost, judging.audience, judging.space]
    ),
)
def test_any_cell_is_judged_or_refused_in_words(cell, judge):
    try:
        judge(cell)
    except NotUnderstood as error:
        assert str(error)
