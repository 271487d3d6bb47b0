"""Captions that are refused are refused by line."""

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

import pytest

from assets.captions import problems
from assets.intake.checking import open_file
from tests.factories.assets import make_file

from . import samples

pytestmark = pytest.mark.one_database

GOOD = """WEBVTT - Under græsset

NOTE Rettet i maj

STYLE
::cue { color: white }

1
00:00.000 --> 00:04.000 line:80%
Det ligner en almindelig græsplæne.
To linjer.

00:00:04.000 --> 00:00:08.500
Lidt nede: en mønt.
"""
LATE = GOOD + "\n01:00:09.000 --> 01:00:10.000\nSlut\n"


def cues(*rows: str) -> bytes:
    return ("WEBVTT\n\n" + "\n\n".join(rows)).encode()


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_good_captions_have_no_problem(ending):
    assert not [*problems(b"\xef\xbb\xbf" + GOOD.replace("\n", ending).encode(), 9)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Linje 1 skal være ”WEBVTT”."),
        (b"1\n00:00.000 --> 00:01.000\nHej", "Linje 1 skal være ”WEBVTT”."),
        (b"WEBVTTER\n", "Linje 1 skal være ”WEBVTT”."),
        (b"WEBVTT\n", "Der er ingen undertekster i filen."),
        ("WEBVTT\n\n1\nå".encode("latin-1"), "Linje 4 er ikke UTF-8."),
        ("WEBVTT\n\nå".encode("utf-16"), "Linje 1 er ikke UTF-8."),
        (b"WEBVTT\n00:00.000 --> 00:01.000\nHej", "Linje 2: Der mangler en tom linje"),
        (cues("00:00,000 --> 00:01,000\nHej"), "Linje 3: Skriv tiden som"),
        (cues("00:00.000 --> 00:61.000\nHej"), "Linje 3: Skriv tiden som"),
        (cues("00:00.000 -->\nHej"), "Linje 3: Skriv tiden som"),
        (cues("00:02.000 --> 00:01.000\nHej"), "Linje 3 slutter, før den begynder."),
        (cues("00:00.000 --> 00:01.000"), "Linje 3: Der mangler tekst under tiden."),
        (cues("00:00.000 -> 00:01.000\nHej"), "Linje 3: Skriv tiden som"),
        (cues("1\n00:00.000 00:01.000\nHej"), "Linje 4: Skriv tiden som"),
        (cues("Hej"), "Linje 3 hører ikke til nogen tid."),
        (
            cues("00:00.000 --> 00:02.000\nA", "00:01.500 --> 00:03.000\nB"),
            "Linje 6 begynder, før linje 3 slutter.",
        ),
        (
            cues("00:05.000 --> 00:06.000\nA", "00:01.000 --> 00:02.000\nB"),
            "Linje 6 skal stå før linje 3.",
        ),
        (
            cues("00:00.000 --> 00:01.000\nA\n00:01.000 --> 00:02.000\nB"),
            "Linje 5: Der mangler en tom linje",
        ),
        (b"WEBVTT\n" + b"\n" * 2_000_000, "Filen er for stor"),
    ],
)
def test_what_is_wrong_is_told_by_line(content, told):
    (said,) = problems(content)
    assert said.startswith(told)


def test_a_cue_after_the_end_of_the_film_is_told_when_the_length_is_known():
    assert not [*problems(LATE.encode())]
    assert [*problems(LATE.encode(), 24.0)] == ["Linje 16 varer længere end filmen."]


@pytest.mark.django_db
def test_captions_are_held_against_the_film_beside_them():
    file = make_file(samples.film(), "film.mp4", kind="film")
    file.current_version.seconds = 24
    file.current_version.save()
    with pytest.raises(ValidationError, match="Linje 16 varer længere end filmen"):
        open_file(ContentFile(LATE.encode()), "film.vtt", asset=file.asset)


def test_many_faults_are_counted_and_the_first_are_told():
    content = cues(*["00:00 --> 00:01\nHej"] * 9)
    with pytest.raises(ValidationError) as refused:
        open_file(ContentFile(content), "x" * 200 + ".vtt")
    (told,) = refused.value.messages
    assert told.endswith("Og 7 fejl mere.")
    assert len(told) <= 250
