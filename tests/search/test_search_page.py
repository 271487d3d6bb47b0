"""The page: facets that keep their word, pages, chips, marks, and an odd question."""

import re
from html import unescape

from django.core.management import call_command
from django.test import Client

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.models import Asset
from assets.permissions import Audience
from tests.factories.assets import AssetFactory, make_file
from tests.factories.campaigns import CampaignPageFactory, IdeaPageFactory
from tests.factories.home import StandardPageFactory
from tests.factories.themes import ThemeFactory

pytestmark = pytest.mark.django_db


def index() -> None:
    call_command("build_search_index", verbosity=0)


def results(client, address: str):
    response = client.get(f"/soeg/{address}")
    assert response.status_code == 200, address
    return response.context["results"]


@pytest.fixture
def many(db):
    """Fourteen materials of two campaigns, with ideas beside them."""
    one, other = ThemeFactory(subtitle="Vikingetid"), ThemeFactory(subtitle="Rokoko")
    for n in range(25):
        AssetFactory(title=f"Plakat {n}", theme=one if n % 3 else other)
    campaign = CampaignPageFactory(title="Plakaternes tid", theme=one)
    for audience in ("unge", "voksne", "alle"):
        IdeaPageFactory(parent=campaign, title=f"Mal en plakat {audience}",
                        audience=audience)  # fmt: skip
    index()


def test_each_choice_lists_as_many_as_it_says(client, many):
    seen = 0
    todo = ["?q=plakat"]
    done = set()
    while todo and seen < 60:
        address = todo.pop()
        for facet in results(client, address).facets:
            for choice in facet.choices:
                assert results(client, choice.address).count == choice.count
                seen += 1
                if choice.address not in done:
                    done.add(choice.address)
                    if address == "?q=plakat":
                        todo.append(choice.address)
    assert seen > 10


def test_a_list_of_a_kind_has_every_hit_once_on_its_pages(client, many):
    first = results(client, "?q=plakat&slags=materiale")
    assert (first.count, first.pages.paginator.num_pages) == (25, 2)
    urls = [hit.url for p in (1, 2) for hit in
            results(client, f"?q=plakat&slags=materiale&p={p}").hits]  # fmt: skip
    assert len(urls) == len(set(urls)) == 25
    beyond = results(client, "?q=plakat&slags=materiale&p=9999")
    assert [hit.url for hit in beyond.hits] == urls[20:]


def test_a_group_counts_what_its_address_lists(client, many):
    groups = results(client, "?q=plakat").groups
    assert {group.label for group in groups} >= {"Materialer", "Ideer"}
    for group in groups:
        assert results(client, group.address).count == group.count


def test_what_is_said_is_a_chip_that_can_be_taken_off(client):
    make_file(title="Plakat")
    index()
    shown = results(client, "?q=plakat+A3+gratis&hvem=ukendt")
    assert [chip["text"] for chip in shown.chips] == ["A3", "Gratis"]
    assert [chip["without"] for chip in shown.chips] == [
        "?q=plakat+gratis", "?q=plakat+A3",
    ]  # fmt: skip


def test_words_are_marked_and_the_rest_is_escaped(client):
    StandardPageFactory(
        title="Sten & <b>alder</b>", summary="Om <script>stenene</script> ved stranden"
    )
    index()
    page = client.get("/soeg/?q=sten").text
    assert "<mark>Sten</mark> &amp; &lt;b&gt;alder" in page
    assert "<mark>stenene</mark>" in page
    assert "<script>stenene" not in page


def test_a_slip_of_the_keys_is_asked_about(client):
    StandardPageFactory(title="Stenalder i sandet")
    index()
    shown = results(client, "?q=stenaldr")
    assert shown.suggestion.lower() == "stenalder"
    assert shown.count == 1
    assert 'Mente du <a href="?q=Stenalder">' in client.get("/soeg/?q=stenaldr").text


def test_what_nobody_may_know_of_is_no_help_with_spelling(client):
    AssetFactory(
        title="Hemmelighed", state=Asset.State.PUBLISHED, access=Audience.EDITOR
    )
    index()
    page = client.get("/soeg/?q=hemmelighd").text.lower()
    assert "hemmelighed" not in page


def test_the_nearest_is_shown_when_nothing_has_all(client):
    StandardPageFactory(title="Keramik")
    index()
    page = client.get("/soeg/?q=keramik+qwertyuiop").text
    assert "Keramik" in page
    assert "qwertyuiop” nogen steder" in page


@pytest.mark.parametrize(
    "address",
    [
        "?q=" + "sten+" * 2_000,
        "?q=" + "a" * 10_000,
        "?q=" + "%22" * 500,
        "?q=sten&p=9999",
        "?q=sten&p=-1",
        "?q=sten&p=%C2%B2",
        "?q=sten&p=" + "9" * 400,
        "?q=sten&slags=ukendt&tema=%27&format=%3Cb%3E&hvem=",
        "?q=%27%29+OR+1%3D1%3B+DROP+TABLE+search_entry--",
        "?q=(((((.*)%2B)%2B)%2B)%24",
        "?q=a.b.c.d.e.f.g.h.i.j.k.l.m.n.o",
        "?q=" + "a-" * 90 + "b",
        "?q=%F0%9F%92%8E+%E2%80%AE",
        "?q=%FF%FE",
        "?q[]=sten&q=a&q=b",
        "?slags=materiale",
    ],
)
def test_an_odd_address_gives_a_clean_page(client, address):
    StandardPageFactory(title="Sten")
    index()
    assert client.get(f"/soeg/{address}").status_code == 200
    assert client.get(f"/soeg/forslag/{address}").status_code == 200


@settings(max_examples=60)
@given(st.text(max_size=60), st.text(max_size=8))
def test_any_question_gives_a_page_that_shows_it_again(question, choice):
    client = Client()
    if "\0" in question or "\0" in choice:
        return
    asked = {"q": question, "slags": choice, "p": choice}
    response = client.get("/soeg/", asked)
    assert response.status_code == 200
    shown = re.search(r'id="soeg-her"[^>]* value="([^"]*)"', response.text)[1]
    assert unescape(shown) == response.context["results"].query
    assert client.get("/soeg/forslag/", asked).status_code == 200
