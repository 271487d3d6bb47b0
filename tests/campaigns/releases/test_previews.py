"""The secret link to a set: what is not out, seen as it will be."""

import datetime

import pytest
import time_machine

from assets.models import Asset
from campaigns.models import ReleaseSet, StoryPage
from tests.core.findings import block
from tests.factories.assets import make_file
from tests.factories.campaigns import StoryPageFactory
from tests.factories.releases import make_release

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

NOON = datetime.datetime(2026, 9, 7, 10, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def poster():
    return make_file(title="Plakaten", state=Asset.State.DRAFT).asset


@pytest.fixture
def story(poster):
    story = StoryPageFactory(live=False, title="Flintøksen")
    story.title = "Dyssen"
    shelf = {"title": "", "assets": [poster.pk], "count": 6}
    story.body = [block("asset_shelf", shelf)]
    story.save_revision()
    return story


@pytest.fixture
def release(story, poster):
    release = make_release(story, poster)
    release.open_preview(7)
    return release


def page_of(release, story) -> str:
    return f"{release.get_absolute_url()}{story.pk}/"


def test_a_stranger_with_the_link_sees_what_is_in_the_set(client, release):
    response = client.get(release.get_absolute_url())
    assert "Dyssen" in response.text
    assert "Plakaten" in response.text


def test_a_page_is_shown_as_its_draft_with_the_materials_of_the_set(
    client, release, story
):
    response = client.get(page_of(release, story))
    assert "Dyssen" in response.text
    assert "Plakaten" in response.text
    assert "Du ser siden, som den bliver." in response.text


def test_looking_puts_nothing_out(client, release, story, poster):
    client.get(page_of(release, story))
    assert not StoryPage.objects.get(pk=story.pk).live
    assert Asset.objects.get(pk=poster.pk).is_draft


@pytest.mark.parametrize("of_page", [False, True])
def test_nobody_keeps_it_or_tells_it_on(client, release, story, of_page):
    address = page_of(release, story) if of_page else release.get_absolute_url()
    response = client.get(address)
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies


def test_a_page_with_errors_can_be_looked_at(client, release, story):
    story.body = [block("heading", {"text": ""})]
    story.save_revision(clean=False)
    assert client.get(page_of(release, story)).status_code == 200


def test_it_shows_no_page_outside_the_set(client, release, story):
    other = StoryPageFactory(live=False, parent=story.get_parent())
    assert client.get(page_of(release, other)).status_code == 404


def test_it_ends_on_its_day(clock, client, release, story):
    clock.shift(datetime.timedelta(days=7))
    assert client.get(page_of(release, story)).status_code == 200
    clock.shift(datetime.timedelta(days=1))
    response = client.get(page_of(release, story))
    assert response.status_code == 410
    assert response["Cache-Control"] == "private, no-store"
    assert "Dyssen" not in response.text


def test_a_link_that_was_shut_leads_nowhere(client, release, story):
    address = page_of(release, story)
    release.shut_preview()
    assert client.get(address).status_code == 404


def test_a_new_link_shuts_the_former(client, release):
    former = release.get_absolute_url()
    release.open_preview(7)
    assert client.get(former).status_code == 404


def test_a_set_has_no_open_link_until_somebody_makes_it(client):
    release = ReleaseSet.objects.create(title="Stenalderen")
    assert client.get(release.get_absolute_url()).status_code == 410


def test_the_page_leads_to_the_page_once_it_is_out(client, release, story):
    story.get_latest_revision().publish()
    release.released_at = NOON
    release.save()
    response = client.get(page_of(release, story))
    assert response["Location"].endswith(StoryPage.objects.get(pk=story.pk).url)
