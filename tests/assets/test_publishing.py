"""A page stays within the rights of its pictures and materials, or is stopped."""

import datetime

from django.urls import reverse

import pytest
import time_machine

from assets.models import Asset
from campaigns.models import StoryPage
from core.publish_checks import Level, examine
from core.publish_checks.gate import PublishStopped
from core.tasks import publish_scheduled_pages
from home.models import StandardPage
from tests.core.findings import block, found
from tests.factories.assets import AssetFactory, make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    IdeaPageFactory,
    StoryPageFactory,
)
from tests.factories.home import StandardPageFactory
from tests.factories.images import ImageFactory
from tests.factories.themes import ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

# A Monday; the campaign of the tests runs in the four weeks from 28 September.
TODAY = datetime.date(2026, 9, 7)
NOON = datetime.datetime(2026, 9, 7, 10, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
STARTS, ENDS = datetime.date(2026, 9, 28), datetime.date(2026, 10, 25)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def at(day: datetime.date, hour: int = 8) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(hour), datetime.UTC)


def shelf(*assets: Asset) -> dict:
    pks = [asset.pk for asset in assets]
    return block("asset_shelf", {"title": "", "assets": pks, "count": 6})


def picture_block(picture) -> dict:
    image = {"image": picture.pk, "alt_text": "En dysse", "decorative": False}
    return block("picture", {"image": image, "caption": "", "width": "wide"})


def story_with(*blocks: dict, **fields) -> StoryPage:
    """A story in a campaign of four weeks that has not begun."""
    theme = ThemeFactory(starts_on=STARTS, ends_on=ENDS)
    story = StoryPageFactory(parent=CampaignPageFactory(theme=theme), **fields)
    story.body = list(blocks)
    return story


def the_picture(**rights):
    return picture_block(ImageFactory(title="Dyssen", **rights))


def the_asset(**fields):
    return shelf(AssetFactory(title="Plakaten", **fields))


def test_rights_that_last_have_nothing_to_say():
    story = story_with(
        the_picture(usable_from=TODAY, usable_until=ENDS),
        the_asset(usable_from=TODAY, consent_until=ENDS),
    )
    assert found(story) == {}


@pytest.mark.parametrize("make", [the_picture, the_asset])
def test_a_page_that_is_taken_down_after_the_rights_is_stopped(make):
    story = story_with(make(usable_until=ENDS), expire_at=at(ENDS + 2 * DAY))
    (finding,) = found(story)["rights_end"]
    assert finding.level == Level.ERROR
    assert (
        "må bruges til og med 25. oktober 2026, men siden tages ned 27. oktober 2026."
        in finding.message
    )


def test_a_page_may_be_there_all_the_last_day():
    midnight = datetime.datetime(2026, 10, 25, 23, tzinfo=datetime.UTC)  # 0.00 here
    assert found(story_with(the_picture(usable_until=ENDS), expire_at=midnight)) == {}


@pytest.mark.parametrize("make", [the_picture, the_asset])
def test_a_page_that_is_scheduled_after_the_rights_is_stopped(make):
    day = STARTS + DAY
    story = story_with(make(usable_until=STARTS), go_live_at=at(day))
    (finding,) = found(story)["rights_end"]
    assert finding.level == Level.ERROR
    assert (
        "må bruges til og med 28. september 2026, men siden udgives 29. september 2026."
        in finding.message
    )


@pytest.mark.parametrize("make", [the_picture, the_asset])
def test_a_page_that_is_scheduled_before_the_rights_is_stopped(make):
    story = story_with(make(usable_from=STARTS), go_live_at=at(STARTS - DAY))
    (finding,) = found(story)["rights_begin"]
    assert finding.level == Level.ERROR
    assert (
        "må først bruges fra 28. september 2026, men siden udgives 27. september 2026."
        in finding.message
    )


@pytest.mark.parametrize("make", [the_picture, the_asset])
def test_rights_that_end_inside_the_campaign_want_a_reason(make):
    (finding,) = found(story_with(make(usable_until=STARTS + DAY)))["rights_end"]
    assert finding.level == Level.WARNING
    assert finding.wants_reason
    assert "til og med 29. september 2026, men kampagnen slutter 25. oktober 2026." in (
        finding.message
    )


def test_consent_is_named_when_it_is_what_ends():
    story = story_with(the_picture(usable_until=ENDS, consent_until=STARTS))
    (finding,) = found(story)["rights_end"]
    assert "Samtykket til ”Dyssen” gælder til og med 28. september 2026" in (
        finding.message
    )


@pytest.mark.parametrize(
    ("make", "level"), [(the_picture, Level.ERROR), (the_asset, Level.WARNING)]
)
def test_what_may_not_be_used_yet(make, level):
    """A material keeps itself back until its day; a picture would be shown."""
    (finding,) = found(story_with(make(usable_from=STARTS)))["rights_begin"]
    assert finding.level == level
    assert "men siden udgives i dag, 7. september 2026." in finding.message


def test_what_is_confirmed_today_is_not_asked_tomorrow(clock):
    story = story_with(the_asset(usable_from=STARTS))
    (today,) = found(story)["rights_begin"]
    clock.shift(DAY)
    (tomorrow,) = found(story)["rights_begin"]
    assert tomorrow.key == today.key


def test_other_dates_are_asked_about_anew():
    asset = AssetFactory(usable_until=STARTS)
    story = story_with(shelf(asset))
    (before,) = found(story)["rights_end"]
    asset.usable_until += DAY
    asset.save()
    (after,) = found(story)["rights_end"]
    assert after.key != before.key


def test_a_campaign_that_is_over_can_still_be_put_right(clock):
    story = story_with(the_asset(usable_until=ENDS))
    clock.move_to(at(ENDS + 30 * DAY))
    (finding,) = found(story)["rights_end"]
    assert finding.level == Level.WARNING


def test_a_picture_out_of_its_rights_stops_the_page_at_any_time(clock):
    story = story_with(the_picture(usable_until=ENDS))
    clock.move_to(at(ENDS + 30 * DAY))
    (finding,) = found(story)["rights_end"]
    assert finding.level == Level.ERROR


def test_the_way_to_the_rights_is_shown():
    picture = ImageFactory(usable_until=STARTS)
    (finding,) = found(story_with(picture_block(picture)))["rights_end"]
    assert finding.link.url == f"/admin/images/{picture.pk}/"
    assert finding.picture == picture


@pytest.mark.parametrize(
    ("fields", "level", "sentence"),
    [
        (
            {"state": "withdrawn"},
            Level.ERROR,
            "”Plakaten” er trukket tilbage. Vælg et andet materiale.",
        ),
        (
            {"state": "draft"},
            Level.WARNING,
            "”Plakaten” er en kladde. Læserne ser det først, når det er udgivet.",
        ),
    ],
)
def test_materials_that_are_not_out(fields, level, sentence):
    (finding,) = found(story_with(the_asset(**fields)))["asset_state"]
    assert (finding.level, finding.message) == (level, sentence)


def test_a_withdrawn_material_names_what_follows_it():
    new = AssetFactory(title="Den nye")
    story = story_with(the_asset(state="withdrawn", successor=new))
    (finding,) = found(story)["asset_state"]
    assert "Vælg det, der afløser det: ”Den nye”." in finding.message


def test_a_material_that_is_deleted():
    asset = AssetFactory()
    story = story_with(shelf(asset))
    asset.delete()
    (finding,) = found(story)["deleted"]
    assert finding.place.path[0] == "asset_shelf-id"


def test_a_shelf_of_the_newest_when_there_are_none():
    story = story_with(shelf())
    (finding,) = found(story)["nothing_to_show"]
    assert finding.level == Level.WARNING
    AssetFactory(theme=story.get_parent().specific.theme)
    story.take_theme()
    assert found(story) == {}


def test_the_film_of_a_page_and_what_an_idea_needs():
    asset = AssetFactory(kind=Asset.Kind.FILM, state="withdrawn")
    film = FilmPageFactory(asset=asset, address="")
    assert found(film)["asset_state"][0].place.field == "asset"
    idea = IdeaPageFactory()
    idea.needed_assets.add(idea.needed_assets.model(asset=AssetFactory()))
    idea.needed_assets.add(idea.needed_assets.model(asset=asset))
    (finding,) = found(idea)["asset_state"]
    assert finding.place.field == "needed_assets"
    assert finding.place.steps == (1, "asset")


def test_addresses_of_materials_in_a_text():
    gone = make_file(state="withdrawn", title="Væk")
    fine = make_file(title="Fin")
    addresses = [
        gone.asset.get_absolute_url(),
        reverse("file", args=[gone.public_id]),
        fine.asset.get_absolute_url(),
        reverse("file", args=[fine.public_id]),
        "/materialer/findes-ikke/",
        "/m/findesikke/",
    ]
    text = "".join(f'<p><a href="{address}">der</a></p>' for address in addresses)
    findings = found(story_with(block("text", text)))
    assert [one.message for one in findings["asset_state"]] == [
        "”Væk” er trukket tilbage. Vælg et andet materiale."
    ]
    assert [one.facts[0] for one in findings["dead_address"]] == addresses[4:]


def test_a_page_scheduled_beyond_its_pictures_rights_is_not_published():
    """From the editor's first try to the moment when it would have gone out."""
    picture = ImageFactory(title="Dyssen", usable_until=STARTS - DAY)
    page = StandardPageFactory(live=False, picture=picture, go_live_at=at(STARTS))
    page.save_revision(clean=False)
    with pytest.raises(PublishStopped, match="27. september 2026"):
        page.get_latest_revision().publish()
    assert page.get_latest_revision().approved_go_live_at is None


def test_rights_that_are_cut_short_hold_back_what_was_scheduled(clock):
    picture = ImageFactory(title="Dyssen")
    page = StandardPageFactory(live=False, picture=picture, go_live_at=at(STARTS))
    page.save_revision().publish()
    picture.usable_until = TODAY
    picture.save()
    clock.move_to(at(STARTS, 9))
    publish_scheduled_pages.call()
    assert not StandardPage.objects.get(pk=page.pk).live
    assert examine(page).errors


def test_a_picture_out_of_its_rights_is_not_shown(client, clock):
    picture = ImageFactory(usable_until=TODAY, credit="Else Sommer")
    page = story_with(picture_block(picture), picture=picture)
    page.save_revision().publish()
    words = client.get(page.url).text
    assert 'alt="En dysse"' in words
    assert "Else Sommer" in words
    clock.shift(DAY)
    words = client.get(page.url).text
    assert 'alt="En dysse"' not in words
    assert "Else Sommer" not in words


def test_the_dates_of_a_picture_are_checked(editor_client):
    picture = ImageFactory()
    form = {
        "title": "Dyssen",
        "collection": picture.collection_id,
        "usable_from": "02.10.2026",
        "usable_until": "01.10.2026",
        "consent_until": "",
        "tags": "",
        "credit": "",
        "description": "En dysse",
    }
    response = editor_client.post(f"/admin/images/{picture.pk}/", form)
    assert "”Til og med” (01.10.2026) ligger før ”fra” (02.10.2026)." in response.text
