"""The whole database as one file, and back: SQLite's own copy, or PostgreSQL's tools.

What is copied is the database as it was at one moment, while others write to it.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import connection

OWNERLESS = ("--no-owner", "--no-privileges")


class DumpError(Exception):
    """Why a copy could not be made or read back; the message is for the operator."""


def engine() -> str:
    """What wrote a file, and must read it: "sqlite" or "postgresql"."""
    return connection.vendor


def is_empty() -> bool:
    """Whether nothing stands in the database, not even a table."""
    with connection.cursor() as cursor:
        return not connection.introspection.table_names(cursor)


def dump(path: Path) -> None:
    """Write the database to ``path``; raises DumpError."""
    if engine() == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(path)) as target:
            connection.connection.backup(target)
    else:
        _run("pg_dump", "--format=custom", *OWNERLESS, f"--file={path}")


def load(path: Path) -> None:
    """Read ``path`` back into a database that is empty; raises DumpError."""
    if engine() == "sqlite":
        connection.ensure_connection()
        try:
            with closing(sqlite3.connect(path)) as source:
                source.backup(connection.connection)
        except sqlite3.DatabaseError as error:
            raise DumpError(f"{path.name} kan ikke læses: {error}") from error
    else:
        name = connection.settings_dict["NAME"]
        options = "--exit-on-error", "--single-transaction", f"--dbname={name}"
        _run("pg_restore", *OWNERLESS, *options, str(path))


def _run(tool: str, *options: str) -> None:
    """One of PostgreSQL's tools on our database; the password is no argument."""
    program = shutil.which(tool)
    if not program:
        raise DumpError(f"{tool} mangler. På Debian: apt-get install postgresql-client")
    settings = connection.settings_dict
    names = {"HOST": "", "PORT": "", "USER": "", "PASSWORD": "", "NAME": "DATABASE"}
    said = {
        f"PG{other or name}": str(settings[name])
        for name, other in names.items()
        if settings[name]
    }
    # What DATABASE_URL asks of the line (sslmode and its like), as Django tells psql.
    _words, line = connection.client.settings_to_cmd_args_env(settings, [])
    done = subprocess.run(
        [program, *options],
        env={**os.environ, **said, **(line or {})},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["intet"])[-1]
        raise DumpError(f"{tool} sagde: {last}")
