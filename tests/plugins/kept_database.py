"""One migrated database for all test processes, and a quick way back to it.

To migrate takes half a minute of processor, to copy a database next to nothing. So the
first process that needs one migrates it under a name of its own, that tells what it was
made from; every process then works on a copy. After a test that commits, the tables it
wrote to get the rows back that migrations made. ``--create-db`` migrates anew.
"""

import fcntl
import gc
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from urllib.parse import quote

import django
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = ROOT / ".pytest_cache" / "databases"
# Whatever a migration, or what listens for its end, reads.
MAKERS = (
    "requirements.txt",
    "cms/settings/*.py",
    "core/*.py",
    "*/apps.py",
    "core/audit/protection.py",
    "*/migrations/*.py",
    "*/models.py",
    "*/models/**/*.py",
    "*/roles.py",
    "*/signal_handlers.py",
)


@pytest.fixture(scope="session")
def django_db_setup(
    request, django_test_environment, django_db_modify_db_settings, django_db_blocker
) -> Iterator[None]:
    """Give this process a copy of the migrated database, and take it away again."""
    from django.test import TransactionTestCase

    # Of a run's processes only the first makes a database that the others know.
    worker = getattr(request.config, "workerinput", {}).get("workerid", "gw0")
    anew = request.config.getoption("create_db") and worker == "gw0"
    with django_db_blocker.unblock():
        kept = kept_database()
        kept.see_to_it(anew)
        kept.copy()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            TransactionTestCase, "_fixture_teardown", lambda test: kept.put_back()
        )
        yield
    with django_db_blocker.unblock():
        kept.drop_copy()


def kept_database() -> "KeptDatabase":
    """The one for the database that the settings name."""
    connection = connections[DEFAULT_DB_ALIAS]
    return {"sqlite": KeptSQLite, "postgresql": KeptPostgres}[connection.vendor](
        connection
    )


def _digest() -> str:
    found = hashlib.sha256()
    for path in sorted({path for each in MAKERS for path in ROOT.glob(each)}):
        found.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return found.hexdigest()[:12]


@contextmanager
def _alone(vendor: str) -> Iterator[None]:
    """One process at a time makes a database, or looks whether there is one."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / f"{vendor}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


class KeptDatabase:
    """A migrated database, and this process's copy of it."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection
        self.own = str(connection.creation._get_test_db_name())
        self.filled: list[str] = []

    def see_to_it(self, anew: bool = False) -> None:
        """Migrate it, unless somebody has."""
        with _alone(self.connection.vendor):
            if anew or not self.is_there():
                self.make()

    def copy(self) -> None:
        """Copy it, and let Django use the copy from now on."""
        with _alone(self.connection.vendor):
            self.copy_kept()
        self._use(self.own)
        self.filled = self._filled(self.connection)

    def put_back(self) -> None:
        """Give the copy's tables the rows that are in the kept one's, and no others."""
        # Django is not set up when this module is read.
        from core.audit.protection import history_open

        # Another than the first while Playwright's event loop runs.
        connection = connections[DEFAULT_DB_ALIAS]
        name = connection.ops.quote_name
        with (
            self.beside(connection),
            # SQLite copies parents without counting the children that waited for them.
            connection.constraint_checks_disabled(),
            transaction.atomic(),
            history_open(),
            connection.cursor() as cursor,
        ):
            for table in self._filled(connection):
                cursor.execute(f"DELETE FROM {name(table)}")
            for table in map(name, self.filled):
                cursor.execute(f"INSERT INTO {table} SELECT * FROM kept.{table}")

    def migrate(self, name: str) -> None:
        """Make a database of that name, as Django makes one for a test run."""
        settings = self.connection.settings_dict
        name_before, test_before = settings["NAME"], settings["TEST"]
        settings["TEST"] = {**test_before, "NAME": name}
        # Each migration leaves a set of all models behind; to look through them over
        # and over takes a fifth of the time.
        gc.disable()
        try:
            self.connection.creation.create_test_db(
                verbosity=0, autoclobber=True, serialize=False
            )
            self.before_it_is_kept()
        finally:
            gc.enable()
            self._use(name_before)
            settings["TEST"] = test_before

    def before_it_is_kept(self) -> None:
        """What else goes into the database that is copied."""

    def _use(self, name: str) -> None:
        self.connection.close()
        # The settings of all connections are this very dictionary.
        self.connection.settings_dict["NAME"] = name

    def _filled(self, connection: BaseDatabaseWrapper) -> list[str]:
        """The tables that have rows."""
        tables = connection.introspection.django_table_names(
            only_existing=True, include_views=False
        )
        asked = " UNION ALL ".join(
            f"SELECT '{table}' WHERE EXISTS"
            f" (SELECT 1 FROM {connection.ops.quote_name(table)})"
            for table in tables
            # Triggers keep these in step with the tables that they index.
            if not table.endswith("_fts")
        )
        with connection.cursor() as cursor:
            cursor.execute(asked)
            return [table for (table,) in cursor.fetchall()]


class KeptSQLite(KeptDatabase):
    """A file, copied as one and attached while rows are put back."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        super().__init__(connection)
        self.kept = KEPT / f"{_digest()}.sqlite3"

    def is_there(self) -> bool:
        return self.kept.exists()

    def make(self) -> None:
        for old in KEPT.glob("*.sqlite3*"):
            old.unlink()
        unfinished = self.kept.with_suffix(".sqlite3-unfinished")
        self.migrate(str(unfinished))
        unfinished.rename(self.kept)

    def copy_kept(self) -> None:
        shutil.copyfile(self.kept, self.own)

    @contextmanager
    def beside(self, connection: BaseDatabaseWrapper) -> Iterator[None]:
        """Let queries name the kept tables."""
        with connection.cursor() as cursor:
            address = f"file:{quote(str(self.kept))}?immutable=1"
            cursor.execute("ATTACH DATABASE %s AS kept", [address])
            try:
                yield
            finally:
                cursor.execute("DETACH DATABASE kept")

    def drop_copy(self) -> None:
        self.connection.close()
        Path(self.own).unlink(missing_ok=True)


class KeptPostgres(KeptDatabase):
    """A template database, which holds its rows in a schema of their own as well."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        super().__init__(connection)
        self.prefix = f"test_{connection.settings_dict['NAME']}_kept_"
        self.kept = self.prefix + _digest()

    def is_there(self) -> bool:
        return bool(self._run("SELECT FROM pg_database WHERE datname = %s", self.kept))

    def make(self) -> None:
        like = self.prefix.replace("_", r"\_") + "%"
        for (old,) in self._run(
            "SELECT datname FROM pg_database WHERE datname LIKE %s", like
        ):
            self._run(f'DROP DATABASE "{old}"')
        unfinished = f"{self.prefix}unfinished"
        self.migrate(unfinished)
        self._run(f'ALTER DATABASE "{unfinished}" RENAME TO "{self.kept}"')

    def before_it_is_kept(self) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute("CREATE SCHEMA kept")
            for table in map(
                self.connection.ops.quote_name, self._filled(self.connection)
            ):
                cursor.execute(f"CREATE TABLE kept.{table} AS TABLE {table}")

    def copy_kept(self) -> None:
        self.drop_copy()
        self._run(f'CREATE DATABASE "{self.own}" TEMPLATE "{self.kept}"')

    def beside(self, connection: BaseDatabaseWrapper) -> AbstractContextManager:
        """The kept tables are in the copy already."""
        return nullcontext()

    def drop_copy(self) -> None:
        self.connection.close()
        self._run(f'DROP DATABASE IF EXISTS "{self.own}" WITH (FORCE)')

    def _run(self, statement: str, *values: str) -> list[tuple]:
        """Ask the server beside all databases of ours."""
        with self.connection._nodb_cursor() as cursor:
            cursor.execute(statement, values or None)
            return cursor.fetchall() if cursor.description is not None else []


def main() -> None:
    """Make it before the run that needs it."""
    django.setup()
    kept_database().see_to_it()


if __name__ == "__main__":
    main()
