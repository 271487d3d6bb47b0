"""From a row to a letter under way: tried again until it is sent, and never doubled.

A sender takes a message by moving its next attempt ahead, so that a killed one's is
taken up again; only while the mail server has the letter is it in ``sending``. Killed
right there, nobody can know whether it went: it becomes ``unsure`` and waits for a
person, since SMTP has no way to ask.
"""

import logging
import re
import smtplib
import socket
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils import timezone, translation

from core.jobs import enqueue_on_commit

from .letters import Letter, write
from .models import WAITS, Message

logger = logging.getLogger(__name__)

# How long a sender may take to write a letter and reach the mail server.
CLAIM = timedelta(minutes=5)
# Longer than the mail server may take to answer (EMAIL_TIMEOUT).
LONGEST_SENDING = timedelta(minutes=10)
ADDRESS = re.compile(r"\S+@\S+")

# What says for certain that the server did not take the letter.
REFUSALS = (
    smtplib.SMTPResponseException,
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPNotSupportedError,
    ConnectionRefusedError,
    socket.gaierror,
)


def post(
    kind: str, key: str, about: dict, *, delay: timedelta | None = None
) -> Message:
    """Put a letter in the outbox, once a key, with the transaction that it is part of.

    Returns the message that the key has, new or old. With ``delay`` it is sent later.
    """
    message, is_new = Message.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "about": about,
            "next_attempt_at": timezone.now() + (delay or timedelta(0)),
        },
    )
    if is_new and not delay:
        send_soon(message)
    return message


def send_soon(message: Message) -> None:
    """Send once the transaction is committed; the schedule makes up for a loss."""
    # tasks imports this module
    from .tasks import send_message

    enqueue_on_commit(send_message, message.pk)


def send_again(message: Message) -> bool:
    """Let a person send what failed, or may not have gone; whether it will be."""
    again = Message.objects.filter(
        pk=message.pk, state__in=[Message.State.FAILED, Message.State.UNSURE]
    ).update(
        state=Message.State.WAITING,
        attempts=0,
        error="",
        next_attempt_at=timezone.now(),
    )
    if again:
        send_soon(message)
    return bool(again)


def send(pk: int) -> None:
    """Send a message whose time has come, unless another sender has it."""
    message = _claim(pk)
    if message is None:
        return
    try:
        # A writer that fails must not leave half a transaction behind.
        with translation.override(settings.LANGUAGE_CODE), transaction.atomic():
            letter = write(message.kind, message.about)
    except Exception as error:
        logger.exception("cannot write message %s", pk)
        _put_back(message, f"{type(error).__name__}")
        return
    if letter is None or not letter.to:
        _settle(message, Message.State.WAITING, state=Message.State.DROPPED)
        return
    _deliver(message, letter)


def _claim(pk: int) -> Message | None:
    message = Message.objects.due().filter(pk=pk).first()
    if message is None:
        return None
    # Conditional, so of two senders at once one gets it.
    mine = Message.objects.due().filter(pk=pk, attempts=message.attempts)
    if not mine.update(
        attempts=message.attempts + 1, next_attempt_at=timezone.now() + CLAIM
    ):
        return None
    message.attempts += 1
    return message


def _deliver(message: Message, letter: Letter) -> None:
    connection = get_connection(settings.DELIVERY_BACKEND)
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        _put_back(message, _words(error))
        return
    try:
        # From here until the server has answered, a death leaves a doubt.
        if not _settle(
            message,
            Message.State.WAITING,
            state=Message.State.SENDING,
            subject=letter.subject[:250],
            body="" if letter.is_secret else letter.body,
            recipients=len(letter.to),
            next_attempt_at=timezone.now() + LONGEST_SENDING,
        ):
            return
        mail = EmailMessage(
            letter.subject,
            letter.body,
            to=letter.to,
            connection=connection,
            headers={"Message-ID": message.message_id},
        )
        try:
            mail.send()
        except REFUSALS as error:
            _put_back(message, _words(error), Message.State.SENDING)
        except Exception as error:
            logger.exception("message %s may have gone", message.pk)
            _settle(
                message,
                Message.State.SENDING,
                state=Message.State.UNSURE,
                error=_words(error),
            )
        else:
            _settle(
                message,
                Message.State.SENDING,
                state=Message.State.SENT,
                sent_at=timezone.now(),
                error="",
                # What was sealed is not needed any more (mail/backends.py).
                about={k: v for k, v in message.about.items() if k != "sealed"},
            )
    finally:
        connection.close()


def doubt_the_lost() -> int:
    """Mark what a sender died over as unsure; return how many that was."""
    lost = Message.objects.filter(
        state=Message.State.SENDING, next_attempt_at__lt=timezone.now()
    )
    return lost.update(state=Message.State.UNSURE)


def _put_back(message: Message, error: str, former: str = "waiting") -> None:
    """Wait longer each time; give up, visibly, after the last."""
    if message.attempts > len(WAITS):
        _settle(message, former, state=Message.State.FAILED, error=error)
        logger.error("message %s failed for the last time: %s", message.pk, error)
        return
    _settle(
        message,
        former,
        state=Message.State.WAITING,
        error=error,
        next_attempt_at=timezone.now() + WAITS[message.attempts - 1],
    )


def _settle(message: Message, former: str, **values) -> bool:
    """Write how it went, if the message is still this sender's."""
    mine = Message.objects.filter(
        pk=message.pk, state=former, attempts=message.attempts
    )
    return bool(mine.update(**values))


def _words(error: Exception) -> str:
    """The error for the admin's list, without the address that it may name."""
    return ADDRESS.sub("…", f"{type(error).__name__}: {error}")[:250]
