"""A page as Markdown: what it says, in its order."""

from django.utils.translation import gettext as _

from campaigns.models import CampaignPage, FilmPage, IdeaPage, ReadingListPage
from core.models import BasePage
from search.models import FileText

from . import campaigns
from .blocks import bullets, heading, link, of_stream, page_links, words

LISTS = ("running", "upcoming", "ended", "results", "stories", "news")


def write_page(page: BasePage, request) -> str:
    """The whole page; what it shows is what ``request`` may see."""
    context = page.get_context(request)
    parts = [heading(1, page.title), words(page.summary)]
    if own := OWN.get(type(page)):
        parts += own(page, context)
    if body := getattr(page, "body", None):
        parts += of_stream(body, page, request)
    if isinstance(page, CampaignPage):
        parts += campaigns.write_after(page, context)
    for name in LISTS:
        if found := context.get(name):
            rows = [found] if isinstance(found, BasePage) else found
            parts.append(page_links(rows, request))
    parts.append(link(_("Siden på nettet"), page.get_full_url(request)))
    return "\n\n".join(part for part in parts if part) + "\n"


def _reading_list(page: ReadingListPage, context) -> list[str]:
    rows = (
        f"**{words(title.title)}**"
        + "".join(
            f", {words(fact)}"
            for fact in (
                title.author,
                title.year,
                title.get_format_display(),
                title.isbn and f"ISBN {title.isbn}",
            )
            if fact
        )
        + (f". {words(title.why)}" if title.why else "")
        + f" ({link('bibliotek.dk', title.catalogue_url)})"
        for title in context["titles"]
    )
    return [bullets(rows, numbered=True)]


def _film(page: FilmPage, context) -> list[str]:
    parts = [f"<{page.address}>" if page.address else ""]
    if page.transcript:
        parts += [heading(2, _("Filmen som tekst")), words(page.transcript)]
    if page.film_file and page.captions_file and not context["film_locked"]:
        said = FileText.objects.filter(version=page.captions_file.current_version_id)
        parts += [
            part
            for text in said.exclude(text="").values_list("text", flat=True)
            for part in (heading(2, _("Det siges i filmen")), words(text))
        ]
    return parts


def _idea(page: IdeaPage, context) -> list[str]:
    facts = {
        _("Jeres tid"): page.hours,
        _("Pris"): page.get_cost_display(),
        _("For hvem"): page.get_audience_display(),
        _("Plads"): page.get_space_display(),
        _("Sammen med"): page.get_partner_type_display(),
    }
    told = bullets(f"{name}: {words(fact)}" for name, fact in facts.items() if fact)
    steps = bullets((words(step.text) for step in page.steps.all()), numbered=True)
    return [told, heading(2, _("Sådan gør I")) if steps else "", steps]


OWN = {
    CampaignPage: campaigns.write_before,
    ReadingListPage: _reading_list,
    FilmPage: _film,
    IdeaPage: _idea,
}
