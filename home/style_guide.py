"""Every colour, size, component and block on one page, for those who build the site."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template import Context
from django.template.loader import get_template
from django.template.loader_tags import BlockNode, ExtendsNode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from wagtail.blocks import Block

from campaigns.blocks import CampaignStoryBlock
from core.headers import NO_STORE
from themes.models import Theme

from .accessibility.forms import ReportForm

# As in static/css/tokens.css; each has a class in static/css/style_guide.css.
COLOURS = [
    "paper",
    "wash",
    "ground",
    "text",
    "text-soft",
    "line",
    "line-soft",
    "accent",
    "button",
    "on-ground",
]
SIZES = ["0", "1", "2", "3", "4", "lead", "text", "label", "small"]
SPACES = range(1, 11)


@dataclass(frozen=True)
class Dress:
    """Stands where a page would, and wears a theme's look or the house's."""

    title: str
    look_theme: Theme | None
    pk: None = None


def drawn(block: Block, request: HttpRequest) -> SafeString:
    """A block as its preview in the editor shows it, without the page round it."""
    value = block.get_preview_value()
    if not hasattr(block.meta, "preview_template"):
        return block.render(value, context={"request": request, "level": 3})
    template = get_template(block.meta.preview_template).template
    [extending] = template.nodelist.get_nodes_by_type(ExtendsNode)
    node: BlockNode = extending.blocks["preview"]
    context = Context({"value": value, "request": request, "level": 3})
    with context.bind_template(template), context.render_context.push_state(template):
        return node.nodelist.render(context)


def show_style_guide(request: HttpRequest) -> HttpResponse:
    """All of it, in the house's colours or, with ``?tema=``, in a theme's."""
    if not settings.DEBUG:
        raise Http404
    slug = request.GET.get("tema", "")
    theme = get_object_or_404(Theme, slug=slug) if slug else None
    wrong = ReportForm({"text": "", "email": "bo@"})
    context = {
        "page": Dress(_("Stil"), theme),
        "themes": Theme.objects.order_by("number"),
        "colours": COLOURS,
        "sizes": SIZES,
        "spaces": SPACES,
        "form": ReportForm(auto_id="right_%s"),
        "wrong_form": wrong,
        "blocks": [
            {"block": block, "drawn": drawn(block, request)}
            for block in CampaignStoryBlock().child_blocks.values()
        ],
    }
    response = render(request, "pages/home/style_guide.html", context)
    response["Cache-Control"] = NO_STORE
    return response
