"""Pictures for sharing: each page's own, in its look, and nobody else's to see."""

import datetime
import re
from io import BytesIO

from django.core.files.storage import storages

from wagtail.models import PageViewRestriction

import pytest
import time_machine
from PIL import Image

from assets.models import SharePicture
from assets.permissions import Audience
from assets.share_pictures.keeping import forget_old
from assets.tasks import forget_share_pictures
from tests.factories.assets import make_file
from tests.factories.campaigns import CampaignPageFactory, StoryPageFactory
from tests.factories.home import StandardPageFactory
from tests.factories.images import ImageFactory
from tests.factories.themes import ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

GROUND = "#b7d66b"


def meta(client, address: str) -> dict[str, str]:
    """What a page says of itself to other sites."""
    html = client.get(address).content.decode()
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', html)
    return dict(found)


def path_of(client, page) -> str:
    """The path of a page's share picture."""
    return meta(client, page.url)["og:image"].removeprefix("http://127.0.0.1:8000")


def picture_at(client, path: str) -> Image.Image:
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/jpeg"
    return Image.open(BytesIO(response.content))


def campaign(**fields):
    theme = ThemeFactory(ground=GROUND, motif="dots", umbrella="Historier om Danmark")
    return CampaignPageFactory(theme=theme, **fields)


def is_near(pixel, colour: str) -> bool:
    wanted = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return all(abs(a - b) < 12 for a, b in zip(pixel, wanted, strict=True))


def test_a_page_of_a_campaign_is_shared_in_its_look_with_its_picture(client):
    page = StoryPageFactory(
        parent=campaign(), title="Æ, ø og å", picture=ImageFactory()
    )
    said = meta(client, page.url)
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["og:image:alt"].endswith("Æ, ø og å")
    assert said["twitter:card"] == "summary_large_image"
    drawn = picture_at(client, path_of(client, page))
    assert drawn.size == (1200, 630)
    assert is_near(drawn.getpixel((20, 20)), GROUND)
    assert is_near(drawn.getpixel((1000, 200)), "#b5382a")


def test_it_is_drawn_once_and_kept(client):
    page = campaign()
    path = path_of(client, page)
    first = client.get(path).content
    row = SharePicture.objects.get()
    assert client.get(path).content == first
    assert storages["public"].open(row.key).read() == first
    assert SharePicture.objects.get().made_at == row.made_at


def test_what_is_changed_has_another_address_and_the_old_leads_there(client):
    page = campaign()
    before = path_of(client, page)
    client.get(before)
    old_key = SharePicture.objects.get().key
    paths = {before}
    page.title = "Et nyt navn"
    page.save_revision().publish()
    paths.add(path_of(client, page))
    page.theme.button = "#0000ff"
    page.theme.save()
    paths.add(path_of(client, page))
    page.picture = ImageFactory()
    page.save_revision().publish()
    now = path_of(client, page)
    paths.add(now)
    assert len(paths) == 4
    response = client.get(before)
    assert response.status_code == 302
    assert response["Location"].endswith(now)
    client.get(now)
    assert not storages["public"].exists(old_key)


def test_a_picture_whose_rights_run_out_is_no_longer_drawn(client):
    picture = ImageFactory(usable_until=datetime.date(2026, 6, 30))
    page = campaign(picture=picture)
    with time_machine.travel("2026-06-30 12:00"):
        during = path_of(client, page)
        client.get(during)
    with time_machine.travel("2026-07-01 12:00"):
        after = path_of(client, page)
        assert after != during
        forget_share_pictures.func()
        assert not SharePicture.objects.exists()
        assert not is_near(picture_at(client, after).getpixel((1000, 200)), "#b5382a")


@pytest.mark.parametrize("hide", ["unpublish", "restrict", "delete"])
def test_what_is_not_for_all_has_no_picture_any_more(client, hide):
    page = campaign()
    path = path_of(client, page)
    client.get(path)
    if hide == "unpublish":
        page.unpublish()
    elif hide == "restrict":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    else:
        page.delete()
    assert client.get(path).status_code == 404
    forget_old()
    assert not SharePicture.objects.exists()


def test_a_draft_is_not_told_on_by_its_preview(editor_client):
    page = campaign(live=False, title="Hemmelig")
    page.save_revision()
    response = editor_client.get(f"/admin/pages/{page.pk}/view_draft/")
    assert b"Hemmelig" in response.content
    assert b"/delebillede/" not in response.content
    guess = f"/delebillede/side-{page.pk}.0123456789abcdef0123.jpg"
    assert editor_client.get(guess).status_code == 404


@pytest.mark.parametrize("name", ["side-0", "side-x", "hest-1", "side", "side-9" * 9])
def test_an_address_of_nothing_is_not_found(client, name):
    assert client.get(f"/delebillede/{name}.0123.jpg").status_code == 404


def test_a_page_outside_the_campaigns_wears_the_house(client):
    page = StandardPageFactory(title="Om samarbejdet")
    drawn = picture_at(client, path_of(client, page))
    assert is_near(drawn.getpixel((20, 20)), "#ece5d6")


def test_a_material_is_shared_with_its_kind_unless_only_some_may_know_of_it(client):
    asset = make_file(title="Plakat: Dyssen").asset
    said = meta(client, asset.get_absolute_url())
    assert said["og:title"] == "Plakat: Dyssen"
    assert said["og:image:alt"] == "Tryk. Plakat: Dyssen"
    path = said["og:image"].removeprefix("http://127.0.0.1:8000")
    assert picture_at(client, path).size == (1200, 630)
    asset.access = Audience.NAMED
    asset.save()
    assert client.get(path).status_code == 404
