"""What the receiver of a share link meets at ``/del/<token>/``."""

import datetime
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from core.danish import slug
from core.headers import NO_STORE
from core.jobs import enqueue_on_commit

from ..delivery import (
    Verdict,
    busy,
    gone,
    judge,
    send,
    was_fetched,
)
from ..models import ShareEvent, ShareLink
from ..packages.delivery import send_package
from ..storages import STORAGE_ERRORS
from ..tasks import send_share_request
from . import keys
from .contents import contents_of
from .forms import KeyForm, MoreTimeForm
from .requests import contact_for

# Wishes for more time in an hour: for a link, and in 15 minutes from one address.
MOST_WISHES = 3
MOST_WISHES_FROM_ONE = 5


def _shared(view):
    """Find the link, or answer as to any unknown address; keep the answer private.

    No CSRF token: it would need a cookie on a public page, and these forms act on no
    one's behalf. Who can post to them knows the secret address already.
    """

    @csrf_exempt
    @wraps(view)
    def wrapped(request: HttpRequest, token: str, *args, **kwargs) -> HttpResponse:
        share = (
            ShareLink.objects.filter(token=token).select_related("created_by").first()
        )
        if share is None:
            raise Http404
        response = view(request, share, *args, **kwargs)
        response["Cache-Control"] = NO_STORE
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return wrapped


@_shared
@require_http_methods(["GET", "HEAD", "POST"])
def show_share(request: HttpRequest, share: ShareLink) -> HttpResponse:
    """The files of a link, behind its password and terms; or why it is shut."""
    if not share.is_open:
        return _shut(request, share)
    if request.method == "POST":
        return _unlock(request, share)
    if not keys.may_enter(request, share):
        return _gate(request, share, KeyForm(share=share))
    contents = contents_of(share)
    prefetched = "prefetch" in request.headers.get("Sec-Purpose", "")
    if request.method == "GET" and not prefetched:
        share.events.create(kind=ShareEvent.Kind.OPENED)
    return render(
        request,
        "pages/shares/share.html",
        {"share": share, "contents": contents, "contact": contact_for(share)},
    )


def _gate(
    request: HttpRequest, share: ShareLink, form: KeyForm, status=200, minutes=0
) -> HttpResponse:
    response = render(
        request,
        "pages/shares/gate.html",
        {
            "share": share,
            "form": form,
            "minutes": minutes,
            "contact": contact_for(share),
        },
        status=status,
    )
    if minutes:
        response["Retry-After"] = str(minutes * 60)
    return response


def _unlock(request: HttpRequest, share: ShareLink) -> HttpResponse:
    form = KeyForm(request.POST, share=share)
    if share.has_password and (minutes := keys.minutes_to_wait(request, share)):
        return _gate(request, share, form, 429, minutes)
    if not form.is_valid():
        return _gate(request, share, form, 422)
    if not keys.try_password(request, share, form.cleaned_data.get("password", "")):
        if minutes := keys.minutes_to_wait(request, share):
            return _gate(request, share, form, 429, minutes)
        form.add_error("password", _("Adgangskoden er forkert."))
        return _gate(request, share, form, 422)
    response = redirect(share)
    keys.let_in(request, share, response)
    return response


def _shut(
    request: HttpRequest,
    share: ShareLink,
    form: MoreTimeForm | None = None,
    status: int = 0,
    **context,
) -> HttpResponse:
    """Say that the link is over or shut, whom to ask, and take a wish for more time."""
    waits = not share.has_begun and not share.is_revoked
    return render(
        request,
        "pages/shares/shut.html",
        {
            "share": share,
            "waits": waits,
            "form": form or MoreTimeForm(),
            "contact": contact_for(share),
            **context,
        },
        status=status or (403 if waits else 410),
    )


@_shared
@require_POST
def ask_for_more(request: HttpRequest, share: ShareLink) -> HttpResponse:
    """Take a receiver's wish for more time, and mail it to the maker."""
    if share.is_open or not share.has_begun:
        return redirect(share)
    form = MoreTimeForm(request.POST)
    if not form.is_valid():
        return _shut(request, share, form, 422)
    hour = timezone.now() - datetime.timedelta(hours=1)
    asked = share.events.filter(
        kind=ShareEvent.Kind.ASKED, happened_at__gt=hour
    ).count()
    from_one = keys.counted(request, "wish")
    if asked >= MOST_WISHES or from_one >= MOST_WISHES_FROM_ONE:
        return _shut(request, share, form, 429, is_too_much=True)
    keys.count(request, "wish")
    form.instance.share = share
    wish = form.save()
    share.events.create(kind=ShareEvent.Kind.ASKED)
    enqueue_on_commit(send_share_request, wish.pk)
    return _shut(request, share, status=200, is_sent=True)


@_shared
@require_safe
def fetch_shared_file(
    request: HttpRequest, share: ShareLink, public_id: str
) -> HttpResponse:
    """One file of a link, through the door, on the link's authority."""
    if not (share.is_open and keys.may_enter(request, share)):
        return redirect(share)
    item = (
        share.items.filter(file__public_id=public_id)
        .select_related("file__asset__successor", "file__current_version")
        .first()
    )
    if item is None:
        raise Http404
    version, asset = item.file.current_version, item.file.asset
    verdict = judge(None, version, asset, is_shared=True)
    if verdict is Verdict.GONE:
        return gone(request, asset)
    if verdict is not Verdict.SEND:
        raise Http404
    try:
        response = send(request, version, asset)
    except STORAGE_ERRORS:
        return busy(request)
    if was_fetched(request, response):
        share.events.create(kind=ShareEvent.Kind.FETCHED, version=version)
    return response


@_shared
@require_safe
def fetch_shared_package(request: HttpRequest, share: ShareLink) -> HttpResponse:
    """All files of a link as one zip."""
    if not (share.is_open and keys.may_enter(request, share)):
        return redirect(share)
    contents = contents_of(share)
    if not contents.members:
        return redirect(share)
    response = send_package(request, contents, f"{slug(share.title) or 'filer'}.zip")
    if was_fetched(request, response):
        share.events.create(kind=ShareEvent.Kind.FETCHED_ALL)
    return response
