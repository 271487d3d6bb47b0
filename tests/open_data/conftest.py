"""A site with one of everything that the API tells of."""

from dataclasses import fields

from django.db import transaction
from django.utils import translation

import pytest

from assets.models import Asset
from campaigns.models import ReadingListTitle
from tests.factories.assets import FormatFactory, add_version, make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    IdeaPageFactory,
    NetMediaFactory,
    ReadingListPageFactory,
    StoryPageFactory,
    preview_body,
)
from tests.factories.images import ImageFactory

from .asking import Things
from .following import changes_noted


@pytest.fixture(autouse=True)
def noted():
    with changes_noted():
        yield


def placed_body(things: Things) -> list[dict]:
    """Every block there is, those that point to things too."""
    link = {"net_media": NetMediaFactory().pk, "text": "Hør mere", "address": ""}
    image = {"image": ImageFactory().pk, "alt_text": "En dysse", "decorative": False}
    inner = f'<p>Se <a linktype="page" id="{things.story.pk}">den</a>.</p>'
    blocks = [
        ("text", inner),
        ("picture", {"image": image, "caption": "Ved åen", "width": "wide"}),
        ("page_links", {"title": "Mere", "pages": [things.story.pk]}),
        ("ideas", {"title": "Ideer", "pages": [things.idea.pk]}),
        ("films", {"title": "", "pages": []}),
        ("reading_lists", {"title": "", "pages": [things.reading_list.pk]}),
        ("asset_shelf", {"title": "", "assets": [things.asset.pk], "count": 6}),
        ("see_also", {"title": "", "links": [link]}),
        ("call_to_action", {
            "title": "Hent", "text": "", "link": {
                "text": "Her", "page": things.story.pk, "address": ""
            },
        }),
    ]  # fmt: skip
    return [
        *preview_body(),
        *({"type": kind, "value": value} for kind, value in blocks),
    ]


@pytest.fixture(scope="module")
def kept_things(django_db_setup, django_db_blocker):
    """One of each for a whole module, since to publish five pages takes a second."""
    with (
        django_db_blocker.unblock(),
        translation.override("da"),
        transaction.atomic(),
    ):
        yield _published()
        transaction.set_rollback(True)


@pytest.fixture
def things(kept_things, db) -> Things:
    """The same, read anew: what a test does to them is undone after it."""
    return _anew(kept_things)


@pytest.fixture
def committed_things(transactional_db) -> Things:
    """One of each of a test's own, for other connections to see."""
    return _anew(_published())


def _anew(things: Things) -> Things:
    found = (getattr(things, field.name) for field in fields(Things))
    return Things(*(type(one)._default_manager.get(pk=one.pk) for one in found))


def _published() -> Things:
    campaign = CampaignPageFactory(title="Stenalder", focus="Dysser og jættestuer")
    theme = campaign.theme
    file = make_file(title="Plakat: Stenalder", theme=theme, credit="Tegnestuen")
    file.format = FormatFactory()
    file.save()
    add_version(file, b"%PDF-1.4 anden", name="plakat.pdf", note="rettet dato")
    reading_list = ReadingListPageFactory(parent=campaign, title="Bøger om stenalderen")
    reading_list.titles = [
        ReadingListTitle(
            title="Fortidsfund", author="Else Sommer", year=2017, isbn="9788702041224"
        ),
        ReadingListTitle(title="Uden nummer", why="Fordi den er sjov"),
    ]
    things = Things(
        theme=theme,
        campaign=campaign,
        story=StoryPageFactory(parent=campaign, title="Dyssen"),
        idea=IdeaPageFactory(parent=campaign, title="Grav med børn"),
        film=FilmPageFactory(parent=campaign, title="Et skib sejler"),
        reading_list=reading_list,
        asset=Asset.objects.get(pk=file.asset_id),
        file=file,
    )
    campaign.body = placed_body(things)
    for page in things.pages:
        page.save_revision().publish()
    return things
