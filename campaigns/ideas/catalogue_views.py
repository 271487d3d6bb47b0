"""The idea catalogue, whole or as it was narrowed down, as a PDF."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from wagtail.models import Page

from core.danish import slug
from core.limits import too_fast, too_often
from core.references import References, linked_page_ids
from core.visibility import fetch_pages

from ..models import IdeaIndexPage
from ..papers import pictures_for, send_paper
from .catalogue import TooMany, catalogue_of, chosen_ideas
from .catalogue_pdf import catalogue_pdf

FRESH_SECONDS = 300


class TooOften(Exception):
    """More papers than one address may have made; its argument is a wait, seconds."""


@require_safe
def send_catalogue(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the ideas that the address chooses, set on paper.

    The same for everyone: it holds what a stranger may see. The whole one is set once
    for what it says, and kept under the digest of that.
    """
    page = get_object_or_404(IdeaIndexPage.objects.live().public(), pk=pk)
    catalogue = _catalogue_or_answer(request, page)
    if isinstance(catalogue, HttpResponse):
        return catalogue

    def make() -> tuple[bytes, bool]:
        if seconds := too_fast(request, "idea_catalogue"):
            raise TooOften(seconds)
        pictures = pictures_for(
            (idea.picture for idea in catalogue.ideas), catalogue.logo
        )
        pdf = catalogue_pdf(catalogue, pictures.found, pictures.logo)
        return pdf, pictures.is_whole

    name = slug(catalogue.title) or "idekatalog"
    try:
        # Choices make more papers than a cache holds.
        response = send_paper(
            request, f"{name}.pdf", catalogue.digest, make, is_kept=catalogue.is_whole
        )
    except TooOften as error:
        return too_often(request, *error.args)
    if response.status_code == 200 and response.has_header("ETag"):
        patch_cache_control(response, public=True, max_age=FRESH_SECONDS)
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
