from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit

from users.models import User

from .forms import ChooseLibraryForm, InviteForm
from .joining import ask_to_join, decide, invite
from .models import Invitation, Library, Membership
from .models.memberships import Role
from .panels import panels_for
from .permissions import (
    can_decide,
    can_end,
    can_invite,
    central_library_asked,
    coordinators,
    decides_for_all,
    membership_of,
    waiting_for,
)


@require_safe
@cache_control(public=True, max_age=3600)
def searchable_libraries(request: HttpRequest) -> HttpResponse:
    """The libraries that readers can look a title up at, for the choice of one."""
    libraries = Library.objects.searchable()
    return JsonResponse(
        {
            "libraries": [
                {"name": name, "search": address}
                for name, address in libraries.values_list("name", "search_address")
            ]
        }
    )


def _left_for(invitation: Invitation, user: User) -> Membership | None:
    """The membership at another library that a yes to ``invitation`` would end."""
    membership = membership_of(user)
    if membership and membership.library_id != invitation.library_id:
        return membership
    return None


@login_required
@never_cache
def my_library(request: HttpRequest) -> HttpResponse:
    """My library, its people, whom to ring, and those who wait for my yes."""
    return _my_library(request)


def _my_library(request: HttpRequest, status: int = 200, **forms) -> HttpResponse:
    user = request.user
    membership = membership_of(user)
    context = {
        "membership": membership,
        "decides": decides_for_all(user),
        "waiting_people": waiting_for(user).select_related("user", "library__region"),
        **(_library_context(request, membership) if membership else {}),
        **({} if membership else _newcomer_context(request)),
        **forms,
    }
    named = context.get("central_people", [])
    context["coordinators"] = [
        person for person in coordinators() if person != user and person not in named
    ]
    return render(request, "pages/libraries/my_library.html", context, status=status)


def _library_context(request: HttpRequest, membership: Membership) -> dict:
    library = membership.library
    colleagues = list(
        Membership.objects.active()
        .at(library)
        .select_related("user", "library")
        .order_by("user__first_name", "user__last_name")
    )
    for colleague in colleagues:
        colleague.can_be_ended = can_end(request.user, colleague)
    return {
        "library": library,
        "colleagues": colleagues,
        "invitations": library.invitations.open().order_by("email"),
        **_whom_to_ring(request, library),
        "invite_form": InviteForm(membership=membership)
        if can_invite(request.user)
        else None,
        "panels": panels_for(request, membership),
    }


def _whom_to_ring(request: HttpRequest, library: Library) -> dict:
    """The central library and its people; nobody is told to ring themselves."""
    central = library.central_library
    people = Membership.objects.none()
    if central:
        people = Membership.objects.active().at(central).filter(role=Role.CENTRAL)
    return {
        "central_library": central,
        "central_people": [
            membership.user
            for membership in people.exclude(user=request.user).select_related("user")
        ],
    }


def _newcomer_context(request: HttpRequest) -> dict:
    mine = Membership.objects.of(request.user).select_related("library__region")
    waiting = mine.waiting().first()
    ended = mine.filter(state=Membership.State.ENDED).first()
    library = (waiting or ended).library if waiting or ended else None
    return {
        "my_waiting": waiting,
        "asked": central_library_asked(library) if waiting else None,
        "ended": ended,
        **(_whom_to_ring(request, library) if library else {}),
        "choose_form": ChooseLibraryForm(
            initial={"library": waiting.library_id} if waiting else None
        ),
    }


@login_required
@require_POST
def choose_library(request: HttpRequest) -> HttpResponse:
    """Ask to belong to a library."""
    if membership_of(request.user):
        return redirect("my_library")
    form = ChooseLibraryForm(request.POST)
    if not form.is_valid():
        return _my_library(request, status=422, choose_form=form)
    if not ratelimit.consume(request, action="ask_library"):
        form.add_error(
            "library", _("Du har spurgt mange gange. Vent en time, og prøv igen.")
        )
        return _my_library(request, status=429, choose_form=form)
    ask_to_join(request.user, form.cleaned_data["library"])
    return redirect("my_library")


@login_required
@require_POST
def invite_colleague(request: HttpRequest) -> HttpResponse:
    """Send a colleague an invitation."""
    if not can_invite(request.user):
        raise PermissionDenied
    membership = membership_of(request.user)
    form = InviteForm(request.POST, membership=membership)
    if not form.is_valid():
        return _my_library(request, status=422, invite_form=form)
    email = form.cleaned_data["email"]
    if not ratelimit.consume(request, action="invite"):
        form.add_error(
            None, _("Du har sendt mange invitationer. Vent en time, og prøv igen.")
        )
    elif not ratelimit.consume(request, action="invite_address", key=email):
        form.add_error(
            "email",
            _("Adressen har fået flere invitationer i dag. Prøv igen i morgen."),
        )
    if not form.is_valid():
        return _my_library(request, status=429, invite_form=form)
    sent = invite(membership.library, email, form.role_value, request.user)
    messages.success(
        request, _("Invitationen er på vej til %(email)s.") % {"email": sent.email}
    )
    return redirect("my_library")


@login_required
@require_POST
@transaction.atomic
def decide_membership(request: HttpRequest, pk: int) -> HttpResponse:
    """Say yes or no to a waiting person."""
    membership = _membership_or_404(
        request, pk, can_decide, Membership.objects.select_for_update(of=["self"])
    )
    decision = request.POST.get("decision")
    if decision not in ("approve", "decline"):
        messages.error(
            request, _("Intet er ændret. Vælg ”Sig ja” eller ”Sig nej” ved personen.")
        )
        return redirect("my_library")
    approve = decision == "approve"
    if not membership.is_waiting:
        messages.info(request, _("Det er allerede afgjort."))
    else:
        decide(membership, request.user, approve=approve)
        text = (
            _("%(name)s er nu med hos %(library)s.")
            if approve
            else _("%(name)s fik nej til %(library)s.")
        )
        messages.success(
            request, text % {"name": membership.user, "library": membership.library}
        )
    return redirect("my_library")


def _membership_or_404(request, pk, is_allowed, memberships) -> Membership:
    """One that the person may act on; another's is as unknown as one that never was."""
    membership = memberships.select_related("user", "library").filter(pk=pk).first()
    if membership is None or not is_allowed(request.user, membership):
        raise Http404
    return membership


@login_required
@require_http_methods(["GET", "POST"])
def end_membership(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once, then take a colleague off the list; the history stays."""
    membership = _membership_or_404(request, pk, can_end, Membership.objects.all())
    if request.method == "GET":
        return render(
            request, "pages/libraries/end_membership.html", {"membership": membership}
        )
    membership.end(request.user)
    messages.success(
        request,
        _("%(name)s er taget af listen.") % {"name": membership.user},
    )
    return redirect("my_library")


@never_cache
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The way in for an invited colleague.

    The link came by mail, so it proves the address: who makes a user from here need
    not confirm it again.
    """
    found = Invitation.objects.by_token(token)
    if not found or not found.is_open:
        return render(request, "pages/libraries/invitation_closed.html", status=410)
    user = request.user
    is_theirs = user.is_authenticated and user.email == found.email
    if request.method == "POST":
        if not is_theirs:
            raise PermissionDenied
        found.accept(user)
        messages.success(
            request, _("Velkommen til %(library)s.") % {"library": found.library}
        )
        return redirect("my_library")
    if not user.is_authenticated:
        get_adapter().stash_verified_email(request, found.email)
    here = {"next": found.get_absolute_url()}
    return render(
        request,
        "pages/libraries/invitation.html",
        {
            "invitation": found,
            "is_theirs": is_theirs,
            "leaves": _left_for(found, user),
            "has_account": User.objects.filter(email=found.email).exists(),
            "login_url": f"{reverse('account_login')}?{urlencode(here)}",
            "signup_url": f"{reverse('account_signup')}?"
            + urlencode({"email": found.email}),
        },
    )
