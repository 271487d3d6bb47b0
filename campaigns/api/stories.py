"""Stories as the API tells of them."""

from core.open_data.shapes import Body, OpenPage

from ..models import StoryPage
from .pages import PageEndpoint, note_pages

KIND = "stories"


class OpenStory(OpenPage):
    """En fortælling til en kampagne."""


class WholeStory(OpenStory):
    """Fortællingen i sin helhed."""

    body: Body


note_pages(StoryPage, KIND)


class StoriesEndpoint(PageEndpoint):
    kind = KIND
    title = "Fortællinger"
    about = "De emner, som kampagnerne fortæller om, hver på sin side."
    model = StoryPage
    row, whole = OpenStory, WholeStory
