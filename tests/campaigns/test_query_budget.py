"""A campaign page may grow without asking the database more."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

import pytest

from campaigns.models import CampaignPartner
from tests.factories.assets import make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    IdeaIndexPageFactory,
    IdeaPageFactory,
    NetMediaFactory,
    PartnerFactory,
    ReadingListPageFactory,
    StoryPageFactory,
)
from tests.factories.home import MaterialsPageFactory, StandardPageFactory
from tests.factories.images import ImageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

# The frame 2, the page itself 1, what ten kinds of blocks point to 9, stories and
# partners 2, renditions 1.
BUDGET = 15


def queries(client, address: str) -> int:
    """The queries of the second visit: by then pictures have their renditions."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def question_about(page) -> dict:
    answer = f'<p>Se <a linktype="page" id="{page.pk}">siden</a></p>'
    return {"question": "Hvordan?", "answer": answer}


def mixed_blocks(campaign, rounds: int) -> list:
    """Ten blocks a round, each pointing to pages, files and pictures of its own."""
    blocks = []
    for _round in range(rounds):
        picture = ImageFactory()
        idea = IdeaPageFactory(parent=campaign, picture=ImageFactory())
        film = FilmPageFactory(parent=campaign, picture=ImageFactory())
        reading_list = ReadingListPageFactory(parent=campaign, picture=picture)
        asset = make_file(theme=campaign.theme).asset
        link = {"net_media": NetMediaFactory().pk, "text": "Mere", "address": ""}
        image = {"image": picture.pk, "alt_text": "En dysse", "decorative": False}
        blocks += [
            ("heading", {"text": "Se landet"}),
            ("text", f'<p><a linktype="page" id="{idea.pk}">Idé</a></p>'),
            ("picture", {"image": image, "caption": "", "width": "wide"}),
            ("quote", {"text": "Det samler", "who": "Et bibliotek"}),
            ("ideas", {"title": "", "pages": [idea.pk]}),
            ("films", {"title": "", "pages": [film.pk]}),
            ("reading_lists", {"title": "", "pages": [reading_list.pk]}),
            ("asset_shelf", {"title": "", "assets": [asset.pk], "count": 6}),
            ("see_also", {"title": "", "links": [link]}),
            ("page_links", {"title": "", "pages": [StandardPageFactory().pk]}),
        ]
    # The same kinds once more, asking for all that the campaign has.
    blocks += [
        ("ideas", {"title": "", "pages": []}),
        ("films", {"title": "", "pages": []}),
        ("reading_lists", {"title": "", "pages": []}),
        ("asset_shelf", {"title": "", "assets": [], "count": 6}),
        ("faq", {"title": "", "questions": [question_about(StandardPageFactory())]}),
    ]
    return [{"type": kind, "value": value} for kind, value in blocks]


def campaign_of(rounds: int):
    campaign = CampaignPageFactory(picture=ImageFactory())
    StoryPageFactory(parent=campaign, picture=ImageFactory())
    campaign.body = mixed_blocks(campaign, rounds)
    partner = PartnerFactory(logo=ImageFactory())
    campaign.partners = [CampaignPartner(partner=partner, role="Udgiver")]
    link = {"net_media": NetMediaFactory().pk, "text": "Lyt", "address": ""}
    campaign.net_media = [{"type": "link", "value": link}]
    campaign.figures = [("figure", {"value": "79", "text": "var med", "source": "R"})]
    campaign.contacts = [("contact", {"name": "Else", "phone": "12345678"})]
    campaign.save_revision().publish()
    return campaign


def test_forty_blocks_stay_inside_the_budget(client):
    assert queries(client, campaign_of(4).url) <= BUDGET


def test_twice_the_blocks_cost_no_more(client):
    assert queries(client, campaign_of(8).url) == queries(client, campaign_of(4).url)


def test_the_idea_catalogue_costs_the_same_however_long(client):
    catalogue = IdeaIndexPageFactory()
    campaign = CampaignPageFactory()
    IdeaPageFactory.create_batch(2, parent=campaign, picture=ImageFactory())
    few = queries(client, catalogue.url)
    IdeaPageFactory.create_batch(8, parent=campaign, picture=ImageFactory())
    assert queries(client, catalogue.url) == few


def test_the_materials_cost_the_same_however_many(client):
    materials = MaterialsPageFactory()
    make_file()
    few = queries(client, materials.url)
    for _number in range(8):
        make_file()
    assert queries(client, materials.url) == few
