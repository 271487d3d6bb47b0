"""``<page>index.md`` and ``/llms.txt``: what any stranger may read, as Markdown."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from wagtail.models import Page

from campaigns.models import CampaignPage
from core.frame import find_page, frame_of
from core.models import BasePage
from core.site_address import whole
from core.visibility import visible, with_restrictions

from ..models import HomePage
from .blocks import bullets, heading, link, words
from .pages import write_page


@require_safe
def send_page(request: HttpRequest, path: str) -> HttpResponse:
    """The page at ``path`` as everyone may read it, whoever asks."""
    request.user = AnonymousUser()
    page = find_page(request, path)
    if not isinstance(page, BasePage) or not page.live or not page.is_open:
        raise Http404
    response = HttpResponse(
        write_page(page, request), content_type="text/markdown; charset=utf-8"
    )
    response["Link"] = f'<{page.get_full_url(request)}>; rel="canonical"'
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def send_llms(request: HttpRequest) -> HttpResponse:
    """What the site is and where its Markdown lies, as llmstxt.org has it."""
    frame_of(request)
    parts = [heading(1, settings.WAGTAIL_SITE_NAME)]
    for code, name in settings.LANGUAGES:
        with override(code):
            parts += _language(request, code, name)
    parts += [heading(2, "Data"), bullets(_data())]
    return HttpResponse("\n\n".join(parts) + "\n", "text/plain; charset=utf-8")


def _language(request: HttpRequest, code: str, name: str) -> list[str]:
    homes = HomePage.objects.filter(locale__language_code=code)
    home = next(iter(visible(with_restrictions(homes))), None)
    if home is None:
        return []
    below = visible(with_restrictions(Page.objects.child_of(home).order_by("path")))
    campaigns = CampaignPage.objects.descendant_of(home).order_by("-theme__starts_on")
    campaigns = visible(with_restrictions(campaigns.select_related("theme")))
    parts = ["> " + words(home.summary).replace("\n", " ")] if home.summary else []
    parts += [heading(2, name), bullets(_row(p, request) for p in [home, *below])]
    if campaigns:
        parts += [heading(2, f"{_('Kampagner')} ({code})")]
        parts += [bullets(_row(page, request) for page in campaigns)]
    return parts


def _data() -> list[str]:
    """What programs can follow, in the site's own language."""
    rows = [
        (_("Åbne data"), "api_documentation"),
        ("OpenAPI", "api_v2:description"),
        ("OAI-PMH", "oai"),
        (_("Kalender"), "calendar_feed"),
        (_("Nyheder"), "news_json"),
        (_("Ideer"), "campaigns:ideas_json"),
        (_("Materialer"), "assets_json"),
        ("Sitemap", "sitemap"),
    ]
    return [link(text, reverse(name)) for text, name in rows]


def _row(page: Page, request: HttpRequest) -> str:
    address = f"{whole(page.get_url(request))}index.md"
    return ": ".join(
        filter(None, [link(page.title, address), words(getattr(page, "summary", ""))])
    )
