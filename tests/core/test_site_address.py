from wagtail.models import Site

import pytest

from core.site_address import keep_site_address
from tests.factories.campaigns import CampaignPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.mark.parametrize(
    "base", ["https://tema.example.dk", "http://127.0.0.1:8001", "http://tema.example"]
)
def test_full_addresses_follow_the_base_url(client, settings, base):
    settings.BASE_URL = base
    keep_site_address()
    page = CampaignPageFactory(slug="sten")

    assert page.full_url == f"{base}/kampagner/sten/"
    words = client.get("/kampagner/sten/").text
    assert f'<link rel="canonical" href="{base}/kampagner/sten/">' in words
    assert f"<loc>{base}/kampagner/sten/</loc>" in client.get("/sitemap.xml").text


def test_an_address_that_another_site_has_is_left_to_it(settings):
    root = Site.objects.get().root_page
    Site.objects.create(hostname="tema.example.dk", port=443, root_page=root)
    before = Site.objects.get(is_default_site=True).hostname
    settings.BASE_URL = "https://tema.example.dk"
    keep_site_address()
    assert Site.objects.get(is_default_site=True).hostname == before
