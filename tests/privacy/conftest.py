"""Somebody who has left a mark everywhere, and a view of the whole database."""

import datetime
import json
import re
from io import BytesIO

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.test import Client, override_settings
from django.utils import timezone

from wagtail.admin.models import FormState
from wagtail.log_actions import log
from wagtail.models import Comment, PageSubscription
from wagtail.users.models import UserProfile

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django_tasks_db.models import DBTaskResult

from assets.models import SavedSearch, ShareRequest
from assets.uploads import store
from campaigns.models import SentIdea
from home.models import AccessibilityReport
from libraries.letters import post_waiting_notices
from libraries.models import Invitation, Membership
from libraries.models.memberships import Role
from mail.backends import AWAITED, AwaitedBackend
from mail.models import Message
from search.models import MissedQuery
from tests.factories.assets import BARE_PDF, make_basket, make_file, make_share
from tests.factories.campaigns import CampaignPageFactory
from tests.factories.libraries import LibraryFactory, MembershipFactory
from tests.factories.users import UserFactory
from users.models import User

# Letters that JSON writes in two ways, and a number with spaces.
NAME = "Søren Østerby-Kjær"
EMAIL = "soeren.oesterby@tema.example"
OTHER_EMAIL = "soeren@privat.example"
PHONE = "51 23 45 67"
SAID = [NAME, "Søren", "Østerby", EMAIL, OTHER_EMAIL, PHONE, PHONE.replace(" ", "")]


def make_person():
    """Somebody who edits, works at a library and has used all there is."""
    # An administrator is left when they go.
    UserFactory(name="Ida Berg", is_superuser=True)
    library = LibraryFactory()
    decider = UserFactory(name="Else Sommer")
    MembershipFactory(user=decider, library=library, role=Role.CONTACT)
    person = UserFactory(name=NAME, email=EMAIL, phone=PHONE)
    person.groups.add(Group.objects.get(name="Redaktører"))
    EmailAddress.objects.create(user=person, email=OTHER_EMAIL, verified=False)
    _at_the_library(person, library, decider)
    _at_the_desk(person)
    _in_the_open(person)
    log(instance=decider, action="wagtail.edit", user=person)
    client = Client()
    client.force_login(person)
    return person


def _at_the_library(person, library, decider) -> None:
    membership = Membership.objects.ask(person, library)
    post_waiting_notices(membership)
    membership.activate(decider)
    Invitation.objects.create(library=library, email=EMAIL, invited_by=decider)
    Invitation.objects.create(
        library=library, email="ny@tema.example", invited_by=person
    )
    file = make_file(title="Plakat: Stenalder", created_by=person)
    store(BytesIO(BARE_PDF + b"%2"), "ny.pdf", target=file, user=person)
    make_basket(person, file, name="Min egen")
    make_basket(person, file, name="Vores", is_shared=True)
    SavedSearch.objects.create(user=person, name="Til Søren", query="q=sten")
    SentIdea.objects.create(library=library, sender=person, title="En sten om dagen")
    share = make_share(file, created_by=person)
    ShareRequest.objects.create(share=share, sender=NAME, email=EMAIL, text="Tak")


def _at_the_desk(person) -> None:
    contact = {"name": NAME, "about": "alt", "phone": PHONE, "email": EMAIL}
    page = CampaignPageFactory(
        title="Stenalderen",
        owner=person,
        contacts=json.dumps([{"type": "contact", "value": contact}]),
    )
    page.save_revision(user=person, log_action=True).publish(user=person)
    page.draft_title = "Stenalderen igen"
    page.save_revision(user=person)
    PageSubscription.objects.create(user=person, page=page, comment_notifications=True)
    Comment.objects.create(
        page=page, user=person, text=f"Ring til {NAME} ({EMAIL}).", contentpath="title"
    )
    log(instance=person, action="wagtail.edit", data={"address": OTHER_EMAIL})
    profile = UserProfile.get_for_user(person)
    profile.avatar.save("soeren.png", ContentFile(b"billede"))
    Authenticator.objects.create(user=person, type="totp", data={"secret": "kode"})
    FormState.objects.create(
        user=person,
        data=f"name={NAME}",
        object_id=str(page.pk),
        content_object=page,
        last_updated_at=timezone.now(),
    )
    DBTaskResult.objects.create(
        args_kwargs={"args": [EMAIL], "kwargs": {"name": NAME}},
        task_path="core.tasks.clear_sessions",
        backend_name="default",
        run_after=timezone.now(),
        exception_class_path="",
        traceback=f"ValueError: {EMAIL}",
    )


def _in_the_open(person) -> None:
    AccessibilityReport.objects.create(text=f"Mvh. {NAME}", email=EMAIL)
    MissedQuery.objects.create(
        text=NAME.casefold(), language="da", last_at=timezone.now()
    )
    Message.objects.create(
        key="notice:1",
        kind="notice",
        about={"key": "notice:1", "person": person.pk},
        subject="En kommentar",
        body="Kære Søren, der er en kommentar til dig.",
        next_attempt_at=timezone.now() + datetime.timedelta(days=1),
    )
    keep_sealed(EmailMessage("Ny adgangskode", "Et link", to=[OTHER_EMAIL]))
    Message.objects.filter(kind=AWAITED).update(state=Message.State.WAITING)


def keep_sealed(letter: EmailMessage) -> None:
    """As when the mail server is away while somebody waits for it."""
    with override_settings(
        DELIVERY_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=1,
    ):
        AwaitedBackend().send_messages([letter])


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    """Made once for a module's tests, each of which undoes what it did to them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_person().pk
        transaction.set_rollback(True)


@pytest.fixture
def person(made, db):
    return User.objects.get(pk=made)


def whole_database() -> str:
    """Every text that stands in a table, of whatever kind the table is."""
    quoted = connection.ops.quote_name
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {quoted(table)}")
            found += [
                str(cell)
                for row in cursor
                for cell in row
                if isinstance(cell, str | dict | list)
            ]
    text = "\n".join(found)
    return re.sub(r"\\+u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text).casefold()


def said_of(person_words: list[str], text: str) -> list[str]:
    """Which of the words stand in the text."""
    return [word for word in person_words if word.casefold() in text]
