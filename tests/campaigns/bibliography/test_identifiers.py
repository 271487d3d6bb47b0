"""What editors paste: numbers and addresses, read or told what is wrong."""

from django.core.exceptions import ValidationError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.bibliography.identifiers import (
    Identifier,
    check_faust,
    read_identifier,
    read_lines,
)

WORK = "work-of:870970-basis:54181744"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("978-87-02-05000-4", "isbn", "9788702050004"),
        ("ISBN 0-306-40615-2", "isbn", "9780306406157"),
        ("0-8044-2957-x", "isbn", "9780804429573"),
        ("26521556", "faust", "26521556"),
        ("2 652 155 6", "faust", "26521556"),
        ("faust: 134693959", "faust", "134693959"),
        ("faustnummer 26521556", "faust", "26521556"),
        (WORK, "work", WORK),
        ("870970-basis:26521556", "faust", "26521556"),
        (
            "https://bibliotek.dk/materiale/atlas_jensen/"
            "work-of%3A870970-basis%3A54181744?type=bog",
            "work",
            WORK,
        ),
        (f"https://www.aakb.dk/work/{WORK}", "work", WORK),
        (
            "https://bibliotek.dk/linkme.php?rec.id=870970-basis%3A26521556",
            "faust",
            "26521556",
        ),
        ("https://bibliotek.dk/find?q.all=9788702050004", "isbn", "9788702050004"),
        (
            "https://ereolen.dk/ting/object/870970-basis:26521556",
            "faust",
            "26521556",
        ),
    ],
)
def test_a_number_is_read(text, kind, value):
    assert read_identifier(text) == Identifier(kind, value)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("978-87-02-05000-5", "er ikke et ISBN: kontrolcifferet eller længden"),
        ("26521557", "er ikke et faustnummer: kontrolcifferet passer ikke"),
        ("870970-basis:26521557", "er ikke et faustnummer"),
        ("Den lille prins", "hverken et ISBN, et faustnummer eller en adresse"),
        ("https://bibliotek.dk/", "Adressen fører ikke til én titel"),
        ("https://[bad", "Adressen fører ikke til én titel"),
        ("https://example.dk/?u=https://example.dk", "fører ikke til én titel"),
        ("٢٦٥٢١٥٥٦", "hverken et ISBN"),
    ],
)
def test_what_is_wrong_is_told(text, sentence):
    with pytest.raises(ValidationError) as caught:
        read_identifier(text)
    assert sentence in caught.value.messages[0]


@given(st.text(max_size=200))
def test_no_line_breaks_the_reading(text):
    for line in read_lines(text):
        assert bool(line.identifier) != bool(line.problem)


@given(st.integers(0, 7), st.integers(1, 9))
def test_one_wrong_digit_of_a_faust_number_is_found(place, off):
    digits = list("26521556")
    digits[place] = str((int(digits[place]) + off) % 10)
    with pytest.raises(ValidationError):
        check_faust("".join(digits))


def test_a_number_that_stands_twice_is_told_with_its_first_line():
    lines = read_lines("978-87-02-05000-4\n\n26521556\n9788702050004\n")
    assert [line.number for line in lines] == [1, 3, 4]
    assert lines[2].problem == "Står allerede på linje 1."
