"""A site whose database is away: told at once, in Danish, and nothing else."""

import sqlite3
import time
import urllib.error
import urllib.request

from django.db import DatabaseError, connection

import pytest

from core.causes import database_is_away
from core.processes import free_port
from tests.web import HOST, web_server


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site on a PostgreSQL that nobody has started; gives its port."""
    nowhere = f"postgres://site@{HOST}:{free_port()}/nowhere"
    folder = tmp_path_factory.mktemp("away")
    with web_server(folder, "--workers", "1", DATABASE_URL=nowhere) as port:
        yield port


def ask(port: int, path: str):
    try:
        return urllib.request.urlopen(f"http://{HOST}:{port}{path}", timeout=30)
    except urllib.error.HTTPError as error:
        return error


@pytest.mark.parametrize("path", ["/", "/en/", "/soeg/?q=flint", "/m/abcdefgh/"])
def test_a_page_says_so_at_once(site, path):
    # The first of all reads the templates.
    ask(site, path).read()
    asked = time.monotonic()
    answer = ask(site, path)
    assert answer.status == 503
    text = answer.read().decode()
    assert "Databasen svarer ikke" in text or "The database does not" in text
    assert "Traceback" not in text
    assert answer.headers["Retry-After"] == "30"
    assert time.monotonic() - asked < 2


def test_the_process_lives_and_says_what_is_sick(site):
    assert ask(site, "/healthz").status == 200
    answer = ask(site, "/readyz")
    assert answer.status == 503
    assert b'"database": "OperationalError"' in answer.read()


@pytest.mark.django_db
def test_a_table_that_is_missing_is_no_database_that_is_away():
    with pytest.raises(DatabaseError) as raised, connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM nowhere")
    assert not database_is_away(raised.value)
    assert not database_is_away(None)


def test_a_database_that_another_writes_to_is_busy(tmp_path):
    one = sqlite3.connect(tmp_path / "db", isolation_level=None)
    one.execute("BEGIN EXCLUSIVE")
    other = sqlite3.connect(tmp_path / "db", timeout=0)
    with pytest.raises(sqlite3.OperationalError) as raised:
        other.execute("CREATE TABLE t (c)")
    # As Django raises it again.
    error = DatabaseError()
    error.__cause__ = raised.value
    assert database_is_away(error)
    one.close()
    other.close()
