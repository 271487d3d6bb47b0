"""What search engines are told: who is in the sitemap, and what it says of them."""

from xml.etree import ElementTree

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from wagtail.models import Locale, PageViewRestriction

import pytest

from assets.models import Asset
from assets.permissions import Audience
from assets.pictures.preparing import prepare
from home import sitemap
from tests.factories.assets import make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    StoryPageFactory,
)
from tests.factories.home import StandardPageFactory, home_page
from tests.factories.images import ImageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "video": "http://www.google.com/schemas/sitemap-video/1.1",
    "xhtml": "http://www.w3.org/1999/xhtml",
}


def urls(client, address: str = "/sitemap.xml") -> dict[str, ElementTree.Element]:
    """The entries of a sitemap by their paths."""
    response = client.get(address)
    assert response["Content-Type"] == "application/xml"
    root = ElementTree.fromstring(response.content)  # noqa: S314 our own
    assert root.tag == f"{{{NAMES['s']}}}urlset"
    found = {url.findtext("s:loc", "", NAMES): url for url in root}
    return {
        location.partition("//testserver")[2] or location: found[location]
        for location in found
    }


def url_of(client, page_or_asset) -> ElementTree.Element:
    path = getattr(page_or_asset, "url", "") or page_or_asset.get_absolute_url()
    found = [url for place, url in urls(client).items() if place.endswith(path)]
    assert len(found) == 1
    return found[0]


def ready_picture(**fields):
    picture = ImageFactory(**fields)
    prepare(picture)
    return picture


def test_pages_say_when_they_were_changed(client):
    page = StandardPageFactory()
    page.save_revision().publish()
    page.refresh_from_db()
    changed = url_of(client, page).findtext("s:lastmod", "", NAMES)
    assert changed.startswith(str(timezone.localdate(page.last_published_at)))


def test_drafts_and_closed_pages_are_not_told_of(client):
    draft = StandardPageFactory(live=False)
    closed = StandardPageFactory()
    PageViewRestriction.objects.create(
        page=closed, restriction_type=PageViewRestriction.LOGIN
    )
    listed = " ".join(urls(client))
    assert draft.url not in listed
    assert closed.url not in listed


def test_materials_are_there_for_those_that_all_may_fetch(client):
    shown = make_file().asset
    hidden = [
        make_file(access=Audience.LIBRARY).asset,
        make_file(usable_until="2017-01-01").asset,
        make_file(state=Asset.State.DRAFT).asset,
    ]
    listed = " ".join(urls(client))
    assert shown.get_absolute_url() in listed
    assert not [one for one in hidden if one.get_absolute_url() in listed]


def test_a_page_has_its_picture(client):
    page = StandardPageFactory(picture=ready_picture())
    location = url_of(client, page).findtext("image:image/image:loc", "", NAMES)
    assert location.startswith("http")
    assert location.endswith(".webp")


def test_no_picture_is_made_for_search_engines(client):
    picture = ImageFactory()
    page = StandardPageFactory(picture=picture)
    assert url_of(client, page).find("image:image", NAMES) is None
    assert not picture.renditions.exists()


def test_a_picture_out_of_its_rights_is_not_told_of(client):
    picture = ready_picture(usable_until="2017-01-01")
    page = StandardPageFactory(picture=picture)
    assert url_of(client, page).find("image:image", NAMES) is None


def test_a_page_names_its_translations_and_itself(client, settings):
    english, _new = Locale.objects.get_or_create(language_code="en")
    about = StandardPageFactory(title="Om os", slug="om")
    home_page().copy_for_translation(english).save_revision().publish()
    about.copy_for_translation(english).save_revision().publish()
    wanted = {
        "da": f"{settings.BASE_URL}/om/",
        "en": f"{settings.BASE_URL}/en/om/",
    }
    entries = urls(client)
    for address in wanted.values():
        path = address.removeprefix(settings.BASE_URL)
        url = next(url for place, url in entries.items() if place in (path, address))
        links = url.findall("xhtml:link", NAMES)
        assert {link.get("hreflang"): link.get("href") for link in links} == wanted


def test_a_page_in_one_language_names_none(client):
    assert url_of(client, StandardPageFactory()).find("xhtml:link", NAMES) is None


def film_of(**asset) -> Asset:
    file = make_file(kind=Asset.Kind.FILM, **asset)
    file.current_version.content_type = "video/mp4"
    file.current_version.seconds = 95.4
    file.current_version.save()
    return file.asset


def test_a_film_of_our_own_is_told_with_its_file(client, settings):
    asset = film_of()
    film = FilmPageFactory(
        title="Jagt & gravhøj",
        summary="Et minut <om> jagt.",
        asset=asset,
        address="",
        picture=ready_picture(),
    )
    video = url_of(client, film).find("video:video", NAMES)
    told = {part.tag.partition("}")[2]: part.text for part in video}
    assert told.pop("thumbnail_loc").endswith(".webp")
    play = asset.current_files[0].play_url
    assert told == {
        "title": "Jagt & gravhøj",
        "description": "Et minut <om> jagt.",
        "content_loc": f"{settings.BASE_URL}{play}",
        "duration": "95",
    }


def test_a_film_at_a_provider_is_told_with_its_player(client):
    film = FilmPageFactory(picture=ready_picture(), seconds=61)
    video = url_of(client, film).find("video:video", NAMES)
    player = video.findtext("video:player_loc", "", NAMES)
    assert player.startswith("https://player.vimeo.com/video/123456789")


@pytest.mark.parametrize(
    "asset", [{"access": Audience.LIBRARY}, {"channels": ["screen"]}]
)
def test_a_film_that_strangers_do_not_see_is_a_page_alone(client, asset):
    film = FilmPageFactory(asset=film_of(**asset), address="", picture=ready_picture())
    assert url_of(client, film).find("video:video", NAMES) is None


def test_the_films_may_be_fetched_by_robots(client):
    assert "Allow: /m/*/afspil/" in client.get("/robots.txt").text


def test_it_costs_the_same_however_long(client):
    def grow():
        campaign = CampaignPageFactory(picture=ready_picture())
        StoryPageFactory(parent=campaign, picture=ready_picture())
        FilmPageFactory(parent=campaign, asset=film_of(), address="")
        make_file()

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            urls(client)
        return len(captured)

    grow()
    urls(client)  # Wagtail remembers types and languages from then on.
    few = queries()
    grow()
    grow()
    assert queries() == few


def test_a_large_one_is_told_in_parts(client, monkeypatch):
    monkeypatch.setattr(sitemap, "LARGEST", 2)
    pages = StandardPageFactory.create_batch(3)
    asset = make_file().asset
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314
    assert root.tag == f"{{{NAMES['s']}}}sitemapindex"
    parts = [loc.text.partition("/sitemap-")[2] for loc in root.iter() if loc.text]
    parts = [part for part in parts if part]
    assert parts == ["sider-1.xml", "sider-2.xml", "materialer-1.xml"]
    told = [place for part in parts for place in urls(client, f"/sitemap-{part}")]
    for path in (*(page.url for page in pages), asset.get_absolute_url()):
        assert len([p for p in told if p.endswith(path) and "/en/" not in p]) == 1


@pytest.mark.parametrize("part", ["sider-0", "sider-9", "andet-1"])
def test_a_part_that_is_not_there(client, part):
    assert client.get(f"/sitemap-{part}.xml").status_code == 404
