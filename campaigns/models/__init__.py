from .campaigns import (
    CampaignContact,
    CampaignIndexPage,
    CampaignNetMedia,
    CampaignPage,
    CampaignPartner,
    KeyFigure,
)
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
from .reading_lists import ReadingListIndexPage, ReadingListPage, ReadingListTitle
from .stories import StoryPage

__all__ = [
    "CampaignContact",
    "CampaignIndexPage",
    "CampaignNetMedia",
    "CampaignPage",
    "CampaignPartner",
    "FilmIndexPage",
    "FilmPage",
    "IdeaAsset",
    "IdeaFilm",
    "IdeaIndexPage",
    "IdeaPage",
    "IdeaReadingList",
    "IdeaStep",
    "KeyFigure",
    "NetMedia",
    "Partner",
    "ReadingListIndexPage",
    "ReadingListPage",
    "ReadingListTitle",
    "StoryPage",
]
