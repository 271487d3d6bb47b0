"""Data at scale is like the real thing: it can be listed, counted and chosen among."""

from django.core.management import call_command

import pytest

from assets.models import Asset, Download

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fill():
    call_command("fill_database", assets=60, pages=2, downloads=30, verbosity=0)


def test_what_is_filled_in_is_listed_with_its_facets(client):
    response = client.get("/materialer/")
    browse = response.context["browse"]
    assert browse.count == Asset.objects.listed_for(None).count() == 58
    names = {facet.name for facet in browse.facets}
    assert names >= {"tema", "slags", "til", "format", "maal", "sprog", "trykklar"}
    assert client.get("/materialer/?sorter=hentet").status_code == 200


def test_downloads_are_of_the_files_and_noted():
    assert Download.objects.count() == 30
    assert Asset.objects.filter(fetched_count__gt=0).exists()


def test_more_can_be_added():
    call_command("fill_database", assets=5, pages=1, downloads=0, verbosity=0)
    assert Asset.objects.count() == 65
