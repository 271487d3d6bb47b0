"""The box of the list of materials asks the one search, within what one may know of."""

from django.core.management import call_command
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

import pytest

from assets.browsing.browse import Browse
from assets.models import Asset
from assets.permissions import Audience
from search.asking import matching
from search.models import FileText
from tests.factories.assets import FormatFactory, make_file
from tests.factories.campaigns import StoryPageFactory
from tests.factories.libraries import MembershipFactory

pytestmark = pytest.mark.django_db


def found(query: str, user=None) -> list[str]:
    """The titles of the list, in its order."""
    browse = Browse(QueryDict(query), user)
    shown = [asset.title for asset in browse.results[0:50]]
    assert len(shown) == browse.count
    assert sum(group.counted(None) for group in browse.groups) == browse.count
    return shown


@pytest.fixture
def shelf():
    """A poster for everybody, one for libraries, and what nobody is told of."""
    poster = make_file(title="Plakat om flint")
    poster.format = FormatFactory(name="A2", slug="a2")
    poster.save()
    closed = make_file(title="Plakat om rav", access=Audience.LIBRARY)
    make_file(title="Plakat i kladde", state=Asset.State.DRAFT)
    make_file(title="Plakat for redaktører", access=Audience.EDITOR)
    StoryPageFactory(title="Plakatens historie")
    FileText.objects.create(version=closed.current_version, text="En trillebør")
    call_command("build_search_index", verbosity=0)


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("plakaterne", {"Plakat om flint", "Plakat om rav"}),
        ("poster", {"Plakat om flint", "Plakat om rav"}),
        ("plakatt flint", {"Plakat om flint"}),
        ("plakat A2", {"Plakat om flint"}),
        ("plakat flint hest", set()),
        ("trillebør", set()),
        ('"(*', set()),
    ],
)
def test_what_the_one_search_knows_the_list_knows_too(shelf, words, titles):
    assert set(found(f"q={words}")) == titles


def test_the_text_inside_a_file_finds_it_for_who_may_read_it(shelf):
    user = MembershipFactory().user
    assert found("q=trillebør", user) == ["Plakat om rav"]


def test_the_best_of_very_many_are_materials_and_the_list_says_so(shelf, monkeypatch):
    monkeypatch.setattr(matching, "MOST", 3)
    assert set(found("q=plakat")) == {"Plakat om flint", "Plakat om rav"}
    assert Browse(QueryDict("q=plakat"), None).has_too_many_hits
    assert not Browse(QueryDict("q=flint"), None).has_too_many_hits


def test_more_materials_cost_no_more_queries(shelf):
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            found("q=plakat")
        return len(captured)

    few = cost()
    for number in range(3):
        make_file(title=f"Plakat {number}")
    call_command("build_search_index", verbosity=0)
    assert cost() == few
