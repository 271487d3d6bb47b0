"""Assets as lists and pages show them: who may know of what, and at what cost."""

import datetime

from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

import pytest

from assets.blocks import AssetShelfBlock
from assets.models import Asset, Download, FileVersion, Format
from assets.permissions import Audience, audience_of
from tests.factories.assets import (
    AssetFactory,
    AssetFileFactory,
    FormatFactory,
    add_version,
    make_file,
)
from tests.factories.campaigns import CampaignPageFactory
from tests.factories.themes import ThemeFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def queries_of(work) -> int:
    with CaptureQueriesContext(connection) as queries:
        work()
    return len(queries)


def cards() -> str:
    """All assets as cards, as the catalogue shows them."""
    found = Asset.objects.listed_for(None).for_list()
    return "".join(
        render_to_string("components/asset_card.html", {"asset": asset})
        for asset in found
    )


def make_assets(count: int) -> None:
    theme = ThemeFactory()
    for _n in range(count):
        file = make_file(theme=theme)
        AssetFileFactory(asset=file.asset, format=FormatFactory())
        add_version(file, b"%PDF-1.4 2")
    FileVersion.objects.update(preview_key="previews/x")


def test_a_list_costs_the_same_however_long_it_is():
    make_assets(2)
    few = queries_of(cards)
    make_assets(8)
    assert cards().count("previews/x/small.webp") == 10
    assert queries_of(cards) == few <= 3


def test_the_admin_list_costs_the_same_however_long_it_is(signed_in, editor):
    client, url = signed_in(editor), reverse("assets:index")
    make_assets(2)
    client.get(url)
    few = queries_of(lambda: client.get(url))
    make_assets(8)
    assert queries_of(lambda: client.get(url)) == few


@pytest.mark.parametrize(
    ("who", "audience"),
    [
        (None, Audience.ANYONE),
        ("stranger", Audience.PERSON),
        ("agency", Audience.PERSON),
        ("librarian", Audience.LIBRARY),
        ("editor", Audience.EDITOR),
    ],
)
def test_people_are_let_in_as_far_as_their_audience(request, who, audience):
    user = UserFactory() if who == "stranger" else who and request.getfixturevalue(who)
    for access in (Audience.ANYONE, Audience.LIBRARY, Audience.EDITOR):
        AssetFactory(access=access)
    assert audience_of(user) == audience
    fetched = {asset.access for asset in Asset.objects.for_user(user)}
    listed = {asset.access for asset in Asset.objects.listed_for(user)}
    assert fetched == {a for a in (0, 2, 4) if a <= audience}
    assert listed == ({0, 2, 4} if audience == Audience.EDITOR else {0, 2})


@pytest.mark.parametrize("start", [None, -1, 0, 1])
@pytest.mark.parametrize("end", [None, -1, 0, 1])
@pytest.mark.parametrize("state", Asset.State.values)
def test_an_asset_and_a_query_agree_on_what_may_be_used(start, end, state):
    if None not in (start, end) and end < start:
        return
    today = timezone.localdate()
    asset = AssetFactory(
        state=state,
        usable_from=None if start is None else today + start * DAY,
        usable_until=None if end is None else today + end * DAY,
    )
    assert Asset.objects.usable().exists() == asset.is_usable
    assert not (asset.is_usable and asset.is_over)


def test_two_of_one_title_have_an_address_each():
    slugs = [AssetFactory(title="Læs på Ærø!").slug for _n in range(3)]
    assert slugs == ["laes-paa-aeroe", "laes-paa-aeroe-2", "laes-paa-aeroe-3"]


def test_a_new_title_keeps_the_address():
    asset = AssetFactory(title="Plakat")
    asset.title = "Ny plakat"
    asset.save()
    assert asset.slug == "plakat"


PAGES = [
    ({}, 200, 200, 200),
    ({"access": Audience.LIBRARY}, 200, 200, 200),
    ({"access": Audience.EDITOR}, 404, 404, 200),
    ({"state": Asset.State.DRAFT}, 404, 404, 200),
    ({"state": Asset.State.WITHDRAWN}, 410, 410, 200),
    ({"state": Asset.State.WITHDRAWN, "access": Audience.EDITOR}, 404, 404, 200),
]


@pytest.mark.parametrize(("asset", "anonymous", "library", "editors"), PAGES)
def test_the_page_of_an_asset_is_for_who_may_know_of_it(
    signed_in, librarian, editor, asset, anonymous, library, editors
):
    url = make_file(**asset).asset.get_absolute_url()
    clients = (signed_in(), signed_in(librarian), signed_in(editor))
    answers = [client.get(url).status_code for client in clients]
    assert answers == [anonymous, library, editors]


def test_a_search_engine_is_told_what_an_asset_is_without_a_summary(client):
    asset = make_file(summary="", description="", theme=None, kind="print").asset
    text = client.get(asset.get_absolute_url()).text
    assert '<meta name="description" content="Tryk til bibliotekerne.">' in text


def test_the_page_offers_each_file_at_its_permanent_address(client):
    file = make_file()
    page = client.get(file.asset.get_absolute_url()).content.decode()
    assert file.get_absolute_url() in page


def test_the_page_hides_what_cannot_be_fetched_and_shows_the_way_in(client):
    file = make_file(access=Audience.LIBRARY)
    page = client.get(file.asset.get_absolute_url()).content.decode()
    assert "/log-ind/" in page


def shelf(assets=(), count=6, **context) -> list:
    block = AssetShelfBlock()
    value = block.to_python({"assets": [a.pk for a in assets], "count": count})
    return list(block.get_context(value, context)["assets"])


def test_a_shelf_keeps_the_editors_order_and_leaves_out_what_is_gone():
    first, gone, last = (make_file().asset for _n in range(3))
    Asset.objects.filter(pk=gone.pk).update(state=Asset.State.WITHDRAWN)
    assert shelf([last, gone, first]) == [last, first]


def test_an_empty_shelf_shows_the_newest_of_the_pages_theme(client):
    campaign = CampaignPageFactory()
    make_file(title="Fra et andet tema")
    for title in ("Den ældste", "Den mellemste", "Den nyeste"):
        make_file(title=title, theme=campaign.theme)
    value = {"title": "", "assets": [], "count": 2}
    campaign.body = [{"type": "asset_shelf", "value": value}]
    campaign.save_revision().publish()

    words = client.get(campaign.url).text

    assert words.index("Den nyeste") < words.index("Den mellemste")
    assert "Den ældste" not in words
    assert "Fra et andet tema" not in words


def test_a_library_sees_what_it_fetched(signed_in, membership):
    file = make_file(title="Plakat: Stenalderen")
    Download.objects.create(version=file.current_version)
    client = signed_in(membership.user)
    assert "Plakat: Stenalderen" not in client.get("/mit-bibliotek/").content.decode()
    client.get(file.get_absolute_url())
    assert "Plakat: Stenalderen" in client.get("/mit-bibliotek/").content.decode()


def test_a_groups_rights_to_assets_are_given_by_collection(admin_client):
    page = admin_client.get(reverse("wagtailusers_groups:add")).content.decode()
    assert "Rettigheder til materialer" in page
    for words in ("Opret og ret egne kladder", "Ret alle materialer", "Udgiv og træk"):
        assert words in page
    assert "Can publish asset" not in page


def test_two_that_take_one_address_at_once_are_both_kept(monkeypatch):
    first = AssetFactory(title="Plakat: Stenalderen")
    # What the second saw before the first was there.
    monkeypatch.setattr(Asset, "_free_slug", lambda asset: first.slug)
    second = AssetFactory(title="Plakat: Stenalderen")
    assert second.slug.startswith(f"{first.slug}-")
    assert Asset.objects.count() == 2


def test_sizes_are_written_with_the_same_marks():
    assert Format(width_mm=850, height_mm=2000).size == "850 × 2.000 mm"
    assert Format(width_px=1200, height_px=630).size == "1.200 × 630 pixel"
    assert FileVersion(width=1920, height=1080).dimensions == "1.920 × 1.080 pixel"
