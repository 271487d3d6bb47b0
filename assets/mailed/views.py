"""Asking for a huge package, seeing how far it is, and the link that is mailed."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from core.danish import file_size

from ..delivery import busy
from ..models import Basket, Package, PackageNotice
from ..packages.contents import Contents, Part, theme_contents
from ..packages.delivery import nothing_for, public_theme, send_package
from ..storages import STORAGE_ERRORS
from . import notices


@require_safe
def show_package(request: HttpRequest, slug: str) -> HttpResponse:
    """Show ``/pakke/<slug>/``: what is in the package, before it is fetched."""
    theme = public_theme(slug)
    sets = {part: theme_contents(theme, request.user, part) for part in Part}
    if not sets[Part.ALL].members:
        return nothing_for(request, theme)
    ways = [
        (part, contents, notices.offer_for(request.user, contents))
        for part, contents in sets.items()
        if contents.members
    ]
    response = render(
        request,
        "pages/assets/package.html",
        {
            "theme": theme,
            "whole": sets[Part.ALL],
            "ways": ways,
            "offer": next((offer for *_set, offer in ways if offer), None),
            "link_days": settings.PACKAGE_LINK_DAYS,
        },
    )
    response["X-Robots-Tag"] = "noindex"
    return response


@login_required
@require_POST
def mail_theme_package(request: HttpRequest, slug: str) -> HttpResponse:
    """Have a theme's package, or a part of it, packed and mailed."""
    theme, part = public_theme(slug), request.POST.get("til", "")
    if part not in Part.values:
        raise Http404
    contents = theme_contents(theme, request.user, Part(part))
    return ask_and_show(
        request, contents, back="package_contents", key=slug, theme=theme, part=part
    )


def mail_basket(request: HttpRequest, basket: Basket, contents: Contents):
    """The same of a basket that the person may open."""
    return ask_and_show(request, contents, back="basket", key=basket.pk, basket=basket)


def ask_and_show(
    request: HttpRequest, contents: Contents, *, back: str, key, **source
) -> HttpResponse:
    """Ask, and show how far it is; where there is nothing to wait for, go ``back``."""
    if notices.offer_for(request.user, contents) is None:
        messages.info(request, _("Der er ikke noget at vente på. Hent det her."))
        return redirect(back, key)
    try:
        notice = notices.ask(request.user, contents, **source)
    except notices.TooMany:
        messages.error(
            request,
            _("Du venter allerede på %(count)s pakker. Vent, til en af dem er klar.")
            % {"count": notices.MOST_WAITING},
        )
    except notices.FilesMissing as error:
        messages.error(request, _missing_sentence(error))
    except STORAGE_ERRORS:
        return busy(request)
    else:
        if notice:
            return redirect(notice)
    return redirect(back, key)


def _missing_sentence(error: notices.FilesMissing) -> str:
    return ngettext(
        "%(name)s kan ikke læses fra lageret lige nu, så pakken kan ikke pakkes. Prøv "
        "igen senere, eller hent den uden.",
        "%(count)s filer kan ikke læses fra lageret lige nu, %(name)s er en af dem, så "
        "pakken kan ikke pakkes. Prøv igen senere, eller hent den uden.",
        len(error.members),
    ) % {"name": error.members[0].name, "count": len(error.members)}


def _own(request: HttpRequest, pk: int) -> PackageNotice:
    """The person's own; another's is as unknown as one that never was."""
    found = PackageNotice.objects.select_related("package", "theme", "basket", "user")
    return get_object_or_404(found, pk=pk, user=request.user)


@login_required
@never_cache
@require_safe
def show_mailed_package(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the packing is; when it is done, the way to fetch it."""
    return _show(request, _own(request, pk))


def _show(request: HttpRequest, notice: PackageNotice) -> HttpResponse:
    contents = notices.contents_now(notice)
    state = _state(notice, contents)
    return render(
        request,
        "pages/assets/mailed_package.html",
        {
            "notice": notice,
            "title": notices.title_of(notice),
            "state": state,
            "contents": contents,
            "part": Part(notice.part),
            "progress": progress_of(notice),
        },
        status=410 if state in ("over", "gone") else 200,
    )


def _state(notice: PackageNotice, contents: Contents | None) -> str:
    if contents is None:
        return "gone"
    if notice.is_over:
        return "over"
    if not notices.is_same(notice, contents):
        return "changed"
    S = Package.State
    return {S.READY: "ready", S.WANTED: "wanted", S.STREAMED: "failed"}[
        S(notice.package.state)
    ]


def progress_of(notice: PackageNotice) -> dict:
    """How far the packing is, in bytes and in words."""
    done = min(notice.package.packed, notice.size)
    if done:
        words = _("%(done)s af %(size)s er pakket.") % {
            "done": file_size(done),
            "size": file_size(notice.size),
        }
    elif notice.package.attempts > 1:
        words = _("Det gik ikke i første forsøg. Vi prøver igen.")
    else:
        words = _("Pakken står i kø.")
    return {"done": done, "size": notice.size, "words": words}


@login_required
@never_cache
@require_safe
def mailed_package_progress(request: HttpRequest, pk: int) -> JsonResponse:
    """The same for the page's script: it reloads the page when the wait is over."""
    notice = _own(request, pk)
    is_waiting = notice.package.state == Package.State.WANTED
    return JsonResponse({"waiting": is_waiting, **progress_of(notice)})


@login_required
@never_cache
@require_safe
def fetch_mailed_package(request: HttpRequest, pk: int) -> HttpResponse:
    """The packed zip, if the person may have all that is in it at this moment."""
    notice = _own(request, pk)
    contents = notices.contents_now(notice)
    if _state(notice, contents) != "ready":
        return redirect(notice)
    return send_package(
        request,
        contents,
        notices.filename_of(notice),
        theme_id=notice.theme_id,
        offer=notice.get_absolute_url(),
    )
