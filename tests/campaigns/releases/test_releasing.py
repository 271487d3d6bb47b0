"""All of a set in the same minute, or nothing of it."""

import datetime

from django.contrib.auth.models import Group
from django.core import mail

import pytest
import time_machine

from assets.models import Asset
from campaigns.models import (
    IdeaPage,
    ReleaseAsset,
    ReleasePage,
    ReleaseSet,
    StoryPage,
)
from campaigns.releases import releasing
from campaigns.tasks import release_due_sets
from libraries.roles import EDITORS
from mail.tasks import send_due_messages
from tests.core.findings import block
from tests.factories.assets import AssetFactory, make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    IdeaPageFactory,
    StoryPageFactory,
)
from tests.factories.releases import make_release
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 9, 7, 10, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def editor():
    user = UserFactory(email="else@bibliotek.example")
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


@pytest.fixture
def story():
    return StoryPageFactory(live=False, title="Flintøksen")


@pytest.fixture
def poster():
    return make_file(title="Plakaten", state=Asset.State.DRAFT).asset


def is_out(*things) -> list[bool]:
    return [
        Asset.objects.get(pk=thing.pk).state == Asset.State.PUBLISHED
        if isinstance(thing, Asset)
        else type(thing).objects.get(pk=thing.pk).live
        for thing in things
    ]


def put_empty_heading_on(page) -> None:
    """What no page may be published with."""
    page.body = [block("heading", {"text": ""})]
    page.save_revision(clean=False)


def approved(*things, editor, **fields) -> ReleaseSet:
    return make_release(*things, approved_by=editor, owner=editor, **fields)


def test_everything_comes_out_in_its_minute(clock, editor, story, poster):
    approved(story, poster, editor=editor, release_at=NOON + HOUR)
    clock.shift(HOUR - MINUTE)
    release_due_sets.call()
    assert is_out(story, poster) == [False, False]
    clock.shift(MINUTE)
    release_due_sets.call()
    assert is_out(story, poster) == [True, True]
    assert ReleaseSet.objects.get().released_at == NOON + HOUR


def test_a_page_comes_out_as_its_latest_draft_says(editor, story):
    story.title = "Dyssen"
    story.save_revision()
    release_due(approved(story, editor=editor))
    assert StoryPage.objects.get(pk=story.pk).title == "Dyssen"


def release_due(release: ReleaseSet) -> ReleaseSet:
    release_due_sets.call()
    return ReleaseSet.objects.get(pk=release.pk)


def test_one_failing_page_takes_everything_back_and_is_named(editor, story, poster):
    bad = IdeaPageFactory(live=False, title="Æblefest", parent=story.get_parent())
    put_empty_heading_on(bad)
    release = release_due(approved(story, bad, poster, editor=editor))
    assert is_out(story, bad, poster) == [False, False, False]
    assert release.status == "Stoppet"
    (problem,) = release.problems
    assert problem.startswith("”Æblefest”: ")


def test_one_failing_material_takes_the_pages_back(editor, story):
    bare = AssetFactory(title="Uden fil", state=Asset.State.DRAFT)
    release = release_due(approved(story, bare, editor=editor))
    assert is_out(story) == [False]
    assert release.problems == ["”Uden fil”: Det har ingen fil, der er klar."]


def test_an_error_of_the_system_takes_everything_back(
    monkeypatch, editor, story, poster
):
    def fail(revision):
        raise RuntimeError("midt i det hele")

    monkeypatch.setattr("campaigns.releases.putting_out.publish_examined", fail)
    release = release_due(approved(story, poster, editor=editor))
    assert is_out(story, poster) == [False, False]
    assert release.stopped_at == NOON


def test_the_owner_is_mailed_once_with_what_is_wrong(clock, editor, story):
    put_empty_heading_on(story)
    release_due(approved(story, editor=editor))
    release_due_sets.call()
    clock.shift(HOUR)
    send_due_messages.call()
    (letter,) = mail.outbox
    assert letter.to == ["else@bibliotek.example"]
    assert letter.subject == "Intet er udgivet: Stenalderen"
    assert "”Flintøksen”: " in letter.body


def test_one_stopped_set_stops_no_other(editor, story):
    bad = StoryPageFactory(live=False)
    put_empty_heading_on(bad)
    approved(bad, editor=editor)
    approved(story, editor=editor)
    release_due_sets.call()
    assert is_out(bad, story) == [False, True]


def test_what_nobody_has_approved_stays(editor, story):
    release_due(make_release(story, owner=editor, release_at=NOON))
    assert is_out(story) == [False]


@pytest.mark.parametrize("what", ["page", "asset", "file", "added", "removed", "time"])
def test_a_change_reopens_the_approval(clock, editor, story, poster, what):
    release = approved(story, poster, editor=editor, release_at=NOON + HOUR)
    assert release.status == "Godkendt"
    clock.shift(MINUTE)
    if what == "page":
        story.title = "Dyssen"
        story.save_revision()
    elif what == "asset":
        poster.summary = "Ny"
        poster.save()
    elif what == "file":
        poster.files.update(current_version=None)
    elif what == "added":
        ReleasePage.objects.create(release=release, page_id=story.get_parent().pk)
    elif what == "removed":
        ReleaseAsset.objects.get().delete()
    else:
        release.release_at += HOUR
        release.save()
    assert ReleaseSet.objects.get().status == "Ændret efter godkendelsen"


def test_what_changed_after_the_approval_is_not_released(editor, story, poster):
    release = approved(story, poster, editor=editor)
    story.title = "Dyssen"
    story.save_revision()
    release = release_due(release)
    assert is_out(story, poster) == [False, False]
    assert release.problems == [
        "”Dyssen” er ændret eller kommet til efter godkendelsen."
    ]


def test_pages_that_lead_to_each_other_have_nothing_to_be_asked(editor, story, poster):
    idea = IdeaPageFactory(live=False, parent=story.get_parent())
    link = '<p><a linktype="page" id="%s">Se her</a></p>'
    story.body = [
        block("text", link % idea.pk),
        block("asset_shelf", {"title": "", "assets": [poster.pk], "count": 6}),
    ]
    story.save_revision()
    idea.body = [block("text", link % story.pk)]
    idea.save_revision()
    alone = make_release(story, release_at=NOON + HOUR)
    assert len(releasing.approve(alone, editor, {})) == 2
    together = make_release(story, idea, poster, release_at=NOON + HOUR)
    assert releasing.approve(together, editor, {}) == []


def test_a_page_below_one_that_is_not_out_is_stopped(editor):
    campaign = CampaignPageFactory(live=False)
    idea = IdeaPageFactory(parent=campaign, live=False, title="Æblefest")
    release = release_due(approved(idea, editor=editor))
    assert "Siden ovenover er ikke udgivet." in release.problems[0]
    release = release_due(approved(campaign, idea, editor=editor))
    assert release.is_released
    assert IdeaPage.objects.get(pk=idea.pk).live


def test_a_page_with_a_time_of_its_own_is_stopped(editor, story):
    story.go_live_at = NOON + HOUR
    story.save_revision()
    release = release_due(approved(story, editor=editor))
    assert "eget udgivelsestidspunkt" in release.problems[0]


def test_rights_are_held_against_the_day_of_the_release(editor, story, poster):
    poster.usable_until = NOON.date()
    poster.save()
    release = make_release(story, poster, release_at=NOON + 24 * HOUR)
    (problem,) = releasing.approve(release, editor, {})
    assert problem == "”Plakaten”: Det må kun bruges til og med 7. september 2026."
    assert is_out(story, poster) == [False, False]


def test_an_approval_without_a_time_releases_at_once(editor, story, poster):
    release = make_release(story, poster, owner=editor)
    with pytest.MonkeyPatch.context() as patch:
        asked = []
        patch.setattr(releasing, "enqueue_on_commit", lambda task, pk: asked.append(pk))
        assert releasing.approve(release, editor, {}) == []
    assert asked == [release.pk]
    assert releasing.release(release.pk)
    assert is_out(story, poster) == [True, True]


def test_a_release_happens_once(editor, story):
    release = approved(story, editor=editor)
    assert releasing.release(release.pk)
    assert not releasing.release(release.pk)
