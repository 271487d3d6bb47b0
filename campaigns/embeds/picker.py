"""Where a library picks an embed, gives it its own look, and copies it."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from wagtail.models import Page

from csp.decorators import csp_update

from core.site_address import whole
from core.visibility import visible, with_restrictions
from libraries.models import Library

from .kinds import KINDS, Kind, embed_path
from .options import DARK, LIGHT, Options, colour_of

SCHEMES = {LIGHT: "light", DARK: "dark"}
NARROWEST, WIDEST = 240, 1600
ACCENT = "#d6341c"


@dataclass(frozen=True)
class Choice:
    """One embed that can be picked; ``value`` names it in the form."""

    kind: Kind
    page: Page

    @property
    def value(self) -> str:
        return f"{self.kind.name}.{self.page.translation_key}"


@require_safe
@csp_update({"frame-src": ["'self'"]})
def show_picker(request: HttpRequest) -> HttpResponse:
    """Show what is live to choose among, and the chosen one with its code.

    A form by GET: the whole choice stands in the address, and no script is needed.
    """
    groups = _groups()
    options = Options.read(_own_colour(request))
    wanted = request.GET.get("vis", "")
    choices = [choice for _kind, found in groups for choice in found]
    chosen = next((c for c in choices if c.value == wanted), None)
    context = {
        "groups": groups,
        "options": options,
        "colour": colour_of(request.GET.get("farve", "")) or ACCENT,
        "width": _width(request.GET.get("bredde", "")),
        "is_square": request.GET.get("hjoerner") == "lige",
        "libraries": Library.objects.active().only("name", "isil"),
        "wanted": wanted,
        "is_lost": bool(wanted) and chosen is None,
    }
    if chosen:
        context |= _shown(chosen, options, context["width"], context["is_square"])
    return render(request, "pages/campaigns/embed_picker.html", context)


def _own_colour(request: HttpRequest):
    """The colour counts only where one of one's own is asked for."""
    query = request.GET.copy()
    if query.get("egen") != "1":
        query.pop("farve", None)
    return query


def _groups() -> list[tuple[Kind, list[Choice]]]:
    groups = []
    for kind in KINDS.values():
        rows = kind.model.objects.filter(locale__language_code=get_language())
        rows = rows.select_related("theme", "locale").order_by(
            "-theme__starts_on", "title"
        )
        found = [Choice(kind, page) for page in visible(with_restrictions(rows))]
        if found:
            groups.append((kind, found))
    return groups


def _width(text: str) -> int | None:
    if not (text.isascii() and text.isdecimal() and len(text) < 6):
        return None
    return min(max(int(text), NARROWEST), WIDEST)


def _shown(
    chosen: Choice, options: Options, width: int | None, is_square: bool
) -> dict:
    attributes = {
        "kind": chosen.kind.name,
        "ref": str(chosen.page.translation_key),
        "lang": get_language(),
        "accent": options.accent,
        "scheme": SCHEMES.get(options.scheme, ""),
        "library": options.library.isil if options.library else "",
        "width": str(width or ""),
        "corners": "square" if is_square else "",
    }
    path = embed_path(chosen.kind, chosen.page, options.query)
    return {
        "chosen": chosen,
        "attributes": {name: value for name, value in attributes.items() if value},
        "embed_path": path,
        "embed_address": whole(path),
        "script_address": whole(reverse("embed_component")),
        "frame_width": width or 600,
        "has_oembed": chosen.kind.is_main,
    }
