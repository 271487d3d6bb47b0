"""Access by name and by collection, the same at the door, in lists and in search."""

from django.core.management import call_command
from django.urls import reverse

from wagtail.models import Collection

import pytest

from assets.models import Asset, CollectionAccess
from assets.permissions import Audience, may_fetch, may_know
from tests.factories.assets import AssetFactory, make_file
from tests.factories.libraries import MembershipFactory
from tests.factories.themes import ThemeFactory
from tests.factories.users import UserFactory
from tests.web import headers_of

from .posts import changed_asset, edit_url, field_errors

pytestmark = pytest.mark.django_db
LEVELS = [Audience.ANYONE, Audience.LIBRARY, Audience.NAMED, Audience.EDITOR]


@pytest.mark.parametrize("rule", [None, *LEVELS[1:]])
def test_lists_and_single_assets_agree_for_everyone(rule, membership, editor):
    other = MembershipFactory()
    place = Collection.get_first_root_node().add_child(name="Sted")
    if rule:
        made = CollectionAccess.objects.create(collection=place, access=rule)
        made.libraries.add(membership.library)
    for access in LEVELS:
        for named in (membership.library, other.library, None):
            asset = AssetFactory(access=access, collection=place.add_child(name="U"))
            if named:
                asset.named_libraries.add(named)
    people = [None, UserFactory(), membership.user, other.user, editor]
    for user in people:
        fetched = set(Asset.objects.for_user(user))
        listed = set(Asset.objects.listed_for(user))
        for asset in Asset.objects.all():
            assert (asset in fetched) == may_fetch(user, asset)
            assert (asset in listed) == may_know(user, asset)
        assert fetched <= listed
        for asset in Asset.objects.for_list():
            assert (asset in fetched) == may_fetch(user, asset)


def test_a_named_librarys_file_is_unknown_to_all_others_everywhere(
    signed_in, membership
):
    theme = ThemeFactory()
    file = make_file(title="Hemmelighed", theme=theme, access=Audience.NAMED)
    file.asset.named_libraries.add(membership.library)
    call_command("build_search_index", verbosity=0)
    mine, other = signed_in(membership.user), signed_in(MembershipFactory().user)
    addresses = [
        file.get_absolute_url(),
        f"{file.get_absolute_url()}v1/",
        file.asset.get_absolute_url(),
        f"/pakke/{theme.slug}.zip",
    ]
    for address in addresses:
        assert mine.get(address).status_code == 200
        assert other.get(address).status_code == 404
    assert "Hemmelighed" in mine.get("/soeg/?q=hemmelighed").text
    found = other.get("/soeg/?q=hemmelighed").text
    assert file.asset.get_absolute_url() not in found


def test_anothers_file_answers_byte_for_byte_as_one_that_never_was(signed_in):
    file = make_file(access=Audience.NAMED)
    for client in (signed_in(), signed_in(MembershipFactory().user)):
        there = client.get(file.get_absolute_url())
        never = client.get("/m/zzzzzzzzzz/")
        assert there.status_code == never.status_code == 404
        assert there.content == never.content
        assert headers_of(there) == headers_of(never)


def test_a_collection_keeps_its_assets_up_even_when_they_move(client):
    file = make_file()
    place = Collection.get_first_root_node().add_child(name="Lukket")
    CollectionAccess.objects.create(collection=place, access=Audience.EDITOR)
    assert client.get(file.get_absolute_url()).status_code == 200
    Asset.objects.filter(pk=file.asset_id).update(collection=place)
    assert client.get(file.get_absolute_url()).status_code == 404


def test_the_form_says_what_the_collection_asks(as_editor):
    asset = make_file().asset
    place = Collection.get_first_root_node().add_child(name="Lukket")
    CollectionAccess.objects.create(collection=place, access=Audience.LIBRARY)
    posted = changed_asset(asset, collection=place.pk)
    said = field_errors(as_editor.post(edit_url(asset), posted), "access")
    assert "Samlingen Lukket kræver mindst" in said


def test_named_libraries_are_named(as_editor, membership):
    asset = make_file().asset
    posted = changed_asset(asset, access=int(Audience.NAMED))
    response = as_editor.post(edit_url(asset), posted)
    assert "Vælg de biblioteker" in field_errors(response, "named_libraries")
    posted["named_libraries"] = [membership.library.pk]
    assert as_editor.post(edit_url(asset), posted).status_code == 302
    assert asset.named_libraries.get() == membership.library


def test_an_editor_sets_the_least_access_of_a_collection(as_editor):
    root = Collection.get_first_root_node()
    url = reverse("collection-access:add")
    as_editor.post(url, {"collection": root.pk, "access": int(Audience.LIBRARY)})
    assert CollectionAccess.objects.get().access == Audience.LIBRARY
