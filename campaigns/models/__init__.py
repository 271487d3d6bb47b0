from .archives import CampaignArchive
from .campaigns import (
    CampaignIndexPage,
    CampaignPage,
    CampaignPartner,
)
from .film_chapters import FilmChapter
from .films import FilmIndexPage, FilmPage
from .ideas import (
    IdeaAsset,
    IdeaFilm,
    IdeaIndexPage,
    IdeaPage,
    IdeaReadingList,
    IdeaStep,
)
from .partners import NetMedia, Partner
from .reading_lists import (
    Cover,
    ReadingListIndexPage,
    ReadingListPage,
    ReadingListTitle,
)
from .releases import ReleaseAsset, ReleasePage, ReleaseSet
from .sent_ideas import SentIdea
from .stories import StoryPage

__all__ = [
    "CampaignArchive",
    "CampaignIndexPage",
    "CampaignPage",
    "CampaignPartner",
    "FilmChapter",
    "FilmIndexPage",
    "FilmPage",
    "IdeaAsset",
    "IdeaFilm",
    "IdeaIndexPage",
    "IdeaPage",
    "IdeaReadingList",
    "IdeaStep",
    "NetMedia",
    "Partner",
    "ReadingListIndexPage",
    "ReadingListPage",
    "ReadingListTitle",
    "Cover",
    "ReleaseAsset",
    "ReleasePage",
    "ReleaseSet",
    "SentIdea",
    "StoryPage",
]
