"""News, stories, ideas and materials, followed by RSS, Atom and JSON Feed."""

import datetime
import re
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail.models import Locale, PageViewRestriction

import feedparser
import pytest

from assets.models import Asset
from assets.permissions import Audience
from assets.pictures.preparing import prepare
from tests.factories.assets import make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    IdeaIndexPageFactory,
    IdeaPageFactory,
    StoryPageFactory,
)
from tests.factories.home import (
    MaterialsPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    home_page,
)
from tests.factories.images import ImageFactory
from tests.factories.users import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

ATOM = "{http://www.w3.org/2005/Atom}"


def channel(client, address: str) -> ElementTree.Element:
    response = client.get(address)
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)[0]  # noqa: S314 our own


def atom(client, address: str) -> ElementTree.Element:
    response = client.get(address)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314 our own


@pytest.fixture
def news():
    return NewsIndexPageFactory()


def test_news_come_newest_first_with_whole_addresses(client, settings, news):
    old = NewsPageFactory(parent=news, date=datetime.date(2026, 9, 1))
    new = NewsPageFactory(parent=news, date=datetime.date(2026, 9, 2))
    links = [item.findtext("link") for item in channel(client, "/nyheder/feed/")[-2:]]
    assert links == [settings.BASE_URL + page.url for page in (new, old)]


def test_news_are_of_their_day_in_denmark(client, news):
    NewsPageFactory(parent=news, date=datetime.date(2026, 9, 2))
    item = channel(client, "/nyheder/feed/").find("item")
    told = parsedate_to_datetime(item.findtext("pubDate"))
    assert told.isoformat() == "2026-09-02T00:00:00+02:00"


def test_what_is_not_out_is_not_told(client, news):
    NewsPageFactory(parent=news, live=False)
    closed = NewsPageFactory(parent=news)
    PageViewRestriction.objects.create(
        page=closed, restriction_type=PageViewRestriction.LOGIN
    )
    assert channel(client, "/nyheder/feed/").find("item") is None


def test_a_picture_comes_along(client, settings, news):
    picture = ImageFactory()
    prepare(picture)
    NewsPageFactory(parent=news, picture=picture)
    told = channel(client, "/nyheder/feed/").find("item/enclosure")
    row = picture.renditions.get(filter_spec__contains="jpeg")
    assert told.attrib == {
        "url": settings.BASE_URL + row.url,
        "length": str(row.file.size),
        "type": "image/jpeg",
    }


def test_a_picture_out_of_its_rights_stays_at_home(client, news):
    picture = ImageFactory(usable_until="2017-01-01")
    prepare(picture)
    NewsPageFactory(parent=news, picture=picture)
    assert channel(client, "/nyheder/feed/").find("item/enclosure") is None


def test_news_keep_their_name_when_their_address_is_changed(client, news):
    page = NewsPageFactory(parent=news)
    before = channel(client, "/nyheder/feed/").findtext("item/guid")
    page.slug = "et-andet-sted"
    page.save()
    assert channel(client, "/nyheder/feed/").findtext("item/guid") == before


def test_news_as_atom(client, settings, news):
    page = NewsPageFactory(parent=news, title="Rekord", summary="Flere end før.")
    feed = atom(client, "/nyheder/feed/atom/")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"{settings.BASE_URL}/nyheder/feed/atom/"
    entry = feed.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Rekord"
    assert entry.findtext(f"{ATOM}summary") == "Flere end før."
    assert entry.find(f"{ATOM}link").get("href") == settings.BASE_URL + page.url


def test_english_news_have_a_feed_of_their_own(client, news):
    english, _new = Locale.objects.get_or_create(language_code="en")
    page = NewsPageFactory(parent=news, title="Rekord")
    home_page().copy_for_translation(english).save_revision().publish()
    news.copy_for_translation(english).save_revision().publish()
    there = page.copy_for_translation(english)
    there.title = "A record"
    there.save_revision().publish()
    told = channel(client, "/en/nyheder/feed/")
    assert [item.findtext("title") for item in told.findall("item")] == ["A record"]
    assert told.findtext("language") == "en"


def test_without_news_there_is_no_feed(client):
    assert client.get("/nyheder/feed/").status_code == 404


def test_stories_of_one_campaign(client):
    campaign = CampaignPageFactory(title="Stenalder")
    story = StoryPageFactory(parent=campaign)
    StoryPageFactory(parent=CampaignPageFactory())
    told = channel(client, f"/kampagner/{campaign.pk}/feed/")
    titles = [item.findtext("title") for item in told.findall("item")]
    assert (told.findtext("title"), titles) == ("Stenalder", [story.title])


def test_stories_as_atom_say_when_they_were_changed(client):
    campaign = CampaignPageFactory()
    story = StoryPageFactory(parent=campaign)
    story.save_revision().publish()
    story.refresh_from_db()
    entry = atom(client, f"/kampagner/{campaign.pk}/feed/atom/").find(f"{ATOM}entry")
    told = datetime.datetime.fromisoformat(entry.findtext(f"{ATOM}updated"))
    assert told == story.last_published_at


def test_a_campaign_that_is_not_out_has_no_feed(client):
    campaign = CampaignPageFactory(live=False)
    assert client.get(f"/kampagner/{campaign.pk}/feed/").status_code == 404


@pytest.mark.parametrize("kind", ["rss+xml", "atom+xml", "feed+json"])
def test_pages_lead_to_their_feeds(client, news, kind):
    page = NewsPageFactory(parent=news)
    story = StoryPageFactory(parent=CampaignPageFactory())
    places = [home_page(), news, page, story.get_parent(), story]
    places += [IdeaIndexPageFactory(), MaterialsPageFactory()]
    pattern = (
        rf'rel="alternate" type="application/{re.escape(kind)}"'
        r' title="[^"]+" href="([^"]+)'
    )
    for place in (place.url for place in places):
        (address,) = re.findall(pattern, client.get(place).text)
        assert client.get(address).status_code == 200


def test_a_feed_costs_the_same_however_long(client, news):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            channel(client, "/nyheder/feed/")
        return len(captured)

    NewsPageFactory(parent=news, picture=ImageFactory())
    queries()  # Wagtail remembers where addresses begin from then on.
    few = queries()
    NewsPageFactory.create_batch(5, parent=news, picture=ImageFactory())
    assert queries() == few


def test_a_feed_is_for_keeping(client, news):
    assert client.get("/nyheder/feed/")["Cache-Control"] == "no-cache"


# What feed readers make of them.

FEEDS = ["/nyheder/feed/", "/ideer/feed/", "/materialer/nye/feed/"]


@pytest.fixture
def everything(news):
    NewsPageFactory(parent=news, title="Rekord på æøå")
    IdeaIndexPageFactory()
    out = datetime.datetime(2026, 9, 1, tzinfo=datetime.UTC)
    idea = {"title": "Rekord på æøå", "first_published_at": out}
    IdeaPageFactory(parent=CampaignPageFactory(), **idea)
    MaterialsPageFactory()
    make_file(title="Rekord på æøå")


@pytest.mark.parametrize("address", FEEDS)
@pytest.mark.parametrize("end", ["", "atom/"])
def test_a_feed_reader_reads_them(client, everything, address, end):
    read = feedparser.parse(client.get(address + end).content)
    assert not read.bozo
    assert [entry.title for entry in read.entries] == ["Rekord på æøå"]


@pytest.mark.parametrize("address", FEEDS)
def test_they_are_json_feeds_too(client, settings, everything, address):
    response = client.get(f"{address}json/")
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    feed = response.json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{settings.BASE_URL}{address}json/"
    (item,) = feed["items"]
    assert item["title"] == "Rekord på æøå"
    assert item["url"].startswith(settings.BASE_URL)
    assert datetime.datetime.fromisoformat(item["date_published"]).tzinfo


def test_the_newest_idea_comes_first(client):
    IdeaIndexPageFactory()
    campaign = CampaignPageFactory()
    for day in (1, 2):
        when = datetime.datetime(2026, 9, day, tzinfo=datetime.UTC)
        IdeaPageFactory(parent=campaign, title=f"Dag {day}", first_published_at=when)
    items = client.get("/ideer/feed/json/").json()["items"]
    assert [item["title"] for item in items] == ["Dag 2", "Dag 1"]


def test_an_idea_that_is_not_out_is_not_told(client):
    IdeaIndexPageFactory()
    IdeaPageFactory(parent=CampaignPageFactory(), live=False)
    assert client.get("/ideer/feed/json/").json()["items"] == []


def test_a_material_comes_with_its_first_file(client, settings):
    MaterialsPageFactory()
    file = make_file(content=b"%PDF-1.7 et ark")
    (item,) = client.get("/materialer/nye/feed/json/").json()["items"]
    assert item["attachments"] == [
        {
            "url": settings.BASE_URL + file.get_absolute_url(),
            "mime_type": file.current_version.content_type,
            "size_in_bytes": file.current_version.size,
        }
    ]


def test_the_file_of_a_restricted_material_stays_in_the_house(client):
    MaterialsPageFactory()
    make_file(access=Audience.LIBRARY)
    (item,) = client.get("/materialer/nye/feed/json/").json()["items"]
    assert "attachments" not in item


def test_a_library_is_told_no_more_of_materials_than_strangers(client):
    MaterialsPageFactory()
    make_file(state=Asset.State.DRAFT)
    client.force_login(UserFactory(is_superuser=True))
    assert client.get("/materialer/nye/feed/json/").json()["items"] == []


def test_materials_cost_the_same_however_many(client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get("/materialer/nye/feed/")
        return len(captured)

    MaterialsPageFactory()
    make_file()
    queries()
    few = queries()
    for _number in range(4):
        make_file()
    assert queries() == few
