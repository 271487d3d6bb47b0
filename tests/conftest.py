"""What every test can lean on."""

import os

import pytest
from hypothesis import settings

# The machine may be busy: a slow example is no error.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")

pytest_plugins = [
    "tests.plugins.no_skips",
    "tests.plugins.second_database",
    "tests.s3",
]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give tests that commit the rows that migrations made (root page, groups)."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        names = getattr(item, "fixturenames", [])
        commits = {"transactional_db", "live_server"} & set(names)
        if commits or (marker and marker.kwargs.get("transaction")):
            item.add_marker(
                pytest.mark.django_db(transaction=True, serialized_rollback=True),
                append=False,
            )


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """Let every connection know the rows that migrations made.

    Django keeps them on the one connection that made the database. While Playwright
    runs, its event loop makes Django use another, which would restore nothing.
    """
    from django.db import DEFAULT_DB_ALIAS, connections

    connection = connections[DEFAULT_DB_ALIAS]
    if contents := getattr(connection, "_test_serialized_contents", None):
        type(connection)._test_serialized_contents = contents


@pytest.fixture(autouse=True)
def speak_danish():
    """A visit to an English page leaves its language in the thread."""
    from django.utils import translation

    with translation.override("da"):
        yield


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
