"""How a link to a page is written in rich text."""

from django.utils.html import escape

from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from .references import current_references
from .visibility import fetch_pages


def _primary_key(text: str) -> int | None:
    """The number that a link carries; None for what is none, or fits no database."""
    return int(text) if text.isdecimal() and len(text) < 19 else None


class LivePageLinkHandler(PageLinkHandler):
    """A link to a page, by its address alone; a page that is gone leaves the words."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[Page | None]:
        pks = [_primary_key(attrs.get("id") or "") for attrs in attrs_list]
        wanted = set(pks) - {None}
        references = current_references()
        found = (
            references.take(Page, wanted, fetch_pages)
            if references
            else fetch_pages(wanted)
        )
        pages = [found.get(pk) for pk in pks]
        return [page if page and page.live else None for page in pages]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        references = current_references()
        request = references.request if references else None
        urls = [p.get_url(request) if p else None for p in cls.get_many(attrs_list)]
        return [f'<a href="{escape(url)}">' if url else "<a>" for url in urls]
