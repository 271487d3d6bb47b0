"""What is offered while somebody types: titles that begin so, within what they may see.

A search of its own, lighter: only titles, only as many as are looked at, no counts.
"""

from dataclasses import dataclass

from django.db import connection
from django.http import HttpRequest

from wagtail.models import Page

from assets.models import Asset

from ..index.words import ASSETS, EXACT, KEYS, PAGES, TITLE
from ..models import Entry
from ..stores import matching
from .expanding import expand
from .hits import ONE, title_and_address
from .matching import visible
from .questions import Question, read

SHORTEST = 2
# Less is the beginning of too much to be a slip.
SHORTEST_GUESSED = 5
MOST = 7
# The foremost of each sort; with more, the beginning says too little yet.
LOOKED_AT = 200


@dataclass(frozen=True)
class Suggestion:
    """A thing whose title begins as what was typed."""

    title: str
    kind: str
    url: str


def suggest(text: str, request: HttpRequest) -> list[Suggestion]:
    """Return the best few for what is typed so far, in four queries or five.

    Where no title begins so, it may be spelt or put together otherwise: some more.
    """
    question = read(text)
    if not question.words or len(question.text) < SHORTEST:
        return []
    pks = _best(question, request.user)
    if not pks and len(question.text) >= SHORTEST_GUESSED:
        expand(question)
        pks = _best(question, request.user)
    entries = Entry.objects.select_related("work").in_bulk(pks)
    pages = Page.objects.in_bulk({e.page_id for e in entries.values() if e.page_id})
    assets = Asset.objects.only("title", "slug").in_bulk(
        {e.asset_id for e in entries.values() if e.asset_id}
    )
    found = []
    for entry in (entries[pk] for pk in pks if pk in entries):
        owner = assets[entry.asset_id] if entry.asset_id else pages[entry.page_id]
        title, url = title_and_address(entry, owner, request)
        found.append(Suggestion(title, str(ONE[entry.kind]), url))
    return found


def _best(question: Question, user) -> list[int]:
    groups = []
    for word in question.words:
        group = [(p + cut,) for p in (TITLE, KEYS) for (cut, *_more) in word.all]
        if word is question.words[-1] and word.forms:
            # It may not be typed to its end.
            form = word.forms[-1]
            group += [(f"{EXACT}{form}*",), (f"{TITLE}{form}*",)]
            group += [(f"{KEYS}{form}*",)] if len(question.words) > 1 else []
        groups.append(group)
    met, arms, params = [], [], []
    for sort in (PAGES, ASSETS):
        select, condition = matching([*groups, [(sort,)]], ranked=True)
        met.append(f"met{sort} AS MATERIALIZED ({select})")
        arms.append(
            f"SELECT id FROM (SELECT id FROM met{sort}"
            f" ORDER BY standing DESC, id LIMIT {LOOKED_AT}) foremost"
        )
        params.append(condition)
    branches = []
    for condition, more in visible(user, question.language):
        branches.append(f"SELECT id, title_length, rank FROM e WHERE {condition}")
        params += more
    sql = (
        f"WITH {', '.join(met)},"
        f" c AS MATERIALIZED ({' UNION ALL '.join(arms)}),"
        " e AS MATERIALIZED"
        " (SELECT e.* FROM c JOIN search_entry e ON e.id = c.id)"
        f" SELECT id FROM ({' UNION ALL '.join(branches)}) seen"
        f" ORDER BY title_length, rank DESC, id LIMIT {MOST}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [pk for (pk,) in cursor.fetchall()]
