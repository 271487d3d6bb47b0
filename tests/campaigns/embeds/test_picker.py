"""Where a library picks an embed and copies it."""

import html
import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail.models import PageViewRestriction

import pytest

from campaigns.models.reading_lists import ReadingListTitle
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    ReadingListPageFactory,
)
from tests.factories.libraries import LibraryFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def reading_list():
    return ReadingListPageFactory(title='Ud "med" <børn>')


def picked(client, page, kind="laeseliste", **more) -> str:
    value = f"{kind}.{page.translation_key}"
    response = client.get("/indlejr/", {"vis": value, **more})
    assert response.status_code == 200
    return response.content.decode()


def code(text: str, name: str = "kode-element") -> str:
    """What is copied: the words of the element, without its mark-up."""
    inside = re.search(rf'id="{name}">(.*?)</code>', text, re.DOTALL)[1]
    return html.unescape(inside)


def test_what_is_live_can_be_chosen(client, reading_list):
    film = FilmPageFactory(title="Åen")
    draft = FilmPageFactory(title="Kladden", live=False)
    closed = FilmPageFactory(title="Den lukkede")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    text = client.get("/indlejr/").content.decode()
    assert f'value="film.{film.translation_key}"' in text
    for page in (draft, closed):
        assert str(page.translation_key) not in text


def test_the_code_is_the_librarys_own(client, reading_list):
    library = LibraryFactory()
    text = picked(
        client,
        reading_list,
        egen="1",
        farve="#336699",
        skema="moerk",
        bredde="480",
        hjoerner="lige",
        bibliotek=library.isil,
    )
    found = code(text)
    for part in (
        'kind="laeseliste"',
        f'ref="{reading_list.translation_key}"',
        'accent="#336699"',
        'scheme="dark"',
        'width="480"',
        'corners="square"',
        f'library="{library.isil}"',
        f'<a href="{reading_list.full_url}">',
    ):
        assert part in found


def test_a_title_cannot_break_out_of_the_code(client, reading_list):
    found = code(picked(client, reading_list))
    # The code is HTML once more, where it is pasted.
    assert "<børn>" not in found


def test_the_frame_of_the_code_is_there(client, reading_list):
    found = code(picked(client, reading_list, skema="lys"), "kode-ramme")
    address = html.unescape(re.search(r'src="([^"]+)"', found)[1])
    assert client.get(address).status_code == 200


def test_a_colour_that_was_not_asked_for_is_not_in_the_code(client, reading_list):
    assert "accent" not in code(picked(client, reading_list, farve="#336699"))


@pytest.mark.parametrize("bredde", ["1", "999999", "-4", "x", "²", "480.5"])
def test_a_width_that_makes_no_sense_does_no_harm(client, reading_list, bredde):
    found = re.search(
        r' width="(\d+)"', code(picked(client, reading_list, bredde=bredde))
    )
    assert found is None or 240 <= int(found[1]) <= 1600


def test_what_is_gone_is_told(client, reading_list):
    reading_list.unpublish()
    assert "Det er her ikke mere" in picked(client, reading_list)


def test_it_may_frame_the_site_itself_and_is_not_framed(client):
    policy = client.get("/indlejr/")["Content-Security-Policy"]
    assert re.search(r"frame-src [^;]*'self'", policy)
    assert "frame-ancestors 'none'" in policy


def test_pages_lead_to_it_with_their_own_choice_made(client, reading_list):
    campaign = CampaignPageFactory()
    film = FilmPageFactory(parent=campaign)
    ReadingListTitle.objects.create(page=reading_list, title="Løvinden")
    for page in (campaign, film, reading_list):
        text = client.get(page.url).content.decode()
        address = re.search(r'href="(/indlejr/\?vis=[^"]+)"', text)[1]
        assert "kode-element" in client.get(address).content.decode()


def test_it_speaks_english(client):
    assert "Embed on your site" in client.get("/en/indlejr/").content.decode()


def test_queries_do_not_grow(client, reading_list):
    def count() -> int:
        with CaptureQueriesContext(connection) as found:
            picked(client, reading_list)
        return len(found)

    count()
    few = count()
    for _n in range(3):
        FilmPageFactory(parent=reading_list.get_parent().specific)
        LibraryFactory()
    assert count() == few
