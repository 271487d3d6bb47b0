"""Danish words as the index knows them."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language import facet_words, fold, stem, telling, words_of


@pytest.mark.parametrize(
    "forms",
    [
        "plakat plakater plakaterne plakaten PLAKAT",
        "barn børn børnene boern",
        "bog bøger bøgerne",
        "billedbog billedbøger",
        "nordmand nordmænd nordmændene",
        "flagermus flagermusen flagermusene",
        "idé ide ideer idéerne",
        "quiz quizzen quizzer",
        "erindring erindringer erindringerne",
        "renæssance renaessance renæssancen",
        "å aa Å",
        "poster posteren postere posters",
        "webbanner webbannere webbannerne webbanneret",
        "sø søen søer søerne",
        "træ træet træer træerne",
        "by byen byer byerne",
        "stue stuen stuer stuerne",
        "å åen åer åerne",
        "museum museet museer museerne",
        "herbarium herbariet herbarier",
        "titel titlen titler titlerne",
        "hotel hotellet hoteller",
        "bedsteforældre bedsteforældrene bedsteforælder",
        "kulturcenter kulturcentret kulturcentre",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms):
    assert len({stem(fold(form)) for form in forms.split()}) == 1


@pytest.fixture
def threads_in_turn():
    """Let threads give way to each other as often as can be."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def test_questions_at_once_do_not_mix_their_words(threads_in_turn):
    # Words that nobody has asked for, so that none is remembered.
    words = [f"{a}{b}{c}laget" for a in "bdfgkl" for b in "aeiouy" for c in "mnprst"]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(stem, words))
    assert found == [word.removesuffix("et") for word in words]


@pytest.mark.parametrize(
    "pair", ["poster post", "banner bane", "folder folde", "borger borg", "sommer som"]
)
def test_a_word_is_no_form_of_another(pair):
    one, other = (stem(word) for word in pair.split())
    assert one != other


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Roll-up", [("rollup", ("roll", "up"))]),
        ("H.C. Andersen", [("hc", ("h", "c")), ("andersen", ())]),
        ("Sokrates' død", [("sokrates", ()), ("doed", ())]),
        ("USA's", [("usa", ())]),
        ("a\u030a", [("aa", ())]),
        ("Sten\u00adalder", [("stenalder", ())]),
        ("*** — !", []),
    ],
)
def test_a_text_is_cut_into_words(text, words):
    assert [(word.folded, word.parts) for word in words_of(text)] == words


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("plakat A3", {"zfa3"}),
        ("0.-3. klasse", {"zforboern36", "zforboern712"}),
        ("6.-9. klasse", {"zforboern712", "zforunge"}),
        ("børn", {"zforboern36", "zforboern712"}),
        ("børn 7-12 år", {"zforboern712"}),
        ("børn på 5 år", {"zforboern36"}),
        ("8-årige", {"zforboern712"}),
        ("0-2 år", {"zforboern36"}),
        ("4.-6. klasserne", {"zforboern712", "zforunge"}),
        ("film 9x16", {"zf9x16"}),
        ("uge 36", {"zuge36"}),
        ("uge 9-10", {"zuge9", "zuge10"}),
        ("uden for", {"zude"}),
        ("tema 5", {"ztema5"}),
        ("gratis", {"zgratis"}),
        ("87-02-05000-7", set()),
        ("978-87-02-05000-4", {"zisbn9788702050004"}),
        ("ISBN: 87-02-05000-5", {"zisbn9788702050004"}),
        ("i 1849 og 2017", set()),
    ],
)
def test_facts_are_read_from_words(text, signs):
    assert {sign for fact in facet_words(text) for sign in fact.signs} == signs


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("hvornår starter vores natur?", ["natur"]),
        ("Hvor lang tid tager en erindringscafé", ["erindringscafé"]),
        ("hvor finder jeg logoet", ["logoet"]),
        ("hvad koster det", ["koster"]),
        ("Ung i en anden tid", ["Ung", "anden", "tid"]),
        ("what does a poster cost", ["poster"]),
    ],
)
def test_a_sentence_asks_for_what_it_is_about(question, words):
    assert [word.shown for word in telling(list(words_of(question)))] == words


@given(st.text(max_size=200))
def test_any_text_is_cut_without_harm(text):
    for word in words_of(text):
        assert word.folded
        assert stem(word.folded)
        # What a store is given is letters and digits alone.
        assert word.folded.isalnum()
    for fact in facet_words(text):
        assert 0 <= fact.start < fact.end <= len(text)
