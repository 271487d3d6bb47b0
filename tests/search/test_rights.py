"""Nothing that one may not know of shows: in hits, counts, suggestions or excerpts."""

import datetime

from django.core.management import call_command

from wagtail.models import PageViewRestriction

import pytest

from assets.models import Asset
from assets.permissions import Audience
from search.models import FileText
from tests.factories.assets import AssetFactory, make_file
from tests.factories.campaigns import FilmPageFactory, ReadingListPageFactory
from tests.factories.home import StandardPageFactory
from tests.factories.libraries import MembershipFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def clients(client, editor_client):
    """A stranger, a library's person and an editor."""
    from django.test import Client

    of_library, of_none = Client(), Client()
    of_library.force_login(MembershipFactory().user)
    of_none.force_login(UserFactory())
    return {
        "stranger": client,
        "press": of_none,
        "library": of_library,
        "editor": editor_client,
    }


def index() -> None:
    call_command("build_search_index", verbosity=0)


def shows(client, word: str) -> set[str]:
    """Where anything of ``word`` shows to who asks for it, or misspells it."""
    shown = set()
    page = client.get("/soeg/", {"q": word})
    if page.context["results"].count:
        shown.add("count")
    if page.context["results"].facets:
        shown.add("facets")
    if client.get("/soeg/forslag/", {"q": word[:6]}).json()["suggestions"]:
        shown.add("suggestions")
    # Spelt wrongly, it is offered only to who may find it.
    slip = client.get("/soeg/", {"q": word[:-2] + word[-1]})
    if word in slip.text.lower():
        shown.add("spelling")
    return shown


ALL = {"count", "suggestions", "spelling"}


def test_what_is_for_some_shows_to_them_alone(clients):
    AssetFactory(title="Redaktionsrunesten", access=Audience.EDITOR)
    AssetFactory(title="Kladderunesten", state=Asset.State.DRAFT)
    AssetFactory(title="Udrunden", usable_until=datetime.date(2017, 1, 1))
    AssetFactory(title="Tilbagetrukket", state=Asset.State.WITHDRAWN)
    AssetFactory(title="Biblioteksrunesten", access=Audience.LIBRARY)
    closed = StandardPageFactory(title="Medlemsrunesten")
    PageViewRestriction.objects.create(
        page=closed, restriction_type=PageViewRestriction.LOGIN
    )
    StandardPageFactory(title="Sidekladden", live=False)
    index()
    for name, client in clients.items():
        for word in (
            "kladderunesten", "udrunden", "tilbagetrukket", "sidekladden",
            "medlemsrunesten",
        ):  # fmt: skip
            assert not shows(client, word) & {"count", "suggestions", "spelling"}, (
                name,
                word,
            )
        assert "count" in shows(client, "biblioteksrunesten"), name
        for_editors = {"count"} & shows(client, "redaktionsrunesten")
        assert bool(for_editors) == (name == "editor"), name


def test_what_is_changed_is_right_before_the_index_knows(client):
    asset = AssetFactory(title="Trækfuglen", access=Audience.ANYONE)
    page = StandardPageFactory(title="Sommerfuglen")
    books = ReadingListPageFactory(title="Bøger")
    books.titles.create(title="Sommerfugledalen", author="Inger Christensen")
    index()
    assert shows(client, "trækfuglen") >= {"count"}
    assert shows(client, "sommerfugledalen") >= {"count"}
    Asset.objects.filter(pk=asset.pk).update(state=Asset.State.WITHDRAWN)
    page.unpublish()
    PageViewRestriction.objects.create(
        page=books, restriction_type=PageViewRestriction.LOGIN
    )
    for word in ("trækfuglen", "sommerfuglen", "sommerfugledalen"):
        assert not shows(client, word) & ALL, word


def test_the_text_inside_a_file_is_found_by_who_may_read_it(clients):
    file = make_file(title="Manuskript", access=Audience.LIBRARY)
    FileText.objects.create(
        version=file.current_version, text="Her står om trillebøren i haven."
    )
    index()
    for name, client in clients.items():
        page = client.get("/soeg/", {"q": "trillebøren"})
        may_read = name in ("library", "editor")
        assert bool(page.context["results"].count) == may_read, name
        assert ("<mark>trillebøren</mark>" in page.text) == may_read, name
        # That it is there, all are told, and once.
        assert client.get("/soeg/", {"q": "manuskript"}).context["results"].count == 1
        about = client.get("/soeg/", {"q": "manuskript"}).text
        assert ("trillebøren" in about) == may_read, name


def test_what_is_said_in_a_film_leads_to_where_it_is_seen(client):
    asset = make_file(title="Manuskript", kind=Asset.Kind.FILM).asset
    version = asset.current_files[0].current_version
    FileText.objects.create(version=version, text="Trillebøren står i haven.")
    page = FilmPageFactory(title="Haven", asset=asset, address="")
    index()
    assert _first(client, "trillebøren").url == page.url
    assert _first(client, asset.title).url == asset.get_absolute_url()
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.LOGIN
    )
    assert _first(client, "trillebøren").url == asset.get_absolute_url()


def _first(client, word: str):
    return client.get("/soeg/", {"q": word}).context["results"].hits[0]


def test_a_promoted_result_is_shown_to_who_may_see_it(client):
    from wagtail.contrib.search_promotions.models import Query, SearchPromotion

    page = StandardPageFactory(title="Begynd her", slug="begynd-her")
    closed = StandardPageFactory(title="Lukket land")
    PageViewRestriction.objects.create(
        page=closed, restriction_type=PageViewRestriction.LOGIN
    )
    for n, one in enumerate((page, closed)):
        SearchPromotion.objects.create(query=Query.get("Vejen"), page=one, sort_order=n)
    shown = client.get("/soeg/", {"q": " vejen "}).text
    assert "Redaktionen anbefaler" in shown
    assert page.url in shown
    assert "Lukket land" not in shown
