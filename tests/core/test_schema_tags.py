"""What pages are to search engines: one graph of schema.org in each."""

import json
import re

import pytest

from assets.models import Asset
from campaigns.models.reading_lists import ReadingListTitle
from tests.assets import samples
from tests.factories.assets import make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    ReadingListPageFactory,
    StoryPageFactory,
)
from tests.factories.home import NewsIndexPageFactory, NewsPageFactory, home_page
from tests.factories.images import ImageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


def graph(client, page) -> list[dict]:
    [text] = DATA.findall(client.get(page.url).text)
    told = json.loads(text)
    assert told["@context"] == "https://schema.org"
    return told["@graph"]


def test_a_campaign_is_an_event_with_its_days_and_picture(client):
    picture = ImageFactory()
    page = CampaignPageFactory(title="</script> & æ", picture=picture)
    event, _way = graph(client, page)
    assert event["@type"] == "Event"
    assert event["name"] == "</script> & æ"
    assert (event["startDate"], event["endDate"]) == ("2017-09-25", "2017-10-22")
    assert event["image"].startswith("http")
    assert "description" not in event


def test_the_way_to_a_story_is_told(client):
    story = StoryPageFactory(title="Runestenen")
    story.save_revision().publish()
    article, way = graph(client, story)
    assert (article["@type"], article["headline"]) == ("Article", "Runestenen")
    assert article["datePublished"]
    campaign = story.get_parent()
    names = [step["name"] for step in way["itemListElement"]]
    assert names[-2:] == [campaign.title, "Runestenen"]
    assert way["itemListElement"][-1]["item"] == story.full_url


def test_a_reading_list_is_a_list_of_books(client):
    page = ReadingListPageFactory()
    ReadingListTitle.objects.create(page=page, title="Løvinden", author="A. Forfatter")
    books, _way = graph(client, page)
    assert (books["@type"], books["numberOfItems"]) == ("ItemList", 1)
    [row] = books["itemListElement"]
    assert row["item"] == {
        "@type": "Book",
        "name": "Løvinden",
        "author": {"@type": "Person", "name": "A. Forfatter"},
    }


def test_films_news_and_the_front_page(client):
    film, _way = graph(client, FilmPageFactory(seconds=125, transcript="Den er grå."))
    assert (film["@type"], film["duration"]) == ("VideoObject", "PT125S")
    assert "vimeo" in film["embedUrl"]
    news, _way = graph(client, NewsPageFactory(parent=NewsIndexPageFactory()))
    assert (news["@type"], news["datePublished"]) == ("NewsArticle", "2017-09-01")
    [site] = graph(client, home_page())
    assert site["@type"] == "WebSite"
    assert site["publisher"]["name"]


def test_a_film_of_our_own_says_where_it_lies(client):
    file = make_file(samples.film(), "film.mp4", kind=Asset.Kind.FILM)
    film, _way = graph(client, FilmPageFactory(address="", asset=file.asset))
    assert film["contentUrl"].endswith(file.play_url)


def test_a_material_is_a_work_with_its_licence(client):
    asset = make_file(title="Plakat", credit="Bo Bureau").asset
    [text] = DATA.findall(client.get(asset.get_absolute_url()).text)
    [work] = json.loads(text)["@graph"]
    assert (work["@type"], work["name"]) == ("CreativeWork", "Plakat")
    assert work["creditText"] == "Bo Bureau"
    assert work["url"].endswith(asset.get_absolute_url())


def test_what_is_no_page_tells_nothing(client):
    assert "ld+json" not in client.get("/soeg/").text
