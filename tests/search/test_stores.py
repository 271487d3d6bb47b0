"""Both stores say the same: what plain Python says of the same words."""

from django.db import connection, transaction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.models import Entry, EntryWords, Profile
from search.models.entries import Kind
from search.stores import matching
from tests.factories.home import StandardPageFactory

WORDS = ["tsten", "tstenald", "ksten", "xrav", "t9", "sæøå", "kzfa3", "tor", "tand"]
alternative = st.lists(
    st.sampled_from([*WORDS, "tst*", "k*", "tn"]), min_size=1, max_size=2
).map(tuple)
condition = st.lists(
    st.lists(alternative, min_size=1, max_size=3), min_size=1, max_size=3
)
entries = st.lists(st.sets(st.sampled_from(WORDS)), min_size=1, max_size=6)


def has(words: set[str], wanted: str) -> bool:
    if wanted.endswith("*"):
        return any(word.startswith(wanted[:-1]) for word in words)
    return wanted in words


@pytest.mark.django_db
@settings(max_examples=40)
@given(entries, condition)
def test_a_store_finds_the_entries_that_have_the_words(said, groups):
    with transaction.atomic():
        page = StandardPageFactory()
        profile = Profile.objects.create(facts="slags:side")
        rows = {}
        for words in said:
            entry = Entry.objects.create(
                kind=Kind.PAGE, page=page, profile=profile, title_stems="", size=1,
                title_length=1, rank=0,
            )  # fmt: skip
            EntryWords.objects.create(
                entry=entry, words=" ".join(sorted(words)), rank=7
            )
            rows[entry.pk] = words
        right = {
            pk
            for pk, words in rows.items()
            if all(
                any(all(has(words, one) for one in each) for each in group)
                for group in groups
            )
        }
        with connection.cursor() as cursor:
            for ranked in (False, True):
                select, param = matching(groups, ranked)
                cursor.execute(select, [param])
                found = cursor.fetchall()
                assert {row[0] for row in found} == right
                assert not ranked or {row[1] for row in found} <= {7}
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_words_that_are_changed_or_gone_are_no_longer_found():
    page = StandardPageFactory()
    entry = Entry.objects.create(
        kind=Kind.PAGE, page=page, profile=Profile.objects.create(facts="slags:side"),
        title_stems="", size=1, title_length=1, rank=0,
    )  # fmt: skip
    words = EntryWords.objects.create(entry=entry, words="tsten trav")

    def found(word: str) -> list[int]:
        select, param = matching([[(word,)]])
        with connection.cursor() as cursor:
            cursor.execute(select, [param])
            return [pk for (pk,) in cursor.fetchall()]

    assert found("tsten") == [entry.pk]
    words.words = "trav"
    words.save()
    assert (found("tsten"), found("trav")) == ([], [entry.pk])
    page.delete()
    assert found("trav") == []
