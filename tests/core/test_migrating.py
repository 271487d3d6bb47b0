"""A release is migrated to while the one before it is at work."""

from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

import psycopg
import pytest
from django_migration_linter import MigrationLinter

# SQLite makes its tables anew, and nobody else migrates it.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]

# What each app had before there was a release to stand beside.
AT_FIRST = {
    "assets": "0021",
    "campaigns": "0009",
    "core": "0006",
    "home": "0005",
    "libraries": "0002",
    "mail": "0001",
    "search": "0005",
    "themes": "0006",
    "users": "0002",
}


def faults(keys) -> list[str]:
    """What the release before could not bear of these migrations, each by its name."""
    linter = MigrationLinter(no_cache=True, no_output=True, all_warnings_as_errors=True)
    loader = MigrationLoader(connection)
    found = []
    for key in keys:
        before = linter.nb_erroneous
        linter.lint_migration(loader.disk_migrations[key])
        if linter.nb_erroneous > before:
            found.append(".".join(key))
    return found


def test_the_release_before_can_bear_every_migration_that_came_since():
    keys = MigrationLoader(connection).disk_migrations
    since = [(app, name) for app, name in keys if name[:4] > AT_FIRST.get(app, "9999")]

    assert faults(since) == []


@pytest.mark.parametrize(
    "key",
    [
        # A column is dropped; one must be filled in; an index locks a table.
        ("core", "0005_open_records_by_theme"),
        ("assets", "0018_prepared_pictures"),
        ("assets", "0013_browse_indexes"),
    ],
    ids=lambda key: key[1],
)
def test_what_it_could_not_bear_is_found(key):
    assert faults([key]) == [".".join(key)]


def test_who_reads_a_table_is_not_made_to_wait_for_it():
    with psycopg.connect(**connection.get_connection_params()) as reader:
        reader.execute("LOCK TABLE django_migrations IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(CommandError, match="Kør kommandoen igen om lidt"):
            call_command("migrate", verbosity=0)


def test_a_table_is_waited_for_as_ever_once_it_is_migrated():
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == ("0",)
