"""Huge packages: packed first, then mailed as a link that authorises anew."""

import datetime
import zipfile
from io import BytesIO

from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse

import pytest
import time_machine
from django_tasks_db.models import DBTaskResult

from assets.mailed import notices
from assets.models import Asset, Download, Package, PackageNotice
from assets.packages import kept
from assets.permissions import Audience
from assets.storages import private_storage
from assets.tasks import (
    build_package,
    sweep_packages,
    tell_of_packages,
)
from core.jobs import TryAgain
from core.privacy.retention import forget
from mail.models import Message
from mail.tasks import send_due_messages
from tests.factories.assets import BARE_PDF, add_version, make_basket, make_file
from tests.factories.libraries import MembershipFactory
from tests.factories.themes import ThemeFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db
PAGE = "/pakke/stenalder/"
ADDRESS = "/pakke/stenalder.zip"
ASK = "/pakke/stenalder/mail/"


@pytest.fixture(autouse=True)
def everything_is_huge(settings):
    settings.PACKAGE_MAILED_FROM = 1
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def theme():
    return ThemeFactory(slug="stenalder", number=1, subtitle="Stenalderen")


@pytest.fixture
def poster(theme):
    return make_file(theme=theme, title="Plakat: Stenalderen", access=Audience.LIBRARY)


@pytest.fixture
def at_library(signed_in, librarian):
    return signed_in(librarian)


@pytest.fixture
def ask(at_library, poster):
    """Ask for the package, as the button does, and let the worker pack it."""

    def ask_and_build(client=at_library, *, build: bool = True, **posted):
        with transaction.atomic():
            client.post(ASK, posted)
        notice = PackageNotice.objects.latest("pk")
        if build:
            build_package.call(notice.package_id)
        return notice

    return ask_and_build


def page(client, address) -> str:
    return client.get(address).content.decode()


def fetch_url(notice) -> str:
    return reverse("fetch_mailed_package", args=[notice.pk])


def test_who_is_signed_in_is_offered_a_mail_instead_of_the_zip(at_library, poster):
    answer = at_library.get(ADDRESS)
    assert (answer.status_code, answer["Location"]) == (302, PAGE)
    assert "mail mig et link" in page(at_library, PAGE)
    assert not Download.objects.exists()


def test_who_would_rather_not_wait_is_sent_it_as_it_is_packed(at_library, poster):
    assert f'href="{ADDRESS}?nu=1"' in page(at_library, PAGE)
    answer = at_library.get(f"{ADDRESS}?nu=1")
    assert zipfile.ZipFile(BytesIO(b"".join(answer))).testzip() is None


def test_strangers_get_the_zip_as_ever_and_no_cookie(client, theme):
    make_file(theme=theme)
    found = client.get(PAGE)
    assert "så pakker vi det først og mailer dig et link" in found.content.decode()
    assert "mail mig" not in found.content.decode()
    assert not found.cookies
    assert client.get(ADDRESS).status_code == 200
    assert client.post(ASK)["Location"].startswith("/log-ind/")


def test_a_set_that_is_not_huge_is_simply_fetched(at_library, poster, settings):
    settings.PACKAGE_MAILED_FROM = 10**9
    assert "mail mig et link" not in page(at_library, PAGE)
    assert at_library.get(ADDRESS).status_code == 200
    assert at_library.post(ASK)["Location"] == PAGE
    assert not PackageNotice.objects.exists()


def test_what_is_asked_for_is_packed_and_mailed(ask, librarian):
    notice = ask()
    send_due_messages.call()
    letter = mail.outbox[0]
    assert letter.to == [librarian.email]
    assert letter.subject == "Pakken er klar: Stenalderen"
    assert notice.get_absolute_url() in letter.body
    assert "/hent/" not in letter.body


def test_the_mailed_link_gives_the_kept_zip_and_one_row(ask, at_library, membership):
    notice = ask()
    address = fetch_url(notice)
    assert address in page(at_library, notice.get_absolute_url())
    answer = at_library.get(address)
    assert answer["Accept-Ranges"] == "bytes"
    content = b"".join(answer)
    assert zipfile.ZipFile(BytesIO(content)).testzip() is None
    rest = at_library.get(address, headers={"Range": "bytes=100-"})
    assert (rest.status_code, b"".join(rest)) == (206, content[100:])
    row = Download.objects.get()
    assert (row.package, row.library) == (notice.package, membership.library)


def test_once_packed_it_is_simply_fetched(ask, at_library):
    ask()
    assert "mail mig et link" not in page(at_library, PAGE)
    assert at_library.get(ADDRESS)["Accept-Ranges"] == "bytes"
    assert at_library.post(ASK)["Location"] == PAGE
    assert PackageNotice.objects.count() == 1


def test_asked_twice_there_is_one_notice_one_task_and_one_letter(ask, at_library):
    first, again = ask(build=False), ask(build=False)
    assert first == again
    tasks = DBTaskResult.objects.filter(task_path="assets.tasks.build_package")
    assert tasks.count() == 1
    build_package.call(first.package_id)
    tell_of_packages.call()
    notices.tell(first.package_id)
    assert Message.objects.filter(kind=notices.KIND).count() == 1


def test_two_who_wait_for_the_same_set_get_a_letter_each(ask, signed_in, membership):
    colleague = MembershipFactory(library=membership.library).user
    ask(build=False)
    notice = ask(signed_in(colleague))
    assert Package.objects.count() == 1
    assert Message.objects.filter(kind=notices.KIND).count() == 2
    assert notice.user == colleague


def test_the_page_says_how_far_it_is(ask, at_library):
    notice = ask(build=False)
    address = notice.get_absolute_url()
    assert "Pakken står i kø." in page(at_library, address)
    Package.objects.update(packed=200)
    PackageNotice.objects.update(size=400)
    state = at_library.get(reverse("mailed_package_progress", args=[notice.pk])).json()
    assert state == {
        "waiting": True,
        "done": 200,
        "size": 400,
        "words": "200 byte af 400 byte er pakket.",
    }
    assert "se, hvor langt pakken er" in page(at_library, PAGE)
    assert at_library.get(fetch_url(notice))["Location"] == address


def test_a_build_says_how_far_it_has_come(ask, monkeypatch):
    monkeypatch.setattr(kept, "NOTE_EVERY", 1)
    notice = ask()
    package = Package.objects.get(pk=notice.package_id)
    assert 0 < package.packed <= package.size


def test_another_persons_link_is_not_found(ask, signed_in, membership):
    notice = ask()
    colleague = signed_in(MembershipFactory(library=membership.library).user)
    for address in (notice.get_absolute_url(), fetch_url(notice)):
        assert colleague.get(address).status_code == 404
        assert signed_in().get(address)["Location"].startswith("/log-ind/")


@pytest.mark.parametrize("change", ["version", "credit", "withdrawn_one"])
def test_what_changed_is_not_sent_and_can_be_packed_anew(
    ask, at_library, theme, poster, change
):
    other = make_file(theme=theme)
    notice = ask()
    if change == "version":
        add_version(poster, BARE_PDF + b"2")
    elif change == "credit":
        Asset.objects.filter(pk=poster.asset_id).update(credit="Tegnet af Ida Sand")
    else:
        Asset.objects.filter(pk=other.asset_id).update(state=Asset.State.WITHDRAWN)
    assert at_library.get(fetch_url(notice)).status_code == 302
    words = page(at_library, notice.get_absolute_url())
    assert "Indholdet er ændret, siden du bad om pakken" in words
    assert "Pak det, som det er nu" in words
    assert ask() != notice


def test_what_is_taken_down_is_gone(ask, at_library, poster):
    notice = ask()
    Asset.objects.update(state=Asset.State.WITHDRAWN)
    answer = at_library.get(notice.get_absolute_url())
    assert answer.status_code == 410
    assert "kan ikke hentes mere" in answer.content.decode()
    assert at_library.get(fetch_url(notice)).status_code == 302


def test_who_left_the_library_is_not_let_in(ask, at_library, membership):
    notice = ask()
    membership.end(membership.user)
    assert at_library.get(notice.get_absolute_url()).status_code == 410


def test_the_link_ends_and_can_be_asked_for_again(ask, at_library, librarian, settings):
    notice = ask()
    after = datetime.timedelta(days=settings.PACKAGE_LINK_DAYS + 1)
    with time_machine.travel(notice.asked_at + after, tick=False):
        at_library.force_login(librarian)
        answer = at_library.get(notice.get_absolute_url())
        assert answer.status_code == 410
        assert "bed om den igen" in answer.content.decode()
        assert at_library.get(fetch_url(notice)).status_code == 302


def test_a_package_with_a_living_link_is_not_retired(ask, settings):
    notice = ask()
    settings.PACKAGE_KEEP_DAYS = 1
    later = datetime.timedelta(days=2)
    with time_machine.travel(notice.asked_at + later, tick=False):
        sweep_packages.call()
        assert Package.objects.get().is_ready
    gone = datetime.timedelta(days=settings.PACKAGE_LINK_DAYS + 2)
    with time_machine.travel(notice.asked_at + gone, tick=False):
        sweep_packages.call()
        assert not Package.objects.get().is_ready


def test_who_was_told_what_is_forgotten(ask, settings):
    notice = ask()
    days = settings.PACKAGE_LINK_DAYS
    for more, left in ((29, 1), (31, 0)):
        then = notice.asked_at + datetime.timedelta(days=days + more)
        with time_machine.travel(then, tick=False):
            forget()
        assert PackageNotice.objects.count() == left


def test_a_killed_workers_letter_is_made_up_for(ask):
    notice = ask(build=False)
    kept.build(notice.package_id)
    assert not Message.objects.exists()
    tell_of_packages.call()
    assert Message.objects.filter(kind=notices.KIND).count() == 1


def test_a_package_that_cannot_be_packed_is_told_and_tried_again(
    ask, at_library, poster, settings
):
    path = private_storage().local_path(poster.current_version.key)
    good = path.read_bytes()
    notice = ask(build=False)
    path.write_bytes(b"x" * len(good))
    with pytest.raises(TryAgain):
        build_package.call(notice.package_id)
    Package.objects.update(attempts=kept.MAX_ATTEMPTS)
    sweep_packages.call()
    tell_of_packages.call()
    send_due_messages.call()
    assert "kunne ikke pakkes" in mail.outbox[0].body
    assert "Pak den igen" in page(at_library, notice.get_absolute_url())
    path.write_bytes(good)
    again = ask()
    assert again == notice
    send_due_messages.call()
    assert mail.outbox[1].subject.startswith("Pakken er klar")


def test_files_that_storage_lost_are_named_and_nothing_is_promised(at_library, poster):
    private_storage().delete(poster.current_version.key)
    answer = at_library.post(ASK, follow=True).content.decode()
    assert "plakat.pdf kan ikke læses fra lageret lige nu" in answer
    assert not PackageNotice.objects.exists()


def test_changed_while_it_was_packed_the_letter_says_so(ask, poster):
    ask()
    add_version(poster, BARE_PDF + b"2")
    send_due_messages.call()
    assert "er ændret, mens vi pakkede" in mail.outbox[0].body


def test_a_person_waits_for_so_many_at_a_time(ask, at_library, monkeypatch, theme):
    monkeypatch.setattr(notices, "MOST_WAITING", 1)
    ask(build=False)
    make_file(theme=theme)
    answer = at_library.post(ASK, follow=True).content.decode()
    assert "Du venter allerede på 1 pakker" in answer
    assert PackageNotice.objects.count() == 1


def test_a_part_of_the_theme(ask, at_library, theme, poster):
    make_file(name="skaerm.mp4.pdf", theme=theme)
    notice = ask(til="tryk")
    assert notice.part == "tryk"
    disposition = at_library.get(fetch_url(notice))["Content-Disposition"]
    assert "stenalder-tryk.zip" in disposition
    assert at_library.post(ASK, {"til": "alt"}).status_code == 404


def test_a_basket_is_mailed_too(at_library, librarian, poster):
    basket = make_basket(librarian, poster, name="Til Åen")
    url = basket.get_absolute_url()
    assert at_library.get(f"{url}hent/")["Location"] == url
    assert "mail mig et link" in page(at_library, url)
    at_library.post(f"{url}mail/")
    notice = PackageNotice.objects.get()
    build_package.call(notice.package_id)
    assert "til-aaen.zip" in at_library.get(fetch_url(notice))["Content-Disposition"]
    send_due_messages.call()
    assert mail.outbox[0].subject == "Pakken er klar: Til Åen"


def test_a_person_without_a_library_may_wait_too(signed_in, theme, ask):
    make_file(theme=theme)
    notice = ask(signed_in(UserFactory()))
    assert notice.package.files == 1


def test_what_one_waits_for_stands_on_the_librarys_page(ask, at_library):
    assert "Pakker til dig" not in page(at_library, "/mit-bibliotek/")
    ask()
    assert "Pakker til dig" in page(at_library, "/mit-bibliotek/")


def test_a_notice_is_of_a_theme_or_a_basket(ask):
    notice = ask(build=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        PackageNotice.objects.filter(pk=notice.pk).update(theme=None)


def test_on_s3_the_mailed_link_leads_to_a_signed_one(s3, at_library, theme, ask):
    make_file(theme=theme)
    answer = at_library.get(fetch_url(ask()))
    assert "X-Amz-Expires=60" in answer["Location"]
