"""What every test can lean on."""

import gc
import os

import pytest
from hypothesis import settings

# The machine may be busy: a slow example is no error.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")

pytest_plugins = [
    "tests.plugins.kept_database",
    "tests.plugins.no_skips",
    "tests.plugins.second_database",
    "tests.s3",
]


def pytest_collection_finish() -> None:
    """What is there for good is not looked through again; a tenth of all time goes."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(autouse=True)
def speak_danish():
    """A visit to an English page leaves its language in the thread."""
    from django.utils import translation

    with translation.override("da"):
        yield


@pytest.fixture(autouse=True)
def count_from_nothing():
    """What a crowd asks for is counted in the process, which outlives a test."""
    from django.core.cache import caches

    caches["crowd"].clear()


def _client_of(group: str):
    # Django is not set up when this module is read.
    from django.contrib.auth.models import Group
    from django.test import Client

    from tests.factories.users import UserFactory

    user = UserFactory()
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def redis_url() -> str:
    """A real Redis."""
    url = os.environ.get("TEST_REDIS_URL")
    if not url:
        pytest.skip("Redis: TEST_REDIS_URL is not set and none was found")
    return url


@pytest.fixture
def editor_client(db):
    """A client signed in as an editor."""
    return _client_of("Redaktører")


@pytest.fixture
def agency_client(db):
    """A client signed in as the agency, which publishes nothing."""
    return _client_of("Bureau")
