"""Libraries that fetched an older version are told once, with what changed."""

import datetime

from django.core import mail
from django.urls import reverse
from django.utils import timezone

import pytest
import time_machine

from assets.models import Asset, Download, VersionChange, VersionNotice
from assets.permissions import Audience
from assets.tasks import tell_what_was_missed
from assets.versions.changes import restore, withdraw
from assets.versions.notices import tell
from libraries.models.memberships import Role
from mail.models import Message
from mail.tasks import send_due_messages
from tests.factories.assets import BARE_PDF, add_version, make_file
from tests.factories.libraries import LibraryFactory, MembershipFactory
from tests.factories.themes import ThemeFactory

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 3, 2, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def fetch(library, version=None, theme=None) -> Download:
    return Download.objects.create(library=library, version=version, theme=theme)


def replace(file, n=2, note="rettet dato", **kwargs) -> VersionChange:
    version = add_version(file, BARE_PDF + b"%d" % n, note=note, **kwargs)
    return file.version_changes.get(version=version)


def letters(clock) -> list:
    clock.shift(datetime.timedelta(hours=1, minutes=1))
    send_due_messages.call()
    return mail.outbox


def test_a_library_with_the_old_one_is_told_what_changed_and_where(clock, membership):
    file = make_file(title="Plakat: Stenalderen")
    fetch(membership.library, file.current_version)
    clock.shift(60)
    tell(replace(file, weight="must_replace").pk)
    (letter,) = letters(clock)
    assert letter.to == [membership.user.email]
    assert letter.subject == "I har en gammel udgave: Plakat: Stenalderen"
    for words in ("rettet dato", "Skal erstattes", file.get_absolute_url()):
        assert words in letter.body


def test_a_task_that_runs_again_tells_nobody_twice(clock, membership):
    file = make_file()
    fetch(membership.library, file.current_version)
    clock.shift(60)
    change = replace(file)
    tell(change.pk)
    VersionChange.objects.update(told_at=None)
    tell(change.pk)
    assert len(letters(clock)) == 1


def test_several_within_an_hour_become_one_letter(clock, membership):
    first, second = make_file(title="Første"), make_file(title="Anden")
    for file in (first, second):
        fetch(membership.library, file.current_version)
    clock.shift(60)
    tell(replace(first, 2, "rettet dato").pk)
    clock.shift(60)
    tell(replace(first, 3, "rettet sted").pk)
    tell(replace(second, 4, "nyt logo").pk)
    (letter,) = letters(clock)
    for words in ("rettet dato", "rettet sted", "nyt logo"):
        assert letter.body.count(words) == 1
    assert letter.body.count("Første") == 1
    assert "2 filer" in letter.subject


def test_a_letter_under_way_takes_no_more(clock, membership):
    file = make_file()
    fetch(membership.library, file.current_version)
    clock.shift(60)
    tell(replace(file, 2).pk)
    assert len(letters(clock)) == 1
    tell(replace(file, 3, "rettet sted").pk)
    assert len(letters(clock)) == 2


def test_who_has_the_new_one_or_none_is_not_told(clock):
    file = make_file()
    old = file.current_version
    first = LibraryFactory()
    fetch(first, old)
    clock.shift(60)
    change = replace(file)
    fetch(LibraryFactory(), change.version)
    fetch(None, old)
    tell(change.pk)
    assert [notice.library for notice in VersionNotice.objects.all()] == [first]


def test_a_silent_correction_tells_nobody(clock, membership):
    file = make_file()
    fetch(membership.library, file.current_version)
    clock.shift(60)
    tell(replace(file, is_silent=True).pk)
    assert not VersionNotice.objects.exists()


def test_a_package_counts_as_its_files_were_then(clock, membership):
    theme = ThemeFactory()
    file = make_file(theme=theme)
    clock.shift(60)
    fetch(membership.library, theme=theme)
    late = MembershipFactory()
    clock.shift(60)
    change = replace(file)
    clock.shift(60)
    fetch(late.library, theme=theme)
    tell(change.pk)
    told = [notice.library for notice in VersionNotice.objects.all()]
    assert told == [membership.library]


def test_who_has_the_restored_one_is_not_told_and_the_others_are(clock, membership):
    file = make_file()
    first = file.current_version
    fetch(membership.library, first)
    clock.shift(60)
    second = add_version(file, BARE_PDF + b"2")
    other = MembershipFactory()
    fetch(other.library, second)
    clock.shift(60)
    tell(restore(first).pk)
    told = [notice.library for notice in VersionNotice.objects.all()]
    assert told == [other.library]


def test_stop_brug_reaches_all_who_have_it_even_when_the_asset_is_gone(
    clock, membership
):
    file = make_file()
    fetch(membership.library, file.current_version)
    clock.shift(60)
    tell(withdraw(file.current_version, note="forkert logo").pk)
    Asset.objects.update(state=Asset.State.WITHDRAWN)
    (letter,) = letters(clock)
    assert "forkert logo" in letter.body
    assert "Tag den ned" in letter.body


def test_the_contacts_are_written_to_when_there_are_any(clock, membership):
    contact = MembershipFactory(library=membership.library, role=Role.CONTACT)
    file = make_file()
    fetch(membership.library, file.current_version)
    clock.shift(60)
    tell(replace(file).pk)
    (letter,) = letters(clock)
    assert letter.to == [contact.user.email]


def test_no_library_is_told_of_what_is_no_longer_for_it(clock, membership):
    file = make_file()
    fetch(membership.library, file.current_version)
    clock.shift(60)
    Asset.objects.update(access=Audience.NAMED)
    tell(replace(file).pk)
    assert not VersionNotice.objects.exists()


def test_a_lost_task_is_made_up_for(clock, membership):
    file = make_file()
    fetch(membership.library, file.current_version)
    clock.shift(60)
    replace(file)
    clock.shift(300)
    tell_what_was_missed.call()
    assert len(letters(clock)) == 1


def test_the_librarys_page_shows_it_until_the_new_one_is_fetched(
    clock, signed_in, membership
):
    file = make_file(title="Plakat: Stenalderen")
    client = signed_in(membership.user)
    client.get(file.get_absolute_url())
    assert "I har en gammel udgave" not in client.get("/mit-bibliotek/").text
    clock.shift(60)
    tell(replace(file).pk)
    page = client.get("/mit-bibliotek/").text
    assert "I har en gammel udgave" in page
    assert "rettet dato" in page
    clock.shift(60)
    client.get(file.get_absolute_url())
    assert "I har en gammel udgave" not in client.get("/mit-bibliotek/").text


def test_the_editor_sees_who_has_the_older_one(clock, as_editor, membership):
    file = make_file()
    fetch(membership.library, file.current_version)
    clock.shift(60)
    tell(replace(file).pk)
    page = as_editor.get(reverse("asset_versions", args=[file.pk])).text
    assert membership.library.name in page
    assert "Venter" in page


def test_nobody_is_left_to_tell_when_the_library_has_stopped(clock, membership):
    file = make_file()
    fetch(membership.library, file.current_version)
    clock.shift(60)
    tell(replace(file).pk)
    membership.library.is_active = False
    membership.library.save()
    assert letters(clock) == []
    assert Message.objects.get().state == Message.State.DROPPED
    assert timezone.now() > NOON
