"""The count of the whole list is kept until an asset changes, and no longer."""

import datetime
from uuid import uuid4

from django.core.cache.backends.locmem import LocMemCache
from django.http import QueryDict

from wagtail.models import Collection

import pytest
import time_machine

from assets.browsing.browse import Browse
from assets.models import Asset, CollectionAccess
from assets.permissions import Audience
from tests.factories.assets import AssetFactory
from tests.factories.libraries import MembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def counts_are_kept(settings):
    backend = f"{LocMemCache.__module__}.{LocMemCache.__qualname__}"
    settings.CACHES = {
        **settings.CACHES,
        "counts": {"BACKEND": backend, "LOCATION": uuid4().hex},
    }


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Do something that is committed."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def count(user=None) -> int:
    return Browse(QueryDict(), user).count


def withdraw_in_bulk(asset: Asset) -> None:
    Asset.objects.update(state=Asset.State.WITHDRAWN)


def close_the_collection(asset: Asset) -> None:
    CollectionAccess.objects.create(collection=asset.collection, access=Audience.EDITOR)


def move_under_a_closed_collection(asset: Asset) -> None:
    root = Collection.get_first_root_node()
    closed = root.add_child(name="Lukket")
    CollectionAccess.objects.create(collection=closed, access=Audience.EDITOR)
    Asset.objects.get(pk=asset.pk).collection.move(closed, "sorted-child")


def end_the_rights(asset: Asset) -> None:
    asset.usable_until = datetime.date(2020, 1, 1)
    asset.save()


@pytest.mark.parametrize(
    "change",
    [
        Asset.delete,
        withdraw_in_bulk,
        close_the_collection,
        move_under_a_closed_collection,
        end_the_rights,
    ],
)
def test_what_takes_an_asset_out_of_the_list_is_seen_at_once(commit, change):
    own = Collection.get_first_root_node().add_child(name="Egen")
    with commit():
        asset = AssetFactory(collection=own)
    assert count() == 1
    with commit():
        change(asset)
    assert count() == 0


def test_what_is_made_in_bulk_is_seen_at_once(commit):
    with commit():
        like = AssetFactory()
    assert count() == 1
    with commit():
        Asset.objects.bulk_create(
            [
                Asset(
                    title=f"Plakat {n}", slug=f"plakat-{n}", kind=like.kind,
                    state=like.state, collection=like.collection,
                )
                for n in range(2)
            ]
        )  # fmt: skip
    assert count() == 3


def test_who_is_named_sees_it_at_once(commit):
    member = MembershipFactory()
    with commit():
        asset = AssetFactory(access=Audience.NAMED)
    assert count(member.user) == 0
    with commit():
        asset.named_libraries.add(member.library)
    assert count(member.user) == 1
    assert count() == 0


def test_a_new_day_is_counted_anew():
    with time_machine.travel("2026-06-01 12:00 +0200"):
        AssetFactory(usable_until=datetime.date(2026, 6, 1))
        assert count() == 1
    with time_machine.travel("2026-06-02 12:00 +0200"):
        assert count() == 0


def test_nothing_is_counted_again_while_nothing_changes(
    commit, django_assert_num_queries
):
    with commit():
        AssetFactory()
    count()
    # Of whom the asker is, themes, formats and closed collections; none of assets.
    with django_assert_num_queries(3) as asked:
        count()
    assert not any("GROUP BY" in query["sql"] for query in asked.captured_queries)


def test_what_is_fetched_leaves_the_count(commit, django_assert_num_queries):
    with commit():
        AssetFactory()
    count()
    with commit():
        Asset.objects.update(fetched_count=3)
    with django_assert_num_queries(3):
        count()


def test_the_list_is_shown_while_the_cache_is_away(settings, caplog):
    AssetFactory()
    settings.CACHES = {
        **settings.CACHES,
        "counts": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
        },
    }
    assert count() == 1
    assert "The cache is away" in caplog.text
