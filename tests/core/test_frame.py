"""The way to a page: what the frame finds at once is what Wagtail would find."""

from django.contrib.auth.models import Group

from wagtail.models import Locale, Page, PageViewRestriction, Site

import pytest

from home.models import StandardPage
from libraries.roles import EDITORS
from tests.factories.campaigns import CampaignPageFactory, StoryPageFactory
from tests.factories.home import StandardPageFactory, home_page
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    campaign = CampaignPageFactory(title="Sten", slug="sten")
    return StoryPageFactory(parent=campaign, title="En økse", slug="en-oekse")


def test_a_page_is_found_below_the_pages_of_its_address(client, story):
    assert "En økse" in client.get("/kampagner/sten/en-oekse/").text
    assert client.get("/kampagner/en-oekse/").status_code == 404
    assert client.get("/sten/en-oekse/").status_code == 404
    assert client.get("/kampagner/sten/en-oekse/mere/").status_code == 404


def test_the_same_slug_below_two_campaigns_is_two_pages(client, story):
    other = CampaignPageFactory(slug="jern")
    StoryPageFactory(parent=other, title="Et sværd", slug="en-oekse")
    assert "Et sværd" in client.get("/kampagner/jern/en-oekse/").text
    assert "En økse" in client.get("/kampagner/sten/en-oekse/").text


def test_an_address_deeper_than_any_page_is_no_page(client):
    assert client.get("/a" * 400 + "/").status_code == 404


def test_a_draft_is_no_page_but_what_lies_below_it_is(client, story):
    Page.objects.filter(slug="sten").update(live=False)
    assert client.get("/kampagner/sten/").status_code == 404
    words = client.get("/kampagner/sten/en-oekse/").text
    assert "En økse" in words
    assert 'href="/kampagner/sten/"' not in words


def test_a_page_below_a_restricted_one_asks_who_is_there(client, story):
    PageViewRestriction.objects.create(
        page=story.get_parent(), restriction_type=PageViewRestriction.LOGIN
    )
    answer = client.get("/kampagner/sten/en-oekse/")
    assert answer.status_code == 302
    assert answer.url.startswith("/log-ind/")
    client.force_login(UserFactory())
    assert client.get("/kampagner/sten/en-oekse/").status_code == 200


def test_a_restriction_to_a_group_holds_for_the_rest(client, story):
    restriction = PageViewRestriction.objects.create(
        page=story, restriction_type=PageViewRestriction.GROUPS
    )
    editors = Group.objects.get(name=EDITORS)
    restriction.groups.add(editors)
    client.force_login(UserFactory())
    assert client.get(story.url).status_code == 302
    editor = UserFactory()
    editor.groups.add(editors)
    client.force_login(editor)
    assert client.get(story.url).status_code == 200


def test_an_alias_of_a_restricted_page_is_as_closed_as_its_source(client, story):
    PageViewRestriction.objects.create(
        page=story, restriction_type=PageViewRestriction.LOGIN
    )
    alias = story.create_alias(
        parent=CampaignPageFactory(slug="jern"), update_slug="spejl"
    )
    assert client.get("/kampagner/jern/spejl/").status_code == 302
    assert alias.live


def test_a_second_site_answers_with_its_own_pages(client, story):
    area = StandardPageFactory(title="Et område", slug="omraade")
    Site.objects.create(hostname="127.0.0.1", root_page=area)
    area.add_child(instance=StandardPage(title="Om området", slug="om"))

    assert "Om området" in client.get("/om/", headers={"host": "127.0.0.1"}).text
    assert client.get("/om/").status_code == 404
    elsewhere = client.get("/kampagner/sten/", headers={"host": "127.0.0.1"})
    assert elsewhere.status_code == 404
    assert client.get("/kampagner/sten/").status_code == 200


def test_english_addresses_lead_to_english_pages(client, settings):
    home = home_page()
    english, _new = Locale.objects.get_or_create(language_code="en")
    about = StandardPageFactory(title="Om os", slug="om")
    home.copy_for_translation(english).save_revision().publish()
    translated = about.copy_for_translation(english)
    translated.title, translated.slug = "About us", "about"
    translated.save_revision().publish()

    words = client.get("/en/about/").text

    assert "About us" in words
    assert f'hreflang="da" href="{settings.BASE_URL}/om/"' in words
    assert client.get("/en/om/").status_code == 404
    assert client.get("/about/").status_code == 404
