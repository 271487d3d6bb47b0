"""The outbox: each letter once, tried again for more than a day, seen when it fails."""

import datetime
import smtplib
import socketserver
import threading

from django.core import mail
from django.urls import reverse
from django.utils import timezone

import pytest
import time_machine

from core.privacy.retention import forget
from mail.letters import Letter, register_letter
from mail.models import WAITS, Message
from mail.sending import post, send
from mail.tasks import send_due_messages

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 3, 2, 12, 0, tzinfo=datetime.UTC)
SMTP = "django.core.mail.backends.smtp.EmailBackend"


def write_test_letter(to="en@bibliotek.example", secret=False, nothing=False):
    if nothing:
        return None
    return Letter("Emne", "Brevet", [to], secret)


@pytest.fixture(autouse=True)
def letters():
    register_letter("test", "Prøve", write_test_letter)


class Server(socketserver.ThreadingTCPServer):
    """A mail server that keeps what it takes, refuses, or hangs up after the letter."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, how="take"):
        self.how, self.taken = how, []
        super().__init__(("127.0.0.1", 0), Conversation)
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Conversation(socketserver.StreamRequestHandler):
    def handle(self):
        self.say("220 klar")
        while line := self.rfile.readline().decode().strip():
            word = line.split()[0].upper()
            if word == "DATA":
                self.say("354 send")
                body = []
                while (row := self.rfile.readline().strip()) != b".":
                    body.append(row.decode())
                if self.server.how == "refuse":
                    self.say("451 ikke nu")
                    continue
                self.server.taken.append("\n".join(body))
                if self.server.how == "hang up":
                    return
            elif word == "QUIT":
                self.say("221 farvel")
                return
            self.say("250 ja")

    def say(self, words):
        self.wfile.write(f"{words}\r\n".encode())


@pytest.fixture
def server(settings):
    made = []

    def start(how):
        server = Server(how)
        made.append(server)
        settings.DELIVERY_BACKEND = SMTP
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        return server

    yield start
    for each in made:
        each.shutdown()
        each.server_close()


def put(key="et brev", **about) -> Message:
    post("test", key, about)
    return Message.objects.get(key=key)


def test_a_letter_goes_once_however_often_it_is_posted_and_sent(
    django_capture_on_commit_callbacks,
):
    with django_capture_on_commit_callbacks(execute=True):
        put()
        put()
    send(Message.objects.get().pk)
    send_due_messages.call()
    assert [letter.to for letter in mail.outbox] == [["en@bibliotek.example"]]
    message = Message.objects.get()
    assert (message.state, message.body) == (Message.State.SENT, "Brevet")


def test_what_holds_a_secret_is_not_kept():
    message = put(secret=True)
    send(message.pk)
    message.refresh_from_db()
    assert message.body == ""
    assert mail.outbox[0].body == "Brevet"


def test_what_is_not_needed_any_more_is_dropped():
    message = put(nothing=True)
    send(message.pk)
    message.refresh_from_db()
    assert message.state == Message.State.DROPPED
    assert mail.outbox == []


def test_a_server_that_is_away_is_tried_for_more_than_a_day(settings, server):
    assert sum(WAITS, datetime.timedelta()) >= datetime.timedelta(hours=24)
    settings.DELIVERY_BACKEND = SMTP
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with time_machine.travel(NOON, tick=False) as clock:
        message = put()
        for wait in WAITS:
            send_due_messages.call()
            message.refresh_from_db()
            assert message.next_attempt_at == timezone.now() + wait
            clock.shift(wait)
        assert "ConnectionRefusedError" in message.error
        taker = server("take")
        send_due_messages.call()
    message.refresh_from_db()
    assert message.state == Message.State.SENT
    assert len(taker.taken) == 1
    assert message.message_id in taker.taken[0]


def test_a_letter_that_is_given_up_is_seen_and_sent_again(editor_client, settings):
    settings.DELIVERY_BACKEND = SMTP
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    message = put()
    Message.objects.update(attempts=len(WAITS))
    send(message.pk)
    message.refresh_from_db()
    assert message.state == Message.State.FAILED
    listed = editor_client.get(reverse("messages:index")).content.decode()
    assert "Kunne ikke sendes" in listed
    url = reverse("messages:inspect", args=[message.pk])
    assert "Send igen" in editor_client.get(url).content.decode()
    editor_client.post(reverse("messages:again", args=[message.pk]))
    message.refresh_from_db()
    assert message.state == Message.State.WAITING


def test_a_refusal_waits(server):
    refuser = server("refuse")
    message = put()
    send(message.pk)
    message.refresh_from_db()
    assert (message.state, refuser.taken) == (Message.State.WAITING, [])
    assert "451" in message.error


def test_a_line_lost_after_the_letter_is_not_sent_twice(server):
    taker = server("hang up")
    message = put()
    send(message.pk)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=2)):
        send_due_messages.call()
    message.refresh_from_db()
    assert message.state == Message.State.UNSURE
    assert len(taker.taken) == 1


class Killed(BaseException):
    """The worker is gone in the middle of a line."""


def test_a_sender_killed_before_the_server_has_it_is_made_up_for(monkeypatch):
    message = put()

    def die(*args, **kwargs):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("mail.sending.get_connection", die)
        with pytest.raises(Killed):
            send(message.pk)
    send_due_messages.call()
    assert mail.outbox == []
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=6)):
        send_due_messages.call()
    assert len(mail.outbox) == 1


def test_a_sender_killed_while_the_server_has_it_leaves_a_doubt(monkeypatch):
    message = put()

    def die(*args, **kwargs):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("mail.sending.EmailMessage.send", die)
        with pytest.raises(Killed):
            send(message.pk)
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=11)):
        send_due_messages.call()
    message.refresh_from_db()
    assert message.state == Message.State.UNSURE
    assert mail.outbox == []


def test_a_writer_that_fails_is_shown_and_tried_again():
    post("test", "forkert", {"unknown": 1})
    message = Message.objects.get(key="forkert")
    send(message.pk)
    message.refresh_from_db()
    assert (message.state, message.error) == (Message.State.WAITING, "TypeError")


def test_no_address_stands_in_the_error(monkeypatch):
    message = put()

    def refuse(*args, **kwargs):
        raise smtplib.SMTPRecipientsRefused({"en@bibliotek.example": (550, b"no")})

    monkeypatch.setattr("mail.sending.EmailMessage.send", refuse)
    send(message.pk)
    message.refresh_from_db()
    assert "SMTPRecipientsRefused" in message.error
    assert "bibliotek.example" not in message.error


def test_old_letters_are_emptied_and_their_keys_kept():
    message = put()
    send(message.pk)
    for days, is_there in ((89, True), (91, False)):
        with time_machine.travel(timezone.now() + datetime.timedelta(days=days)):
            forget()
        message.refresh_from_db()
        assert bool(message.body) is bool(message.subject) is is_there


def test_letters_are_not_for_the_agency(agency_client):
    message = put()
    for name, args in [("index", []), ("inspect", [message.pk])]:
        url = reverse(f"messages:{name}", args=args)
        assert agency_client.get(url).status_code == 302
