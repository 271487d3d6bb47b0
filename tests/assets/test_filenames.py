import re
import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assets.filenames import clean_filename, content_disposition

UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
NASTY = st.text(st.characters() | st.sampled_from('\r\n"\\;/\u202e\u200d\x00 .æøåÅ'))


@given(NASTY)
@example("a." + "b" * 300)
@example("e\u200d\u0301.pdf")
@example("..")
def test_a_clean_name_can_be_shown_and_stored(name):
    clean = clean_filename(name)
    assert 1 <= len(clean) <= 200
    assert not {unicodedata.category(c) for c in clean} & UNSEEN
    assert not set(clean) & set('/\\<>:"|?*')
    assert unicodedata.is_normalized("NFC", clean)
    assert clean_filename(clean) == clean


@given(NASTY)
def test_the_header_is_one_ascii_line_that_holds_the_name(name):
    header = content_disposition(name)
    assert header.isascii()
    assert header.isprintable()
    plain, full = re.fullmatch(
        r'attachment; filename="([^"\\]+)"(?:; filename\*=UTF-8\'\'([^;"]+))?', header
    ).groups()
    assert unquote(full or plain) == clean_filename(name)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Plakat på Ærø.pdf", "Plakat på Ærø.pdf"),
        ("C:\\Mine filer\\plakat.pdf", "plakat.pdf"),
        ("../../etc/passwd", "passwd"),
        ('"vores" plakat.pdf', "-vores- plakat.pdf"),
        ("plakat\r\nSet-Cookie: a=b.pdf", "plakatSet-Cookie- a=b.pdf"),
        ("plakat\u202efdp.exe", "plakatfdp.exe"),
        ("a\u030a.pdf", "å.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        (".pdf", "pdf"),
        ("", "fil"),
    ],
)
def test_names_keep_their_letters_and_lose_what_does_harm(name, clean):
    assert clean_filename(name) == clean


def test_programs_without_utf_8_get_danish_in_ascii():
    assert content_disposition("Læs på Ærø.pdf") == (
        'attachment; filename="Laes paa Aeroe.pdf"; '
        "filename*=UTF-8''L%C3%A6s%20p%C3%A5%20%C3%86r%C3%B8.pdf"
    )


def test_what_is_played_is_shown_in_its_place():
    assert content_disposition("film.mp4", attachment=False) == (
        'inline; filename="film.mp4"'
    )
