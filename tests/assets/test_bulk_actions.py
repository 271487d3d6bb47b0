"""Many assets at once, as the listing's footer posts it."""

import datetime

from django.urls import reverse
from django.utils.http import urlencode

from wagtail.models import Collection, ModelLogEntry

import pytest

from assets.models import Asset
from tests.factories.assets import AssetFactory, LicenceFactory, make_file

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

DRAFT, PUBLISHED, WITHDRAWN = "draft", "published", "withdrawn"


@pytest.fixture
def act():
    def post(client, action: str, *assets: Asset, **choices):
        address = reverse("wagtail_bulk_action", args=["assets", "asset", action])
        query = urlencode({"id": [a.pk for a in assets], "next": "/admin/"}, True)
        return client.post(f"{address}?{query}", choices)

    return post


def test_publishing_does_what_it_can_and_names_the_rest(act, as_editor):
    ready = make_file(state=DRAFT).asset
    unlicensed = make_file(state=DRAFT, title="Uden ret", licence=None).asset
    empty = AssetFactory(state=DRAFT, title="Uden fil")
    address = reverse("wagtail_bulk_action", args=["assets", "asset", "publish"])
    asked = as_editor.get(
        address, {"id": [a.pk for a in (ready, unlicensed, empty)], "next": "/admin/"}
    )
    assert "Uden ret: Det mangler en licens." in asked.text
    assert "Uden fil: Det har ingen fil, der er klar." in asked.text

    assert act(as_editor, "publish", ready, unlicensed, empty).status_code == 302

    states = dict(Asset.objects.values_list("pk", "state"))
    assert states == {ready.pk: PUBLISHED, unlicensed.pk: DRAFT, empty.pk: DRAFT}


def test_withdrawing_closes_the_address_and_is_noted(act, as_editor, editor, client):
    file = make_file()
    act(as_editor, "withdraw", file.asset)
    assert client.get(file.get_absolute_url()).status_code == 410
    entries = ModelLogEntry.objects.for_instance(file.asset)
    assert entries.get(action="wagtail.unpublish").user == editor


def test_the_chosen_come_as_a_sheet_that_the_import_reads(act, as_editor):
    chosen, other = AssetFactory(title="Ålekisten"), AssetFactory(title="Aften")
    answer = act(as_editor, "export", chosen)
    rows = b"".join(answer).decode("utf-8-sig")
    assert answer["Content-Type"].startswith("text/csv")
    assert chosen.slug in rows
    assert other.slug not in rows


def test_a_narrowed_list_comes_as_the_same_sheet(as_editor):
    text, film = AssetFactory(kind="text"), AssetFactory(kind="film")
    answer = as_editor.get(reverse("assets:index"), {"kind": "text", "export": "csv"})
    rows = b"".join(answer).decode("utf-8-sig")
    assert text.slug in rows
    assert film.slug not in rows


def test_the_agency_fetches_no_sheet_of_what_it_may_not_change(act, as_agency):
    other = AssetFactory(title="Andres")
    answer = act(as_agency, "export", other)
    assert other.slug not in b"".join(answer).decode("utf-8-sig")


def test_the_history_of_each_tells_of_it(act, as_editor):
    files = [make_file(), make_file()]
    act(as_editor, "withdraw", *(file.asset for file in files))
    for file in files:
        history = as_editor.get(reverse("assets:history", args=[file.asset_id]))
        actions = [entry.action for entry in history.context["object_list"]]
        assert "wagtail.unpublish" in actions


@pytest.mark.parametrize(
    ("action", "choices"),
    [
        ("publish", {}),
        ("withdraw", {}),
        ("tag", {"tags": "vikinger"}),
        ("rights", {"credit": "Andre"}),
    ],
)
def test_an_agency_changes_nothing_of_others(act, as_agency, action, choices):
    assets = [AssetFactory(state=DRAFT), make_file().asset]
    before = list(Asset.objects.values("state", "credit", "updated_at"))
    act(as_agency, action, *assets, **choices)
    assert list(Asset.objects.values("state", "credit", "updated_at")) == before
    assert not any(asset.tags.exists() for asset in assets)


def test_an_agency_publishes_not_even_its_own(act, as_agency, agency):
    own = make_file(state=DRAFT, created_by=agency).asset
    act(as_agency, "publish", own)
    own.refresh_from_db()
    assert own.state == DRAFT


def test_tags_come_on_top_of_those_that_are_there(act, as_editor):
    asset = AssetFactory()
    asset.tags.add("sten")
    asset.save()
    act(as_editor, "tag", asset, tags='vikinger, "den store knap"')
    names = {tag.name for tag in Asset.objects.get().tags.all()}
    assert names == {"sten", "vikinger", "den store knap"}


def test_what_is_left_empty_stays_as_it_is(act, as_editor):
    asset = AssetFactory(credit="Det nye sort", licence=None)
    licence = LicenceFactory()
    act(as_editor, "rights", asset, licence=licence.pk, usable_until="2027-01-31")
    asset.refresh_from_db()
    assert (asset.credit, asset.licence) == ("Det nye sort", licence)
    assert f"{asset.usable_until}" == "2027-01-31"


def test_an_end_before_a_start_stops_it_and_names_the_asset(act, as_editor):
    asset = AssetFactory(title="Plakat: Jern", usable_from=datetime.date(2027, 2, 1))
    other = AssetFactory()
    response = act(as_editor, "rights", asset, other, usable_until="2027-01-31")
    assert "Plakat: Jern: ”Til og med” (31.01.2027)" in response.text
    assert not Asset.objects.filter(usable_until__isnull=False).exists()


def test_no_choice_at_all_is_asked_for_again(act, as_editor):
    response = act(as_editor, "rights", AssetFactory())
    assert "Udfyld mindst ét felt." in response.text


def test_a_moved_file_keeps_its_address(act, as_editor, client):
    file = make_file()
    archive = Collection.get_first_root_node().add_child(name="Arkiv")
    act(as_editor, "move", file.asset, collection=archive.pk)
    file.asset.refresh_from_db()
    assert file.asset.collection == archive
    assert client.get(file.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("ids", [["all"], ["x"], ["999999"], []])
def test_odd_choices_change_nothing(as_editor, ids):
    make_file()
    address = reverse("wagtail_bulk_action", args=["assets", "asset", "withdraw"])
    query = urlencode({"id": ids, "next": "/admin/"}, True)
    assert as_editor.get(f"{address}?{query}").status_code == 200
    as_editor.post(f"{address}?{query}")
    assert Asset.objects.get().state == PUBLISHED
