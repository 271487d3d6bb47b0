"""The idea catalogue, whole or as it was narrowed down, as a PDF."""

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from wagtail.models import Page

# The public one counts no GET.
from allauth.core.internal import ratelimit

from core.danish import slug
from core.headers import NO_STORE
from core.references import References, linked_page_ids
from core.templatetags.filter_tags import active_filters
from core.visibility import fetch_pages

from ..models import IdeaIndexPage
from .catalogue import TooMany, catalogue_of, chosen_ideas
from .catalogue_pdf import catalogue_pdf, pictures_of

KEPT_SECONDS = 60 * 60 * 24
FRESH_SECONDS = 300


@require_safe
def send_catalogue(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the ideas that the address chooses, set on paper.

    The same for everyone: it holds what a stranger may see. The whole one is set once
    for what it says, and kept under the digest of that.
    """
    page = get_object_or_404(IdeaIndexPage.objects.live().public(), pk=pk)
    try:
        filters, ideas = chosen_ideas(page, request.GET)
    except TooMany:
        return render(
            request, "pages/campaigns/too_many_ideas.html", {"page": page}, status=422
        )
    if not ideas:
        return redirect(f"{page.get_url(request)}?{request.GET.urlencode()}")
    catalogue = catalogue_of(request, page, filters, ideas)
    key = f"ideas.catalogue:{catalogue.digest}"
    etag = quote_etag(catalogue.digest)
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    pdf = cache.get(key)
    if pdf is None:
        if not ratelimit.consume(
            request, app="allauth.account", action="idea_catalogue", limit_get=True
        ):
            return render(request, "429.html", status=429)
        pictures = pictures_of(catalogue)
        pdf = catalogue_pdf(catalogue, pictures)
        # One that lacks a picture for now is not kept.
        if not all(idea.picture in {"", *pictures} for idea in catalogue.ideas):
            etag = None
        # Choices make more papers than a cache holds.
        elif not active_filters(filters):
            cache.set(key, pdf, KEPT_SECONDS)
    name = slug(catalogue.title) or "idekatalog"
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    if etag:
        response["ETag"] = etag
        patch_cache_control(response, public=True, max_age=FRESH_SECONDS)
    else:
        response["Cache-Control"] = NO_STORE
    return response


def show_print(request: HttpRequest, page: IdeaIndexPage) -> HttpResponse:
    """Show the ideas that the address chooses, whole and without the site's frame."""
    catalogue = _catalogue_or_answer(request, page)
    if isinstance(catalogue, HttpResponse):
        return catalogue
    context = {"page": page, "catalogue": catalogue}
    references = References.of(page, request)
    # All that the texts link to at once, where each would look up its own.
    words = [words for idea in catalogue.ideas for _kind, words in idea.body]
    linked = {pk for source in words for pk in linked_page_ids(source)}
    references.take(Page, linked, fetch_pages)
    with references.given():
        return render(request, "pages/campaigns/print_ideas.html", context)


def _catalogue_or_answer(request: HttpRequest, page: IdeaIndexPage):
    """The catalogue that the address chooses, or what to say where there is none."""
    try:
        filters, ideas = chosen_ideas(page, request.GET)
    except TooMany:
        template = "pages/campaigns/too_many_ideas.html"
        return render(request, template, {"page": page}, status=422)
    if ideas:
        return catalogue_of(request, page, filters, ideas)
    choices = request.GET.copy()
    choices.pop("vis", None)
    return redirect(f"{page.get_url(request)}?{choices.urlencode()}")
