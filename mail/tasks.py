"""The postman's rounds."""

import datetime

from django_tasks import task

from core.jobs import scheduled

from .models import Message
from .sending import doubt_the_lost, send


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
