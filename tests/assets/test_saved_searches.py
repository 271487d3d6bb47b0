"""Searches that people keep, and what is new in them since they last looked."""

from django.urls import reverse

import pytest
import time_machine

from assets.models import SavedSearch
from tests.factories.assets import make_file
from tests.factories.home import MaterialsPageFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def materials():
    return MaterialsPageFactory(show_in_menus=True).url


def save(client, query: str, name: str = "", **data):
    posted = {"query": query, "name": name, **data}
    return client.post(reverse("save_search"), posted)


def news(client, materials) -> list[int]:
    return [s.new for s in client.get(materials).context["saved_searches"]]


def test_a_search_is_kept_under_the_name_of_its_choices(signed_in, librarian):
    client = signed_in(librarian)
    response = save(client, "slags=print&p=2&andet=x", next="/materialer/?slags=print")
    assert response.url == "/materialer/?slags=print"
    search = SavedSearch.objects.get(user=librarian)
    assert (search.name, search.query) == ("Tryk", "slags=print")


def test_the_same_choices_are_kept_once(signed_in, librarian):
    client = signed_in(librarian)
    save(client, "slags=print&til=screen", "Første")
    save(client, "til=screen&slags=print", "Anden")
    assert [s.name for s in SavedSearch.objects.all()] == ["Anden"]


def test_nothing_chosen_is_not_kept(signed_in, librarian):
    response = save(signed_in(librarian), "slags=hest", next="https://ond.example/")
    assert response.url == "/"
    assert not SavedSearch.objects.exists()


def test_there_is_a_limit_to_what_is_kept(signed_in, librarian):
    SavedSearch.objects.bulk_create(
        SavedSearch(user=librarian, name=str(n), query=f"q={n}") for n in range(20)
    )
    save(signed_in(librarian), "slags=film")
    assert SavedSearch.objects.count() == 20


def test_a_stranger_is_asked_to_sign_in(client):
    assert save(client, "slags=print").url.startswith("/log-ind/")


def test_a_look_at_the_search_makes_it_known(signed_in, librarian, materials):
    client = signed_in(librarian)
    with time_machine.travel("2026-03-01 12:00 +0100"):
        make_file(title="Gammel")
        save(client, "slags=print", "Tryk")
        save(client, "slags=film", "Film")
    with time_machine.travel("2026-03-02 12:00 +0100"):
        make_file(title="Ny plakat")
        assert news(client, materials) == [0, 1]
        page = client.get(materials + "?slags=print")
        assert page.text.count("tag tag--new") == 1
    with time_machine.travel("2026-03-02 13:00 +0100"):
        assert news(client, materials) == [0, 0]


def test_a_search_with_words_counts_what_is_new_too(signed_in, librarian, materials):
    file = make_file(title="Quiz")
    file.asset.tags.add("flint")
    file.asset.save()
    SavedSearch.objects.create(
        user=librarian, name="Flint", query="emne=flint", seen_at="2020-01-01T00:00Z"
    )
    assert news(signed_in(librarian), materials) == [1]


def test_my_library_lists_them(signed_in, librarian, materials):
    client = signed_in(librarian)
    save(client, "slags=print", "Vores tryk")
    words = client.get("/mit-bibliotek/").text
    assert "Vores tryk" in words
    assert f"{materials}?slags=print" in words


def test_only_ones_own_can_be_deleted(signed_in, librarian):
    search = SavedSearch.objects.create(user=librarian, name="Min", query="q=x")
    url = reverse("delete_search", args=[search.pk])
    assert signed_in(UserFactory()).post(url).status_code == 404
    assert signed_in(librarian).get(url).status_code == 405
    assert signed_in(librarian).post(url).status_code == 302
    assert not SavedSearch.objects.exists()
