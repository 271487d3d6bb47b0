"""A campaign with its pages, partners and net-media."""

import factory
from factory.django import DjangoModelFactory

from campaigns.blocks import StoryBlock
from campaigns.models import (
    CampaignIndexPage,
    CampaignPage,
    FilmIndexPage,
    FilmPage,
    IdeaIndexPage,
    IdeaPage,
    NetMedia,
    Partner,
    ReadingListIndexPage,
    ReadingListPage,
    StoryPage,
)

from .home import PageFactory, home_page
from .themes import ThemeFactory


class CampaignIndexPageFactory(PageFactory):
    """The list of campaigns."""

    class Meta:
        model = CampaignIndexPage

    title = "Kampagner"


class IdeaIndexPageFactory(PageFactory):
    """The idea catalogue."""

    class Meta:
        model = IdeaIndexPage

    title = "Ideer"


class ReadingListIndexPageFactory(PageFactory):
    """All reading lists."""

    class Meta:
        model = ReadingListIndexPage

    title = "Læselister"
    slug = "laeselister"


class FilmIndexPageFactory(PageFactory):
    """All films."""

    class Meta:
        model = FilmIndexPage

    title = "Film"


def campaign_index() -> CampaignIndexPage:
    """The list of campaigns, made when it is missing."""
    home = home_page()
    return CampaignIndexPage.objects.child_of(home).first() or CampaignIndexPageFactory(
        parent=home
    )


def preview_body() -> list[dict]:
    """Every block that needs nothing to point to, as the editor's picker shows it."""
    blocks = StoryBlock().child_blocks
    return [
        {"type": name, "value": block.meta.preview_value}
        for name, block in blocks.items()
        if hasattr(block.meta, "preview_value")
    ]


class CampaignPageFactory(PageFactory):
    """A campaign page with a theme of its own."""

    class Meta:
        model = CampaignPage

    title = factory.Sequence(lambda n: f"Kampagne {n + 1}")
    theme = factory.SubFactory(ThemeFactory)
    parent = factory.LazyFunction(campaign_index)


class ContentPageFactory(PageFactory):
    """A page below a campaign, a new one unless told which."""

    class Meta:
        abstract = True

    parent = factory.SubFactory(CampaignPageFactory)


class StoryPageFactory(ContentPageFactory):
    """A story."""

    class Meta:
        model = StoryPage

    title = factory.Sequence(lambda n: f"Fortælling {n + 1}")


class IdeaPageFactory(ContentPageFactory):
    """An idea that takes two hours and no money."""

    class Meta:
        model = IdeaPage

    title = factory.Sequence(lambda n: f"Idé {n + 1}")
    staff_hours = 2


class ReadingListPageFactory(ContentPageFactory):
    """A reading list without titles."""

    class Meta:
        model = ReadingListPage

    title = factory.Sequence(lambda n: f"Læseliste {n + 1}")


class FilmPageFactory(ContentPageFactory):
    """A film at a provider."""

    class Meta:
        model = FilmPage

    title = factory.Sequence(lambda n: f"Film {n + 1}")
    address = "https://vimeo.com/123456789"


class PartnerFactory(DjangoModelFactory):
    """A museum that takes part."""

    class Meta:
        model = Partner

    name = factory.Sequence(lambda n: f"Museum {n + 1}")


class NetMediaFactory(DjangoModelFactory):
    """A national web service."""

    class Meta:
        model = NetMedia

    name = factory.Sequence(lambda n: f"Netmedie {n + 1}")
    website = "https://netmedie.example/"
