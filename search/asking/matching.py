"""Which entries meet a question, who may see them, and in what order: one query.

The stores only say which entries have which words. All else is plain SQL over whole
numbers, the same on both databases.
"""

from dataclasses import dataclass, field

from django.db import connection

from wagtail.models import Page

from assets.models import Asset

from ..index.words import EXACT, KEYS, LEAD, TEXT, TITLE
from ..models import Entry
from ..stores import Group, matching
from .questions import AskedWord, Question

PLACES = (TITLE, KEYS, LEAD, TEXT)
# What a word is worth where it stands: each place counts for those before it too.
ANYWHERE, STRONG, NAMED, TITLED, SPELT, MEANT = 2, 3, 3, 6, 2, 4
# For a title that is nothing but what was asked for, and one that is just that.
WHOLE_TITLE, SAME_TITLE = 60, 60
ALL_WORDS = 40
# More than these are not weighed one by one.
MOST = 1000
# For each time the whole text is twice as long.
LONG_TEXT = 2

Sql = tuple[str, list]


@dataclass
class Found:
    """What one look found: the entries of the page, and all of them by profile.

    ``strongest`` is how many words of the best hit stand in a place that tells.
    """

    hits: list[int] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)
    strongest: int = 0
    # Whether there were so many that only the foremost are looked through.
    is_too_many: bool = False

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def _in(places, alternatives) -> Group:
    """The alternatives in any of the places; the words of one stand in the same."""
    return [
        tuple(place + cut for cut in each) for place in places for each in alternatives
    ]


def _arms(word: AskedWord, narrowed: list[Group]) -> list[Sql]:
    """Rows of entry, worth, whether it is the word, is it strong, is it titled."""
    scale = word.rarity
    any_kind, itself = word.all, word.exact
    wanted = [
        (_in(PLACES, any_kind), ANYWHERE, 1, 0, 0),
        (_in((TITLE, KEYS, LEAD), any_kind), STRONG, 0, 1, 0),
        (_in((TITLE, KEYS), any_kind), NAMED, 0, 0, 0),
        (_in((TITLE,), any_kind), TITLED, 0, 0, 1),
    ]
    if word.has_more:
        wanted.append((_in((TITLE, KEYS), itself), MEANT, 0, 0, 0))
    if word.forms and not word.is_begun:
        spelt = [(form,) for form in word.forms]
        wanted.append((_in((EXACT,), spelt), SPELT, 0, 0, 0))
    arms = []
    for group, worth, is_word, is_strong, is_titled in wanted:
        select, condition = matching([group, *narrowed])
        columns = (
            f"{worth * scale} AS w, {is_word} AS c, {is_strong} AS g, {is_titled} AS t"
        )
        arms.append((f"SELECT id, {columns} FROM ({select}) found", [condition]))
    return arms


def _conditions(
    words: list[AskedWord], least: int, within: list[Group], places=PLACES
) -> list[list[Group]]:
    """The ways to have ``least`` of the words: any of these, each of them whole."""
    groups = [_in(places, word.all) for word in words]
    if least >= len(groups):
        return [groups + within]
    if least == 1:
        return [[[each for group in groups for each in group], *within]]
    return [groups[:n] + groups[n + 1 :] + within for n in range(len(groups))]


def _scored(words: list[AskedWord], least: int, within: list[Group]) -> Sql:
    """Entries with at least ``least`` of the words, and what they are worth."""
    is_all = least >= len(words)
    groups = [_in(PLACES, word.all) for word in words]
    arms = []
    for n, word in enumerate(words):
        others = groups[:n] + groups[n + 1 :] if is_all else []
        arms += _arms(word, others + within)
    sql = " UNION ALL ".join(arm for arm, _ in arms)
    params = [param for _, more in arms for param in more]
    if not is_all:
        ways = [matching(each) for each in _conditions(words, least, within)]
        wanted = " UNION ".join(select for select, _ in ways)
        sql = f"SELECT * FROM ({sql}) every WHERE id IN ({wanted})"
        params += [condition for _, condition in ways]
    return (
        "SELECT id, CAST(SUM(w) AS INTEGER) AS w, CAST(SUM(c) AS INTEGER) AS c,"
        " CAST(SUM(g) AS INTEGER) AS g, CAST(SUM(t) AS INTEGER) AS t"
        f" FROM ({sql}) arms GROUP BY id",
        params,
    )


def _foremost(words: list[AskedWord], least: int, within: list[Group]) -> Sql:
    """The same of very many: those with the words in the title, and the foremost.

    Nobody looks through so many, and to weigh them all takes longer than to wait.
    """
    met, parts, params = [], [], []
    for places, worth, is_titled in ((TITLE, 100, 1), (PLACES, 10, 0)):
        for condition in _conditions(words, least, within, tuple(places)):
            select, param = matching(condition, ranked=True)
            name = f"met{len(met)}"
            # Apart, or PostgreSQL goes through all by rank and asks each for its words.
            met.append(f"{name} AS MATERIALIZED ({select})")
            parts.append(
                f"SELECT id, {worth} AS w, {is_titled} AS t FROM (SELECT id FROM {name}"
                f" ORDER BY standing DESC, id LIMIT {MOST}) part"
            )
            params.append(param)
    return (
        f"WITH {', '.join(met)}"
        f" SELECT id, CAST(MAX(w) AS INTEGER) AS w, {least} AS c, {least} AS g,"
        f" CAST(MAX(t) AS INTEGER) * {len(words)} AS t"
        f" FROM ({' UNION ALL '.join(parts)}) parts GROUP BY id",
        params,
    )


def _is_too_many(words: list[AskedWord], least: int, within: list[Group]) -> bool:
    """Whether there are more than can be weighed in time, whoever may see them."""
    parts, params = [], []
    for condition in _conditions(words, least, within):
        select, param = matching(condition)
        parts.append(f"SELECT id FROM ({select} LIMIT {MOST + 1}) part")
        params.append(param)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM ({' UNION '.join(parts)}) every", params)
        return cursor.fetchone()[0] > MOST


def _sql_of(queryset) -> Sql:
    sql, params = queryset.query.sql_with_params()
    return sql, list(params)


def visible(user, language: str) -> list[Sql]:
    """Conditions on the entry ``e``, one for pages and one for assets.

    They ask the pages and the assets themselves: what is indexed decides nothing.
    """
    pages, pages_params = _sql_of(Page.objects.live().public().order_by().values("pk"))
    known, known_params = _sql_of(
        Asset.objects.listed_for(user).order_by().values("pk")
    )
    open_, open_params = _sql_of(Asset.objects.for_user(user).order_by().values("pk"))
    return [
        (
            f"e.asset_id IS NULL AND e.language = %s AND e.page_id IN ({pages})",
            [language, *pages_params],
        ),
        (
            f"e.page_id IS NULL AND e.asset_id IN ({known}) AND CASE"
            f" WHEN e.reach = {Entry.Reach.WHOLE} THEN 1"
            f" WHEN e.asset_id IN ({open_})"
            f" THEN CASE WHEN e.reach = {Entry.Reach.INSIDE} THEN 1 ELSE 0 END"
            f" ELSE CASE WHEN e.reach = {Entry.Reach.OUTSIDE} THEN 1 ELSE 0 END"
            " END = 1",
            [*known_params, *open_params],
        ),
    ]


@dataclass
class Look:
    """How the found are to be looked through: profiles kept, first and last wanted.

    ``sort`` is what is looked among (``index.words``); empty is everything.
    """

    profiles: list[int] | None = None
    start: int = 0
    stop: int = 60
    sort: str = ""


def look(question: Question, user, least: int, wanted: Look) -> Found:
    """Ask for the entries that have ``least`` of the words; count them by profile."""
    asked = [word for word in question.words if word.all]
    within = [[(wanted.sort,)]] if wanted.sort else []
    words, is_too_many = len(asked), _is_too_many(asked, least, within)
    scored, params = (_foremost if is_too_many else _scored)(asked, least, within)
    score = (
        f"s.w * (100 + {ALL_WORDS} * s.c / {words}) / 100"
        f" + {WHOLE_TITLE} * s.t / (CASE WHEN e.title_length > {words}"
        f" THEN e.title_length ELSE {words} END)"
        f" - {LONG_TEXT} * e.size"
        f" + CASE WHEN e.title_stems = %s THEN {SAME_TITLE} ELSE 0 END"
    )
    branches, everything = [], [*params, _asked_title(question)]
    for condition, more in visible(user, question.language):
        branches.append(
            f"SELECT id, profile_id, rank, g, score FROM e WHERE {condition}"
        )
        everything += more
    chosen = ""
    if wanted.profiles is not None:
        chosen = (
            f"WHERE profile_id IN ({', '.join(map(str, wanted.profiles)) or 'NULL'})"
        )
    sql = (
        f"WITH scored AS MATERIALIZED ({scored}),"
        # From the few to their entries, never the other way.
        f" e AS MATERIALIZED (SELECT e.*, s.g, {score} AS score"
        " FROM scored s JOIN search_entry e ON e.id = s.id),"
        f" hits AS MATERIALIZED ({' UNION ALL '.join(branches)})"
        " SELECT 1, profile_id, COUNT(*), MAX(g), 0 FROM hits GROUP BY profile_id"
        " UNION ALL SELECT 2, id, score, g, rank FROM (SELECT * FROM hits"
        f" {chosen} ORDER BY score DESC, rank DESC, id"
        f" LIMIT {max(wanted.stop - wanted.start, 0)} OFFSET {wanted.start}) best"
    )
    found = Found(is_too_many=is_too_many)
    with connection.cursor() as cursor:
        cursor.execute(sql, everything)
        rows = cursor.fetchall()
    for what, profile, number, strong, _rank in rows:
        if what == 1:
            found.counts[profile] = number
            found.strongest = max(found.strongest, strong)
    # A union keeps no order of its own.
    hits = [(-score, -rank, pk) for what, pk, score, _g, rank in rows if what == 2]
    found.hits = [pk for _score, _rank, pk in sorted(hits)]
    return found


def _asked_title(question: Question) -> str:
    return " ".join(
        word.exact[0][0] for word in question.words if word.exact and not word.is_fact
    )
