"""The list of questions, and what the engine must know of Danish to answer them."""

from pathlib import Path

from django.contrib.auth.models import AnonymousUser

import pytest

from search.asking.looking import ask
from search.models import Entry, EntryWords

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

KINDS = {
    "asset": "materiale",
    "campaign": "kampagne",
    "film": "film",
    "idea": "ide",
    "list": "laeseliste",
    "page": "side",
    "story": "fortaelling",
    "title": "titel",
}
QUESTIONS = [
    line.split("\t")
    for line in Path(__file__).with_name("questions.tsv").read_text().splitlines()
    if line and not line.startswith("#")
]


def names(question: str, chosen=None) -> list[str]:
    """The hits of a stranger, as the list of questions names them."""
    answer = ask(question, AnonymousUser(), chosen or {})
    entries = Entry.objects.select_related("page", "work", "asset")
    found = entries.in_bulk(answer.found.hits)
    return [_name(found[pk]) for pk in answer.found.hits]


def _name(entry: Entry) -> str:
    owner = entry.asset or entry.work or entry.page
    # To who asks, news is a page of the site.
    kind = "side" if entry.kind == "nyhed" else entry.kind
    return f"{kind}: {owner.title}"


def reciprocal_rank(question: str, wanted: str) -> float:
    right = set()
    for one in wanted.split(";"):
        kind, _colon, title = one.strip().partition(": ")
        right.add(f"{KINDS[kind]}: {title}")
    places = [n for n, name in enumerate(names(question), 1) if name in right]
    return 1 / places[0] if places else 0


def test_the_questions_have_the_right_hit_first():
    ranks = {
        question: reciprocal_rank(question, right) for question, right in QUESTIONS
    }
    assert len(ranks) == len(QUESTIONS) >= 60
    wrong = {question: rank for question, rank in ranks.items() if rank < 1}
    assert sum(ranks.values()) / len(ranks) >= 0.9, wrong


def test_two_ways_of_saying_find_the_same_first():
    for one, other in [
        ("bogmærker med runer", "bogmaerker med runer"),
        ("PLAKATERNE", "plakat"),
        ("rollup", "roll-up"),
        ("H.C. Andersen", "hc andersen"),
        ("9788702050004", "978-87-02-05000-4"),
        ("poster natur", "plakat natur"),
        ("some stenalder", "sociale medier stenalder"),
    ]:
        assert names(one)[0] == names(other)[0], one


def test_a_compound_finds_its_parts():
    found = names("stenalderkeramik")
    assert any("Stenalder" in name for name in found[:3])


def test_what_is_said_narrows_like_what_is_chosen():
    assert "materiale: Plakat: Vores natur" in names("plakat A3")
    assert not any("Bogmærker" in name for name in names("plakat A3"))


def test_a_word_that_stands_nowhere_does_not_empty_the_hand():
    assert names("plakat qwertyuiop")[0].startswith("materiale: Plakat")


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("flagrmus", "Natvandring med flagermus"),
        ("renæsance plak", "Plakat: Renæssance til nutid"),
    ],
)
def test_a_title_spelt_otherwise_is_offered_while_one_types(client, typed, title):
    offered = client.get("/soeg/forslag/", {"q": typed}).json()["suggestions"]
    assert offered[0]["title"] == title


def test_a_titles_list_is_no_part_of_its_text():
    text = EntryWords.objects.get(entry__work__title="Erik Menneskesøn").text
    assert "Guder og vikinger" not in text
    assert "titel: Erik Menneskesøn" in names("bøger om vikinger")
