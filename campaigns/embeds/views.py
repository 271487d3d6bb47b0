"""An embed: a small page of its own that any site may frame."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from assets.models import Asset
from core.frame import frame_of
from core.headers import framed_anywhere
from core.visibility import visible, with_restrictions

from ..models import CampaignPage, FilmPage, IdeaPage, ReadingListPage
from .finding import Gone, find
from .kinds import KINDS, embed_path
from .options import Options
from .styles import css_class, stylesheet_address

STORIES = 3
IDEAS = 3
TITLES = 8


@require_safe
@framed_anywhere
def show_embed(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """Show what everyone may see of it, whoever asks.

    What is no longer here says so with the way on, in the frame that it stood in.
    """
    if kind not in KINDS:
        raise Http404
    wanted, options = KINDS[kind], Options.read(request.GET)
    frame_of(request)
    found = find(wanted, key, get_language())
    if isinstance(found, Gone):
        context = {"gone": found, **_worn(wanted, None, options)}
        status = 410 if found.was_here else 404
        return render(request, "pages/embeds/gone.html", context, status=status)
    if found.locale.language_code != get_language():
        return redirect(embed_path(wanted, found, options.query))
    context = {
        "page": found,
        "theme": found.theme,
        "options": options,
        **_worn(wanted, found.theme, options),
        **CONTENTS[kind](found, options),
    }
    return render(request, wanted.template, context)


def _worn(kind, theme, options: Options) -> dict:
    return {
        "stylesheet": stylesheet_address(kind, theme, options),
        "css_class": css_class(theme),
    }


def _campaign(page: CampaignPage, options: Options) -> dict:
    ideas = with_restrictions(IdeaPage.objects.child_of(page).order_by("path"))
    return {"stories": page.stories[:STORIES], "ideas": visible(ideas)[:IDEAS]}


def _countdown(page: CampaignPage, options: Options) -> dict:
    return {}


def _reading_list(page: ReadingListPage, options: Options) -> dict:
    titles = page.titles_with_covers()
    shown = [(title, options.loan_address(title)) for title in titles[:TITLES]]
    return {"titles": shown, "count": len(titles)}


def _film(page: FilmPage, options: Options) -> dict:
    """Played where it stands if any stranger may play it on the web."""
    if page.address:
        return {"is_played": True}
    is_open = page.asset and Asset.objects.for_user(None).filter(pk=page.asset_id)
    return {"is_played": bool(is_open and is_open.exists() and page.film_file)}


CONTENTS: dict[str, Callable[..., dict]] = {
    "kampagne": _campaign,
    "nedtaelling": _countdown,
    "laeseliste": _reading_list,
    "film": _film,
}
