"""Themes that follow their pages, ISBNs, film addresses, translations, lists."""

from django.core.exceptions import ValidationError

from wagtail.models import Locale, Page, PageViewRestriction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.models import Asset
from campaigns.models import (
    CampaignIndexPage,
    CampaignPage,
    IdeaPage,
    ReadingListTitle,
    StoryPage,
)
from campaigns.providers import find_provider
from home.models import HomePage, StandardPage
from tests.factories.assets import make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmIndexPageFactory,
    FilmPageFactory,
    IdeaIndexPageFactory,
    IdeaPageFactory,
    ReadingListIndexPageFactory,
    ReadingListPageFactory,
    StoryPageFactory,
)
from tests.factories.home import home_page
from tests.factories.themes import ThemeFactory

FILM = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"


def check_digit(digits: str) -> str:
    """The last digit of an ISBN-13, by the rule of the standard."""
    total = sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(digits))
    return str(-total % 10)


BODIES = st.text("0123456789", min_size=9, max_size=9).map("978{}".format)


@given(BODIES)
def test_an_isbn_with_its_check_digit_is_taken(body):
    title = ReadingListTitle(title="Bog", isbn=f"{body[:3]}-{body[3:]}-")
    title.isbn += check_digit(body)
    title.clean()
    assert title.isbn == body + check_digit(body)


@given(BODIES, st.integers(1, 9))
def test_an_isbn_with_any_other_digit_is_refused(body, off):
    wrong = str((int(check_digit(body)) + off) % 10)
    with pytest.raises(ValidationError) as caught:
        ReadingListTitle(title="Bog", isbn=body + wrong).clean()
    assert list(caught.value.message_dict) == ["isbn"]


@pytest.mark.parametrize("isbn", ["123", "abc", "9788711", "12345678901234", "×"])
def test_what_is_no_isbn_is_refused(isbn):
    with pytest.raises(ValidationError):
        ReadingListTitle(title="Bog", isbn=isbn).clean()


def test_ten_digits_become_thirteen():
    title = ReadingListTitle(title="Bog", isbn="0-8044-2957-X")
    title.clean()
    assert title.isbn == "9780804429573"


@pytest.mark.parametrize(
    ("address", "player"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", FILM),
        ("https://www.youtube.com/watch?list=x&v=dQw4w9WgXcQ&t=3", FILM),
        ("http://youtube.com/watch?v=dQw4w9WgXcQ", FILM),
        ("https://m.youtube.com/shorts/dQw4w9WgXcQ", FILM),
        ("https://youtu.be/dQw4w9WgXcQ?si=1", FILM),
        (
            "https://vimeo.com/123456789",
            "https://player.vimeo.com/video/123456789?dnt=1",
        ),
    ],
)
def test_film_addresses_that_are_known(address, player):
    assert find_provider(address).player_url(address) == player


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://www.youtube.com/",
        "https://www.youtube.com/@kanal",
        "https://youtu.be/forlangtnavnher",
        "https://evil.example/https://youtu.be/dQw4w9WgXcQ",
        "https://youtu.be.evil.example/dQw4w9WgXcQ",
        "https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "javascript:alert(1)//youtu.be/dQw4w9WgXcQ",
        "https://vimeo.com/kanal",
    ],
)
def test_film_addresses_that_are_not(address):
    assert find_provider(address) is None


@pytest.mark.django_db
def test_a_page_that_is_moved_belongs_to_its_new_campaign():
    idea, there = IdeaPageFactory(), CampaignPageFactory()
    idea.move(there, pos="last-child")
    assert IdeaPage.objects.get(pk=idea.pk).theme == there.theme


@pytest.mark.django_db
def test_a_page_that_is_copied_belongs_to_the_campaign_it_came_to():
    idea, there = IdeaPageFactory(), CampaignPageFactory()
    copy = idea.copy(to=there, update_attrs={"slug": "kopi"})
    assert IdeaPage.objects.get(pk=copy.pk).theme == there.theme


@pytest.mark.django_db
def test_a_campaign_with_another_theme_takes_its_pages_along():
    campaign = CampaignPageFactory()
    pages = [
        make(parent=campaign)
        for make in (
            IdeaPageFactory,
            StoryPageFactory,
            FilmPageFactory,
            ReadingListPageFactory,
        )
    ]
    stranger = IdeaPageFactory()
    campaign.theme = ThemeFactory()
    campaign.save()
    for page in pages:
        page.refresh_from_db()
        assert page.theme == campaign.theme
    stranger.refresh_from_db()
    assert stranger.theme != campaign.theme


@pytest.mark.django_db
def test_a_translation_stands_under_the_english_campaign(client):
    english = Locale.objects.get_or_create(language_code="en")[0]
    story = StoryPageFactory(title="Under græsset", slug="under-graesset")
    translation = story.copy_for_translation(english, copy_parents=True)
    translation.title = "Under the grass"
    translation.save_revision().publish()
    theme = story.get_parent().specific.theme
    translation = StoryPage.objects.get(locale=english)
    assert translation.theme == theme
    assert CampaignPage.objects.get(locale=english).theme == theme
    for page in HomePage.objects.filter(locale=english):
        page.live or page.save_revision().publish()
    assert translation.url.startswith("/en/")
    response = client.get(translation.url)
    assert response.status_code == 200
    assert '<html lang="en"' in response.text
    assert "Under the grass" in response.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("index", "make"),
    [
        (IdeaIndexPageFactory, IdeaPageFactory),
        (ReadingListIndexPageFactory, ReadingListPageFactory),
        (FilmIndexPageFactory, FilmPageFactory),
    ],
)
def test_a_catalogue_shows_what_everyone_may_see(client, index, make):
    catalogue = index()
    shown, draft, private = make(title="Åben"), make(live=False), make(title="Lukket")
    PageViewRestriction.objects.create(
        page=private, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    words = client.get(catalogue.url).text
    assert "Åben" in words
    assert draft.title not in words
    assert "Lukket" not in words
    theme = shown.theme
    narrowed = client.get(catalogue.url, {"tema": theme.slug})
    assert list(narrowed.context["results"]) == [shown]


@pytest.mark.django_db
def test_two_hours_and_no_money(client):
    catalogue = IdeaIndexPageFactory()
    cheap = IdeaPageFactory(title="Hylde", staff_hours=2, cost="gratis", space="hylde")
    IdeaPageFactory(title="Byg en borg", staff_hours=40, cost="over-5000")
    IdeaPageFactory(title="Ukendt tid", staff_hours=None)
    response = client.get(catalogue.url, {"timer": "2", "pris": "gratis"})
    assert list(response.context["results"]) == [cheap]
    assert response.context["count"] == 1


@pytest.mark.django_db
def test_a_private_campaign_is_kept_off_the_front_page(client):
    theme = ThemeFactory(starts_on="2017-09-25", ends_on="2017-10-22")
    campaign = CampaignPageFactory(title="Hemmelig kampagne", theme=theme)
    story = StoryPageFactory(title="Hemmelig fortælling", parent=campaign)
    assert "Hemmelig kampagne" in client.get("/").text
    PageViewRestriction.objects.create(
        page=campaign, restriction_type=PageViewRestriction.LOGIN
    )
    for address in ("/", campaign.get_parent().url, "/sitemap.xml"):
        words = client.get(address).text
        assert campaign.title not in words
        assert story.title not in words
        assert campaign.slug not in words


@pytest.mark.django_db
def test_a_film_of_our_own_plays_while_it_may_be_used(client):
    file = make_file()
    asset = file.asset
    Asset.objects.filter(pk=asset.pk).update(kind=Asset.Kind.FILM)
    file.current_version = file.versions.get()
    file.versions.update(content_type="video/mp4", filename="film.mp4")
    film = FilmPageFactory(address="", asset=Asset.objects.get(pk=asset.pk))
    assert film.film_file == file
    assert file.play_url in client.get(film.url).text
    Asset.objects.filter(pk=asset.pk).update(usable_until="2017-01-01")
    words = client.get(film.url).text
    assert file.play_url not in words
    assert "Filmen kan ikke ses lige nu." in words


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("hours", "text"),
    [(None, ""), (0, "0 timer"), (1, "1 time"), (1.5, "1,5 time"), (2, "2 timer")],
)
def test_hours_as_people_write_them(hours, text):
    assert IdeaPage(staff_hours=hours).hours == text


def test_where_pages_may_stand():
    assert IdeaPage.allowed_parent_page_models() == [CampaignPage]
    assert CampaignPage.allowed_parent_page_models() == [CampaignIndexPage]
    assert CampaignIndexPage.allowed_parent_page_models() == [HomePage]
    assert set(StandardPage.allowed_parent_page_models()) == {HomePage, StandardPage}


@pytest.mark.django_db
def test_an_address_of_its_own_is_made_of_danish_letters():
    page = home_page().add_child(instance=StandardPage(title="Læselyst på øer"))
    assert page.slug == "laeselyst-paa-oeer"


@pytest.mark.django_db
def test_what_search_engines_are_told(client):
    page = StandardPage(
        title="Om os", seo_title="Om temasamarbejdet", search_description="Hvem vi er."
    )
    home_page().add_child(instance=page)
    words = client.get(page.url).text
    assert "<title>Om temasamarbejdet · " in words
    assert '<meta name="description" content="Hvem vi er.">' in words
    assert page.full_url in client.get("/sitemap.xml").text


@pytest.mark.django_db
def test_an_idea_is_marked_in_the_menu_where_ideas_are_gathered(client):
    IdeaIndexPageFactory(show_in_menus=True, slug="ideer")
    idea = IdeaPageFactory(parent=CampaignPageFactory())
    Page.objects.filter(slug="kampagner").update(show_in_menus=True)
    words = client.get(idea.url).text
    assert '<a href="/ideer/" aria-current="true">' in words
    assert '<a href="/kampagner/">' in words
