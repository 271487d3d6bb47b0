"""A reading list on paper, read as a PDF reader does."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

import pikepdf
import pypdfium2
import pytest

from assets.storages import public_storage
from campaigns.models import Cover, ReadingListTitle
from tests.assets.samples import picture
from tests.factories.campaigns import CampaignPageFactory, ReadingListPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def list_of(count: int, **fields):
    page = ReadingListPageFactory(parent=CampaignPageFactory(), **fields)
    page.titles = [
        ReadingListTitle(
            title=f"Æblet {n}",
            author="Åse Ø. Łukasz",
            why="Fordi den er kort.",
            isbn="9788702050004" if n == 1 else "",
            format="lydbog" if n == 1 else "bog",
            sort_order=n,
        )
        for n in range(1, count + 1)
    ]
    page.save()
    return page


def ask(client, page, name: str = "handout", *args, **headers):
    return client.get(reverse(f"campaigns:{name}", args=[page.pk, *args]), **headers)


def text_of(response) -> str:
    document = pypdfium2.PdfDocument(response.content)
    return "".join(page.get_textpage().get_text_bounded() for page in document)


def test_each_title_says_why_and_where(client):
    response = ask(client, list_of(2, title="Bøger om æbler"))
    assert response["Content-Type"] == "application/pdf"
    words = text_of(response)
    for said in (
        "Bøger om æbler",
        "Æblet 2",
        "Fordi den er kort.",
        "Find den på bibliotek.dk",
        "Find den på ereolen.dk",
    ):
        assert said in words
    assert b"bibliotek.dk/find?q.all=9788702050004" in response.content


@pytest.mark.parametrize(("name", "size"), [("handout", []), ("poster", ["a3"])])
def test_a_paper_has_title_language_and_its_own_fonts(client, name, size):
    response = ask(client, list_of(1, title="Bøger"), name, *size)
    with pikepdf.open(BytesIO(response.content)) as document:
        assert document.docinfo.Title == "Bøger"
        assert document.Root.Lang == "da-DK"
        fonts = document.pages[0].Resources.Font.values()
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


@pytest.mark.parametrize(("size", "wide"), [("a3", 297), ("a4", 210)])
def test_a_poster_is_of_its_size(client, size, wide):
    response = ask(client, list_of(1), "poster", size)
    document = pypdfium2.PdfDocument(response.content)
    assert len(document) == 1
    assert round(document[0].get_width() / 72 * 25.4) == wide


def test_a_poster_names_list_and_address(client):
    page = list_of(3, title="Bøger om æbler")
    words = text_of(ask(client, page, "poster", "a4"))
    assert "3 titler" in words
    assert page.slug in words


def test_a_poster_of_another_size_is_not_found(client):
    assert ask(client, list_of(1), "poster", "a0").status_code == 404


@pytest.mark.parametrize(
    "fields", [{"title": "Ø" * 200, "slug": "oe"}, {"summary": "ord " * 60}]
)
def test_long_words_are_set_all_the_same(client, fields):
    page = list_of(1, **fields)
    assert ask(client, page).status_code == 200
    assert ask(client, page, "poster", "a4").status_code == 200


def test_a_cover_that_is_kept_is_printed(client):
    page = list_of(1)
    name = public_storage().save("covers/a.jpg", ContentFile(picture("JPEG")))
    Cover.objects.create(key="9788702050004", file=name, asked_at=timezone.now())
    with pikepdf.open(BytesIO(ask(client, page).content)) as document:
        assert len(document.pages[0].images) == 1


def test_a_cover_that_is_gone_is_drawn(client):
    page = list_of(1)
    Cover.objects.create(
        key="9788702050004", file="covers/none.jpg", asked_at=timezone.now()
    )
    response = ask(client, page)
    assert response.status_code == 200
    assert "ETag" not in response
    assert response["Cache-Control"] == "private, no-store"


def test_an_unpublished_list_has_no_papers(client):
    page = list_of(1, live=False)
    assert ask(client, page).status_code == 404
    assert ask(client, page, "poster", "a4").status_code == 404


def test_queries_do_not_grow_with_the_titles(client):
    counts = []
    for count in (1, 12):
        page = list_of(count)
        ask(client, page)
        with CaptureQueriesContext(connection) as queries:
            ask(client, page)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_list_leads_to_its_papers(client):
    page = list_of(1)
    words = client.get(page.url).text
    for name, args in (("handout", []), ("poster", ["a4"]), ("poster", ["a3"])):
        assert reverse(f"campaigns:{name}", args=[page.pk, *args]) in words
