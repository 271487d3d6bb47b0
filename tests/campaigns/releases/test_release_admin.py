"""Release sets in the admin: who may, what is named, and what a yes is said to."""

import datetime

from django.contrib.auth.models import Group
from django.urls import reverse

from wagtail.models import GroupPagePermission, Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data

import pytest
import time_machine

from assets.models import Asset
from campaigns.models import ReleaseSet
from core.models import AnsweredWarning
from tests.core.findings import block
from tests.factories.assets import AssetFactory, make_file
from tests.factories.campaigns import StoryPageFactory
from tests.factories.releases import make_release

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

NOON = datetime.datetime(2026, 9, 7, 10, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def story():
    return StoryPageFactory(live=False, title="Flintøksen")


@pytest.fixture
def poster():
    return make_file(title="Plakaten", state=Asset.State.DRAFT).asset


def inspect(client, release):
    return client.get(reverse("releases:inspect", args=[release.pk]))


def act(client, release, action, **data):
    address = reverse("releases:change", args=[release.pk, action])
    return client.post(address, data, follow=True)


def form(pages=(), assets=(), **fields) -> dict:
    formsets = {
        "pages": inline_formset([{"page": thing.pk} for thing in pages]),
        "assets": inline_formset([{"asset": thing.pk} for thing in assets]),
    }
    return nested_form_data(
        {"title": "Stenalderen", "release_at": "", **fields, **formsets}
    )


def test_a_set_is_made_of_chosen_pages_and_materials(editor_client, story, poster):
    posted = form([story], [poster], release_at="2026-09-28 08:00")
    editor_client.post(reverse("releases:add"), posted)
    release = ReleaseSet.objects.get()
    assert [page.pk for page in release.listed_pages()] == [story.pk]
    assert list(release.listed_assets()) == [poster]
    assert release.release_at == datetime.datetime(2026, 9, 28, 6, tzinfo=datetime.UTC)
    assert release.owner.pk == int(editor_client.session["_auth_user_id"])


def test_nothing_is_in_a_set_twice(editor_client, story):
    response = editor_client.post(reverse("releases:add"), form([story, story]))
    assert "”Flintøksen” er valgt to gange." in response.text
    assert not ReleaseSet.objects.exists()


def test_a_page_that_one_may_not_edit_is_not_taken(editor_client, story):
    GroupPagePermission.objects.filter(group__name="Redaktører").delete()
    response = editor_client.post(reverse("releases:add"), form([story]))
    assert "Du må ikke rette ”Flintøksen”." in response.text


def test_a_released_set_is_not_changed(editor_client, story):
    release = make_release(story, released_at=NOON)
    address = reverse("releases:edit", args=[release.pk])
    response = editor_client.post(address, form([story], title="Andet"))
    assert "Sættet er udgivet og kan ikke ændres mere." in response.text
    assert ReleaseSet.objects.get().title == "Stenalderen"


def test_the_agency_has_no_part_in_it(agency_client, story):
    release = make_release(story)
    assert "Flintøksen" not in inspect(agency_client, release).text
    act(agency_client, release, "open", days="7")
    assert not ReleaseSet.objects.get().can_be_previewed


def test_what_is_in_the_way_is_named_beside_it(editor_client, story):
    bare = AssetFactory(title="Uden fil", state=Asset.State.DRAFT)
    story.body = [block("heading", {"text": ""})]
    story.save_revision(clean=False)
    text = inspect(editor_client, make_release(story, bare)).text
    assert "Skriv noget, eller slet blokken." in text
    assert "Det har ingen fil, der er klar." in text
    assert "Godkend og udgiv nu" not in text


def test_each_thing_is_called_what_it_is(editor_client, story, poster):
    rows = inspect(editor_client, make_release(story, poster)).context["rows"]
    assert [row["kind"].lower() for row in rows] == ["fortælling", "materiale"]


def test_a_yes_approves_what_was_shown(editor_client, story, poster):
    release = make_release(story, poster, release_at=NOON + datetime.timedelta(hours=1))
    shown = inspect(editor_client, release).context["shown"]
    act(editor_client, release, "approve", shown=shown)
    assert ReleaseSet.objects.get().status == "Godkendt"


def test_a_yes_to_something_else_counts_for_nothing(editor_client, story):
    release = make_release(story)
    shown = inspect(editor_client, release).context["shown"]
    story.title = "Dyssen"
    story.save_revision()
    response = act(editor_client, release, "approve", shown=shown)
    assert "Noget er ændret imens." in response.text
    assert ReleaseSet.objects.get().status == "Ikke godkendt"


def test_who_may_not_publish_a_page_does_not_approve(editor_client, story):
    release = make_release(story)
    group = Group.objects.get(name="Redaktører")
    GroupPagePermission.objects.filter(
        group=group, permission__codename="publish_page"
    ).delete()
    act(editor_client, release, "approve", shown=release.digest)
    assert ReleaseSet.objects.get().approved is None


def test_a_warning_wants_its_reason_before_the_approval(editor_client, story):
    poster = make_file(title="Plakaten", usable_until=datetime.date(2026, 9, 8)).asset
    campaign = story.get_parent().specific
    campaign.theme.starts_on = datetime.date(2026, 9, 7)
    campaign.theme.ends_on = datetime.date(2026, 10, 4)
    campaign.theme.save()
    shelf = {"title": "", "assets": [poster.pk], "count": 6}
    story.body = [block("asset_shelf", shelf)]
    story.save_revision()
    release = make_release(story, release_at=NOON + datetime.timedelta(hours=1))
    page = inspect(editor_client, release)
    ((name, _warning),) = page.context["rows"][0]["warnings"]
    shown = page.context["shown"]
    act(editor_client, release, "approve", shown=shown)
    assert ReleaseSet.objects.get().status == "Ikke godkendt"
    act(editor_client, release, "approve", shown=shown, **{name: "Den byttes"})
    assert ReleaseSet.objects.get().status == "Godkendt"
    assert AnsweredWarning.objects.get().reason == "Den byttes"


def test_an_approval_is_taken_back(editor_client, story):
    release = make_release(story, release_at=NOON + datetime.timedelta(hours=1))
    act(editor_client, release, "approve", shown=release.digest)
    assert ReleaseSet.objects.get().approved
    act(editor_client, release, "withdraw")
    assert ReleaseSet.objects.get().status == "Ikke godkendt"


def test_the_link_is_opened_and_shut(editor_client, story):
    release = make_release(story)
    act(editor_client, release, "open", days="7")
    assert ReleaseSet.objects.get().preview_until == datetime.date(2026, 9, 14)
    act(editor_client, release, "shut")
    assert not ReleaseSet.objects.get().can_be_previewed


def test_a_set_that_waits_for_a_yes_is_on_the_front_page(editor_client, story):
    make_release(story, release_at=NOON + datetime.timedelta(hours=1))
    text = editor_client.get("/admin/").text
    assert "Stenalderen skal godkendes" in text


def test_a_set_that_was_stopped_is_there_as_such(editor_client, story):
    make_release(story, release_at=NOON, stopped_at=NOON)
    text = editor_client.get("/admin/").text
    assert "Stenalderen blev stoppet, og intet er udgivet" in text


def test_looking_at_a_set_puts_nothing_out(editor_client, story, poster):
    inspect(editor_client, make_release(story, poster))
    assert not Page.objects.get(pk=story.pk).live
    assert Asset.objects.get(pk=poster.pk).is_draft
