"""Pages as Markdown, and what there is of them."""

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail.models import PageViewRestriction

import pytest

from assets.models import Asset
from assets.permissions import Audience
from campaigns.blocks import StoryBlock
from campaigns.models import CampaignPartner
from campaigns.models.ideas import IdeaStep
from campaigns.models.reading_lists import ReadingListTitle
from home.markdown.blocks import WRITERS
from search.models import FileText
from tests.factories.assets import AssetFileFactory, add_version, make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmIndexPageFactory,
    FilmPageFactory,
    IdeaIndexPageFactory,
    IdeaPageFactory,
    NetMediaFactory,
    PartnerFactory,
    ReadingListIndexPageFactory,
    ReadingListPageFactory,
    StoryPageFactory,
    preview_body,
)
from tests.factories.home import (
    MaterialsPageFactory,
    NewsIndexPageFactory,
    home_page,
)
from tests.factories.images import ImageFactory
from tests.factories.users import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def twin(client, page) -> str:
    response = client.get(f"{page.url}index.md")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    return response.content.decode()


def test_every_block_is_written(client):
    assert set(WRITERS) == set(StoryBlock().child_blocks)
    text = twin(client, StoryPageFactory(body=preview_body()))
    for part in (
        "## Hvorfor lige nu?",
        "> Det samler fokus og motiverer",
        "— Bibliotek, evaluering 2017",
        "**79** biblioteksvæsner var med",
        "| blev klogere eller fik sat tanker i gang | 90\u00a0% |",
        "- **ca. 965**: Harald rejser Jellingstenen",
        "**Koster det noget at være med?**",
        "[Hent materialerne](https://example.dk)",
    ):
        assert part in text
    assert "<" not in text


@pytest.mark.parametrize("decorative", [True, False])
def test_a_picture_is_its_alt_text_and_caption(client, decorative):
    picture = {
        "image": ImageFactory().pk,
        "alt_text": "" if decorative else "En dysse",
        "decorative": decorative,
    }
    block = {"image": picture, "caption": "Ved åen", "width": "wide"}
    page = StoryPageFactory(body=[{"type": "picture", "value": block}])
    text = twin(client, page)
    assert "Ved åen" in text
    assert ("![En dysse](http" in text) is not decorative


def test_a_reading_list_has_authors_and_numbers(client):
    page = ReadingListPageFactory(title="Ud med børn")
    ReadingListTitle.objects.create(
        page=page, title="Løvinden", author="A. Nielsen", isbn="9788702311969"
    )
    text = twin(client, page)
    assert text.startswith("# Ud med børn\n")
    assert "1. **Løvinden**, A. Nielsen, Bog, ISBN 9788702311969" in text


def test_an_idea_has_its_steps_and_a_film_its_text(client):
    idea = IdeaPageFactory()
    for n, text in enumerate(("Find en kasse.", "Fyld den.")):
        IdeaStep.objects.create(page=idea, text=text, sort_order=n)
    assert "1. Find en kasse.\n2. Fyld den." in twin(client, idea)
    assert "Den er grå." in twin(client, FilmPageFactory(transcript="Den er grå."))


def test_a_campaign_has_its_figures_its_people_and_its_materials(client):
    campaign = CampaignPageFactory(
        figures=[("figure", {
            "value": "79", "text": "var med", "source": "Evaluering", "note": "",
        })],
        net_media=[("link", {
            "net_media": NetMediaFactory(name="Litteratursiden"), "text": "Om sten",
            "address": "https://litteratursiden.dk/sten",
        })],
        contacts=[("contact", {
            "name": "Kit Kam", "about": "Plakater", "phone": "12 34 56 78",
            "email": "kit@example.dk",
        })],
    )  # fmt: skip
    CampaignPartner.objects.create(
        page=campaign, partner=PartnerFactory(name="Museet"), role="Laver udstilling"
    )
    shown = make_file(title="Plakat: Sten", theme=campaign.theme).asset
    make_file(title="Kladden", theme=campaign.theme, state=Asset.State.DRAFT)
    make_file(title="Redaktionens", theme=campaign.theme, access=Audience.EDITOR)
    text = twin(client, campaign)
    for part in (
        "**79** var med (Evaluering)",
        "Museet",
        "Laver udstilling",
        "[Litteratursiden](https://litteratursiden.dk/sten): Om sten",
        "**Kit Kam**, Plakater, 12 34 56 78, kit@example.dk",
        f"[Plakat: Sten](http://127.0.0.1:8000{shown.get_absolute_url()})",
    ):
        assert part in text
    assert "Kladden" not in text
    assert "Redaktionens" not in text


@pytest.mark.parametrize("access", [Audience.ANYONE, Audience.LIBRARY])
def test_what_is_said_in_a_film_is_read_by_who_may_see_it(client, access):
    asset = make_file(title="Film", kind=Asset.Kind.FILM, access=access).asset
    clip = asset.current_files[0].current_version
    clip.content_type = "video/mp4"
    clip.save()
    captions = add_version(AssetFileFactory(asset=asset), b"WEBVTT", "film.vtt")
    FileText.objects.create(version=captions, text="Radioen stod der.")
    page = FilmPageFactory(asset=asset, address="")
    assert ("Radioen stod der." in twin(client, page)) == (access == Audience.ANYONE)


def test_every_catalogue_leads_to_what_is_in_it(client):
    campaign = CampaignPageFactory()
    idea, film = IdeaPageFactory(parent=campaign), FilmPageFactory(parent=campaign)
    reading_list = ReadingListPageFactory(parent=campaign)
    asset = make_file(title="Plakat: Sten", summary="En plakat").asset
    make_file(title="Redaktionens", access=Audience.EDITOR)
    for factory, one in (
        (IdeaIndexPageFactory, idea),
        (FilmIndexPageFactory, film),
        (ReadingListIndexPageFactory, reading_list),
    ):
        assert one.url in twin(client, factory())
    text = twin(client, MaterialsPageFactory())
    assert f"{asset.get_absolute_url()}): En plakat" in text
    assert "Redaktionens" not in text


def test_signs_of_markdown_are_words(client):
    assert "# \\*Fri\\* \\[adgang\\]" in twin(
        client, StoryPageFactory(title="*Fri* [adgang]")
    )


def test_a_draft_and_a_closed_page_have_none_for_anybody(client, editor_client):
    draft = StoryPageFactory(live=False)
    closed = StoryPageFactory()
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    for page in (draft, closed):
        assert editor_client.get(f"{page.url}index.md").status_code == 404
    assert client.get("/findes-ikke/index.md").status_code == 404


def test_who_is_signed_in_reads_what_a_stranger_does(client):
    page = CampaignPageFactory()
    said = twin(client, page)
    client.force_login(UserFactory(is_superuser=True))
    assert twin(client, page) == said


def test_the_page_names_it_and_it_names_the_page(client):
    page = StoryPageFactory()
    assert f'type="text/markdown" href="{page.full_url}index.md"' in (
        client.get(page.url).content.decode()
    )
    response = client.get(f"{page.url}index.md")
    assert response["Link"] == f'<{page.full_url}>; rel="canonical"'


def test_llms_txt_leads_to_what_everyone_may_read(client):
    campaign = CampaignPageFactory(title="Vores natur")
    closed = CampaignPageFactory(title="Den lukkede")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    text = client.get("/llms.txt").content.decode()
    assert text.startswith("# Bibliotekernes Temasamarbejde\n")
    assert "[Vores natur](" in text
    assert f"{campaign.url}index.md" in text
    assert "Den lukkede" not in text


def test_llms_txt_leads_to_the_data(client, settings):
    for factory in (NewsIndexPageFactory, IdeaIndexPageFactory, MaterialsPageFactory):
        factory()
    data = client.get("/llms.txt").content.decode().partition("## Data")[2]
    addresses = re.findall(rf"\({re.escape(settings.BASE_URL)}([^)]+)\)", data)
    assert "/api/v2/openapi.json" in addresses
    assert {client.get(address).status_code for address in addresses} == {200}


def test_queries_do_not_grow(client):
    def count() -> int:
        with CaptureQueriesContext(connection) as found:
            client.get("/llms.txt")
        return len(found)

    CampaignPageFactory()
    count()
    few = count()
    for _n in range(3):
        CampaignPageFactory()
    assert count() == few
    assert twin(client, home_page())


def test_pictures_cost_the_same_however_many(client):
    def story(pictures: int):
        page = StoryPageFactory(body=[picture_block() for _n in range(pictures)])
        assert twin(client, page).count("![En dysse](") == pictures
        return page

    def picture_block() -> dict:
        picture = {"image": ImageFactory().pk, "alt_text": "En dysse"}
        value = {"image": picture | {"decorative": False}, "caption": "", "width": ""}
        return {"type": "picture", "value": value}

    def count(page) -> int:
        with CaptureQueriesContext(connection) as found:
            twin(client, page)
        return len(found)

    assert count(story(2)) == count(story(5))
