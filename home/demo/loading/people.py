"""The demo people: verified, only where DEBUG is on, all with one password."""

from django.contrib.auth.models import Group

from allauth.account.models import EmailAddress

from core.demo import demo_password
from libraries.importing import plan_import, save_import
from libraries.models import Library, MailDomain, Membership
from libraries.models.memberships import Role
from libraries.roles import AGENCY, COORDINATORS, EDITORS, ensure_groups
from users.models import User

from . import LIBRARIES_CSV

# E-mail: name, groups, municipality and role there.
PEOPLE = {
    "admin@example.dk": ("Anders Administrator", [], None, None),
    "redaktor@example.dk": ("Rikke Redaktør", [EDITORS], None, None),
    "bureau@example.dk": ("Bo Bureau", [AGENCY], None, None),
    "aalborg@example.dk": (
        "Astrid Aalborg",
        [COORDINATORS],
        "Aalborg",
        Role.CENTRAL,
    ),
    "bibliotek@example.dk": ("Birthe Bibliotekar", [], "Morsø", Role.STAFF),
    "presse@example.dk": ("Peter Presse", [], None, None),
}


def load_libraries() -> int:
    """Register the library systems; returns how many there are."""
    if not Library.objects.exists():
        save_import(plan_import(LIBRARIES_CSV.read_bytes()))
    return Library.objects.count()


def load_people() -> None:
    """Make the demo people that are missing and give all of them today's password."""
    ensure_groups()
    password = demo_password()
    for email, (name, groups, municipality, role) in PEOPLE.items():
        user = User.objects.filter(email=email).first()
        if user is None:
            user = User.objects.create_user(email, password, name=name)
        user.set_password(password)
        user.is_superuser = email.startswith("admin@")
        user.save()
        user.groups.set(Group.objects.filter(name__in=groups))
        EmailAddress.objects.update_or_create(
            user=user, email=email, defaults={"verified": True, "primary": True}
        )
        if municipality and not Membership.objects.active().of(user).exists():
            library = Library.objects.get(municipality=municipality)
            Membership.objects.join(user, library, role)
    MailDomain.objects.get_or_create(
        domain="example.dk",
        defaults={"library": Library.objects.get(municipality="Morsø")},
    )
