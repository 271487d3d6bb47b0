"""How the tests ask, and what they ask of."""

from dataclasses import dataclass

from django.test import Client

from assets.models import Asset, AssetFile
from campaigns.models import (
    CampaignPage,
    FilmPage,
    IdeaPage,
    ReadingListPage,
    StoryPage,
)
from core.open_data.telling import page_uuid
from themes.models import Theme

ROOT = "/api/v2/"
KINDS = [
    "themes", "campaigns", "stories", "ideas", "films", "reading-lists", "assets",
]  # fmt: skip
PAGE_KINDS = KINDS[1:-1]


@dataclass
class Things:
    """One of each."""

    theme: Theme
    campaign: CampaignPage
    story: StoryPage
    idea: IdeaPage
    film: FilmPage
    reading_list: ReadingListPage
    asset: Asset
    file: AssetFile

    @property
    def pages(self) -> list:
        return [self.campaign, self.story, self.idea, self.film, self.reading_list]

    def of(self, kind: str):
        """The one of a kind."""
        each = [self.theme, *self.pages, self.asset]
        return dict(zip(KINDS, each, strict=True))[kind]


def ask(kind: str = "", status: int = 200, client: Client | None = None, **query):
    """What the API answers to a list's question."""
    response = (client or Client()).get(f"{ROOT}{kind}/" if kind else ROOT, query)
    assert response.status_code == status, response.text
    return response.json()


def address_of(kind: str, thing) -> str:
    """Where the API tells of a thing alone."""
    language = "da"
    if hasattr(thing, "translation_key"):
        name = page_uuid(thing.translation_key, language)
    else:
        name = thing.uuid
    return f"{ROOT}{kind}/{name}/"


def titles(kind: str, **query) -> list[str]:
    """The titles in a list."""
    return [item["title"] for item in ask(kind, **query)["items"]]
