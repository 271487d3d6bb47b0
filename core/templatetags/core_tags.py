"""Tags and filters for every template: menu, languages, chapters, Danish writing."""

import datetime
import re
from dataclasses import dataclass, field

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.formats import date_format
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from core import danish
from core.frame import frame_of
from core.references import References

register = template.Library()

# "uge 46-51", "7-12 år", "4 timer"; "Danmark –"
HELD = re.compile(
    r"(?:\b(?:uge|weeks?) )?\b\d[\d.,]*(?:-\d+)?(?: [^\W\d]+)?|[^\W\d]+ –", re.I
)


@dataclass(frozen=True)
class MenuItem:
    """A page of the menu; ``current`` is a value for ``aria-current``, or empty."""

    title: str
    url: str
    kind: str
    current: str


@dataclass(frozen=True)
class LanguageLink:
    """The page in one of the site's languages, or that language's front page."""

    code: str
    name: str
    url: str
    is_current: bool
    is_translation: bool


@dataclass
class Chapter:
    """A heading of a body with the blocks that follow it; the first may have none."""

    id: str = ""
    text: str = ""
    blocks: list = field(default_factory=list)

    @property
    def level(self) -> int:
        """The level of the headings inside the chapter."""
        return 3 if self.text else 2


@dataclass(frozen=True)
class Countdown:
    """How far a period has come: what a ring shows, and in which of its weeks we are.

    ``days`` are left until it begins, or else until it ends.
    """

    state: str
    days: int
    percent: int
    week: int = 0
    weeks: int = 0


def menu_of(request: HttpRequest, shown: Page | None = None) -> list[MenuItem]:
    """The live children of the front page that stand in menus.

    Where ``shown`` is gathered in a catalogue, that is where its reader is.
    """
    catalogue = getattr(shown, "catalogue", "")
    items = []
    for page in frame_of(request).menu:
        url = page.get_url(request) or ""
        kind = page.cached_content_type.model
        current = ""
        if url and request.path == url:
            current = "page"
        elif catalogue:
            current = "true" if kind == catalogue else ""
        elif url and request.path.startswith(url):
            current = "true"
        items.append(MenuItem(page.title, url, kind, current))
    return items


@register.simple_tag(takes_context=True)
def main_menu(context) -> list[MenuItem]:
    """The menu of the site in the language of the page."""
    request = context.get("request")
    return menu_of(request, context.get("page")) if request else []


@register.simple_tag(takes_context=True)
def menu_page(context, kind: str) -> MenuItem | None:
    """The page of the menu whose type has this name in lower case ("ideaindexpage")."""
    return next((item for item in main_menu(context) if item.kind == kind), None)


@register.simple_tag
def front_page_url(code: str = "") -> str:
    """The address of a language's front page, the current one when none is named."""
    code = code or get_language() or settings.LANGUAGE_CODE
    return "/" if code == settings.LANGUAGE_CODE else f"/{code}/"


@register.simple_tag
def site_url() -> str:
    """The site's own address, to put before a path: "https://example.dk"."""
    return settings.BASE_URL


@register.simple_tag
def is_readable_offline() -> bool:
    """Whether browsers may keep what is read (``core/offline.py``)."""
    return settings.READABLE_OFFLINE


@register.simple_tag(takes_context=True)
def language_links(context) -> list[LanguageLink]:
    """The page in every language of the site."""
    request = context.get("request")
    if not request:
        return []
    addresses = _translated_addresses(request, context.get("page"))
    current = get_language()
    return [
        LanguageLink(
            code,
            name,
            addresses.get(code) or front_page_url(code),
            code == current,
            code in addresses,
        )
        for code, name in settings.LANGUAGES
    ]


def _translated_addresses(request: HttpRequest, page) -> dict[str, str]:
    frame = frame_of(request)
    if isinstance(page, Page) and page.pk:
        if frame.way and frame.way[-1].pk == page.pk:
            pages = frame.translations
        else:
            translations = page.get_translations(inclusive=True)
            pages = translations.live().select_related("locale")
        return {
            p.locale.language_code: url for p in pages if (url := p.get_url(request))
        }
    if page is not None:
        return {}
    return {
        code: url
        for code, _name in settings.LANGUAGES
        if (url := translate_url(request.path, code)) != request.path
        or code == get_language()
    }


@register.simple_tag
def chapters(body) -> list[Chapter]:
    """A body cut at its headings."""
    found = [Chapter()]
    for block in body or []:
        if block.block_type == "heading":
            found.append(Chapter(f"k-{block.id}", block.value["text"]))
        else:
            found[-1].blocks.append(block)
    return found if found[0].blocks else found[1:]


@register.simple_tag
def countdown(starts_on: datetime.date, ends_on: datetime.date) -> Countdown:
    """Where today lies in a period: before (its last 100 days), in or after it."""
    today = danish.today()
    if today < starts_on:
        days = (starts_on - today).days
        return Countdown("before", days, max(0, 100 - days))
    if today > ends_on:
        return Countdown("after", 0, 100)
    length = (ends_on - starts_on).days + 1
    left = (ends_on - today).days
    return Countdown(
        "during",
        left,
        round(100 * (length - left) / length),
        week=danish.weeks_touched(starts_on, today),
        weeks=danish.weeks_touched(starts_on, ends_on),
    )


@register.simple_tag
def sign_in_url(path: str = "") -> str:
    """The sign-in page, leading back to ``path``."""
    url = reverse("account_login")
    return f"{url}?next={path}" if path else url


@register.simple_tag
def today() -> datetime.date:
    """The day in Denmark."""
    return danish.today()


@register.filter
def day(value: datetime.date | None) -> str:
    """A date as people write it: "12. september 2026"."""
    if not value:
        return ""
    return date_format(value, "j. F Y" if get_language() == "da" else "j F Y")


@register.filter
def short_day(value: datetime.date | None) -> str:
    """A date without its year: "12. september"."""
    if not value:
        return ""
    return date_format(value, "j. F" if get_language() == "da" else "j F")


@register.filter
def days_away(value: datetime.date) -> str:
    """How long there is to a day that has not passed: "i morgen", "om 12 dage"."""
    days = (value - danish.today()).days
    if days <= 0:
        return _("i dag")
    if days == 1:
        return _("i morgen")
    return ngettext("om %(days)s dag", "om %(days)s dage", days) % {"days": days}


@register.filter
def week(value: datetime.date | None) -> str:
    """The calendar week of a date: "uge 39"."""
    return (
        danish.week_range(danish.week_of(value), danish.week_of(value)) if value else ""
    )


@register.filter
def unbroken(text: str) -> str:
    """Text whose numbers no end of a line parts from their unit, week or range.

    Nor does a line of it begin with a dash.
    By markup rather than by no-break signs, which who copies or searches would meet.
    """
    escaped = conditional_escape(text)
    held = HELD.sub(r'<span class="unbroken">\g<0></span>', escaped)
    return mark_safe(held)  # noqa: S308 - escaped above


@register.filter
def danish_number(value, decimals: int = 0) -> str:
    """A number with Danish marks: 1234.5 with 1 decimal is "1.234,5"."""
    return "" if value is None else danish.number(float(value), int(decimals))


@register.filter
def file_size(value: int | None) -> str:
    """Bytes in the unit that people read: "3,4 MB"."""
    return "" if value is None else danish.file_size(int(value))


@register.simple_tag(takes_context=True)
def rich_text(context, value) -> str:
    """The HTML of a rich text; those of the page's body are looked up together."""
    page = context.get("page")
    if isinstance(page, Page):
        html = References.of(page, context.get("request")).html(value.source)
    else:
        html = expand_db_html(value.source)
    return mark_safe(html)  # noqa: S308 as |richtext does
