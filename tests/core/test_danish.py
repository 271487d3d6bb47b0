import datetime
import re

from django.utils import translation

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import danish

YEARS = st.integers(1900, 2100)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)))
def test_every_day_lies_in_the_week_that_begins_on_its_monday(day):
    year = day.isocalendar().year
    week = danish.week_of(day)
    assert danish.week_exists(year, week)
    monday = danish.monday_of(year, week)
    assert monday.isoweekday() == 1
    assert 0 <= (day - monday).days < 7


@given(YEARS)
def test_week_53_exists_in_long_years_alone(year):
    weeks = danish.weeks_in_year(year)
    assert weeks in (52, 53)
    assert danish.week_exists(year, weeks)
    assert not danish.week_exists(year, weeks + 1)
    assert not danish.week_exists(year, 0)
    if weeks == 52:
        with pytest.raises(ValueError, match="53"):
            danish.monday_of(year, 53)


@pytest.mark.parametrize(("year", "weeks"), [(2015, 53), (2017, 52), (2020, 53)])
def test_known_years(year, weeks):
    assert danish.weeks_in_year(year) == weeks


def test_week_range():
    assert danish.week_range(39, 42) == "uge 39-42"
    assert danish.week_range(7, 7) == "uge 7"


@given(st.integers(-(10**12), 10**12))
def test_number_has_points_between_thousands(value):
    text = danish.number(value)
    assert re.fullmatch(r"-?\d{1,3}(\.\d{3})*", text)
    assert int(text.replace(".", "")) == value


@given(st.decimals(-(10**9), 10**9, places=2))
def test_number_with_decimals_reads_back(value):
    text = danish.number(float(value), 2)
    assert float(text.replace(".", "").replace(",", ".")) == pytest.approx(float(value))


def test_number_never_says_minus_nothing():
    assert danish.number(-0.4) == "0"


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 byte"),
        (840, "840 byte"),
        (12_300, "12 kB"),
        (999_600, "1,0 MB"),
        (3_400_000, "3,4 MB"),
        (12_600_000, "13 MB"),
        (2_000_000_000, "2,0 GB"),
    ],
)
def test_file_size(size, text):
    assert danish.file_size(size) == text


@given(st.integers(0, 10**13))
def test_file_size_never_overflows_its_unit(size):
    figure, unit = danish.file_size(size).split(" ")
    value = float(figure.replace(".", "").replace(",", "."))
    assert unit == "GB" or value < 1000
    factor = {"byte": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9}[unit]
    # Rounded to the shown digits: never more than half a unit of the last one off.
    assert abs(value * factor - size) <= factor / 2


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Læselyst på øer", "laeselyst-paa-oeer"),
        ("Hvad er Danmark?", "hvad-er-danmark"),
        ("Ærø & Ål", "aeroe-aal"),
        ("Café Brønshøj 1920", "cafe-broenshoej-1920"),
        ("!?", ""),
    ],
)
def test_slug(text, slug):
    assert danish.slug(text) == slug


@given(st.text())
def test_slug_is_always_an_address_part(text):
    slug = danish.slug(text)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug)
    assert danish.slug(slug) == slug


@pytest.mark.parametrize(
    "in_order",
    [
        ["Bogmærke", "Plakat", "Quiz", "Zebra", "Ære", "Øl", "Ål"],
        ["Hæfte 2", "Hæfte 10", "Hæfte 10 A"],
        ["Stor plakat", "Storby"],
        ["film", "Filmhæfte", "FILMTIME"],
        ["Zoo", "Aabenraa"],
        ["Vase", "Væg"],
    ],
)
def test_titles_stand_as_danes_put_them(in_order):
    titles = list(in_order)
    titles.reverse()
    titles.sort(key=danish.sort_key)
    assert titles == in_order


@given(st.text())
def test_a_sort_key_is_plain_so_that_every_database_sorts_it_alike(text):
    assert re.fullmatch("[a-z0-9]*", danish.sort_key(text))


@given(st.text())
def test_ascii_letters_are_ascii(text):
    assert danish.ascii_letters(text).isascii()


def test_english_pages_get_english_marks():
    with translation.override("en"):
        assert danish.number(1234.5, 1) == "1,234.5"
        assert danish.file_size(3_400_000) == "3.4 MB"
