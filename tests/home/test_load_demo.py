"""The demo content: whole, and safe to load twice.

Its pictures and films are drawn at a quarter of their size here; test_drawing.py draws
them as they are. Of its pages the tests of the search load all on both databases.
"""

from django.core.management import call_command
from django.db import transaction

from wagtail.models import Page

import pytest

from assets.models import Asset, FileVersion
from campaigns.models import FilmPage, IdeaPage, ReadingListPage
from home.demo.drawing import draw_picture, films
from home.demo.loading import pictures
from libraries.models import Library

pytestmark = pytest.mark.one_database

ADDRESSES = [
    "/",
    "/en/",
    "/kampagner/",
    "/kampagner/stenalder-til-middelalder/",
    "/kampagner/renaessance-til-nutid/",
    "/kampagner/vores-natur/",
    "/ideer/",
    "/laeselister/",
    "/film/",
    "/materialer/",
    "/soeg/?q=stenalder",
    "/log-ind/",
    "/sitemap.xml",
    "/robots.txt",
    "/healthz",
]


def counts() -> list[int]:
    models = (Page, Asset, FileVersion, Library)
    return [model.objects.count() for model in models]


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The content, loaded once for this module and taken away after it."""
    small = {form: (w // 4, h // 4) for form, (w, h) in films.SIZES.items()}
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        patch.setattr(films, "SIZES", small)
        patch.setattr(
            pictures, "draw_picture", lambda key: draw_picture(key, (600, 400))
        )
        call_command("load_demo", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.mark.usefixtures("demo")
@pytest.mark.django_db
class TestDemo:
    @pytest.mark.parametrize("address", ADDRESSES)
    def test_the_address_answers(self, client, address):
        assert client.get(address).status_code == 200

    def test_there_is_as_much_as_promised(self):
        assert IdeaPage.objects.count() >= 12
        assert ReadingListPage.objects.count() >= 6
        assert FilmPage.objects.count() >= 4
        assert Asset.objects.filter(theme__number__in=[5, 6]).count() == 26
        assert Library.objects.count() == 98

    def test_every_page_below_the_root_answers(self, client):
        for page in Page.objects.live().filter(depth__gt=1):
            assert client.get(page.url).status_code == 200, page.url

    def test_every_material_answers(self, client):
        for asset in Asset.objects.all():
            assert client.get(asset.get_absolute_url()).status_code == 200, asset

    def test_loading_again_changes_nothing(self):
        before = counts()
        call_command("load_demo", verbosity=0)
        assert counts() == before

    def test_what_an_editor_has_changed_is_left_alone(self):
        page = IdeaPage.objects.first()
        page.title = "Rettet af en redaktør"
        page.save_revision().publish()
        call_command("load_demo", verbosity=0)
        assert IdeaPage.objects.get(pk=page.pk).title == "Rettet af en redaktør"
