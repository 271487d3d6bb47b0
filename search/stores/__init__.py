"""The two full-text stores behind one small interface; each knows only whole words.

A store turns a condition into its own language and says which entries meet it. All that
ranks is outside, in SQL that both databases read alike: so both give the same answers.

A condition is groups that must all be met; a group is alternatives of which one must
be; an alternative is words that must all be there. A word that ends in "*" is the
beginning of one.
"""

from django.db import connection

from . import fts5, postgres

Alternative = tuple[str, ...]
Group = list[Alternative]


def matching(groups: list[Group], ranked: bool = False) -> tuple[str, str]:
    """Return SQL that selects the entries as ``id``, with one parameter, and that.

    ``ranked`` gives the rank of each as ``standing``.
    """
    store = fts5 if connection.vendor == "sqlite" else postgres
    return store.RANKED if ranked else store.SELECT, store.condition(groups)
