"""Libraries' ideas: written, sent, read by the editors, credited."""

import datetime

from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from wagtail.models import Locale, Task

import pytest
import time_machine

from campaigns.ideas import sending
from campaigns.models import IdeaPage, SentIdea
from cms.settings import base
from core.privacy.retention import forget
from tests.factories.campaigns import CampaignPageFactory
from tests.factories.libraries import LibraryFactory, MembershipFactory
from tests.factories.users import UserFactory
from themes.models import Theme

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}
LIST = "/mit-bibliotek/ideer/"


@pytest.fixture
def library():
    return LibraryFactory(name="Læsø Bibliotek")


@pytest.fixture
def person(library):
    return MembershipFactory(library=library).user


@pytest.fixture
def as_person(client, person):
    client.force_login(person)
    return client


@pytest.fixture
def campaign():
    return CampaignPageFactory(theme__state=Theme.State.ANNOUNCED)


@pytest.fixture
def idea(library, person):
    return SentIdea.objects.create(library=library, sender=person)


@pytest.fixture
def whole(campaign):
    """All that an idea must have, as a browser posts it."""
    return {
        "version": 0,
        "title": "Æblefest",
        "summary": "Smag på æbler",
        "steps": "Pluk\nPres",
        "description": "Husk <kurve>",
        "campaign": campaign.pk,
        "audience": "familier",
        "staff_hours": "2,5",
        "cost": "gratis",
        "lead_weeks": "3",
        "action": "send",
    }


@pytest.fixture
def sent(as_person, idea, whole):
    as_person.post(idea.get_absolute_url(), whole)
    return SentIdea.objects.get(pk=idea.pk)


def editor():
    user = UserFactory()
    user.groups.add(Group.objects.get(name="Redaktører"))
    return user


def test_a_person_begins_an_idea(as_person, library, person):
    response = as_person.post(f"{LIST}ny/", follow=True)
    idea = SentIdea.objects.get()
    assert (idea.library, idea.sender) == (library, person)
    assert response.redirect_chain == [(idea.get_absolute_url(), 302)]
    assert "Før I kan sende den, mangler:" in response.text
    assert "Idé uden titel" in as_person.get(LIST).text


def test_a_draft_may_lack_anything(as_person, idea):
    posted = {"version": 0, "title": "Kun en titel", "action": "save"}
    response = as_person.post(idea.get_absolute_url(), posted, follow=True)
    assert "Kladden er gemt." in response.text
    assert 'value="Kun en titel"' in response.text


def test_it_saves_itself_and_tells_what_is_missing(as_person, idea):
    posted = {"version": 0, "title": "Æblefest", "staff_hours": "2,5"}
    answer = as_person.post(idea.get_absolute_url(), posted, headers=JSON).json()
    assert (answer["version"], answer["errors"]) == (1, {})
    assert "mindst ét trin" in answer["missing"]
    assert "en titel" not in answer["missing"]
    idea.refresh_from_db()
    assert (idea.title, idea.staff_hours) == ("Æblefest", 2.5)


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"staff_hours": "-2"}, "staff_hours", "Timer kan ikke være negative."),
        ({"staff_hours": "mange"}, "staff_hours", "Indtast et tal."),
        ({"lead_weeks": "-1"}, "lead_weeks", "Varsel kan ikke være negativt."),
        (
            {"lead_weeks": "0", "needs_print": "on"},
            "lead_weeks",
            "Tryk kan ikke bestilles med 0 ugers varsel. Skriv mindst 1.",
        ),
        ({"audience": "robotter"}, "audience", "robotter"),
        ({"campaign": "999"}, "campaign", "Marker en gyldig valgmulighed"),
        ({"steps": "x" * 601}, "steps", "Et trin er på 601 tegn. Skriv højst 600."),
        ({"steps": "x\n" * 31}, "steps", "Skriv højst 30 trin."),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_the_rest_is_saved(
    as_person, idea, wrong, field, words
):
    posted = {"version": 0, "title": "Gemt", **wrong}
    answer = as_person.post(idea.get_absolute_url(), posted, headers=JSON).json()
    assert words in answer["errors"][field]
    stored = SentIdea.objects.get()
    assert stored.title == "Gemt"
    assert getattr(stored, field) in ("", None)


def test_without_script_what_is_wrong_stays_in_the_form(as_person, idea, whole):
    response = as_person.post(idea.get_absolute_url(), whole | {"staff_hours": "-2"})
    assert response.status_code == 422
    assert 'value="-2"' in response.text
    assert "Timer kan ikke være negative." in response.text
    assert not IdeaPage.objects.exists()


def test_two_tabs_do_not_overwrite_each_other(as_person, idea):
    address = idea.get_absolute_url()
    as_person.post(address, {"version": 0, "title": "Den ene", "action": "save"})
    posted = {"version": 0, "title": "Den anden", "action": "save"}
    answer = as_person.post(address, posted, headers=JSON)
    assert answer.status_code == 409
    assert "gemt et andet sted" in answer.json()["conflict"]
    response = as_person.post(address, posted)
    assert response.status_code == 409
    assert 'value="Den anden"' in response.text
    assert "<dd>Den ene</dd>" in response.text
    assert SentIdea.objects.get().title == "Den ene"
    version = response.context["form"]["version"].value()
    as_person.post(address, posted | {"version": version})
    assert SentIdea.objects.get().title == "Den anden"


def test_an_incomplete_idea_is_not_sent_and_says_why(as_person, idea, whole):
    response = as_person.post(idea.get_absolute_url(), whole | {"steps": ""})
    assert response.status_code == 422
    assert 'href="#id_steps">mindst ét trin</a>' in response.text
    assert SentIdea.objects.get().title == "Æblefest"
    assert not IdeaPage.objects.exists()


def test_what_is_sent_becomes_a_draft_page_in_the_workflow(sent, person, campaign):
    page = IdeaPage.objects.get()
    assert (page.live, page.owner, page.theme) == (False, person, campaign.theme)
    assert page.credit == "Læsø Bibliotek"
    assert page.get_parent().pk == campaign.pk
    draft = page.get_latest_revision_as_object()
    assert (draft.title, draft.staff_hours) == ("Æblefest", 2.5)
    assert (draft.lead_weeks, draft.audience) == (3, "familier")
    assert [step.text for step in draft.steps.all()] == ["Pluk", "Pres"]
    assert draft.body[0].value.source == "<p>Husk &lt;kurve&gt;</p>"
    assert page.current_workflow_state.workflow.name == "Ideer fra biblioteker"


def test_sent_twice_is_sent_once(as_person, sent, whole):
    response = as_person.post(sent.get_absolute_url(), whole | {"version": 1})
    assert response.status_code == 409
    sending.send(SentIdea.objects.get(), sent.sender)
    assert IdeaPage.objects.count() == 1


def test_the_library_sees_where_it_is(as_person, sent):
    assert "Redaktionen har fået ideen" in as_person.get(sent.get_absolute_url()).text
    page = IdeaPage.objects.get()
    page.save_revision(user=editor())
    assert "Redaktionen er i gang" in as_person.get(sent.get_absolute_url()).text
    page.current_workflow_state.current_task_state.approve(user=editor())
    words = as_person.get(sent.get_absolute_url()).text
    assert "jeres bibliotek står på den" in words
    page.refresh_from_db()
    assert "Ideen kommer fra Læsø Bibliotek." in as_person.get(page.url).text


def test_a_no_comes_with_its_reason(as_person, sent):
    page = IdeaPage.objects.get()
    state = page.current_workflow_state.current_task_state
    state.reject(user=editor(), comment="Vi har en, der ligner")
    words = as_person.get(sent.get_absolute_url()).text
    assert "Redaktionen har ikke taget ideen med." in words
    assert "Vi har en, der ligner" in words
    assert "Ikke med" in as_person.get(LIST).text


def test_a_page_that_the_editors_deleted_is_a_no(as_person, sent):
    IdeaPage.objects.get().delete()
    assert "ikke taget ideen med" in as_person.get(sent.get_absolute_url()).text


def test_the_editor_sees_who_sent_it(client, sent, person):
    client.force_login(editor())
    address = reverse("wagtailadmin_pages:edit", args=[sent.page_id])
    words = client.get(address).text
    assert "Sendt af Læsø Bibliotek" in words
    assert person.email in words


def test_without_the_workflow_it_still_becomes_a_draft(as_person, idea, whole):
    sending.Workflow.objects.all().delete()
    as_person.post(idea.get_absolute_url(), whole)
    assert not IdeaPage.objects.get().live


def test_a_workflow_without_active_tasks_lets_the_draft_wait(as_person, idea, whole):
    Task.objects.update(active=False)
    response = as_person.post(idea.get_absolute_url(), whole)
    assert response.status_code == 302
    page = IdeaPage.objects.get()
    assert (page.live, page.current_workflow_state) == (False, None)


@pytest.mark.parametrize("action", ["", "slet/"])
def test_another_library_sees_nothing_of_it(client, idea, action):
    client.force_login(MembershipFactory().user)
    for pk in (idea.pk, 999_999):
        response = client.post(f"{LIST}{pk}/{action}", {"version": 0, "title": "x"})
        assert response.status_code == 404
    assert client.get(f"{LIST}{idea.pk}/").status_code == 404
    assert SentIdea.objects.get().title == ""


def test_a_colleague_can_go_on_with_it(client, idea, library):
    client.force_login(MembershipFactory(library=library).user)
    posted = {"version": 0, "title": "Fra en kollega", "action": "save"}
    client.post(idea.get_absolute_url(), posted)
    assert SentIdea.objects.get().title == "Fra en kollega"


def test_strangers_and_people_of_no_library(client, idea):
    for address in (LIST, idea.get_absolute_url()):
        assert client.get(address).url.startswith("/log-ind/")
    client.force_login(UserFactory())
    assert client.get(LIST).url == reverse("my_library")
    assert client.post(f"{LIST}ny/").url == reverse("my_library")
    assert client.get(idea.get_absolute_url()).status_code == 404


def test_only_what_the_form_has_can_be_posted(as_person, idea, whole):
    extra = {"sent_at": "2026-01-01", "library": 99, "page": 1, "sender": 99}
    as_person.post(idea.get_absolute_url(), whole | extra | {"action": "save"})
    stored = SentIdea.objects.get()
    assert (stored.sent_at, stored.page) == (None, None)
    assert (stored.library, stored.sender) == (idea.library, idea.sender)


@pytest.mark.parametrize("version", ["", "x", "-1", "99", "9" * 30])
def test_odd_versions_are_conflicts(as_person, idea, version):
    posted = {"version": version, "title": "x", "action": "save"}
    assert as_person.post(idea.get_absolute_url(), posted).status_code == 409


def test_an_archived_campaign_takes_no_more(as_person, idea, whole, campaign):
    Theme.objects.filter(pk=campaign.theme_id).update(state=Theme.State.ARCHIVED)
    assert as_person.post(idea.get_absolute_url(), whole).status_code == 422
    assert not IdeaPage.objects.exists()


def test_ideas_are_sent_to_the_campaign_and_not_to_its_translation(
    as_person, idea, campaign
):
    english = Locale.objects.get_or_create(language_code="en")[0]
    copy = campaign.copy_for_translation(english, copy_parents=True)
    copy.save_revision().publish()
    form = as_person.get(idea.get_absolute_url()).context["form"]
    assert [value for value, _label in form.fields["campaign"].choices] == [
        "",
        campaign.pk,
    ]


def test_a_draft_is_deleted_and_what_is_sent_is_not(as_person, idea, whole):
    as_person.post(idea.get_absolute_url(), whole)
    as_person.post(f"{LIST}{idea.pk}/slet/")
    assert SentIdea.objects.exists()
    as_person.post(f"{LIST}ny/")
    as_person.post(f"{LIST}{SentIdea.objects.unsent().get().pk}/slet/")
    assert SentIdea.objects.get().sent_at


def test_unsent_ideas_have_a_limit(as_person, idea, monkeypatch):
    monkeypatch.setattr("campaigns.ideas.sending_views.MAX_UNSENT", 1)
    response = as_person.post(f"{LIST}ny/", follow=True)
    assert "Send eller slet en først." in response.text
    assert SentIdea.objects.count() == 1


def test_sending_has_a_limit(as_person, idea, whole, settings):
    settings.ACCOUNT_RATE_LIMITS = base.ACCOUNT_RATE_LIMITS | {"send_idea": "1/h/user"}
    name = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": name, "LOCATION": "send"}}
    as_person.post(idea.get_absolute_url(), whole)
    other = SentIdea.objects.create(library=idea.library)
    assert as_person.post(other.get_absolute_url(), whole).status_code == 429
    assert SentIdea.objects.unsent().get().title == "Æblefest"


def test_my_library_shows_them_and_asks_the_same_however_many(as_person, sent, library):
    assert "Jeres ideer" in as_person.get(reverse("my_library")).text

    def asked():
        as_person.get(LIST)
        with CaptureQueriesContext(connection) as captured:
            as_person.get(LIST)
        return len(captured)

    few = asked()
    for number in range(3):
        idea = SentIdea.objects.create(
            library=library,
            campaign=sent.campaign,
            title=f"Idé {number}",
            steps="Et",
        )
        sending.send(idea, sent.sender)
    assert asked() == few


def test_what_is_old_is_forgotten(idea, sent):
    draft = SentIdea.objects.create(library=idea.library, title="Opgivet")
    later = timezone.now() + datetime.timedelta(days=366)
    with time_machine.travel(later, tick=False):
        fresh = SentIdea.objects.create(library=idea.library, title="Ny")
        forget()
    assert not SentIdea.objects.filter(pk=draft.pk).exists()
    assert SentIdea.objects.filter(pk=fresh.pk).exists()
    sent.refresh_from_db()
    assert sent.sender is None
