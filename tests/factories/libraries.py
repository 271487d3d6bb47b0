"""Libraries and the people who work there."""

from django.utils import timezone

import factory
from factory.django import DjangoModelFactory

from libraries.models import Library, MailDomain, Membership, Region
from libraries.models.memberships import Role

from .users import UserFactory


class RegionFactory(DjangoModelFactory):
    """One of the six areas."""

    class Meta:
        model = Region
        django_get_or_create = ("slug",)

    name = "Aalborg"
    slug = factory.LazyAttribute(lambda region: region.name.lower())


class LibraryFactory(DjangoModelFactory):
    """A library system somewhere in Aalborg's area."""

    class Meta:
        model = Library

    municipality = factory.Sequence(lambda n: f"Kommune {n}")
    name = factory.LazyAttribute(
        lambda library: f"Bibliotekerne i {library.municipality}"
    )
    isil = factory.Sequence(lambda n: f"DK-9{n:05}")
    region = factory.SubFactory(RegionFactory)


class MailDomainFactory(DjangoModelFactory):
    """A mail domain that belongs to a library."""

    class Meta:
        model = MailDomain

    library = factory.SubFactory(LibraryFactory)
    domain = factory.Sequence(lambda n: f"bibliotek{n}.example")


class MembershipFactory(DjangoModelFactory):
    """A person at a library, active unless told otherwise."""

    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    library = factory.SubFactory(LibraryFactory)
    role = Role.STAFF
    state = Membership.State.ACTIVE
    started_at = factory.Maybe(
        factory.LazyAttribute(lambda m: m.state != Membership.State.WAITING),
        factory.LazyFunction(timezone.now),
    )
