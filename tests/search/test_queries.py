"""What a search finds, what it keeps to itself, and what it costs."""

from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail.models import Locale, PageViewRestriction

import pytest

from assets.models import Asset
from assets.permissions import Audience
from campaigns.models import IdeaStep, ReadingListTitle
from home.models import HomePage
from tests.factories.assets import AssetFactory
from tests.factories.campaigns import (
    CampaignPageFactory,
    IdeaPageFactory,
    ReadingListPageFactory,
    StoryPageFactory,
)
from tests.factories.home import StandardPageFactory
from tests.factories.themes import ThemeFactory

pytestmark = pytest.mark.django_db


def results(client, query, path="/soeg/"):
    response = client.get(path, {"q": query})
    assert response.status_code == 200
    return response.context["results"]


def title_of(hit) -> str:
    return "".join(piece.text for piece in hit.title)


def found(client, query, path="/soeg/") -> list[str]:
    shown = results(client, query, path)
    return [
        title_of(hit)
        for hit in [*shown.best, *(hit for g in shown.groups for hit in g.hits)]
    ]


def test_pages_are_found_by_what_stands_in_them(client):
    campaign = CampaignPageFactory(title="Jernalder", focus="Smedens kunst")
    body = [{"type": "text", "value": "<p>En perle fra Limfjorden</p>"}]
    StoryPageFactory(parent=campaign, title="Rav", body=body)
    idea = IdeaPageFactory(parent=campaign, title="Byg en ovn")
    IdeaStep.objects.create(page=idea, text="Find lertøj frem.", sort_order=0)
    reading_list = ReadingListPageFactory(parent=campaign, title="Godt at læse")
    ReadingListTitle.objects.create(
        page=reading_list, title="Kongens Fald", author="Johannes V. Jensen"
    )
    call_command("build_search_index", verbosity=0)
    assert found(client, "jernalder") == ["Jernalder"]
    assert found(client, "smedens") == ["Jernalder"]
    assert found(client, "limfjorden") == ["Rav"]
    assert found(client, "lertøj") == ["Byg en ovn"]
    assert found(client, "kongens fald") == ["Kongens Fald", "Godt at læse"]
    assert found(client, "johannes jensen") == ["Kongens Fald", "Godt at læse"]


def test_materials_are_found_by_title_tag_and_theme(client):
    theme = ThemeFactory(subtitle="Vikingetid")
    asset = AssetFactory(title="Plakat: Skibet", summary="Til ruden", theme=theme)
    asset.tags.add("langskib")
    asset.save()
    call_command("build_search_index", verbosity=0)
    for query in ("skibet", "ruden", "langskib", "vikingetid", "plakat"):
        assert found(client, query) == ["Plakat: Skibet"], query


def test_nobody_finds_what_they_may_not_know_of(client, editor_client):
    restricted = StandardPageFactory(title="Hemmelig sten")
    PageViewRestriction.objects.create(
        page=restricted, restriction_type=PageViewRestriction.LOGIN
    )
    StandardPageFactory(title="Kladdesten", live=False)
    AssetFactory(title="Redaktørsten", access=Audience.EDITOR)
    AssetFactory(title="Udkaststen", state=Asset.State.DRAFT)
    AssetFactory(title="Udløbet sten", usable_until="2017-01-01")
    AssetFactory(title="Bibliotekssten", access=Audience.LIBRARY)
    call_command("build_search_index", verbosity=0)
    for word in ("hemmelig", "kladdesten", "redaktørsten", "udkaststen", "udløbet"):
        assert found(client, word) == [], word
    assert found(client, "bibliotekssten") == ["Bibliotekssten"]
    assert found(editor_client, "redaktørsten") == ["Redaktørsten"]


@pytest.mark.parametrize(
    "query",
    [
        "'",
        "*",
        "(:",
        '"*(:',
        "sten AND",
        "sten OR NOT",
        "NEAR(sten alder)",
        "title:sten",
        "sten^2",
        "{sten}",
        "-sten",
        "sten & | !",
        "a:* <-> b",
        "%",
        "_",
        "\\",
        "\u00ad",
        "\u202e",
        "💎",
        "sten " * 2_000,
    ],
)
def test_signs_mean_nothing(client, query):
    AssetFactory(title="Sten")
    call_command("build_search_index", verbosity=0)
    results(client, query)


def test_each_language_finds_its_own_pages(client):
    StandardPageFactory(title="Stenalder")
    call_command("build_search_index", verbosity=0)
    assert found(client, "stenalder", "/en/soeg/") == []
    english = Locale.objects.get_or_create(language_code="en")[0]
    home = HomePage.objects.get(locale__language_code="da")
    there = home.copy_for_translation(english)
    StandardPageFactory(title="Stone Age stenalder", parent=there, locale=english)
    call_command("build_search_index", verbosity=0)
    assert found(client, "stenalder") == ["Stenalder"]
    assert found(client, "stenalder", "/en/soeg/") == ["Stone Age stenalder"]
    assert found(client, "stones", "/en/soeg/") == ["Stone Age stenalder"]


def test_a_long_answer_costs_no_more(client):
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            results(client, "sten")
        return len(captured)

    def add(number: int):
        StandardPageFactory(title="Sten", slug=f"sten-{number}")
        AssetFactory(title="Sten")
        call_command("build_search_index", verbosity=0)

    add(0)
    results(client, "sten")
    few = cost()
    for number in range(6):
        add(number + 1)
    assert cost() == few
