"""The page that shows what the others are built of."""

import pytest

from campaigns.blocks import CampaignStoryBlock
from tests.factories.themes import ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_every_block_is_shown_in_the_dress_of_a_theme(client, settings):
    settings.DEBUG = True
    theme = ThemeFactory()
    response = client.get("/stil/", {"tema": theme.slug})
    assert response.status_code == 200
    assert theme.stylesheet_url in response.text
    shown = [item["block"].name for item in response.context["blocks"]]
    assert shown == list(CampaignStoryBlock().child_blocks)
    assert all(item["drawn"].strip() for item in response.context["blocks"])
    assert client.get("/stil/", {"tema": "ukendt"}).status_code == 404


def test_readers_of_the_open_site_are_not_shown_it(client):
    assert client.get("/stil/").status_code == 404
