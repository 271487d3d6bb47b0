"""The list of materials: counts, choices, order, and what odd addresses give."""

import datetime

from django.core.management import call_command
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.browsing.browse import Browse
from assets.browsing.facets import FACETS
from assets.models import Asset, AssetFile, FileVersion
from assets.permissions import Audience
from tests.factories.assets import (
    AssetFactory,
    AssetFileFactory,
    FormatFactory,
    add_version,
    make_file,
)
from tests.factories.home import MaterialsPageFactory
from tests.factories.themes import ThemeFactory

pytestmark = pytest.mark.django_db


def look(query: str = "", user=None) -> Browse:
    return Browse(QueryDict(query), user)


def titles(query: str = "") -> list[str]:
    return [asset.title for asset in look(query).results[0:100]]


def counts(browse: Browse, facet: str) -> dict[str, int]:
    found = next((each for each in browse.facets if each.name == facet), None)
    return {option.value: option.count for option in found.options} if found else {}


def file_of(asset: Asset, purpose: str, language: str = "da", **format) -> AssetFile:
    file = AssetFileFactory(
        asset=asset,
        purpose=purpose,
        language=language,
        format=FormatFactory(**format) if format else FormatFactory(),
    )
    add_version(file)
    return file


@pytest.fixture
def shelf():
    """Five assets that differ in everything that can be chosen."""
    stone = ThemeFactory(slug="sten", starts_on=datetime.date(2026, 3, 2),
                         ends_on=datetime.date(2026, 3, 29))  # fmt: skip
    nature = ThemeFactory(slug="natur", starts_on=datetime.date(2026, 9, 21),
                          ends_on=datetime.date(2026, 10, 18))  # fmt: skip
    screen = {"slug": "info", "name": "Infoskærm", "width_mm": None,
              "height_mm": None, "width_px": 1920, "height_px": 1080}  # fmt: skip
    a4 = {"slug": "a4", "name": "A4", "width_mm": 210, "height_mm": 297}
    both = AssetFactory(title="Begge", theme=stone)
    file_of(both, "print_shop")
    file_of(both, "print_self", **a4)
    file_of(AssetFactory(title="Print", theme=stone), "print_self", **a4)
    english = AssetFactory(title="Engelsk", theme=nature)
    file_of(english, "print_shop", language="en")
    banner = AssetFactory(title="Skærm", theme=nature, kind=Asset.Kind.BANNER)
    file_of(banner, "screen", **screen)
    AssetFactory(title="Uden tema", kind=Asset.Kind.FILM)
    return both


def test_each_choice_counts_the_files_of_what_may_be_known_of(shelf):
    AssetFactory(title="Kladde", state=Asset.State.DRAFT)
    AssetFactory(title="Redaktør", access=Audience.EDITOR)
    browse = look()
    assert browse.count == 5
    assert counts(browse, "tema") == {"sten": 2, "natur": 2}
    assert counts(browse, "slags") == {"print": 3, "banner": 1, "film": 1}
    assert counts(browse, "til") == {"print_shop": 2, "print_self": 2, "screen": 1}
    assert counts(browse, "maal") == {"a3": 2, "a4": 2, "px-fuld": 1}
    assert counts(browse, "sprog") == {"da": 3, "en": 1}


@pytest.mark.parametrize(
    "chosen", ["", "tema=sten", "slags=print&til=print_self", "ny=uge", "sprog=en"]
)
def test_every_count_is_what_the_list_it_opens_has(shelf, chosen):
    browse = look(chosen)
    for facet in browse.facets:
        for option in facet.options:
            if option.is_chosen:
                continue
            opened = look(f"{chosen}&{facet.name}={option.value}")
            expected = option.count + (browse.count if option.adds else 0)
            assert opened.count == expected, (chosen, facet.name, option.value)
            assert len(opened.results[0:100]) == opened.count


def test_choices_of_one_question_widen_and_of_two_narrow(shelf):
    assert set(titles("slags=film&slags=banner")) == {"Uden tema", "Skærm"}
    assert titles("slags=print&tema=natur") == ["Engelsk"]


def test_a_print_ready_file_is_found_once_it_is_measured(shelf):
    assert counts(look(), "trykklar") == {}
    version = FileVersion.objects.filter(file__asset=shelf).first()
    version.print_ready = True
    version.save(update_fields=["print_ready"])
    assert counts(look(), "trykklar") == {"ja": 1}
    assert titles("trykklar=ja") == ["Begge"]


def test_what_came_since_is_counted_from_its_publishing():
    with time_machine.travel("2026-01-05 12:00 +0100"):
        old = make_file(title="Gammel").asset
        draft = AssetFactory(title="Kladde", state=Asset.State.DRAFT)
        AssetFactory(title="Udskudt", usable_from=datetime.date(2026, 6, 1))
    with time_machine.travel("2026-06-03 12:00 +0200"):
        draft = Asset.objects.get(pk=draft.pk)
        draft.state = Asset.State.PUBLISHED
        draft.save(update_fields=["state"])
        Asset.objects.get(pk=old.pk).save()
        assert titles("ny=uge") == ["Kladde", "Udskudt"]
        assert titles() == ["Kladde", "Udskudt", "Gammel"]
        assert counts(look(), "ny") == {"uge": 2, "maaned": 2, "kvartal": 2}


def test_the_list_stands_in_the_order_asked_for(shelf):
    Asset.objects.filter(title="Print").update(fetched_count=7)
    assert titles("sorter=titel") == [
        "Begge", "Engelsk", "Print", "Skærm", "Uden tema",
    ]  # fmt: skip
    assert titles("sorter=hentet")[0] == "Print"
    assert titles("sorter=kampagne") == [
        "Skærm", "Engelsk", "Print", "Begge", "Uden tema",
    ]  # fmt: skip
    for order in ("kampagne", "titel", "nyeste"):
        results = look(f"sorter={order}").results
        in_parts = [a.title for n in range(0, 6, 2) for a in results[n : n + 2]]
        assert in_parts == titles(f"sorter={order}")


def test_titles_stand_in_danish_order_also_when_they_are_changed():
    for title in ("Ål", "Zebra", "Hæfte 10", "Hæfte 2"):
        make_file(title=title)
    eel = Asset.objects.get(title="Ål")
    eel.title = "Ørred"
    eel.save(update_fields=["title"])
    assert titles("sorter=titel") == ["Hæfte 2", "Hæfte 10", "Zebra", "Ørred"]


def test_many_of_a_choice_are_found_in_the_same_order_as_few(shelf, monkeypatch):
    asked = [
        f"til=screen&til=print_shop&sorter={order}" for order in ("nyeste", "titel")
    ]
    few = [titles(query) for query in asked]
    monkeypatch.setattr("assets.browsing.browse.MANY", 0)
    assert [titles(query) for query in asked] == few


def test_words_find_what_they_name_and_are_counted_as_well():
    for title in ("Plakat om flint", "Plakater om moser", "Bogmærke"):
        make_file(title=title)
    call_command("build_search_index", verbosity=0)
    browse = look("q=plakat")
    assert {asset.title for asset in browse.results[0:9]} == {
        "Plakat om flint", "Plakater om moser",
    }  # fmt: skip
    assert titles("q=plakat+flint") == ["Plakat om flint"]
    assert counts(browse, "slags") == {"print": 2}
    assert look("q=%22%28*").count == 0


def test_a_topic_narrows_the_list():
    asset = make_file(title="Quiz").asset
    asset.tags.add("flint")
    asset.save()
    make_file(title="Plakat")
    assert titles("emne=flint") == ["Quiz"]
    assert look("emne=flint").chips[0].without == "?"


PAIRS = st.lists(
    st.tuples(
        st.sampled_from([*FACETS, "q", "emne", "sorter", "vis", "p", "andet"]),
        st.text(st.characters(exclude_characters="\x00"), max_size=12),
    ),
    max_size=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(pairs=PAIRS)
def test_odd_addresses_are_let_go_and_the_rest_is_the_same_address(db, pairs):
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    browse = Browse(query, None)
    again = Browse(QueryDict(browse.choices.query), None)
    assert again.choices.query == browse.choices.query
    assert browse.count == len(browse.results[0:50])


def test_each_choice_can_be_taken_off_alone(shelf):
    browse = look("slags=print&slags=film&tema=sten&sorter=titel&vis=stort")
    assert [chip.text for chip in browse.chips][1:] == ["Tryk", "Film"]
    assert browse.chips[1].without == "?tema=sten&slags=film&sorter=titel&vis=stort"
    assert browse.choices.query == "tema=sten&slags=print&slags=film"


def test_the_page_costs_the_same_however_much_there_is(client, shelf):
    page = MaterialsPageFactory()

    def cost(query: str) -> int:
        client.get(page.url + query)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page.url + query).status_code == 200
        return len(captured)

    queries = ["", "?slags=print&til=print_shop", "?sorter=kampagne"]
    few = [cost(query) for query in queries]
    for n in range(5):
        theme = ThemeFactory(slug=f"tema-{n}")
        for purpose in ("print_shop", "print_self"):
            file_of(
                AssetFactory(theme=theme), purpose, language="en" if n % 2 else "da"
            )
    assert [cost(query) for query in queries] == few
    assert max(few) <= 14


@pytest.mark.parametrize(
    "query",
    ["?p=9999", "?p=-1", "?slags=hest&tema=nej", "?ny=x&maal=&sorter=z", "?q=%20"],
)
def test_a_list_that_is_not_there_is_the_list(client, shelf, query):
    response = client.get(MaterialsPageFactory().url + query)
    assert response.status_code == 200
    assert response.context["count"] == 5
    assert "Begge" in response.text


def test_an_empty_list_offers_the_way_back(client, shelf):
    response = client.get(MaterialsPageFactory().url + "?slags=film&tema=sten&q=zebra")
    assert response.status_code == 200
    assert "zebra" in response.text
    assert "?tema=sten&amp;slags=film" in response.text
