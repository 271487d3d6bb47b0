"""The library is told when its idea is decided, and no mail server is in the way."""

import datetime

from django.contrib.auth.models import Group
from django.core import mail
from django.utils import timezone

import pytest
import time_machine

from campaigns.ideas import sending
from campaigns.models import IdeaPage, SentIdea
from libraries.models import Membership
from libraries.models.memberships import Role
from mail.models import Message
from mail.tasks import send_due_messages
from tests.factories.campaigns import CampaignPageFactory
from tests.factories.libraries import LibraryFactory, MembershipFactory
from tests.factories.users import UserFactory
from themes.models import Theme

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
LETTERS = ["idea_published", "idea_sent_back"]


@pytest.fixture
def person():
    user = UserFactory(email="else@laesoe.example", first_name="Else")
    return MembershipFactory(user=user, library=LibraryFactory(name="Læsø")).user


@pytest.fixture
def idea(person):
    """One that is with the editors."""
    idea = SentIdea.objects.create(
        library=Membership.objects.get(user=person).library,
        sender=person,
        campaign=CampaignPageFactory(theme__state=Theme.State.ANNOUNCED),
        title="Æbler & pærer",
    )
    sending.send(idea, person)
    return SentIdea.objects.get()


@pytest.fixture
def editor():
    user = UserFactory()
    user.groups.add(Group.objects.get(name="Redaktører"))
    return user


@pytest.fixture
def say_no(idea, editor):
    def say_no():
        state = IdeaPage.objects.get().current_workflow_state.current_task_state
        state.reject(user=editor, comment="Vi har en, der ligner")

    return say_no


def publish():
    IdeaPage.objects.get().get_latest_revision().publish()


def letters() -> list:
    """What the outbox sends of these kinds."""
    mail.outbox.clear()
    Message.objects.exclude(kind__in=LETTERS).delete()
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=1)):
        send_due_messages.call()
    return mail.outbox


def test_who_sent_it_is_told_once_that_it_is_out(idea):
    publish()
    publish()
    (letter,) = letters()
    assert letter.to == ["else@laesoe.example"]
    assert letter.subject == "Jeres idé er udgivet: Æbler & pærer"
    assert "Hej Else" in letter.body
    assert "”Æbler & pærer”, som Læsø sendte til redaktionen, er" in letter.body
    assert IdeaPage.objects.get().full_url in letter.body


def test_a_no_comes_with_its_reason_and_the_way_to_the_idea(idea, say_no):
    say_no()
    (letter,) = letters()
    assert letter.to == ["else@laesoe.example"]
    assert letter.subject == "Jeres idé kom ikke med: Æbler & pærer"
    assert "Vi har en, der ligner" in letter.body
    assert idea.get_absolute_url() in letter.body


def test_a_second_no_is_a_second_letter(idea, say_no, editor):
    say_no()
    assert len(letters()) == 1
    IdeaPage.objects.get().current_workflow_state.resume(user=editor)
    say_no()
    assert len(letters()) == 1


def test_a_no_that_became_a_yes_is_not_told(idea, say_no):
    say_no()
    publish()
    assert [letter.subject[:20] for letter in letters()] == ["Jeres idé er udgivet"]


@pytest.mark.parametrize("gone", ["forgotten", "left", "closed"])
def test_without_the_sender_the_librarys_contacts_are_told(idea, person, gone):
    contact = MembershipFactory(library=idea.library, role=Role.CONTACT).user
    if gone == "forgotten":
        SentIdea.objects.update(sender=None)
    elif gone == "left":
        Membership.objects.filter(user=person).delete()
    else:
        person.is_active = False
        person.save()
    publish()
    (letter,) = letters()
    assert letter.to == [contact.email]


def test_an_idea_of_the_editors_own_is_told_to_nobody(editor):
    campaign = CampaignPageFactory()
    page = IdeaPage(title="A", theme=campaign.theme, owner=editor)
    campaign.add_child(instance=page)
    page.save_revision().publish()
    assert letters() == []


def test_a_mail_server_that_is_away_loses_no_idea(
    client, person, editor, settings, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "mail.backends.EmailBackend"
    settings.DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    idea = SentIdea.objects.create(
        library=Membership.objects.get(user=person).library,
        sender=person,
        campaign=CampaignPageFactory(theme__state=Theme.State.ANNOUNCED),
    )
    posted = {
        "version": 0,
        "title": "Æblefest",
        "summary": "Smag",
        "steps": "Pluk",
        "campaign": idea.campaign_id,
        "audience": "familier",
        "staff_hours": "2",
        "cost": "gratis",
        "action": "send",
    }
    client.force_login(person)
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(idea.get_absolute_url(), posted, follow=True)
    assert "Ideen er sendt til redaktionen" in response.text
    assert IdeaPage.objects.get().current_workflow_state
    waiting = Message.objects.get(kind="notice", about__person=editor.pk)
    assert (waiting.state, waiting.attempts) == (Message.State.WAITING, 1)
