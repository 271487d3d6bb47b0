"""Searches without a find: counted without people, and what an editor does of them."""

import datetime

from django.core.management import call_command
from django.urls import reverse

from wagtail.contrib.search_promotions.models import Query

import pytest
import time_machine

from search.asking import missed
from search.models import MissedQuery, Synonym
from tests.factories.home import StandardPageFactory

pytestmark = pytest.mark.django_db


def test_a_search_in_vain_is_counted_and_nothing_of_who_asked(client):
    for question in ("Dinosaurus  æg", "dinosaurus æg"):
        response = client.get("/soeg/", {"q": question})
        assert response.headers["Cache-Control"] == "private, no-store"
    row = MissedQuery.objects.get()
    assert (row.text, row.count, row.language) == ("dinosaurus æg", 2, "da")
    assert {field.name for field in MissedQuery._meta.fields} == {
        "id", "text", "language", "count", "first_at", "last_at",
    }  # fmt: skip


def test_what_is_found_and_what_may_be_a_person_is_not_counted(client):
    StandardPageFactory(title="Stenalder")
    call_command("build_search_index", verbosity=0)
    for question in ("stenalder", "stenaldr", "", "kim@example.dk", "010203-1234"):
        client.get("/soeg/", {"q": question})
    client.head("/soeg/", {"q": "dinosaurus"})
    client.get("/soeg/forslag/", {"q": "dinosaurus"})
    assert not MissedQuery.objects.exists()


def test_what_nobody_asks_again_is_forgotten(client):
    with time_machine.travel("2026-01-01"):
        client.get("/soeg/", {"q": "dinosaurus"})
    with time_machine.travel("2026-05-01"):
        client.get("/soeg/", {"q": "mammut"})
    with time_machine.travel(datetime.datetime(2026, 1, 1) + missed.KEPT_FOR * 1.01):
        missed.forget()
    assert [row.text for row in MissedQuery.objects.all()] == ["mammut"]


def test_an_editor_makes_a_synonym_of_it(client, editor_client):
    StandardPageFactory(title="Forhistoriske dyr")
    call_command("build_search_index", verbosity=0)
    client.get("/soeg/", {"q": "dinosaurus"})
    report = editor_client.get(reverse("missed_queries:index")).text
    assert "dinosaurus" in report
    add = f"{reverse('synonyms:add')}?ord=dinosaurus%2C+"
    assert add in report
    assert 'value="dinosaurus, "' in editor_client.get(add).text
    editor_client.post(
        reverse("synonyms:add"), {"words": "dinosaurus,  forhistoriske dyr"}
    )
    assert Synonym.objects.get(words="dinosaurus, forhistoriske dyr")
    assert client.get("/soeg/", {"q": "dinosaurus"}).context["results"].count == 1


def test_an_editor_makes_a_promoted_result_of_it(client, editor_client):
    client.get("/soeg/", {"q": "dinosaurus"})
    row = MissedQuery.objects.get()
    promote = reverse("missed_queries:promote", args=[row.pk])
    assert promote in editor_client.get(reverse("missed_queries:index")).text
    assert editor_client.get(promote).status_code == 405
    response = editor_client.post(promote)
    query = Query.objects.get(query_string="dinosaurus")
    form = reverse("wagtailsearchpromotions:edit", args=[query.pk])
    assert response.headers["Location"] == form
    assert editor_client.get(form).status_code == 200


def test_only_editors_are_told(client, agency_client):
    for address in ("missed_queries:index", "synonyms:index", "synonyms:add"):
        assert agency_client.get(reverse(address)).status_code in (302, 403)
    client.get("/soeg/", {"q": "dinosaurus"})
    row = MissedQuery.objects.get()
    promote = reverse("missed_queries:promote", args=[row.pk])
    assert agency_client.post(promote).status_code in (302, 403)
    assert not Query.objects.exists()


@pytest.mark.parametrize("words", ["", "plakat", "plakat,", ",,,", "a,a", "!, ?"])
def test_a_synonym_is_of_two_words_or_more(editor_client, words):
    before = Synonym.objects.count()
    page = editor_client.post(reverse("synonyms:add"), {"words": words})
    assert page.status_code == 200
    assert Synonym.objects.count() == before
