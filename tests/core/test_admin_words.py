"""The admin speaks Danish where Wagtail's own catalogues do not."""

import pytest

pytestmark = pytest.mark.django_db


def test_the_words_of_the_scripts_are_danish(editor_client):
    words = editor_client.get("/admin/jsi18n/").text
    assert "Fold alle sammen" in words
    assert "S\\u00f8g i mulighederne\\u2026" in words


def test_time_zones_are_those_that_browsers_know(editor_client):
    words = editor_client.get("/admin/account/").text
    assert '<option value="Europe/Copenhagen"' in words
    assert "localtime" not in words


def test_uploads_go_to_a_collection_with_a_danish_name(editor_client):
    words = editor_client.get("/admin/images/add/").text
    assert "Root" not in words
