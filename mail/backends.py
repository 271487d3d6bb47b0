"""Letters that others write and send by themselves, and the outbox.

Wagtail writes to editors, of a workflow's steps and of comments, within the request and
the transaction that it writes about: a mail server that is away would undo an idea, or
fail a page's form. allauth writes to who stands and waits, and must answer the same
whether the mail server does or not.
"""

import json
import logging
import smtplib
import uuid

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cryptography.fernet import InvalidToken

from core.sealing import box

from .letters import Letter, register_letter
from .models import Message
from .sending import REFUSALS, post

logger = logging.getLogger(__name__)

KIND = "notice"
AWAITED = "awaited"
# Seconds that somebody waits for a mail server.
PATIENCE = 5


class EmailBackend(BaseEmailBackend):
    """Keeps notices for the outbox, and sends all else at once."""

    def send_messages(self, email_messages) -> int:
        # The mark that Wagtail sets on all that it writes, and nothing else here does.
        notices = [mail for mail in email_messages if _is_notice(mail)]
        for notice in notices:
            _keep(notice)
        others = [mail for mail in email_messages if not _is_notice(mail)]
        connection = get_connection(
            settings.DELIVERY_BACKEND, fail_silently=self.fail_silently
        )
        sent = connection.send_messages(others) if others else 0
        return len(notices) + (sent or 0)


class AwaitedBackend(BaseEmailBackend):
    """Sends at once what somebody waits for; keeps what the mail server does not take.

    Such letters hold links that let one in, so they are kept sealed.
    """

    def send_messages(self, email_messages) -> int:
        connection = get_connection(settings.DELIVERY_BACKEND, timeout=PATIENCE)
        try:
            connection.open()
        except (OSError, smtplib.SMTPException) as error:
            # Nothing was given to it, so none of them goes twice.
            logger.warning("the mail server is away, and letters wait: %r", error)
            for mail in email_messages:
                _seal(mail)
            return len(email_messages)
        try:
            for mail in email_messages:
                try:
                    connection.send_messages([mail])
                except REFUSALS as error:
                    # Later it may: many refuse who is new to them for some minutes.
                    logger.warning("a letter waits: %s", type(error).__name__)
                    _seal(mail)
        finally:
            connection.close()
        return len(email_messages)


def _seal(mail: EmailMessage) -> None:
    letter = json.dumps([mail.subject, mail.body, mail.recipients()])
    sealed = box(AWAITED).encrypt(letter.encode()).decode()
    post(AWAITED, f"{AWAITED}:{uuid.uuid4().hex}", {"sealed": sealed})


def open_awaited(sealed: str = "") -> Letter | None:
    """The letter as it was written; None if emptied, or the site's key is another."""
    try:
        subject, body, to = json.loads(box(AWAITED).decrypt(sealed.encode()))
    except InvalidToken:
        return None
    return Letter(subject, body, to, is_secret=True)


def _is_notice(mail: EmailMessage) -> bool:
    return mail.extra_headers.get("Auto-Submitted") == "auto-generated"


@transaction.atomic
def _keep(notice: EmailMessage) -> None:
    people = get_user_model().objects.filter(email__in=notice.recipients())
    for pk in people.values_list("pk", flat=True):
        key = f"{KIND}:{uuid.uuid4().hex}"
        message = post(KIND, key, {"key": key, "person": pk})
        # What it tells of, a deleted comment say, may be gone when it is sent.
        message.subject, message.body = notice.subject[:250], notice.body
        message.save(update_fields=["subject", "body"])


def write_notice(key: str, person: int) -> Letter | None:
    """As Wagtail wrote it; None to whom its links into the admin lead nowhere.

    None too when it is so old that it has been emptied.
    """
    reader = get_user_model().objects.filter(pk=person, is_active=True).first()
    if reader is None or not reader.has_perm("wagtailadmin.access_admin"):
        return None
    message = Message.objects.get(key=key)
    if not message.body:
        return None
    return Letter(message.subject, message.body, [reader.email])


def register_letters() -> None:
    """Let the outbox write these."""
    register_letter(KIND, _("Besked til en redaktør"), write_notice)
    register_letter(AWAITED, _("Brev om login"), open_awaited)
