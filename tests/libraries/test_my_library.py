from django.contrib.auth.models import Group
from django.core import mail

import pytest

from libraries import panels
from libraries.models import Membership
from libraries.models.memberships import Role
from libraries.roles import COORDINATORS
from tests.factories.libraries import LibraryFactory, MembershipFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db
PAGE = "/mit-bibliotek/"


def html_of(response):
    return response.content.decode()


@pytest.fixture
def coordinator():
    user = UserFactory(name="Kirsten Koordinator", phone="98 76 54 32")
    user.groups.add(Group.objects.get(name=COORDINATORS))
    return user


@pytest.fixture
def central():
    return MembershipFactory(
        role=Role.CENTRAL,
        library__is_central=True,
        library__name="Aalborg Bibliotekerne",
        library__phone="99 31 43 00",
        user__name="Carl Central",
    )


@pytest.fixture
def waiting(central):
    return MembershipFactory(state=Membership.State.WAITING, user__name="Vera Venter")


def test_strangers_sign_in_first(client):
    assert client.get(PAGE).url == "/log-ind/?next=/mit-bibliotek/"


def test_the_page_shows_library_people_and_whom_to_ring(client, central, coordinator):
    membership = MembershipFactory(library__region_is_assumed=True)
    MembershipFactory(library=membership.library, user__name="Kai Kollega")
    client.force_login(membership.user)
    html = html_of(client.get(PAGE))
    for text in (
        membership.library.name,
        membership.library.isil,
        "antagelse",
        "Kai Kollega",
        "Aalborg Bibliotekerne",
        "99 31 43 00",
        "Carl Central",
        "Kirsten Koordinator",
        "98 76 54 32",
    ):
        assert text in html


def test_choosing_a_library_waits_for_its_central_library(client, central):
    library = LibraryFactory()
    user = UserFactory(name="Vera Venter")
    client.force_login(user)
    response = client.post(PAGE + "vaelg/", {"library": library.pk}, follow=True)
    assert f"Du venter på et ja til {library}" in html_of(response)
    assert mail.outbox == []


@pytest.mark.django_db(transaction=True)
def test_those_who_decide_get_a_mail(client, central, coordinator):
    library = LibraryFactory()
    client.force_login(UserFactory(name="Vera Venter"))
    client.post(PAGE + "vaelg/", {"library": library.pk})
    assert [message.to for message in mail.outbox] == [[central.user.email]]
    assert mail.outbox[0].subject == "Vera Venter venter på jeres ja"
    assert "http://127.0.0.1:8000/mit-bibliotek/" in mail.outbox[0].body
    elsewhere = LibraryFactory(region=None)
    client.post(PAGE + "vaelg/", {"library": elsewhere.pk})
    assert mail.outbox[1].to == [coordinator.email]


def test_no_choice_is_told_at_the_field(client):
    client.force_login(UserFactory())
    response = client.post(PAGE + "vaelg/", {"library": ""})
    assert response.status_code == 422
    assert "Vælg det bibliotek, du arbejder på." in html_of(response)
    response = client.post(PAGE + "vaelg/", {"library": "987654"})
    assert "Vælg et bibliotek fra listen." in html_of(response)


def test_central_staff_say_yes_and_the_person_gets_a_mail(
    client, central, waiting, django_capture_on_commit_callbacks
):
    client.force_login(central.user)
    assert "Vera Venter" in html_of(client.get(PAGE))
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(
            f"{PAGE}tilknytning/{waiting.pk}/afgoer/",
            {"decision": "approve"},
            follow=True,
        )
    assert "Vera Venter er nu med" in html_of(response)
    waiting.refresh_from_db()
    assert waiting.state == Membership.State.ACTIVE
    assert waiting.decided_by == central.user
    assert mail.outbox[0].to == [waiting.user.email]
    assert mail.outbox[0].subject == "Du er med"
    assert mail.outbox[0].body.startswith("Hej Vera\n")


def test_central_staff_say_no_and_the_person_can_choose_again(
    client, central, waiting, django_capture_on_commit_callbacks
):
    client.force_login(central.user)
    url = f"{PAGE}tilknytning/{waiting.pk}/afgoer/"
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url, {"decision": "decline"})
    assert mail.outbox[0].subject == "Vi kunne ikke sige ja"
    assert "allerede afgjort" in html_of(
        client.post(url, {"decision": "approve"}, follow=True)
    )
    client.force_login(waiting.user)
    assert "Hvor arbejder du?" in html_of(client.get(PAGE))


def test_coordinators_decide_for_all_and_need_no_library(client, coordinator, waiting):
    client.force_login(coordinator)
    html = html_of(client.get(PAGE))
    assert "Vera Venter" in html
    assert "Hvor arbejder du?" not in html


def test_others_neither_see_nor_decide(client, central, waiting):
    staff = MembershipFactory(library=central.library)
    client.force_login(staff.user)
    assert "Vera Venter" not in html_of(client.get(PAGE))
    response = client.post(
        f"{PAGE}tilknytning/{waiting.pk}/afgoer/", {"decision": "approve"}
    )
    assert response.status_code == 404
    client.force_login(waiting.user)
    response = client.post(
        f"{PAGE}tilknytning/{waiting.pk}/afgoer/", {"decision": "approve"}
    )
    assert response.status_code == 404


def test_a_contact_ends_a_colleague_and_history_stays(client):
    contact = MembershipFactory(role=Role.CONTACT)
    colleague = MembershipFactory(library=contact.library, user__name="Kai Kollega")
    url = f"{PAGE}tilknytning/{colleague.pk}/afslut/"
    client.force_login(contact.user)
    assert url in html_of(client.get(PAGE))
    assert "Tag Kai Kollega af listen" in html_of(client.get(url))
    client.post(url)
    colleague.refresh_from_db()
    assert colleague.state == Membership.State.ENDED
    assert colleague.decided_by == contact.user
    client.force_login(colleague.user)
    assert "ikke længere med" in html_of(client.get(PAGE))
    assert client.post(url).status_code == 404


@pytest.mark.parametrize("action", ["afgoer", "afslut"])
def test_anothers_membership_is_as_unknown_as_one_that_never_was(
    client, waiting, action
):
    client.force_login(MembershipFactory().user)
    theirs, nobodys = (
        client.post(f"{PAGE}tilknytning/{pk}/{action}/", {"decision": "approve"})
        for pk in (waiting.pk, 987654)
    )
    assert (theirs.status_code, nobodys.status_code) == (404, 404)


@pytest.mark.parametrize("decision", ["", "maybe", "approve "])
def test_an_answer_that_is_none_changes_nothing(client, central, waiting, decision):
    client.force_login(central.user)
    address = f"{PAGE}tilknytning/{waiting.pk}/afgoer/"
    response = client.post(address, {"decision": decision}, follow=True)
    assert "Intet er ændret" in html_of(response)
    waiting.refresh_from_db()
    assert waiting.is_waiting


@pytest.fixture
def closed(central):
    """The central library, which takes part no longer."""
    central.library.is_active = False
    central.library.save()
    return central


def test_a_closed_central_library_decides_no_more(client, closed, waiting):
    client.force_login(closed.user)
    assert "Vera Venter" not in html_of(client.get(PAGE))
    address = f"{PAGE}tilknytning/{waiting.pk}/afgoer/"
    assert client.post(address, {"decision": "approve"}).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_closed_central_library_gets_no_mail(client, closed, coordinator):
    client.force_login(UserFactory())
    client.post(PAGE + "vaelg/", {"library": LibraryFactory().pk})
    assert [message.to for message in mail.outbox] == [[coordinator.email]]


def test_an_eleventh_wish_in_an_hour_waits(client, central, limits):
    client.force_login(UserFactory())
    answers = [
        client.post(PAGE + "vaelg/", {"library": LibraryFactory().pk})
        for _time in range(11)
    ]
    assert [answer.status_code for answer in answers] == [302] * 10 + [429]
    assert "Vent en time, og prøv igen" in html_of(answers[-1])


def test_apps_above_fill_panels(client, monkeypatch):
    monkeypatch.setattr(panels, "_panels", [])
    seen = []

    def panel(request, membership):
        seen.append(membership)
        return {
            "template": "pages/libraries/person.html",
            "context": {},
        }

    panels.register_panel(panel)
    panels.register_panel(panel)
    panels.register_panel(lambda request, membership: None, order=1)
    membership = MembershipFactory()
    client.force_login(membership.user)
    assert client.get(PAGE).status_code == 200
    assert seen == [membership]


def test_the_page_costs_the_same_with_ten_colleagues(
    client, central, django_assert_max_num_queries
):
    membership = MembershipFactory(role=Role.CONTACT)
    for _number in range(10):
        MembershipFactory(library=membership.library)
    client.force_login(membership.user)
    with django_assert_max_num_queries(25):
        client.get(PAGE)


def test_who_got_a_no_was_never_in_and_is_told_whom_to_ring(client, central, waiting):
    client.force_login(central.user)
    client.post(f"{PAGE}tilknytning/{waiting.pk}/afgoer/", {"decision": "decline"})
    client.force_login(waiting.user)
    words = client.get(PAGE).text
    assert f"Der blev ikke sagt ja til dig hos {waiting.library}." in words
    assert "99 31 43 00" in words
    assert "ikke længere med" not in words


def test_who_waits_reads_who_was_asked(client, coordinator):
    library = LibraryFactory(region__name="Gentofte")
    central = LibraryFactory(
        region=library.region, is_central=True, name="Gentofte Bibliotekerne"
    )
    waiting = MembershipFactory(library=library, state=Membership.State.WAITING)
    client.force_login(waiting.user)
    assert "Koordinatoren har fået besked" in client.get(PAGE).text
    MembershipFactory(library=central, role=Role.CENTRAL)
    assert "Gentofte Bibliotekerne har fået besked" in client.get(PAGE).text


def test_nobody_is_told_to_ring_themselves(client, central, coordinator):
    central.user.groups.add(Group.objects.get(name=COORDINATORS))
    client.force_login(central.user)
    _before, _ring, rings = client.get(PAGE).text.partition('id="ring"')
    people, _mine, _rest = rings.partition("Min bruger")
    assert "Carl Central" not in people
    assert "Kirsten Koordinator" in people
