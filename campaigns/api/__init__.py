"""Campaigns and what stands below them as the API tells of them."""

from .campaigns import CampaignsEndpoint
from .films import FilmsEndpoint
from .ideas import IdeasEndpoint
from .reading_lists import ReadingListsEndpoint
from .stories import StoriesEndpoint

ENDPOINTS = [
    CampaignsEndpoint,
    StoriesEndpoint,
    IdeasEndpoint,
    FilmsEndpoint,
    ReadingListsEndpoint,
]

__all__ = ["ENDPOINTS"]
