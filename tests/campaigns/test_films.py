"""Films of our own: forms, rights, chapters, and what a film needs to be published."""

from wagtail.test.utils.form_data import inline_formset

import pytest

from assets.models import Asset, AssetFile
from campaigns.models import FilmPage
from campaigns.models.film_chapters import FilmChapter
from core.publish_checks import Level
from tests.assets import samples
from tests.core.findings import found
from tests.factories.assets import AssetFileFactory, add_version, make_file
from tests.factories.campaigns import CampaignPageFactory, FilmPageFactory

from .posts import add, film_form

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:01.000\nHej\n"


@pytest.fixture
def film():
    file = make_file(samples.film(), "film.mp4", kind=Asset.Kind.FILM)
    AssetFile.objects.filter(pk=file.pk).update(name="Film 16:9", purpose="screen")
    return FilmPageFactory(address="", asset=Asset.objects.get(pk=file.asset_id))


def again(film: FilmPage) -> FilmPage:
    return FilmPage.objects.get(pk=film.pk)


def add_file(film: FilmPage, content: bytes, name: str, /, **fields) -> AssetFile:
    file = AssetFileFactory(asset=film.asset, **fields)
    add_version(file, content, name)
    return file


def test_the_library_picks_among_the_forms_of_one_film(client, film):
    tall = add_file(
        film, samples.film(), "film-9-16.mp4", name="Film 9:16", purpose="social"
    )
    words = client.get(film.url).text
    assert "Film 16:9" in words
    assert f'href="{tall.get_absolute_url()}" download>Film 9:16</a>' in words
    assert "Til sociale medier" in words


def test_the_form_with_sound_plays_and_the_silent_one_says_so(client, film):
    film.film_file.versions.update(spec={"has_sound": False})
    heard = add_file(film, samples.film(), "film-lyd.mp4", purpose="screen")
    words = client.get(film.url).text
    assert f'<source src="{heard.play_url}"' in words
    assert words.count("uden lyd") == 1


@pytest.mark.parametrize(
    ("channels", "is_played"),
    [([], True), (["web", "screen"], True), (["screen", "showing"], False)],
)
def test_a_film_plays_on_the_page_if_its_rights_cover_the_web(
    client, film, channels, is_played
):
    Asset.objects.filter(pk=film.asset_id).update(channels=channels)
    words = client.get(film.url).text
    assert ("<video" in words) is is_played
    told = "Bibliotekerne kan bruge den til: infoskærm, offentlig forevisning."
    assert (told in words) is not is_played


def test_an_editor_is_told_that_a_film_will_not_play_on_its_page(film):
    assert "not_for_web" not in found(film)
    Asset.objects.filter(pk=film.asset_id).update(channels=["showing"])
    (finding,) = found(FilmPage.objects.get())["not_for_web"]
    assert finding.level == Level.WARNING
    assert "kun bruges til: offentlig forevisning" in finding.message


def test_libraries_see_what_a_film_may_be_shown_for(client, film):
    Asset.objects.filter(pk=film.asset_id).update(channels=["web", "showing"])
    assert "Må bruges til: web, offentlig forevisning" in client.get(film.url).text


def test_captions_are_on_from_the_start(client, film):
    file = add_file(film, CAPTIONS, "film.vtt", language="en")
    words = client.get(film.url).text
    assert f'src="{file.play_url}" srclang="en" label="Engelsk" default' in words


def test_chapters_stand_in_the_order_of_their_times(client, film):
    film.chapters = [
        FilmChapter(time="1.02.03", title="Til sidst"),
        FilmChapter(time="0.45", title="Mønten"),
    ]
    film.save()
    words = client.get(film.url).text
    assert words.index("#t=45") < words.index("#t=3723")


def test_a_chapter_without_a_time_is_left_out(client, film):
    film.chapters = [
        FilmChapter(time="", title="Uden tid"),
        FilmChapter(time="0.45", title="Mønten"),
    ]
    film.save()
    words = client.get(film.url).text
    assert "#t=45" in words
    assert "Uden tid" not in words


def test_a_chapter_without_a_time_is_not_kept_in_a_draft(editor_client, film):
    form = film_form(
        title="Under græsset",
        slug="under",
        address="https://vimeo.com/123456789",
        chapters=inline_formset([{"time": "", "title": "Mønten"}]),
    )
    del form["action-publish"]
    response = add(editor_client, CampaignPageFactory(), FilmPage, form)
    assert "Dette felt er påkrævet." in response.text


@pytest.mark.parametrize(
    ("times", "told"),
    [
        (["to min"], "Skriv tiden i minutter og sekunder, fx 2.05."),
        (["0.75"], "Skriv tiden i minutter og sekunder, fx 2.05."),
        (["0.05", "0:05"], "Et andet kapitel begynder på samme tid."),
        (["0.24"], "Filmen er slut på det tidspunkt."),
    ],
)
def test_a_chapter_that_is_none_is_told_at_its_time(editor_client, film, times, told):
    rows = [{"time": time, "title": "Mønten"} for time in times]
    form = film_form(
        title="Under græsset",
        slug="under",
        address="https://vimeo.com/123456789",
        transcript="Intet siges.",
        seconds="24",
        chapters=inline_formset(rows),
    )
    response = add(editor_client, CampaignPageFactory(), FilmPage, form)
    assert response.status_code == 200
    assert told in response.text


def test_good_chapters_are_kept(editor_client):
    rows = [{"time": "0:05", "title": "Mønten"}]
    form = film_form(
        title="Under græsset",
        slug="under",
        address="https://vimeo.com/123456789",
        transcript="Intet siges.",
        chapters=inline_formset(rows),
    )
    add(editor_client, CampaignPageFactory(), FilmPage, form)
    assert FilmPage.objects.get().chapters.get().time == "0.05"


def test_a_film_without_captions_is_published_for_a_reason(film):
    (finding,) = found(again(film))["no_captions"]
    assert (finding.level, finding.wants_reason) == (Level.WARNING, True)
    add_file(film, CAPTIONS, "film.vtt")
    assert "no_captions" not in found(again(film))


def test_a_film_without_words_needs_none_when_it_can_be_read(film):
    film.asset.files.update(language=AssetFile.Language.NO_WORDS)
    film.transcript = "En mønt kommer til syne."
    film.save()
    assert "no_captions" not in found(again(film))


def test_a_film_at_a_provider_is_read_or_has_a_reason():
    film = FilmPageFactory()
    (finding,) = found(film)["no_captions"]
    assert finding.place.field == "address"
    film.transcript = "Det, der siges."
    assert "no_captions" not in found(film)
