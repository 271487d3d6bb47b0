"""A campaign's logo: from its graphic package, while its rights last."""

import datetime
from io import BytesIO

from django.core.files.storage import storages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import pypdfium2
import pytest
import time_machine
from PIL import Image

from assets.models import Asset, AssetFile
from assets.models.rights import Channel
from assets.permissions import Audience
from assets.previews import make_preview
from tests.factories.assets import make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    ReadingListPageFactory,
    StoryPageFactory,
)
from tests.factories.themes import ThemeFactory
from themes.looks.suggestions import suggested_colours

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

# A dark disc on a clear ground, with a script and a picture from elsewhere.
SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
<script>alert(1)</script><image href="http://127.0.0.1:1/x.png" width="9" height="9"/>
<circle cx="50" cy="50" r="45" fill="#10302b"/></svg>"""


def theme_with_logo(ground: str = "#f1e3c9", **fields):
    theme = ThemeFactory(umbrella="Historier om Danmark", ground=ground)
    file = make_file(
        SVG,
        "logo.svg",
        kind=Asset.Kind.GRAPHIC_PACKAGE,
        theme=theme,
        **{"access": Audience.LIBRARY, **fields},
    )
    file.role = AssetFile.Role.LOGO
    file.save()
    make_preview(file.current_version)
    theme.logo = file
    theme.save()
    return theme


def shown_on(client, page) -> str:
    """The part of a page that holds its logo; empty for a name in letters."""
    html = client.get(page.url).content.decode()
    return html.partition('class="campaign-logo')[2].partition("</span>")[0]


def test_it_stands_on_the_pages_of_the_campaign_with_its_name(client):
    campaign = CampaignPageFactory(theme=theme_with_logo())
    story = StoryPageFactory(parent=campaign)
    for page in (campaign, story):
        logo = shown_on(client, page)
        assert 'alt="Historier om Danmark"' in logo
        key = campaign.theme.logo.current_version.preview_path("large")
        assert storages["public"].url(key) in logo


def test_it_brings_a_plate_where_the_ground_would_swallow_it(client):
    light = shown_on(client, CampaignPageFactory(theme=theme_with_logo()))
    dark = shown_on(client, CampaignPageFactory(theme=theme_with_logo("#0b2420")))
    assert "is-none-by-day" in light
    assert "is-light-by-day" in dark
    assert "is-light-by-night" in light


def test_it_costs_a_page_one_query(client):
    def queries(page) -> int:
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(page.url)
        return len(captured)

    bare = queries(CampaignPageFactory())
    assert queries(CampaignPageFactory(theme=theme_with_logo())) == bare + 1


def end_rights(asset):
    asset.usable_until = datetime.date(2026, 6, 30)


def withdraw(asset):
    asset.state = Asset.State.WITHDRAWN


def for_print_alone(asset):
    asset.channels = [Channel.PRINT]


def for_named_libraries(asset):
    asset.access = Audience.NAMED


@pytest.mark.parametrize(
    "end", [end_rights, withdraw, for_print_alone, for_named_libraries]
)
@time_machine.travel("2026-07-01 12:00")
def test_the_name_in_letters_stands_where_it_may_not(client, end):
    theme = theme_with_logo()
    end(theme.logo.asset)
    theme.logo.asset.save()
    campaign = CampaignPageFactory(theme=theme)
    assert not shown_on(client, campaign)
    assert "Historier om Danmark" in client.get(campaign.url).content.decode()


@pytest.mark.parametrize(("name", "args"), [("handout", []), ("poster", ["a4"])])
def test_papers_bear_it_while_it_may_be_printed(client, name, args):
    def pictures(page) -> int:
        url = reverse(f"campaigns:{name}", args=[page.pk, *args])
        with pypdfium2.PdfDocument(client.get(url).content) as document:
            kinds = [part.type for part in document[0].get_objects(max_depth=3)]
        return kinds.count(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE)

    campaign = CampaignPageFactory(theme=theme_with_logo())
    page = ReadingListPageFactory(parent=campaign)
    assert pictures(page) == 1
    asset = campaign.theme.logo.asset
    asset.channels = [Channel.WEB]
    asset.save()
    assert pictures(page) == 0


def test_it_stands_on_the_share_picture(client):
    campaign = CampaignPageFactory(theme=theme_with_logo())
    html = client.get(campaign.url).content.decode()
    path = "/delebillede/" + html.partition("/delebillede/")[2].partition('"')[0]
    drawn = Image.open(BytesIO(client.get(path).content))
    # In the middle of the disc, at the upper left.
    assert drawn.getpixel((110, 100))[0] < 60


def test_a_theme_points_to_a_logo_of_a_graphic_package(editor_client):
    theme = theme_with_logo()
    poster = make_file(title="Plakat")
    url = reverse("themes:edit", args=[theme.pk])
    response = editor_client.get(url)
    values = {str(v) for v, _label in response.context["form"].fields["logo"].choices}
    assert values == {"", str(theme.logo.pk)}
    assert str(poster.pk) not in values
    offered = suggested_colours(theme.logo.current_version.spec["colours"])
    assert f'data-use-colour="{offered["ink"]}" data-for="id_ink"' in response.text


def test_its_uses_name_the_theme_that_wears_it(admin_client):
    theme = theme_with_logo(usable_until=datetime.date(2026, 3, 20))

    with time_machine.travel(datetime.datetime(2026, 3, 2, 12), tick=False):
        html = admin_client.get(reverse("rights_report")).content.decode()

    assert f"Logo for temaet {theme.title}" in html


def test_a_theme_chooses_among_logos_of_graphic_packages(as_editor):
    theme_with_logo(title="Natur: grafisk pakke")
    make_file(kind=Asset.Kind.GRAPHIC_PACKAGE, title="Kun en manual")
    make_file(title="En plakat")
    assert reverse("logo_chooser:choose") in as_editor.get(reverse("themes:add")).text

    listed = as_editor.get(reverse("logo_chooser:choose_results")).text

    assert "Natur: grafisk pakke" in listed
    assert "Kun en manual" not in listed
    assert "En plakat" not in listed
