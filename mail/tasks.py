"""The postman's rounds."""

import datetime

from django.utils import timezone

from django_tasks import task

from core.jobs import scheduled

from .models import Message
from .sending import doubt_the_lost, send

KEEP = datetime.timedelta(days=180)


@task()
def send_message(message_pk: int) -> None:
    """Send one message now."""
    send(message_pk)


@scheduled(every=datetime.timedelta(minutes=1))
@task()
def send_due_messages() -> None:
    """Send all whose time has come, and doubt those whose sender died."""
    doubt_the_lost()
    for pk in list(Message.objects.due().values_list("pk", flat=True)):
        send(pk)


@scheduled(at=datetime.time(3, 30))
@task()
def forget_old_bodies() -> None:
    """Empty the letters of half a year ago; the rows stay, so nothing is sent twice."""
    old = Message.objects.filter(created_at__lt=timezone.now() - KEEP)
    old.exclude(body="").update(body="")
