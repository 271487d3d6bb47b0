"""Films in a real browser: ours with chapters and captions, others after a click."""

import pytest
from playwright.sync_api import Page, expect

from assets.models import Asset
from assets.previews import make_preview
from campaigns.models.film_chapters import FilmChapter
from tests.assets import samples
from tests.factories.assets import AssetFileFactory, add_version, make_file
from tests.factories.campaigns import FilmPageFactory

from .axe import grave_findings

pytestmark = pytest.mark.django_db(transaction=True)

CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:05.000\nEn stribe\n"


@pytest.fixture
def film(db):
    file = make_file(samples.film(frames=60), "film.mp4", kind=Asset.Kind.FILM)
    make_preview(file.current_version)
    captions = AssetFileFactory(asset=file.asset)
    add_version(captions, CAPTIONS, "film.vtt")
    film = FilmPageFactory(
        address="", asset=Asset.objects.get(pk=file.asset_id), transcript="Den er grå."
    )
    film.chapters = [
        FilmChapter(time="0.00", title="Sort"),
        FilmChapter(time="0.04", title="Lysere"),
    ]
    film.save()
    return film


def test_ours_has_captions_chapters_and_speed_and_sets_no_cookie(
    page: Page, live_server, film
):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(live_server.url + film.url)
    video = page.locator("video")
    poster = film.film_file.current_version.preview_large
    expect(video).to_have_attribute("poster", poster)
    shown = "video => video.textTracks[0].mode"
    assert video.evaluate(shown) == "showing"
    chapter = page.get_by_role("link", name="Lysere")
    chapter.focus()
    page.keyboard.press("Enter")
    expect(video).to_have_js_property("currentTime", 4)
    page.get_by_label("Fart").select_option("1.5")
    assert video.evaluate("video => video.playbackRate") == 1.5
    assert page.context.cookies() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert grave_findings(page) == []


def test_what_the_script_shows_has_its_place_before_it_comes(
    page: Page, live_server, film
):
    page.route("**/film*.js", lambda route: route.abort())
    page.goto(live_server.url + film.url)
    speed = page.locator(".film-tools__speed")
    expect(speed).to_be_hidden()
    assert speed.bounding_box()["height"] > 0


def test_another_sites_film_is_asked_for_after_the_click_alone(page: Page, live_server):
    film = FilmPageFactory(address="https://youtu.be/dQw4w9WgXcQ", transcript="Sang.")
    asked = []

    def note(route):
        asked.append(route.request.url)
        route.fulfill(body="<!doctype html><title>Afspiller</title>")

    page.route(lambda url: not url.startswith(live_server.url), note)
    page.goto(live_server.url + film.url, wait_until="networkidle")
    expect(page.get_by_text("Filmen ligger hos YouTube.")).to_be_visible()
    assert asked == []
    assert grave_findings(page) == []
    page.get_by_role("link", name="Se filmen fra YouTube").click()
    expect(page.locator("iframe")).to_have_attribute("title", film.title)
    page.wait_for_load_state("networkidle")
    assert asked == ["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"]
