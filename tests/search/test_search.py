"""The search box: pages and materials, within what the asker may know of."""

from django.core.management import call_command

from wagtail.models import Locale

import pytest

from assets.models import Asset
from assets.permissions import Audience
from tests.factories.assets import make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    ReadingListPageFactory,
    StoryPageFactory,
)

pytestmark = pytest.mark.django_db


def ask(client, question: str) -> str:
    call_command("build_search_index", verbosity=0)
    response = client.get("/soeg/", {"q": question})
    assert response.status_code == 200
    return response.text


def test_a_page_is_found_by_a_word_of_its_text(client):
    story = StoryPageFactory(
        title="Under græsset",
        body=[{"type": "text", "value": "<p>En dysse i kornmarken</p>"}],
    )
    assert story.url in ask(client, "kornmarken")


def test_the_beginning_of_a_title_is_enough(client):
    story = StoryPageFactory(title="Stenalderens jægere")
    assert story.url in ask(client, "stenalder")


def test_a_list_is_found_by_a_title_on_it(client):
    reading_list = ReadingListPageFactory(title="Romaner om magt")
    reading_list.titles.create(title="Kongens Fald", author="Johannes V. Jensen")
    reading_list.save()
    assert reading_list.url in ask(client, "Kongens Fald")


def test_a_synonym_is_not_taken_for_another_word(client):
    notice = StoryPageFactory(
        title="Skriv", body=[{"type": "text", "value": "<p>Hver post tæller</p>"}]
    )
    poster = make_file(title="Poster til døren").asset
    found = ask(client, "plakat")
    assert notice.url not in found
    assert poster.get_absolute_url() in found
    assert poster.get_absolute_url() not in ask(client, "post")


def test_a_material_is_found_by_its_title(client):
    asset = make_file(title="Gulvfolie med tidslinje").asset
    assert asset.get_absolute_url() in ask(client, "gulvfolie")


@pytest.mark.parametrize(
    "hidden",
    [{"state": Asset.State.DRAFT}, {"access": Audience.EDITOR}],
    ids=["draft", "for editors"],
)
def test_what_one_may_not_know_of_is_not_found(client, hidden):
    asset = make_file(title="Hemmelig plakat", **hidden).asset
    assert asset.get_absolute_url() not in ask(client, "hemmelig")


def test_a_draft_page_is_not_found(client):
    draft = StoryPageFactory(title="Ufærdig fortælling", live=False)
    assert draft.title not in ask(client, "ufærdig")


def test_a_page_in_danish_is_not_found_in_english(client):
    Locale.objects.get_or_create(language_code="en")
    CampaignPageFactory(title="Vores natur")
    call_command("build_search_index", verbosity=0)
    assert "Vores natur" not in client.get("/en/soeg/", {"q": "natur"}).text


@pytest.mark.parametrize(
    "question",
    [
        "",
        "   ",
        "*(((",
        "' OR 1=1--",
        '"',
        "a" * 10_000,
        "<script>",
        "æøå:*",
        "-",
        "&&",
    ],
)
def test_an_odd_question_gives_a_clean_page(client, question):
    assert "<script>alert" not in ask(client, question)


def test_markup_in_a_question_is_shown_as_text(client):
    assert "<b>fed</b>" not in ask(client, "<b>fed</b>")


@pytest.mark.parametrize("address", ["/soeg/?q=%00", "/ideer/?hvem=%00"])
def test_a_nul_is_refused_plainly(client, address):
    assert client.get(address).status_code == 400


@pytest.mark.parametrize(("query", "is_hidden"), [({}, False), ({"q": "mose"}, True)])
def test_search_engines_are_shown_the_box_and_no_answers(client, query, is_hidden):
    assert ('content="noindex"' in client.get("/soeg/", query).text) is is_hidden
