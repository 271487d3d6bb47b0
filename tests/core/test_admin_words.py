"""The admin speaks Danish where Wagtail's own catalogues do not."""

import re

from django.urls import reverse

from wagtail.models import Collection, Locale, Page, Workflow

import pytest

from tests.factories.home import home_page

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


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
    assert Page.get_first_root_node().get_admin_display_title() == "Alle sider"


def test_pages_that_are_found_are_called_so(editor_client):
    home_page()
    text = editor_client.get("/admin/pages/search/").text
    assert re.search(r"af \d+ sider?\s", text)


def test_a_draft_is_called_the_same_in_wagtails_own_buttons(editor_client):
    text = editor_client.get(f"/admin/pages/{home_page().pk}/edit/").text
    assert "Gem kladde" in text
    assert "skitse" not in text.lower()


def test_translating_a_page_says_what_will_be_and_what_is_left(editor_client):
    Locale.objects.get_or_create(language_code="en")
    address = reverse(
        "simple_translation:submit_page_translation", args=[home_page().pk]
    )
    text = editor_client.get(address).text
    assert "Først da kan læserne skifte sprog" in text
    assert "Lav oversættelsen" in text
