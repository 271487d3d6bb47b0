"""The idea catalogue on paper, read as a PDF reader and a printer's browser do."""

from io import BytesIO

from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from wagtail.models import Locale, PageViewRestriction

import pikepdf
import pypdfium2
import pytest

from campaigns.ideas import catalogue as catalogue_module
from campaigns.models import IdeaAsset, IdeaFilm, IdeaStep
from tests.factories.assets import make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    IdeaIndexPageFactory,
    IdeaPageFactory,
)
from tests.factories.images import ImageFactory
from tests.factories.themes import ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def index():
    return IdeaIndexPageFactory(title="Idékatalog")


@pytest.fixture
def kept(settings):
    """A cache that keeps; the suite does without one."""
    name = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": name}}
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def pdf(client, index):
    """Ask for the catalogue with choices; gives the answer."""
    address = reverse("campaigns:idea_catalogue", args=[index.pk])
    return lambda query="", **headers: client.get(f"{address}?{query}", **headers)


def pages_of(response) -> list[str]:
    document = pypdfium2.PdfDocument(response.content)
    return [page.get_textpage().get_text_bounded() for page in document]


def outline_of(response) -> list[tuple]:
    def walk(items):
        for item in items:
            yield str(item.title), [title for title, _more in walk(item.children)]

    with (
        pikepdf.open(BytesIO(response.content)) as document,
        document.open_outline() as outline,
    ):
        return list(walk(outline.root))


def test_cover_contents_and_each_idea_on_its_page(pdf):
    campaign = CampaignPageFactory()
    for title in ("Æblefest på øen", "Byg en dysse"):
        IdeaPageFactory(title=title, parent=campaign, summary=f"Om {title}")
    response = pdf()
    assert response["Content-Type"] == "application/pdf"
    cover, contents, first, second = pages_of(response)
    assert "Idékatalog" in cover
    assert campaign.theme.subtitle in cover
    assert "2 ideer" in cover
    assert contents.index("Byg en dysse") < contents.index("Æblefest på øen")
    assert "Om Byg en dysse" in first
    assert "Om Æblefest på øen" in second


def test_all_that_an_idea_says(pdf):
    idea = IdeaPageFactory(
        title="Æblefest",
        staff_hours=2,
        lead_weeks=3,
        space="ude",
        cost="under-1000",
        partner_type="forening",
        audience="familier",
        credit="Læsø Bibliotek",
        body=[
            {"type": "text", "value": "<p>Husk <b>kurve</b></p><ul><li>En</li></ul>"}
        ],
    )
    film = FilmPageFactory(title="Mosten")
    poster = make_file(title="Plakat: Æbler").asset
    idea.steps = [IdeaStep(text="Pluk"), IdeaStep(text="Pres")]
    idea.needed_assets = [IdeaAsset(asset=poster)]
    idea.needed_films = [IdeaFilm(page=film)]
    idea.save_revision().publish()
    page = pages_of(pdf())[2]
    for words in (
        "2 timer",
        "3 uger før",
        "Ude",
        "Under 1.000 kr.",
        "Forening",
        "Familier",
        "Pluk",
        "Husk kurve",
        "Plakat: Æbler",
        "Mosten",
        "Ideen kommer fra Læsø Bibliotek.",
        idea.slug,
    ):
        assert words in page, words


def test_title_language_bookmarks_and_fonts(pdf):
    campaign = CampaignPageFactory()
    other = CampaignPageFactory(theme=ThemeFactory(starts_on="2016-03-01"))
    IdeaPageFactory(title="Ny", parent=campaign)
    IdeaPageFactory(title="Gammel", parent=other)
    response = pdf()
    assert outline_of(response) == [
        (campaign.theme.title, ["Ny"]),
        (other.theme.title, ["Gammel"]),
    ]
    with pikepdf.open(BytesIO(response.content)) as document:
        assert str(document.Root.Lang) == "da-DK"
        assert str(document.docinfo["/Title"]) == "Idékatalog"
        fonts = document.pages[2].Resources.Font.values()
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_it_is_as_narrow_as_the_address(pdf):
    IdeaPageFactory(title="Kort", staff_hours=1)
    IdeaPageFactory(title="Lang", staff_hours=40)
    response = pdf("timer=2")
    assert "Højst 2 timer" in pages_of(response)[0]
    assert len(pages_of(response)) == 3


def test_it_holds_what_a_stranger_may_see(pdf, admin_user, client):
    client.force_login(admin_user)
    shown = IdeaPageFactory(title="Åben")
    IdeaPageFactory(title="Kladde", live=False)
    private = IdeaPageFactory(title="Lukket")
    PageViewRestriction.objects.create(
        page=private, restriction_type=PageViewRestriction.LOGIN
    )
    shown.needed_films = [IdeaFilm(page=FilmPageFactory(title="Skjult", live=False))]
    draft = make_file(title="Hemmelig plakat").asset
    type(draft).objects.filter(pk=draft.pk).update(state="draft")
    shown.needed_assets = [IdeaAsset(asset=draft)]
    shown.save_revision().publish()
    response = pdf()
    # It may be kept for all, so it says nothing to one.
    assert not response.cookies
    words = "".join(pages_of(response))
    assert "Åben" in words
    for hidden in ("Kladde", "Lukket", "Skjult", "Hemmelig plakat"):
        assert hidden not in words


def test_long_names_odd_letters_and_long_steps(pdf):
    word = "speciallægepraksisplanlægningsstabiliseringsperiode"
    idea = IdeaPageFactory(title=f"{word} " * 4, summary="Łódź 😀 og € " * 20)
    idea.steps = [IdeaStep(text="x" * 600) for _number in range(30)]
    idea.save_revision().publish()
    response = pdf()
    assert "Lódz og €" in pages_of(response)[2].replace("  ", " ")
    assert len(pages_of(response)) > 4


def test_a_long_list_of_needs_runs_over_pages(pdf):
    idea = IdeaPageFactory(credit="Læsø Bibliotek")
    poster = make_file(title="Æbler på væggen").asset
    idea.needed_assets = [IdeaAsset(asset=poster) for _number in range(45)]
    film = FilmPageFactory(title="M" * 255, slug="film")
    idea.needed_films = [IdeaFilm(page=film) for _number in range(9)]
    idea.save_revision().publish()
    pages = pages_of(pdf())
    assert len(pages) > 3
    assert "".join(pages[2:]).count("Æbler på væggen") == 45
    assert "Se og hent på siden" in pages[-1]


def test_pictures_stand_in_it_and_their_credits(pdf):
    IdeaPageFactory(picture=ImageFactory(credit="Foto: Else"))
    response = pdf()
    assert "Foto: Else" in pages_of(response)[2]
    with pikepdf.open(BytesIO(response.content)) as document:
        assert any("/DCTDecode" in str(o.get("/Filter")) for o in _images(document))


def _images(document):
    return [o for o in document.objects if isinstance(o, pikepdf.Stream)]


def test_a_picture_whose_file_is_gone_leaves_the_pattern(pdf):
    image = ImageFactory()
    IdeaPageFactory(picture=image)
    image.file.storage.delete(image.file.name)
    response = pdf()
    assert response.status_code == 200
    assert len(pages_of(response)) == 3


def test_it_is_set_once_and_known_again(pdf):
    idea = IdeaPageFactory()
    first = pdf()
    assert "public" in first["Cache-Control"]
    again = pdf(headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    idea.title = "En anden"
    idea.save_revision().publish()
    assert pdf(headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_no_ideas_lead_back_to_the_list(pdf, index):
    response = pdf("timer=2")
    assert response.status_code == 302
    assert response.url == f"{index.url}?timer=2"


@pytest.mark.parametrize("query", ["timer=x", "tema=findes-ikke", "hvem=1&hvem=2"])
def test_odd_choices_are_no_errors(pdf, query):
    IdeaPageFactory()
    assert pdf(query).status_code in (200, 302)


def test_too_many_for_one_paper(pdf, monkeypatch):
    monkeypatch.setattr(catalogue_module, "MAX_IDEAS", 1)
    IdeaPageFactory.create_batch(2)
    response = pdf()
    assert response.status_code == 422
    assert "højst 200 ideer" in response.text


def test_a_catalogue_that_is_no_public_page(client, index):
    index.unpublish()
    address = reverse("campaigns:idea_catalogue", args=[index.pk])
    assert client.get(address).status_code == 404
    assert client.get(reverse("campaigns:idea_catalogue", args=[99])).status_code == 404


def test_setting_papers_has_a_limit(pdf, settings, kept):
    settings.ACCOUNT_RATE_LIMITS = {"idea_catalogue": "1/h/ip"}
    IdeaPageFactory(staff_hours=1)
    assert pdf().status_code == 200
    assert pdf().status_code == 200
    refused = pdf("timer=2")
    assert refused.status_code == 429
    assert 3500 < int(refused["Retry-After"]) <= 3600


def test_only_the_whole_paper_is_kept(pdf, settings, kept):
    settings.ACCOUNT_RATE_LIMITS = {"idea_catalogue": "1/h/ip"}
    IdeaPageFactory(staff_hours=1)
    assert pdf("timer=2").status_code == 200
    assert pdf("timer=2").status_code == 429


def test_it_asks_the_same_however_many_ideas(pdf):
    campaign = CampaignPageFactory()

    def add(count):
        for idea in IdeaPageFactory.create_batch(
            count, parent=campaign, picture=ImageFactory()
        ):
            idea.needed_films = [IdeaFilm(page=FilmPageFactory(parent=campaign))]
            idea.needed_assets = [IdeaAsset(asset=make_file().asset)]
            idea.save_revision().publish()
        pdf()
        with CaptureQueriesContext(connection) as captured:
            pdf()
        return len(captured)

    assert add(1) == add(4)


def test_the_page_for_print_shows_whole_ideas_and_no_frame(client, index):
    idea = IdeaPageFactory(title="Æblefest", staff_hours=2)
    idea.steps = [IdeaStep(text="Pluk")]
    idea.save_revision().publish()
    IdeaPageFactory(title="Lang", staff_hours=40)
    response = client.get(f"{index.url}?timer=2&vis=print")
    assert "Æblefest" in response.text
    assert "Pluk" in response.text
    assert "Lang" not in response.text
    assert "site-header" not in response.text
    assert (
        f'href="{index.url}?timer=2"' in response.text or '?timer=2"' in response.text
    )


def test_links_in_print_are_looked_up_together(client, index):
    campaign = CampaignPageFactory()

    def asked(count):
        for idea in IdeaPageFactory.create_batch(count, parent=campaign):
            film = FilmPageFactory(parent=campaign)
            link = f'<p><a linktype="page" id="{film.pk}">Se den</a></p>'
            idea.body = [{"type": "text", "value": link}]
            idea.save_revision().publish()
        client.get(f"{index.url}?vis=print")
        with CaptureQueriesContext(connection) as captured:
            words = client.get(f"{index.url}?vis=print").text
        assert f'<a href="{film.url}">Se den</a>' in words
        return len(captured)

    assert asked(1) == asked(4)


def test_the_list_leads_to_both_with_its_choices(client, index):
    IdeaPageFactory(staff_hours=2)
    words = client.get(f"{index.url}?timer=2&p=1").text
    address = reverse("campaigns:idea_catalogue", args=[index.pk])
    assert f'href="{address}?timer=2"' in words
    assert 'href="?timer=2&amp;vis=print"' in words
    assert f'href="{address}"' in client.get(index.url).text


def test_an_english_catalogue_speaks_english(client, index):
    english = Locale.objects.get_or_create(language_code="en")[0]
    idea = IdeaPageFactory(staff_hours=2)
    for page in (index, idea):
        copy = page.copy_for_translation(english, copy_parents=True)
        copy.save_revision().publish()
    for page in copy.get_ancestors().specific():
        page.live or page.save_revision().publish()
    index = index.get_translation(english)
    address = f"/en/ideer/{index.pk}/idekatalog.pdf"
    words = "".join(pages_of(client.get(address)))
    assert "Contents" in words
    assert "2 hours" in words
