from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from users.models import LowercaseEmailField, User

from .libraries import Library

INVITATION_DAYS = 14


class Role(models.TextChoices):
    """What a person is at their library."""

    STAFF = "staff", _("medarbejder")
    CONTACT = "contact", _("kontaktperson")
    CENTRAL = "central", _("centralbibliotekar")


class MembershipQuerySet(models.QuerySet):
    """Who works where, now and before."""

    def waiting(self):
        """Those that someone must say yes or no to."""
        return self.filter(state=Membership.State.WAITING)

    def active(self):
        """Those that count."""
        return self.filter(state=Membership.State.ACTIVE)

    def current(self):
        """Waiting or active: a person has at most one."""
        return self.exclude(state=Membership.State.ENDED)

    def of(self, user):
        """One person's, history included."""
        return self.filter(user=user)

    def at(self, library: Library):
        """One library's."""
        return self.filter(library=library)

    def contacts(self):
        """Those whom the others write to."""
        return self.filter(role__in=[Role.CONTACT, Role.CENTRAL])

    @transaction.atomic
    def join(self, user, library: Library, role: str = Role.STAFF, *, decided_by=None):
        """Make the person a member now; what they had elsewhere ends."""
        current = self._current_locked(user)
        if current and current.library_id == library.pk:
            current.role = role
            current.activate(decided_by)
            return current
        if current:
            current.end(decided_by)
        return self.create(
            user=user,
            library=library,
            role=role,
            state=Membership.State.ACTIVE,
            started_at=timezone.now(),
            decided_by=decided_by,
        )

    @transaction.atomic
    def ask(self, user, library: Library):
        """Let the person wait for a yes; a new choice replaces the one they had."""
        current = self._current_locked(user)
        if current and (current.is_active or current.library_id == library.pk):
            return current
        if current:
            current.end(user)
        return self.create(user=user, library=library, state=Membership.State.WAITING)

    def _current_locked(self, user) -> "Membership | None":
        # The lock is on the person: there may be no membership to lock yet.
        User.objects.select_for_update().get(pk=user.pk)
        return self.current().of(user).first()


class Membership(models.Model):
    """A person's tie to a library. It is ended, never deleted."""

    class State(models.TextChoices):
        WAITING = "waiting", _("venter")
        ACTIVE = "active", _("aktiv")
        ENDED = "ended", _("afsluttet")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("bruger"),
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    library = models.ForeignKey(
        Library,
        verbose_name=_("bibliotek"),
        on_delete=models.PROTECT,
        related_name="memberships",
    )
    role = models.CharField(
        _("rolle"), max_length=10, choices=Role.choices, default=Role.STAFF
    )
    state = models.CharField(
        _("status"), max_length=10, choices=State.choices, default=State.WAITING
    )
    created_at = models.DateTimeField(_("oprettet"), auto_now_add=True)
    started_at = models.DateTimeField(_("begyndt"), null=True, blank=True)
    ended_at = models.DateTimeField(_("slut"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("afgjort af"),
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("tilknytning")
        verbose_name_plural = _("tilknytninger")
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=~models.Q(state="ended"),
                name="libraries_one_current_membership_a_person",
                violation_error_message=_(
                    "Brugeren er allerede tilknyttet et bibliotek."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.user_id}: {self.library_id} ({self.get_state_display()})"

    def clean(self):
        if (
            self.role == Role.CENTRAL
            and self.library_id
            and not self.library.is_central
        ):
            raise ValidationError(
                {"role": _("Biblioteket er ikke et centralbibliotek.")}
            )

    @property
    def is_active(self) -> bool:
        """Whether the person counts as one of the library's."""
        return self.state == self.State.ACTIVE

    @property
    def is_waiting(self) -> bool:
        """Whether someone must still say yes or no."""
        return self.state == self.State.WAITING

    @property
    def was_refused(self) -> bool:
        """Whether somebody said no, so that the person was never in."""
        never_in = self.state == self.State.ENDED and self.started_at is None
        return never_in and self.decided_by_id != self.user_id

    def activate(self, by=None) -> None:
        """Say yes."""
        self.state = self.State.ACTIVE
        self.started_at = self.started_at or timezone.now()
        self.decided_by = by
        self.save()

    def end(self, by=None) -> None:
        """Say no, or goodbye; the row stays as history."""
        self.state = self.State.ENDED
        self.ended_at = timezone.now()
        self.decided_by = by
        self.save()


class InvitationQuerySet(models.QuerySet):
    """Invitations, open and used."""

    def open(self):
        """Those that can still be accepted."""
        return self.filter(accepted_at=None, expires_at__gt=timezone.now())

    def by_token(self, token: str) -> "Invitation | None":
        """The invitation that a link points to, open or not."""
        try:
            pk = signing.Signer(salt=Invitation.SALT).unsign(token)
        except signing.BadSignature:
            return None
        return self.filter(pk=pk).select_related("library", "invited_by").first()


def invitation_expiry():
    """The end of an invitation made now."""
    return timezone.now() + timedelta(days=INVITATION_DAYS)


class Invitation(models.Model):
    """A colleague's way in. The link is signed, so the row holds no secret."""

    SALT = "libraries.invitation"

    library = models.ForeignKey(
        Library,
        verbose_name=_("bibliotek"),
        on_delete=models.CASCADE,
        related_name="invitations",
    )
    email = LowercaseEmailField(_("e-mail"))
    role = models.CharField(
        _("rolle"), max_length=10, choices=Role.choices, default=Role.STAFF
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("inviteret af"),
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
    )
    created_at = models.DateTimeField(_("sendt"), auto_now_add=True)
    expires_at = models.DateTimeField(_("gælder til"), default=invitation_expiry)
    accepted_at = models.DateTimeField(_("brugt"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitationer")
        constraints = [
            models.UniqueConstraint(
                fields=["library", "email"],
                condition=models.Q(accepted_at=None),
                name="libraries_one_unused_invitation_an_address",
            ),
        ]

    def __str__(self):
        return self.email

    def get_absolute_url(self):
        """The page where the invited person says yes."""
        return reverse("invitation", args=[self.token])

    @property
    def is_open(self) -> bool:
        """Whether it can still be accepted."""
        return self.accepted_at is None and self.expires_at > timezone.now()

    @property
    def token(self) -> str:
        """What the link ends in; the same each time it is asked for."""
        return signing.Signer(salt=self.SALT).sign(self.pk)

    @transaction.atomic
    def accept(self, user) -> Membership:
        """Use the invitation up: the person joins the library."""
        self.accepted_at = timezone.now()
        self.save(update_fields=["accepted_at"])
        return Membership.objects.join(
            user, self.library, self.role, decided_by=self.invited_by
        )
