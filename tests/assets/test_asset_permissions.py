"""Who may do what to assets in the admin: the agency uploads, an editor publishes."""

from django.urls import reverse

from wagtail.models import Collection

import pytest

from assets.models import Asset
from tests.factories.assets import BARE_PDF, AssetFactory, LicenceFactory, make_file

from .posts import changed_asset, edit_url, field_errors, new_asset, upload

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

DRAFT, PUBLISHED = Asset.State.DRAFT, Asset.State.PUBLISHED
VIEWS = ["edit", "history", "history_results", "usage", "delete"]


@pytest.mark.parametrize("view", VIEWS)
def test_an_editor_opens_every_page_of_an_asset(as_editor, view):
    url = reverse(f"assets:{view}", args=[make_file().asset.pk])
    assert as_editor.get(url).status_code == 200


@pytest.mark.parametrize("name", ["index", "index_results", "add"])
def test_an_editor_opens_the_lists(as_editor, name):
    make_file()
    assert as_editor.get(reverse(f"assets:{name}")).status_code == 200


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("asset", [{"state": DRAFT}, {}])
def test_the_agency_opens_nothing_of_others(as_agency, view, asset):
    other = AssetFactory(title="Hemmelig plakat", **asset)
    response = as_agency.get(reverse(f"assets:{view}", args=[other.pk]), follow=True)
    assert response.redirect_chain
    assert "Hemmelig plakat" not in response.content.decode()


@pytest.mark.parametrize("view", ["edit", "delete"])
def test_the_agency_changes_nothing_of_others(as_agency, view):
    other = make_file(title="Editors").asset
    url = reverse(f"assets:{view}", args=[other.pk])
    as_agency.post(url, changed_asset(other, title="Bureauets"))
    other.refresh_from_db()
    assert other.title == "Editors"


def test_the_agency_uploads_a_draft(as_agency, agency):
    as_agency.post(reverse("assets:add"), new_asset(upload()))
    asset = Asset.objects.get()
    assert (asset.created_by, asset.state) == (agency, DRAFT)
    assert as_agency.get(edit_url(asset)).status_code == 200


def test_the_agency_cannot_publish_however_it_posts(as_agency):
    licence = LicenceFactory().pk
    posted = new_asset(upload(), state=PUBLISHED, licence=licence)
    as_agency.post(reverse("assets:add"), posted)
    asset = Asset.objects.get()
    assert asset.state == DRAFT
    posted = changed_asset(asset, state=PUBLISHED, licence=licence)
    as_agency.post(edit_url(asset), posted)
    asset.refresh_from_db()
    assert asset.state == DRAFT


def test_what_an_editor_published_is_out_of_the_agencys_hands(as_agency, agency):
    file = make_file(created_by=agency)
    change = {"upload": upload(BARE_PDF + b"2")}
    as_agency.post(edit_url(file.asset), changed_asset(file.asset, change))
    assert file.versions.count() == 1


def test_the_agency_lists_its_own_drafts_alone(as_agency, agency):
    AssetFactory(title="Vores kladde", state=DRAFT, created_by=agency)
    AssetFactory(title="Andres kladde", state=DRAFT)
    page = as_agency.get(reverse("assets:index")).content.decode()
    assert "Vores kladde" in page
    assert "Andres kladde" not in page


def test_an_editor_publishes_the_agencys_draft(as_editor, agency, client):
    file = make_file(state=DRAFT, created_by=agency)
    posted = changed_asset(file.asset, state=PUBLISHED)
    assert as_editor.post(edit_url(file.asset), posted).status_code == 302
    assert client.get(file.get_absolute_url()).status_code == 200


def test_a_right_to_publish_holds_in_its_collection_alone(as_editor, editor):
    group = editor.groups.get()
    place = Collection.get_first_root_node().add_child(name="Kun her")
    group.collection_permissions.filter(permission__codename="publish_asset").update(
        collection=place
    )
    file = make_file(state=DRAFT)
    posted = changed_asset(file.asset, state=PUBLISHED)
    response = as_editor.post(edit_url(file.asset), posted)
    assert "ikke udgive i denne samling" in field_errors(response, "state")
    posted["collection"] = place.pk
    assert as_editor.post(edit_url(file.asset), posted).status_code == 302


def test_the_agency_cannot_point_to_anothers_draft(as_agency, agency):
    secret = AssetFactory(title="Hemmelig plakat", state=DRAFT)
    own = make_file(state=DRAFT, created_by=agency).asset
    response = as_agency.post(edit_url(own), changed_asset(own, successor=secret.pk))
    assert "successor" in response.context["form"].errors
    assert "Hemmelig plakat" not in response.content.decode()


@pytest.mark.parametrize("name", ["formats", "licences"])
def test_the_vocabularies_are_the_editors(as_editor, as_agency, name):
    assert as_editor.get(reverse(f"{name}:index")).status_code == 200
    assert as_agency.get(reverse(f"{name}:index")).status_code == 302
