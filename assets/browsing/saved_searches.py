"""Searches that a person keeps: saved, looked at, and what is new in each of them."""

import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ..models import Asset, SavedSearch
from .browse import Browse
from .counting import count
from .facets import Vocabulary, groups_of, missed, since

LONGEST_NAME = SavedSearch._meta.get_field("name").max_length
LONGEST_QUERY = SavedSearch._meta.get_field("query").max_length


@login_required
@require_POST
def save_search(request: HttpRequest) -> HttpResponse:
    """Keep the choices of the list under a name; the same choices are kept once."""
    browse = Browse(QueryDict(request.POST.get("query", "")), request.user)
    query = browse.choices.query
    name = " ".join(request.POST.get("name", "").split())[:LONGEST_NAME]
    name = name or ", ".join(chip.text for chip in browse.chips)[:LONGEST_NAME]
    kept = SavedSearch.objects.filter(user=request.user)
    if not query:
        messages.error(request, _("Vælg noget i listen først. Så kan det gemmes."))
    elif len(query) > LONGEST_QUERY:
        messages.error(request, _("Det er for mange valg på én gang. Tag nogle af."))
    elif not kept.filter(query=query).exists() and kept.count() >= SavedSearch.MOST:
        messages.error(
            request,
            _(
                "Du har gemt %(most)s søgninger, og der er ikke plads til flere. "
                "Slet en først."
            )
            % {"most": SavedSearch.MOST},
        )
    else:
        kept.update_or_create(
            query=query, defaults={"user": request.user, "name": name}
        )
        messages.success(request, _("”%(name)s” er gemt.") % {"name": name})
    return redirect(_back(request))


@login_required
@require_POST
def delete_search(request: HttpRequest, pk: int) -> HttpResponse:
    """Let go of a saved search of one's own."""
    saved = get_object_or_404(SavedSearch, pk=pk, user=request.user)
    saved.delete()
    messages.success(request, _("”%(name)s” er slettet.") % {"name": saved.name})
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    address = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(address, {request.get_host()}):
        return address
    return "/"


def note_look(browse: Browse) -> datetime.datetime | None:
    """Note that a saved search is being seen; return when it was before, if it is."""
    if not browse.user.is_authenticated or not browse.choices.is_narrowed:
        return None
    saved = SavedSearch.objects.filter(user=browse.user, query=browse.choices.query)
    seen_at = saved.values_list("seen_at", flat=True).first()
    if seen_at:
        saved.update(seen_at=timezone.now())
    return seen_at


def searches_with_news(user, vocabulary: Vocabulary | None = None) -> list[SavedSearch]:
    """The searches of ``user``; ``new`` is how many came since the last look.

    Searches by choices alone are counted together in two queries; one with words asks
    two or three of its own.
    """
    if not user.is_authenticated:
        return []
    searches = list(SavedSearch.objects.filter(user=user)[: SavedSearch.MOST])
    if not searches:
        return []
    vocabulary = vocabulary or Vocabulary.load()
    looks = {s: Browse(QueryDict(s.query), user, vocabulary) for s in searches}
    plain = [
        s for s, look in looks.items() if not (look.choices.words or look.choices.topic)
    ]
    moments = {f"s{s.pk}": _since(s, looks[s]) for s in plain}
    groups = []
    if moments:
        recent = Asset.objects.listed_for(user).filter(
            published_at__gte=min(moments.values())
        )
        groups = groups_of(count(recent, moments), moments, vocabulary)
    for search, look in looks.items():
        key = f"s{search.pk}"
        found = groups
        if key not in moments:
            moment = {key: _since(search, look)}
            recent = look.known.filter(published_at__gte=moment[key])
            found = groups_of(count(recent, moment), moment, vocabulary)
        search.new = sum(
            group.fresh[key]
            for group in found
            if not missed(group, look.choices.chosen)
        )
    return searches


def _since(search: SavedSearch, look: Browse) -> datetime.datetime:
    period = look.period
    return max(search.seen_at, since(period)) if period else search.seen_at
