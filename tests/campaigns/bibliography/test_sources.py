"""The catalogue asked over a real connection, well and ill."""

import time

import pytest

from campaigns.bibliography.identifiers import Identifier
from campaigns.bibliography.sources import find_titles

from .catalogue import WORK_ID, work

ISBN = Identifier("isbn", "9788702050004")
FAUST = Identifier("faust", "26521556")
WORK = Identifier("work", WORK_ID)


def test_titles_are_found_by_every_number_in_one_question(catalogue):
    catalogue.works = {
        ISBN.value: work("Den som blinker er bange for døden"),
        FAUST.value: work("Atlas", materialTypes=[]),
        WORK.value: work("Vejen", isbn="978-87-02-05000-4"),
    }

    found, was_there = find_titles([ISBN, FAUST, WORK])

    assert was_there
    assert len(catalogue.asked) == 1
    assert found[ISBN].title == "Den som blinker er bange for døden"
    assert found[ISBN].author == "Knud Romer"
    assert (found[ISBN].year, found[ISBN].isbn) == (2011, ISBN.value)
    assert found[FAUST].faust == FAUST.value
    assert found[WORK].isbn == "9788702050004"
    assert found[WORK].work_id == WORK_ID


def test_what_the_catalogue_does_not_know_is_left_out(catalogue):
    catalogue.works = {ISBN.value: work("Bogen")}

    found, was_there = find_titles([ISBN, FAUST])

    assert was_there
    assert list(found) == [ISBN]


@pytest.mark.parametrize(
    ("code", "form"),
    [("EBOOKS", "e-bog"), ("AUDIO_BOOKS", "lydbog"), ("COMICS", "tegneserie")],
)
def test_the_form_comes_from_the_material_type(catalogue, code, form):
    types = [{"materialTypeGeneral": {"code": code}}]
    catalogue.works = {ISBN.value: work("Bogen", materialTypes=types)}

    assert find_titles([ISBN])[0][ISBN].format == form


@pytest.mark.parametrize("mood", ["refuses", "babbles"])
def test_a_catalogue_that_is_away_finds_nothing(catalogue, mood):
    catalogue.mood = mood

    assert find_titles([ISBN]) == ({}, False)


def test_a_catalogue_that_hangs_is_given_up_in_time(catalogue):
    catalogue.mood = "hangs"
    begun = time.monotonic()

    assert find_titles([ISBN]) == ({}, False)
    # Three seconds and what a busy machine adds, not the server's twenty.
    assert time.monotonic() - begun < 15


def test_an_answer_of_another_shape_is_no_error(catalogue):
    catalogue.works = {ISBN.value: {"titles": ["Bogen"]}}

    assert find_titles([ISBN]) == ({}, False)


def test_without_a_catalogue_nothing_is_asked(settings):
    settings.FBI_API = {**settings.FBI_API, "url": ""}

    assert find_titles([ISBN]) == ({}, True)


def test_no_secret_is_logged(catalogue, caplog):
    catalogue.mood = "refuses"

    find_titles([ISBN])

    assert "away" in caplog.text
    assert "not-told" not in caplog.text
