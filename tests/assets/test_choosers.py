"""The chooser of assets names nothing that the person may not know of."""

import json

from django.core.management import call_command
from django.urls import reverse

import pytest

from assets.models import Asset
from assets.permissions import Audience
from tests.factories.assets import AssetFactory
from tests.factories.themes import ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

DRAFT = Asset.State.DRAFT


@pytest.fixture
def assets(agency):
    """One asset of each sort, by the word in its title."""
    return {
        "Udgivet": AssetFactory(title="Udgivet plakat"),
        "Andres": AssetFactory(title="Andres plakat", state=DRAFT),
        "Redaktørens": AssetFactory(title="Redaktørens plakat", access=Audience.EDITOR),
        "Egen": AssetFactory(title="Egen plakat", state=DRAFT, created_by=agency),
    }


@pytest.fixture(params=["editor", "agency"])
def person(request):
    return request.param


@pytest.fixture
def ask(request, person, signed_in, assets):
    """Ask the chooser as ``person``: return the words whose assets it names."""
    client = signed_in(request.getfixturevalue(person))

    def get(name, *args, **query):
        response = client.get(reverse(f"asset_chooser:{name}", args=args), query)
        said = response.content.decode()
        if response.headers["Content-Type"].startswith("application/json"):
            said = json.dumps(json.loads(said), ensure_ascii=False)
        return {word for word in assets if f"{word} plakat" in said}

    return get


@pytest.fixture
def may_know(person, assets):
    return set(assets) if person == "editor" else {"Udgivet", "Egen"}


@pytest.mark.parametrize("name", ["choose", "choose_results"])
def test_the_list_names_what_may_be_chosen(ask, may_know, name):
    assert ask(name) == may_know


def test_the_search_names_what_may_be_chosen(ask, may_know):
    call_command("wagtail_update_index", verbosity=0)
    assert ask("choose_results", q="plakat") == may_know


def test_what_is_chosen_is_named_if_it_may_be(ask, assets, may_know):
    named = set.union(*(ask("chosen", asset.pk) for asset in assets.values()))
    assert named == may_know


def test_what_is_chosen_together_is_named_if_it_may_be(ask, assets, may_know):
    ids = [asset.pk for asset in assets.values()]
    assert ask("chosen_multiple", id=ids) == may_know


@pytest.mark.parametrize("words", ["", "plakat"])
def test_the_list_is_narrowed_by_kind_and_theme(as_editor, words):
    theme = ThemeFactory()
    for title, kind, of_theme in (
        ("Rigtig plakat", "banner", theme),
        ("Anden slags plakat", "print", theme),
        ("Andet tema plakat", "banner", None),
    ):
        AssetFactory(title=title, kind=kind, theme=of_theme)
    call_command("wagtail_update_index", verbosity=0)
    chosen = {"q": words, "of_kind": "banner", "theme": theme.pk}
    response = as_editor.get(reverse("asset_chooser:choose_results"), chosen)
    assert [asset.title for asset in response.context["results"]] == ["Rigtig plakat"]


def test_nonsense_in_the_filters_is_no_error(as_editor):
    AssetFactory(title="Plakat")
    chosen = {"of_kind": "findes-ikke", "theme": "x", "q": "a" * 5000}
    response = as_editor.get(reverse("asset_chooser:choose_results"), chosen)
    assert response.status_code == 200
