"""Let SQLite find "Ærø" when people look for "ærø", as PostgreSQL does.

SQLite's own LIKE knows upper and lower case of ASCII alone. Only the lookups that
people search by are changed: LIKE itself also walks the page tree, and stays fast.
"""

from django.db.backends.signals import connection_created
from django.db.models import CharField, TextField, lookups
from django.utils.translation import gettext_lazy as _

FUNCTION = "unicode_lower"


def _lower(value):
    return value.lower() if isinstance(value, str) else value


def give_function(connection, **kwargs) -> None:
    """Teach a new connection to SQLite what lower case is."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(FUNCTION, 1, _lower, deterministic=True)


class _InLowerCase:
    """A LIKE whose two sides are in lower case on SQLite."""

    def as_sqlite(self, compiler, connection):
        if not self.rhs_is_direct_value():
            return self.as_sql(compiler, connection)
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        sql = f"{FUNCTION}({left}) LIKE {FUNCTION}({right}) ESCAPE '\\'"
        return sql, (*left_params, *right_params)


class IContains(_InLowerCase, lookups.IContains):
    pass


class IStartsWith(_InLowerCase, lookups.IStartsWith):
    pass


class IExact(_InLowerCase, lookups.IExact):
    pass


def ignore_case() -> None:
    """Put the lookups in the place of Django's, for texts."""
    connection_created.connect(give_function)
    for field in (CharField, TextField):
        for lookup in (IContains, IStartsWith, IExact):
            field.register_lookup(lookup)


def name_what_is_found() -> None:
    """Give Wagtail's search in pages the word that it lacks: "1-20 af 68 None"."""
    # Its views read models, which are there only when the apps are ready.
    from wagtail.admin.views.pages.search import SearchView

    SearchView.verbose_name, SearchView.verbose_name_plural = _("side"), _("sider")
