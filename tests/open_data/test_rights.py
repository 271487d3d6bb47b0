"""What no stranger may see is in no answer, and what was taken away is told to be."""

import datetime

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from wagtail.models import Collection, PageViewRestriction

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.models import Asset, CollectionAccess
from assets.permissions import Audience
from core.open_data.records import note_changes
from tests.factories.assets import AssetFactory, make_file
from tests.factories.campaigns import CampaignPageFactory, StoryPageFactory
from themes.models import Theme

from .asking import KINDS, PAGE_KINDS, ROOT, address_of, ask, titles

pytestmark = pytest.mark.django_db


def test_assets_that_strangers_may_not_list_are_in_no_answer(editor_client, things):
    closed = Collection.get_first_root_node().add_child(name="Lukket")
    CollectionAccess.objects.create(collection=closed, access=Audience.EDITOR)
    day = datetime.date.today()
    AssetFactory(state=Asset.State.DRAFT)
    AssetFactory(access=Audience.EDITOR)
    AssetFactory(access=Audience.NAMED)
    AssetFactory(collection=closed)
    AssetFactory(usable_from=day + datetime.timedelta(days=3))
    AssetFactory(usable_until=day - datetime.timedelta(days=3))
    AssetFactory(consent_until=day - datetime.timedelta(days=3))
    libraries = AssetFactory(title="Til biblioteker", access=Audience.LIBRARY)
    for client in (Client(), editor_client):
        items = ask("assets", client=client)["items"]
        assert {item["title"] for item in items} == {things.asset.title, str(libraries)}
    assert items[-1]["access"]["code"] == "library"


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_pages_that_are_out_of_sight_are_in_no_answer(client, things, kind):
    page = things.of(kind)
    page.title = "Kladden"
    page.save_revision()
    assert "Kladden" not in client.get(f"{ROOT}{kind}/").text
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert ask(kind)["items"] == []
    assert client.get(address_of(kind, page)).status_code == 410


def test_a_page_below_a_restricted_one_is_gone_too(client, things):
    assert titles("stories") == ["Dyssen"]
    PageViewRestriction.objects.create(page=things.campaign, restriction_type="login")
    assert titles("stories") == []
    assert client.get(address_of("stories", things.story)).status_code == 410


def test_what_a_page_points_to_is_left_out_when_it_is_hidden(client, things):
    things.idea.unpublish()
    Asset.objects.update(access=Audience.EDITOR)
    PageViewRestriction.objects.create(page=things.story, restriction_type="login")
    told = client.get(address_of("campaigns", things.campaign)).text
    for hidden in ("Grav med børn", "Plakat: Stenalder", "Dyssen"):
        assert hidden not in told


def test_what_was_never_told_of_is_unknown(client, things):
    draft = StoryPageFactory(parent=things.campaign, live=False)
    secret = AssetFactory(access=Audience.EDITOR)
    for address in (address_of("stories", draft), address_of("assets", secret)):
        assert client.get(address).status_code == 404


def test_a_withdrawn_asset_is_gone_and_names_its_successor(client, things):
    ask("assets")
    other = AssetFactory(title="Den nye")
    things.asset.state, things.asset.successor = Asset.State.WITHDRAWN, other
    things.asset.save()
    answer = client.get(address_of("assets", things.asset))
    assert answer.status_code == 410
    assert answer.json()["gone"]["successor"]["title"] == "Den nye"


def test_a_successor_that_is_no_strangers_is_not_named(client, things):
    ask("assets")
    things.asset.successor = AssetFactory(access=Audience.EDITOR)
    things.asset.state = Asset.State.WITHDRAWN
    things.asset.save()
    told = client.get(address_of("assets", things.asset)).json()
    assert told["gone"]["successor"] is None


def test_rights_that_end_at_midnight_end_here(client, things):
    things.asset.usable_until = datetime.date(2036, 6, 1)
    things.asset.save()
    with time_machine.travel("2036-06-01T21:00+02:00", tick=False):
        assert titles("assets") == ["Plakat: Stenalder"]
    with time_machine.travel("2036-06-02T00:01+02:00", tick=False):
        since = ask("assets", modified_since="2036-06-02")
        assert since["items"] == []
        assert [one["uuid"] for one in since["gone"]] == [str(things.asset.uuid)]


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_follows_is_told_what_came_changed_and_went(things, kind):
    ask(kind)
    with time_machine.travel("2036-01-01T12:00Z", tick=False):
        assert ask(kind, modified_since="2035-01-01") == {
            "items": [], "gone": [], "next": None
        }  # fmt: skip
        if kind == "themes":
            Theme.objects.update(state=Theme.State.DRAFT)
        elif kind == "assets":
            things.asset.delete()
        else:
            things.of(kind).unpublish()
        (gone,) = ask(kind, modified_since="2035-01-01")["gone"]
        assert gone["gone_at"] == "2036-01-01T12:00:00Z"
    if kind in PAGE_KINDS:
        with time_machine.travel("2036-02-01T12:00Z", tick=False):
            things.of(kind).save_revision().publish()
            back = ask(kind, modified_since="2036-01-15")
            assert [item["uuid"] for item in back["items"]] == [gone["uuid"]]


def test_a_page_that_was_deleted_is_told_to_be_gone(client, things):
    ask("stories")
    address = address_of("stories", things.story)
    things.story.delete()
    assert client.get(address).status_code == 410


def test_looking_again_changes_nothing(things):
    note_changes()
    with CaptureQueriesContext(connection) as captured:
        note_changes()
    written = [q["sql"] for q in captured if not q["sql"].startswith("SELECT")]
    assert written == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_costs_the_same_however_long(client, things, kind):
    def cost() -> int:
        client.get(f"{ROOT}{kind}/")
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"{ROOT}{kind}/").status_code == 200
        return len(captured)

    few = cost()
    for number in range(3):
        if kind == "assets":
            make_file(theme=things.theme)
            continue
        if kind in ("themes", "campaigns"):
            CampaignPageFactory(title=f"En {number}")
            continue
        page = type(things.of(kind))(title=f"En {number}")
        if kind == "films":
            page.address = things.film.address
        things.campaign.add_child(instance=page)
    assert cost() == few
    assert len(ask(kind)["items"]) == 4


text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
names = st.sampled_from(
    ["limit", "after", "order", "modified_since", "theme", "type", "language",
     "audience", "cost", "offset", "q"]
)  # fmt: skip
values = st.one_of(
    text,
    st.integers().map(str),
    st.datetimes().map(str),
    st.sampled_from(["da", "banner", "unge", "-changed", "9" * 300, "2026-13"]),
)


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(kind=st.sampled_from(KINDS), query=st.dictionaries(names, values, max_size=3))
def test_no_question_is_an_error_of_ours(client, db, kind, query):
    response = client.get(f"{ROOT}{kind}/", query)
    assert response.status_code in (200, 400)
    if response.status_code == 400:
        assert response.json()["error"]["message"]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("offset=3", "Parameteren ”offset” kendes ikke."),
        ("limit=51", "”limit” må højst være 50."),
        ("limit=en", "”limit” skal være et helt tal."),
        ("order=title", "”order” skal være en af: 'changed' or '-changed'."),
        ("modified_since=i+går", "”modified_since” kan ikke læses."),
        ("after=nonsens", "”after” kan ikke læses."),
        ("theme=findes-ikke", "Temaet kendes ikke."),
        ("limit=1&limit=2", "”limit” står der mere end én gang."),
    ],
)
def test_a_question_that_is_wrong_is_told_so(client, db, query, sentence):
    answer = client.get(f"{ROOT}assets/?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"]["message"] == sentence
