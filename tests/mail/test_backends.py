"""What Wagtail writes of itself goes by the outbox; all else is sent at once."""

import datetime
import smtplib
import time

from django.contrib.auth.models import Group
from django.core import mail
from django.core.mail import send_mail
from django.core.mail.backends import locmem
from django.utils import timezone

from wagtail.models import PageSubscription
from wagtail.test.utils.form_data import inline_formset

import pytest
import time_machine

from libraries.roles import EDITORS
from mail.models import Message
from mail.privacy import empty
from mail.sending import send_again
from mail.tasks import send_due_messages
from tests.campaigns.posts import edit, page_form
from tests.factories.home import StandardPageFactory
from tests.factories.users import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
SMTP = "django.core.mail.backends.smtp.EmailBackend"


class GreylistingBackend(locmem.EmailBackend):
    """As a server that wants to be asked again later."""

    def send_messages(self, messages):
        to = messages[0].to[0]
        raise smtplib.SMTPRecipientsRefused({to: (450, b"4.2.0 Greylisted")})


@pytest.fixture(autouse=True)
def dead_server(settings):
    settings.EMAIL_BACKEND = "mail.backends.EmailBackend"
    settings.DELIVERY_BACKEND = SMTP
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9


@pytest.fixture
def reader():
    user = UserFactory(email="jens@bibliotek.example")
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


@pytest.fixture
def comment(editor_client, reader):
    """Comment on a page that ``reader`` follows."""
    page = StandardPageFactory()
    PageSubscription.objects.create(page=page, user=reader, comment_notifications=True)
    written = {
        "text": "Ret årstallet",
        "contentpath": "title",
        "position": "",
        "replies": inline_formset([]),
    }

    def write():
        form = page_form(title=page.title, comments=inline_formset([written]))
        form |= {"slug": page.slug, "action-publish": ""}
        return edit(editor_client, page, form)

    return write


def send_later():
    with time_machine.travel(timezone.now() + datetime.timedelta(hours=1)):
        send_due_messages.call()


def test_a_comment_is_saved_and_its_notice_waits_for_the_server(
    comment, settings, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        assert comment().status_code == 302
    message = Message.objects.get(kind="notice")
    assert (message.state, message.attempts) == (Message.State.WAITING, 1)
    settings.DELIVERY_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    send_later()
    (letter,) = mail.outbox
    assert letter.to == ["jens@bibliotek.example"]
    assert "Ret årstallet" in letter.body


def test_what_is_emptied_is_not_sent_again(comment, reader, client, settings):
    comment()
    client.post("/glemt-adgangskode/", {"email": reader.email})
    letters = Message.objects.filter(kind__in=["notice", "awaited"])
    assert letters.count() == 2
    letters.update(state=Message.State.FAILED)
    empty(letters)
    settings.DELIVERY_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    for letter in letters:
        assert send_again(letter)
    send_later()
    assert mail.outbox == []
    assert {letter.state for letter in letters.all()} == {Message.State.DROPPED}


def test_who_may_not_into_the_admin_any_more_gets_no_notice(comment, reader, settings):
    comment()
    reader.groups.clear()
    settings.DELIVERY_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    send_later()
    assert mail.outbox == []
    assert Message.objects.get(kind="notice").state == Message.State.DROPPED


def test_what_a_person_waits_for_is_sent_at_once_or_fails_at_once(settings):
    letter = "Emne", "Brevet", None, ["jens@bibliotek.example"]
    with pytest.raises(ConnectionRefusedError):
        send_mail(*letter)
    settings.DELIVERY_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    send_mail(*letter)
    assert [one.body for one in mail.outbox] == ["Brevet"]
    assert not Message.objects.exists()


def test_who_asks_for_a_new_password_is_answered_the_same_and_written_to_later(
    client, reader, settings
):
    begun = time.monotonic()
    told = [
        client.post("/glemt-adgangskode/", {"email": email}, follow=True).text
        for email in (reader.email, "ingen@bibliotek.example")
    ]
    assert time.monotonic() - begun < 2
    assert told[0] == told[1].replace("ingen@bibliotek.example", reader.email)
    kept = Message.objects.filter(kind="awaited")
    assert kept.count() == 2
    # Neither who it is to, nor the link, can be read from the row.
    row = str(kept.values_list("about", "subject", "body")[0])
    assert reader.email not in row
    assert "http" not in row
    settings.DELIVERY_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    send_later()
    assert {one.to[0] for one in mail.outbox} == {
        reader.email,
        "ingen@bibliotek.example",
    }
    send_later()
    assert len(mail.outbox) == 2
    assert not kept.exclude(body="", about={}).exists()


def test_what_the_server_does_not_take_yet_goes_later(client, reader, settings, caplog):
    settings.DELIVERY_BACKEND = f"{__name__}.{GreylistingBackend.__name__}"
    asked = client.post("/glemt-adgangskode/", {"email": reader.email})
    assert asked.status_code == 302
    assert "SMTPRecipientsRefused" in caplog.text
    assert reader.email not in caplog.text
    settings.DELIVERY_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    send_later()
    send_later()
    assert [letter.to for letter in mail.outbox] == [[reader.email]]
