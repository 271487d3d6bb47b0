"""Migrate beside a site at work: who reads goes first."""

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import OperationalError, connections
from django.utils.translation import gettext as _

# Behind a change that waits for a table, everybody who reads it waits as well.
PATIENCE = "2s"
# PostgreSQL's name for not having waited longer.
LOCK_NOT_AVAILABLE = "55P03"


class Command(migrate.Command):
    """Django's, which on PostgreSQL waits for no table for more than two seconds."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate; raises CommandError when a table was not to be had in that time."""
        connection = connections[options["database"]]
        if connection.vendor != "postgresql":
            return super().handle(*args, **options)
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, false)", [PATIENCE])
        try:
            return super().handle(*args, **options)
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") != LOCK_NOT_AVAILABLE:
                raise
            raise CommandError(
                _(
                    "En tabel var i brug i mere end to sekunder, så der blev givet op, "
                    "før nogen kom til at vente. Det, der blev nået, er gjort. Kør "
                    "kommandoen igen om lidt."
                )
            ) from error
        finally:
            if not connection.needs_rollback:
                with connection.cursor() as cursor:
                    cursor.execute("RESET lock_timeout")
