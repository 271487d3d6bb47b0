"""Helping somebody whose telephone and recovery codes are gone."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wagtail.log_actions import log

from allauth.mfa.models import Authenticator

from users.models import User

FORGOTTEN = "users.forget_second_factor"


@transaction.atomic
def forget_second_factor(person: User, by: User | None = None) -> bool:
    """Take a person's factor and recovery codes away; whether there were any.

    At the next sign-in they set up a new one, if they enter the admin. ``by`` is who
    did it in the person's history; nobody when it was done on the server.
    """
    deleted, _each = Authenticator.objects.filter(user=person).delete()
    if deleted:
        log(instance=person, action=FORGOTTEN, user=by)
    return bool(deleted)


def may_forget(by: User, person: User) -> bool:
    """Whether ``by`` may help ``person``: administrators, and nobody themselves."""
    return by.is_superuser and by != person


@require_http_methods(["GET", "HEAD", "POST"])
def help_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask an administrator whether it is the person that they speak to, then do it."""
    if not request.user.is_superuser:
        raise PermissionDenied
    person = get_object_or_404(User, pk=pk)
    if not may_forget(request.user, person):
        raise PermissionDenied
    if request.method != "POST":
        return render(request, "admin/users/help_person.html", {"person": person})
    if forget_second_factor(person, request.user):
        done = _("{name} sætter selv totrinslogin op igen ved næste login.")
    else:
        done = _("{name} havde ikke sat totrinslogin op.")
    messages.success(request, done.format(name=person))
    return redirect(reverse("wagtailusers_users:edit", args=[person.pk]))
