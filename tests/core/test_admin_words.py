"""The admin speaks Danish where Wagtail's own catalogues do not."""

from wagtail.models import Collection, Workflow

import pytest

from tests.factories.home import home_page

pytestmark = pytest.mark.django_db


def test_the_words_of_the_scripts_are_danish(editor_client):
    words = editor_client.get("/admin/jsi18n/").text
    assert "Fold alle sammen" in words
    assert "S\\u00f8g i mulighederne\\u2026" in words


def test_time_zones_are_those_that_browsers_know(editor_client):
    words = editor_client.get("/admin/account/").text
    assert '<option value="Europe/Copenhagen"' in words
    assert "localtime" not in words


def test_rows_that_wagtail_made_have_danish_names():
    assert Collection.get_first_root_node().name == "Fælles"
    assert Workflow.objects.earliest("pk").name == "godkendelse"


def test_pages_are_sent_to_approval_in_danish(editor_client):
    address = f"/admin/pages/add/home/standardpage/{home_page().pk}/"
    assert "Send til godkendelse" in editor_client.get(address).text
