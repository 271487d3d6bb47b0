"""The front page, news, plain pages and the collection of materials."""

import datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

import pytest
import time_machine

from assets.models import Asset
from assets.permissions import Audience
from home.models import SiteSettings, StandardPage
from tests.factories.assets import make_file
from tests.factories.campaigns import CampaignPageFactory, StoryPageFactory
from tests.factories.home import (
    MaterialsPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    home_page,
)
from tests.factories.images import ImageFactory
from tests.factories.themes import ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def campaign(title: str, starts: str, ends: str):
    theme = ThemeFactory(
        starts_on=datetime.date.fromisoformat(starts),
        ends_on=datetime.date.fromisoformat(ends),
    )
    return CampaignPageFactory(title=title, theme=theme)


def test_the_front_page_knows_what_is_on(client):
    past = campaign("Stenalder", "2026-03-02", "2026-03-29")
    now = campaign("Natur", "2026-09-21", "2026-10-18")
    soon = campaign("Renæssance", "2027-03-01", "2027-03-28")
    with time_machine.travel("2026-10-01T12:00:00+02:00"):
        response = client.get("/")
    assert response.context["running"] == now
    assert response.context["upcoming"] == soon
    assert response.context["ended"] == [past]
    for title in ("Stenalder", "Natur", "Renæssance"):
        assert title in response.text


def test_an_empty_site_has_a_front_page(client):
    assert client.get("/").status_code == 200


def test_the_front_page_costs_the_same_however_much_there_is(client):
    def add(number: int):
        parent = campaign(f"Natur {number}", "2026-03-02", "2026-03-29")
        for _number in range(4):
            StoryPageFactory(parent=parent, picture=ImageFactory())

    def cost() -> int:
        client.get("/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/")
        return len(captured)

    for number in range(3):
        add(number)
    few = cost()
    for number in range(3):
        add(number + 3)
    assert cost() == few


def test_news_stand_newest_first(client):
    index = NewsIndexPageFactory()
    old = NewsPageFactory(parent=index, date=datetime.date(2017, 1, 1))
    new = NewsPageFactory(parent=index, date=datetime.date(2017, 6, 1))
    NewsPageFactory(parent=index, title="Kladde", live=False)
    response = client.get(index.url)
    assert list(response.context["results"]) == [new, old]
    assert client.get(new.url).status_code == 200


def test_a_plain_page_leads_to_those_below_it(client):
    page = StandardPageFactory(title="Om os")
    StandardPageFactory(title="Partnere", parent=page, show_in_menus=True)
    words = client.get(page.url).text
    assert "Partnere" in words


def test_the_collection_tells_of_what_one_may_know(client):
    collection = MaterialsPageFactory()
    make_file(title="Til alle")
    make_file(title="Til biblioteker", access=Audience.LIBRARY)
    make_file(title="Til redaktører", access=Audience.EDITOR)
    make_file(title="Udkast", state=Asset.State.DRAFT)
    response = client.get(collection.url)
    assert response.context["count"] == 2
    assert "Til alle" in response.text
    assert "Til biblioteker" in response.text
    assert "Log ind" in response.text


def test_a_theme_in_the_collection_offers_its_package(client):
    collection = MaterialsPageFactory()
    theme = ThemeFactory(slug="natur")
    make_file(title="Til natur", theme=theme)
    make_file(title="Til alt andet")
    response = client.get(collection.url, {"tema": "natur"})
    assert response.context["count"] == 1
    assert response.context["package"]["files"] == 1
    assert "/pakke/natur.zip" in response.text


def test_the_foot_of_every_page_is_the_editors(editor_client, client):
    about = StandardPageFactory(title="Privatliv")
    site = home_page().sites_rooted_here.get()
    response = editor_client.post(
        f"/admin/settings/home/sitesettings/{site.pk}/",
        {
            "organisation": "Temasamarbejdet",
            "footer_text": "Vi fortæller sammen.",
            "email": "post@example.dk",
            "phone": "",
            "address": "",
            "share_picture": "",
            "accessibility_page": "",
            "privacy_page": str(about.pk),
        },
    )
    assert response.status_code == 302
    assert SiteSettings.objects.get().privacy_page_id == about.pk
    words = client.get("/").text
    for expected in ("Vi fortæller sammen.", "post@example.dk", about.url):
        assert expected in words


def test_copying_a_page_to_a_reserved_address_is_no_fault(editor_client):
    page = StandardPageFactory(title="Om os", slug="om")
    form = {
        "new_title": "Søg",
        "new_slug": "soeg",
        "new_parent_page": str(home_page().pk),
        "copy_subpages": "",
        "publish_copies": "",
        "alias": "",
    }
    response = editor_client.post(f"/admin/pages/{page.pk}/copy/", form)
    assert response.status_code < 500
    assert not StandardPage.objects.filter(slug="soeg", live=True).exists()


def test_older_news_are_a_step_from_the_front_page(client):
    index = NewsIndexPageFactory()
    news = NewsPageFactory(parent=index, title="Rekord")
    assert f'<a href="{index.url}">Alle nyheder</a>' in client.get("/").text
    assert f'<a href="{index.url}">' in client.get(news.url).text
