"""Every kind of page: axe finds nothing, and nothing slides sideways at 320 px."""

import datetime

import pytest

from campaigns.models.reading_lists import ReadingListTitle
from core import danish
from home.models import SiteSettings
from tests.factories.assets import make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmIndexPageFactory,
    FilmPageFactory,
    IdeaIndexPageFactory,
    IdeaPageFactory,
    PartnerFactory,
    ReadingListIndexPageFactory,
    ReadingListPageFactory,
    StoryPageFactory,
    preview_body,
)
from tests.factories.home import (
    MaterialsPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    home_page,
)
from tests.factories.images import ImageFactory
from tests.factories.themes import ThemeFactory

from .axe import findings

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 700}


def every_kind_of_page() -> list[str]:
    """The addresses of a site with one page of each kind."""
    today = danish.today()
    running = ThemeFactory(starts_on=today, ends_on=today + datetime.timedelta(days=27))
    picture = ImageFactory()
    figure = {"value": "79", "text": "var med", "source": "Rapporten"}
    campaign = CampaignPageFactory(
        theme=running,
        picture=picture,
        body=preview_body(),
        figures=[{"type": "figure", "value": figure}],
        contacts=[{"type": "contact", "value": {"name": "Bo", "phone": "12 34 56 78"}}],
    )
    campaign.partners.create(partner=PartnerFactory(), role="Låner ud")
    story = StoryPageFactory(parent=campaign, picture=picture, body=preview_body())
    books = ReadingListPageFactory(parent=campaign)
    ReadingListTitle.objects.create(page=books, title="Løvinden", why="Den er vild.")
    news = NewsIndexPageFactory()
    statement = StandardPageFactory(title="Tilgængelighed", body=preview_body())
    settings = SiteSettings.for_site(home_page().get_site())
    settings.accessibility_page = statement
    settings.email = "post@example.dk"
    settings.save()
    asset = make_file(theme=running).asset
    pages = [
        home_page(),
        campaign.get_parent(),
        campaign,
        story,
        IdeaPageFactory(parent=campaign, picture=picture),
        books,
        FilmPageFactory(parent=campaign, picture=picture, transcript="Den er grå."),
        IdeaIndexPageFactory(),
        ReadingListIndexPageFactory(),
        FilmIndexPageFactory(),
        MaterialsPageFactory(),
        news,
        NewsPageFactory(parent=news, picture=picture),
        statement,
    ]
    return [
        *(page.url for page in pages),
        asset.get_absolute_url(),
        f"/kalender/{today.year}/",
        f"{campaign.url}?skaerm=1",
        "/soeg/?q=plakat",
        "/sig-til/",
        "/log-ind/",
        "/findes-ikke/",
    ]


@pytest.mark.django_db(transaction=True)
def test_axe_finds_nothing_on_any_kind_of_page(page, live_server):
    found = []
    for path in every_kind_of_page():
        for size, colours in [(WIDE, "light"), (NARROW, "dark")]:
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=colours, reduced_motion="reduce")
            if colours == "light":
                page.goto(live_server.url + path)
            found += [
                (path, colours, rule["id"], [node["html"] for node in rule["nodes"]])
                for rule in findings(page)
            ]
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > NARROW["width"]:
            found.append((path, "slides sideways", width))
    assert found == []
