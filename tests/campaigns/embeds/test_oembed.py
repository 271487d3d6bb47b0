"""The oEmbed provider, as consumers of the specification use it."""

import html
import json
import re
from urllib.parse import urlencode
from xml.etree import ElementTree

from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail.models import PageViewRestriction

import micawber
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    ReadingListPageFactory,
    StoryPageFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def campaign():
    return CampaignPageFactory(title='Vores "natur" & <dyr>', slug="natur")


def ask(client, url: str, **more):
    return client.get("/oembed", {"url": url, **more})


@pytest.mark.django_db(transaction=True)
def test_a_consumers_library_reads_it(live_server):
    film = FilmPageFactory(title="Åen")
    provider = micawber.Provider(f"{live_server.url}/oembed")
    found = provider.request(live_server.url + film.url, maxwidth=300)
    assert (found["type"], found["title"], found["width"]) == ("video", "Åen", 300)
    assert f"/indlejr/film/{film.translation_key}/" in found["html"]


def test_each_page_says_where_it_is_found(client, campaign):
    pages = [
        campaign,
        FilmPageFactory(parent=campaign),
        ReadingListPageFactory(parent=campaign),
    ]
    for page in pages:
        text = client.get(page.url).content.decode()
        links = re.findall(r'type="(?:application/json|text/xml)\+oembed"[^>]*>', text)
        assert len(links) == 2
        address = html.unescape(re.search(r'href="([^"]+)"', links[0])[1])
        facts = client.get(address).json()
        assert facts["title"] == page.title
        frame = client.get(re.search(r'src="([^"]+)"', facts["html"])[1])
        assert frame.status_code == 200


def test_json_and_xml_say_the_same(client, campaign):
    facts = ask(client, campaign.full_url).json()
    response = ask(client, campaign.full_url, format="xml")
    assert response["Content-Type"] == "text/xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)  # noqa: S314 our own
    told = {node.tag: node.text for node in root}
    assert told == {name: str(value) for name, value in facts.items()}
    assert facts["type"] == "rich"
    assert facts["version"] == "1.0"
    assert "<dyr>" not in facts["html"]


def test_any_site_may_ask(client, campaign):
    assert ask(client, campaign.full_url)["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://example.com/kampagner/natur/",
        "ftp://testserver/kampagner/natur/",
        "http://testserver/",
        "http://testserver/kampagner/",
        "http://testserver/findes-ikke/",
        "http://testserver/admin/",
        "http://[",
        "/kampagner/natur/",
    ],
)
def test_what_is_not_ours_or_no_embed_is_not_found(client, campaign, url):
    assert ask(client, url).status_code == 404


def test_a_story_has_none(client, campaign):
    assert ask(client, StoryPageFactory(parent=campaign).full_url).status_code == 404


def test_a_draft_is_not_found_and_a_closed_page_is_refused(client, campaign):
    draft = ReadingListPageFactory(parent=campaign, live=False)
    closed = ReadingListPageFactory(parent=campaign)
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    assert ask(client, draft.full_url).status_code == 404
    response = ask(client, closed.full_url)
    assert response.status_code == 401
    assert closed.title not in response.content.decode()


def test_an_unknown_format_is_not_implemented(client, campaign):
    assert ask(client, campaign.full_url, format="yaml").status_code == 501


def test_a_thumbnail_is_left_out_where_it_does_not_fit(client, campaign):
    assert "thumbnail_url" in ask(client, campaign.full_url).json()
    assert "thumbnail_url" not in ask(client, campaign.full_url, maxwidth=400).json()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=st.dictionaries(
        st.sampled_from(["url", "maxwidth", "maxheight", "format"]),
        st.text(max_size=30) | st.integers(-5, 9999).map(str),
    )
)
def test_whatever_is_asked_has_an_answer_of_the_specification(client, campaign, query):
    query = {"url": campaign.full_url, "format": "json"} | query
    address = f"/oembed?{urlencode(query, errors='replace')}"
    response = client.get(address)
    assert response.status_code in (200, 400, 404, 501)
    if response.status_code == 200 and query["format"] == "json":
        facts = json.loads(response.content)
        for size, most in (("width", "maxwidth"), ("height", "maxheight")):
            assert 0 < facts[size] <= int(query.get(most) or 9999)


def test_queries_do_not_grow_with_the_campaign(client, campaign):
    def count() -> int:
        with CaptureQueriesContext(connection) as found:
            assert ask(client, campaign.full_url).status_code == 200
        return len(found)

    count()
    few = count()
    for _n in range(4):
        StoryPageFactory(parent=campaign)
    assert count() == few <= 12
