"""What is kept of people as such, and of how they sign in."""

import datetime

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from allauth.account.models import EmailAddress

from core.privacy.records import Basis, keep, older

from ..models import Erasure, User

ACCOUNT = "så længe kontoen er der"
UNCONFIRMED_DAYS = 90
ERASURE_DAYS = 5 * 365


def unconfirmed(now: datetime.datetime) -> QuerySet:
    """Those who signed up and never confirmed an address, nor came in another way."""
    asked = EmailAddress.objects.filter(user=OuterRef("pk"))
    people = User.objects.filter(
        Exists(asked),
        ~Exists(asked.filter(verified=True)),
        last_login=None,
        is_superuser=False,
        date_joined__lt=older(now, UNCONFIRMED_DAYS),
    )
    # Whom an administrator made has a role.
    return people.filter(groups=None)


def sessions_of(person: User) -> QuerySet:
    """Those in which the person is signed in: a session says so in its own words."""
    keys = [
        session.pk
        for session in Session.objects.all()
        if session.get_decoded().get("_auth_user_id") == str(person.pk)
    ]
    return Session.objects.filter(pk__in=keys)


def _forget_profiles(profiles: QuerySet) -> None:
    for profile in profiles:
        if picture := profile.avatar:
            remove = picture.storage.delete
            # Storage that is away leaves a file that nobody owns: reconcile tells.
            transaction.on_commit(
                lambda remove=remove, name=picture.name: remove(name), robust=True
            )
    profiles.delete()


def register() -> None:
    """Fill the table."""
    keep(
        "users.User",
        *("email", "first_name", "last_name", "phone", "last_login"),
        purpose="logge ind, og vise kolleger og redaktion, hvem man er",
        ends="til personen slettes (gdpr erase)",
        secret=("password",),
        of=lambda person: User.objects.filter(pk=person.pk),
        is_whole=True,
    )
    keep(
        "users.User",
        purpose="lade en person bekræfte sin adresse",
        ends="efter oprettelsen, hvis adressen aldrig blev bekræftet",
        days=UNCONFIRMED_DAYS,
        old=unconfirmed,
    )
    keep(
        "users.Erasure",
        "digest",
        purpose="slette igen, når en ældre kopi bliver gendannet",
        basis=Basis.LAW,
        ends="efter sletningen",
        days=ERASURE_DAYS,
        old=lambda now: Erasure.objects.filter(erased_at__lt=older(now, ERASURE_DAYS)),
        of=lambda person: User.objects.none(),
    )
    keep(
        "account.EmailAddress",
        *("user", "email"),
        purpose="vide, at adressen er personens egen",
        ends=ACCOUNT,
        is_whole=True,
        goes=True,
    )
    keep(
        "account.EmailConfirmation",
        "email_address",
        purpose="bekræfte en adresse; linkene er signerede, så der er ingen rækker",
        ends="når adressen er bekræftet",
        secret=("key",),
    )
    keep(
        "mfa.Authenticator",
        *("user", "data"),
        purpose="totrinslogin",
        basis=Basis.SECURITY,
        ends="til personen eller en administrator fjerner det",
        secret=("data",),
        is_whole=True,
        goes=True,
    )
    keep(
        "sessions.Session",
        "session_data",
        purpose="holde en person logget ind",
        basis=Basis.SECURITY,
        ends="efter sidste login",
        days=30,
        by="core.tasks.clear_sessions",
        secret=("session_key", "session_data"),
        of=sessions_of,
        is_whole=True,
        goes=True,
    )
    keep(
        "wagtailusers.UserProfile",
        "user",
        purpose="sprog, udseende og profilbillede i redaktionen",
        ends=ACCOUNT,
        is_whole=True,
        erase=_forget_profiles,
    )
