from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

import pytest

from libraries.models import Library, MailDomain, Membership, Region
from libraries.models.memberships import Role
from libraries.permissions import can_decide, can_end, library_of, membership_of
from tests.factories.libraries import (
    LibraryFactory,
    MailDomainFactory,
    MembershipFactory,
    RegionFactory,
)
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db


def test_the_six_areas_are_there_after_migrating():
    assert [region.name for region in Region.objects.all()] == [
        "Aalborg",
        "Gentofte",
        "Herning",
        "Odense",
        "Roskilde",
        "Vejle",
    ]


@pytest.mark.parametrize("number", ["785100", "XX-785100", "DK 785100", "DK_1", ""])
def test_what_is_no_isil_is_refused(number):
    with pytest.raises(ValidationError) as caught:
        LibraryFactory.build(isil=number, region=RegionFactory()).full_clean()
    assert "isil" in caught.value.message_dict


def test_an_isil_is_kept_in_capitals_and_a_slug_is_made():
    library = LibraryFactory.build(
        name="Læsø Bibliotek", isil="dk-782500", region=RegionFactory()
    )
    library.full_clean()
    library.save()
    assert library.isil == "DK-782500"
    assert library.slug == "laesoe-bibliotek"
    assert LibraryFactory(name="Læsø Bibliotek").slug.startswith("laesoe-bibliotek-dk")


def test_an_area_has_one_central_library():
    region = RegionFactory()
    central = LibraryFactory(region=region, is_central=True)
    assert region.central_library == central
    assert LibraryFactory(region=region).central_library == central
    assert central.central_library is None
    with pytest.raises(ValidationError, match="allerede et centralbibliotek"):
        LibraryFactory.build(region=region, is_central=True).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        LibraryFactory(region=region, is_central=True)


def test_a_central_library_has_an_area():
    with pytest.raises(ValidationError, match="skal have et område"):
        LibraryFactory.build(region=None, is_central=True).full_clean()


def test_a_mail_domain_is_cleaned_and_private_ones_are_refused():
    library = LibraryFactory()
    domain = MailDomain(library=library, domain=" Navn@Bibliotek.Example ")
    domain.full_clean()
    assert domain.domain == "bibliotek.example"
    for bad in ("gmail.com", "bibliotek"):
        with pytest.raises(ValidationError):
            MailDomain(library=library, domain=bad).full_clean()


def test_a_library_is_known_by_its_whole_domain_only():
    domain = MailDomainFactory(domain="aalborg.example")
    assert Library.objects.of_mail("E@AALBORG.example").get() == domain.library
    assert not Library.objects.of_mail("e@ikke-aalborg.example").exists()
    assert not Library.objects.of_mail("e@evil.aalborg.example").exists()


def test_a_person_has_one_current_membership():
    membership = MembershipFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(user=membership.user)
    elsewhere = LibraryFactory()
    new = Membership.objects.join(membership.user, elsewhere, Role.CONTACT)
    membership.refresh_from_db()
    assert membership.state == Membership.State.ENDED
    assert membership.ended_at
    assert library_of(membership.user) == new.library == elsewhere


def test_joining_again_changes_the_role_and_keeps_the_row():
    membership = MembershipFactory()
    again = Membership.objects.join(membership.user, membership.library, Role.CONTACT)
    assert again.pk == membership.pk
    assert again.role == Role.CONTACT


def test_asking_never_ends_an_active_membership():
    membership = MembershipFactory()
    assert Membership.objects.ask(membership.user, LibraryFactory()) == membership


def test_a_library_that_left_gives_no_rights():
    membership = MembershipFactory(library__is_active=False)
    assert membership_of(membership.user) == membership
    assert library_of(membership.user) is None


def test_central_staff_decide_for_their_own_area_only():
    waiting = MembershipFactory(state=Membership.State.WAITING)
    central = MembershipFactory(
        role=Role.CENTRAL, library__is_central=True, library__region__name="Aalborg"
    )
    other = MembershipFactory(
        role=Role.CENTRAL, library__is_central=True, library__region__name="Vejle"
    )
    staff = MembershipFactory(library=central.library)
    assert can_decide(central.user, waiting)
    assert not can_decide(other.user, waiting)
    assert not can_decide(staff.user, waiting)
    assert not can_decide(UserFactory(), waiting)


def test_a_contact_ends_colleagues_but_not_themselves_or_strangers():
    contact = MembershipFactory(role=Role.CONTACT)
    colleague = MembershipFactory(library=contact.library)
    assert can_end(contact.user, colleague)
    assert not can_end(contact.user, contact)
    assert not can_end(colleague.user, contact)
    assert not can_end(contact.user, MembershipFactory())


def test_only_a_central_library_has_central_librarians():
    with pytest.raises(ValidationError, match="ikke et centralbibliotek"):
        Membership(
            user=UserFactory(), library=LibraryFactory(), role=Role.CENTRAL
        ).full_clean()
