"""The history is added to, and neither changed nor deleted: the database refuses.

Only ``history_open`` lets through: forgetting what is too old, and taking an erased
person's name out. The triggers are laid anew after migrations, since SQLite loses
them with a table that a migration makes over.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

TABLES = ("wagtailcore_modellogentry", "wagtailcore_pagelogentry")
REFUSAL = "the history is neither changed nor deleted"
SETTING = "site.history"
FUNCTION = "history_is_open"

_POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('{SETTING}', true) IS DISTINCT FROM 'open' THEN
        RAISE EXCEPTION '{REFUSAL}';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$
"""


@contextmanager
def history_open() -> Iterator[None]:
    """Let this transaction change the history; nobody else's is let."""
    with transaction.atomic():
        before = _set(True)
        try:
            yield
        finally:
            # PostgreSQL forgets it with what is undone.
            if connection.vendor == "sqlite" or not connection.needs_rollback:
                _set(before)


def _set(is_open: bool) -> bool:
    before = getattr(connection, FUNCTION, False)
    setattr(connection, FUNCTION, is_open)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            value = "open" if is_open else ""
            cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, value])
    return before


def _give_function(connection: BaseDatabaseWrapper, **kwargs) -> None:
    if connection.vendor == "sqlite":
        connection.connection.create_function(
            FUNCTION, 0, lambda: getattr(connection, FUNCTION, False)
        )


def watch_connections() -> None:
    """Let SQLite's triggers ask the connection that they run on."""
    connection_created.connect(_give_function, dispatch_uid=FUNCTION, weak=False)


def unprotect(plan: Sequence = (), **kwargs) -> None:
    """Let the migrations of ``plan`` do with the tables what they must.

    When there are none nothing is locked: to drop a trigger waits for a copy that is
    being made, and all who sign in would wait behind it.
    """
    if not plan:
        return
    with connection.cursor() as cursor:
        for table in _tables_here(cursor):
            for name in ("update", "delete", "truncate"):
                _drop(cursor, table, name)


def protect(**kwargs) -> None:
    """Have the database refuse to change or delete, where it does not do so yet."""
    with connection.cursor() as cursor:
        is_sqlite = connection.vendor == "sqlite"
        if not is_sqlite:
            cursor.execute(_POSTGRES_FUNCTION)
        there = _triggers_here(cursor)
        for table in _tables_here(cursor):
            for event in ("update", "delete", *([] if is_sqlite else ["truncate"])):
                name = f"{table}_{event}"
                if name in there:
                    continue
                body = _sqlite_body() if is_sqlite else _postgres_body(event)
                cursor.execute(
                    f"CREATE TRIGGER {name} BEFORE {event} ON {table} {body}"
                )


def _sqlite_body() -> str:
    return f"WHEN NOT {FUNCTION}() BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"


def _postgres_body(event: str) -> str:
    each = "STATEMENT" if event == "truncate" else "ROW"
    return f"FOR EACH {each} EXECUTE FUNCTION keep_history()"


def _tables_here(cursor) -> list[str]:
    names = connection.introspection.table_names(cursor)
    return [table for table in TABLES if table in names]


def _triggers_here(cursor) -> set[str]:
    if connection.vendor == "sqlite":
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    else:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE pg_table_is_visible(tgrelid)"
        )
    return {name for (name,) in cursor.fetchall()}


def _drop(cursor, table: str, name: str) -> None:
    of_table = "" if connection.vendor == "sqlite" else f" ON {table}"
    cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{name}{of_table}")
