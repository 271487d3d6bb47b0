"""Letters about memberships. Each is written anew from the row, so it can be resent."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from django_tasks import task

from .models import Invitation, Membership
from .permissions import deciders_for


@task()
def send_invitation(invitation_pk: int) -> None:
    """Write to the invited person, if the invitation is still open."""
    invitation = (
        Invitation.objects.open()
        .filter(pk=invitation_pk)
        .select_related("library", "invited_by")
        .first()
    )
    if invitation:
        _send(
            "invitation",
            [invitation.email],
            invitation=invitation,
            url=settings.BASE_URL + invitation.get_absolute_url(),
        )


@task()
def send_waiting_notice(membership_pk: int) -> None:
    """Tell those who decide that a person waits."""
    membership = _membership(membership_pk)
    if not membership or not membership.is_waiting:
        return
    for decider in deciders_for(membership.library):
        _send(
            "waiting",
            [decider.email],
            membership=membership,
            to_name=decider.first_name,
        )


@task()
def send_decision(membership_pk: int, approved: bool) -> None:
    """Tell the person what was decided."""
    membership = _membership(membership_pk)
    if membership:
        _send(
            "approved" if approved else "declined",
            [membership.user.email],
            membership=membership,
            to_name=membership.user.first_name,
        )


def _membership(pk: int) -> Membership | None:
    return (
        Membership.objects.filter(pk=pk)
        .select_related("user", "library__region", "decided_by")
        .first()
    )


def _send(name: str, recipients: list[str], **context) -> None:
    context = {
        "site_name": settings.WAGTAIL_SITE_NAME,
        "my_library_url": settings.BASE_URL + reverse("my_library"),
        **context,
    }
    with translation.override(settings.LANGUAGE_CODE):
        subject = render_to_string(f"emails/libraries/{name}_subject.txt", context)
        body = render_to_string(f"emails/libraries/{name}.txt", context)
    send_mail(" ".join(subject.split()), body, None, recipients)
