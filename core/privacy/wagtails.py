"""What Wagtail and the task queue keep of those who work on the site."""

import datetime
from functools import partial

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from ..audit.protection import history_open
from .records import Basis, keep, older

WORK = "så længe det, der er arbejdet på, er der"
ACCOUNT = "så længe kontoen er der"
DONE_BY = "vise, hvem der har arbejdet på hvad"


# Thirteen months.
HISTORY_DAYS = 396


def _old_events(label: str, now: datetime.datetime) -> QuerySet:
    events = apps.get_model(label).objects
    return events.filter(timestamp__lt=older(now, HISTORY_DAYS))


def _forget_events(events: QuerySet) -> None:
    with history_open():
        events.delete()


def _events_of(person):
    people = ContentType.objects.get_for_model(get_user_model())
    about = Q(content_type=people, object_id=str(person.pk))
    events = apps.get_model("wagtailcore.ModelLogEntry").objects
    return events.filter(Q(user=person.pk) | about)


def register() -> None:
    """Fill the table."""
    _register_work()
    _register_desk()
    for label in ("wagtailcore.ModelLogEntry", "wagtailcore.PageLogEntry"):
        keep(
            label,
            "user",
            texts=("label", "data"),
            purpose="se, hvem der gjorde hvad, og opdage misbrug",
            basis=Basis.SECURITY,
            ends="efter hændelsen",
            days=HISTORY_DAYS,
            old=partial(_old_events, label),
            forget=_forget_events,
            of=_events_of if "Model" in label else None,
            is_whole=True,
        )
    keep(
        "django_tasks_database.DBTaskResult",
        "args_kwargs",
        texts=("args_kwargs", "return_value", "traceback"),
        purpose="arbejde i baggrunden; der står numre og ingen navne",
        ends="efter en opgave, der ikke lykkedes; 2 efter de andre",
        days=30,
        by="core.tasks.prune_tasks",
        of=lambda person: get_user_model().objects.none(),
    )


def _register_work() -> None:
    for label, *fields in (
        ("wagtailcore.Page", "owner", "locked_by"),
        ("wagtailcore.Revision", "user"),
        ("wagtailcore.WorkflowState", "requested_by"),
        ("wagtailcore.TaskState", "finished_by"),
        ("wagtaildocs.Document", "uploaded_by_user"),
        ("wagtailimages.Image", "uploaded_by_user"),
        ("core.AnsweredWarning", "user"),
    ):
        keep(label, *fields, purpose=DONE_BY, ends=WORK)
    for label, *fields in (
        ("wagtailcore.Comment", "user", "resolved_by"),
        ("wagtailcore.CommentReply", "user"),
    ):
        keep(
            label, *fields,
            texts=("text",), is_whole=True,
            purpose="tale sammen om en side, mens den bliver til", ends=WORK,
        )  # fmt: skip


def _register_desk() -> None:
    for label, purpose in (
        ("wagtailadmin.EditingSession", "vise, at en anden er ved at rette"),
        ("wagtailadmin.FormState", "vise en side, før den er gemt"),
        ("wagtailcore.APIToken", "nøgler til Wagtails API, som ikke er slået til"),
        ("wagtailcore.PageSubscription", "få besked om kommentarer"),
    ):
        secret = ("key_hash", "prefix") if "Token" in label else ()
        keep(
            label, "user",
            purpose=purpose, ends=ACCOUNT, secret=secret, is_whole=True, goes=True,
        )  # fmt: skip
    keep(
        "wagtailcore.UploadedFile",
        "uploaded_by_user",
        purpose="gemme et billede, til det er beskrevet",
        ends="når billedet er beskrevet",
    )
    keep(
        "wagtailembeds.Embed",
        "author_name",
        purpose="navnet på den, der har lagt en film ud, som kilden viser det",
        basis=Basis.NOBODY,
        ends="når filmen ikke vises mere",
    )
