"""Links that lead nowhere on this site: pages that are gone or down, dead addresses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.conf import settings
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import get_language_from_path
from django.utils.translation import gettext as _

from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Page,
    Revision,
    Site,
    get_default_page_content_type,
)

from .candidates import Address, Candidate
from .examination import publish_check
from .findings import Finding, Level, Link, Place

SERVES_PAGES = "wagtail_serve"


class Resolved(NamedTuple):
    """An address of the site, with the view that answers it; None when none does."""

    address: Address
    match: ResolverMatch | None


@publish_check
def what_is_chosen_is_there(candidate: Candidate) -> Iterator[Finding]:
    """What a block shows may have been deleted since; one query a kind of thing."""
    chosen = defaultdict(list)
    for pointer in candidate.pointers:
        if pointer.place.path:
            is_page = issubclass(pointer.model, Page)
            chosen[Page if is_page else pointer.model].append(pointer)
    message = _("Det, der er valgt her, er slettet. Vælg noget andet, eller fjern det.")
    for model, pointers in chosen.items():
        if model is Page:
            continue
        pks = {pointer.pk for pointer in pointers}
        there = set(
            model._default_manager.filter(pk__in=pks).values_list("pk", flat=True)
        )
        for pointer in pointers:
            if pointer.pk not in there:
                facts = (model._meta.label, str(pointer.pk))
                yield Finding("deleted", Level.ERROR, message, pointer.place, facts)


@publish_check
def linked_pages_are_out(candidate: Candidate) -> Iterator[Finding]:
    """The pages that are linked to or placed can be read when this one is."""
    pointers = candidate.pointers_to(Page)
    found = _pages(candidate, {pointer.pk for pointer in pointers})
    for pointer in pointers:
        page = found.get(pointer.pk)
        if page is None:
            message = _("Siden, der linkes til, er slettet. Vælg en anden side.")
            facts = ("page", str(pointer.pk))
            yield Finding("deleted", Level.ERROR, message, pointer.place, facts)
        else:
            yield from _not_out(candidate, page, pointer.place)


def _pages(candidate: Candidate, pks: Iterable[int]) -> dict[int, Page]:
    """Pages by primary key, each with when it is going to be published, if it is."""
    pages = Page.objects.in_bulk(pks) if pks else {}
    _note_schedules(pages.values())
    return pages


def _note_schedules(pages: Iterable[Page]) -> None:
    down = [page for page in pages if not page.live]
    if not down:
        return
    scheduled = dict(
        Revision.objects.filter(
            base_content_type=get_default_page_content_type(),
            object_id__in=[str(page.pk) for page in down],
            approved_go_live_at__isnull=False,
        ).values_list("object_id", "approved_go_live_at")
    )
    for page in down:
        page.scheduled_for = scheduled.get(str(page.pk))


def _not_out(candidate: Candidate, page: Page, place: Place) -> Iterator[Finding]:
    """What is wrong with a link to ``page``, which may not be published."""
    if page.live or page.pk == candidate.page.pk:
        return
    names = {"title": page.title}
    if page.scheduled_for:
        day = timezone.localdate(page.scheduled_for)
        if day <= candidate.first_day:
            return
        names["day"] = date_format(day)
        message = _("”%(title)s” udgives først %(day)s. Læserne ser den ikke før.")
        facts = (str(page.pk), str(day))
    elif page.first_published_at:
        message = _(
            "”%(title)s” er taget ned. Vælg en anden side, eller fjern den her."
        )
        facts = (str(page.pk), "down")
    else:
        message = _("”%(title)s” er ikke udgivet. Læserne ser den først, når den er.")
        facts = (str(page.pk), "draft")
    url = AdminURLFinder().get_edit_url(page)
    yield Finding(
        "unpublished",
        Level.ERROR if facts[1] == "down" else Level.WARNING,
        message % names,
        place,
        facts=facts,
        link=Link(_("Ret siden"), url) if url else None,
    )


@publish_check
def addresses_lead_somewhere(candidate: Candidate) -> Iterator[Finding]:
    """What is written out as an address of this site is one."""
    resolved = resolve_addresses(candidate)
    for address, match in resolved:
        if match is None:
            yield dead_address(address)
    served = [
        address
        for address, match in resolved
        if match and match.url_name == SERVES_PAGES
    ]
    if not served:
        return
    pages = _pages_at({address.path for address in served})
    moved = _redirects({path for path, page in pages.items() if page is None})
    for address in served:
        page = pages[address.path]
        if page:
            yield from _not_out(candidate, page, address.place)
        elif address.path not in moved:
            yield dead_address(address)


def dead_address(address: Address) -> Finding:
    """That an address of this site answers nothing."""
    message = _("Adressen %(path)s findes ikke på sitet. Ret den, eller fjern linket.")
    return Finding(
        "dead_address",
        Level.ERROR,
        message % {"path": address.path},
        address.place,
        facts=(address.path,),
    )


def resolve_addresses(candidate: Candidate) -> list[Resolved]:
    """The addresses of this site that the page writes out, and what answers each.

    Leaves out what no view of ours answers in production: static and media files.
    """
    found = []
    for address in candidate.addresses:
        if address.path.startswith((settings.STATIC_URL, settings.MEDIA_URL)):
            continue
        with translation.override(_language_of(address.path)):
            found.append(Resolved(address, _match(address.path)))
    return found


def _language_of(path: str) -> str:
    """The language of an address; the site's own stands without its code."""
    return get_language_from_path(path) or settings.LANGUAGE_CODE


def _match(path: str) -> ResolverMatch | None:
    """The view for a path; one without its last slash is sent on to the other."""
    for tried in (path, f"{path}/"):
        try:
            return resolve(tried)
        except Resolver404:
            continue
    return None


def _pages_at(paths: set[str]) -> dict[str, Page | None]:
    """The pages at some paths, in two queries: the front pages, then all of them."""
    keys = Site.objects.values("root_page__translation_key")
    fronts = defaultdict(list)
    for front in Page.objects.filter(translation_key__in=keys).select_related("locale"):
        fronts[front.locale.language_code].append(front.url_path)
    wanted = {
        path: [front + _below(path) for front in fronts[_language_of(path)]]
        for path in paths
    }
    url_paths = [one for some in wanted.values() for one in some]
    pages = Page.objects.filter(url_path__in=url_paths)
    found = {page.url_path: page for page in pages}
    _note_schedules(found.values())
    return {
        path: next((found[one] for one in some if one in found), None)
        for path, some in wanted.items()
    }


def _below(path: str) -> str:
    """The way down from the front page, as ``url_path`` ends."""
    parts = [part for part in path.split("/") if part]
    if _language_of(path) != settings.LANGUAGE_CODE:
        del parts[0]
    return "".join(f"{part}/" for part in parts)


def _redirects(paths: set[str]) -> set[str]:
    """Those of some paths that the site sends on to another address."""
    if not paths:
        return set()
    normal = {path: Redirect.normalise_path(path) for path in paths}
    known = Redirect.objects.filter(old_path__in=normal.values())
    old_paths = set(known.values_list("old_path", flat=True))
    return {path for path, old_path in normal.items() if old_path in old_paths}
