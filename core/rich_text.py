"""Rich text on a page: all its links to pages are looked up at once."""

from django.utils.html import escape

from wagtail.models import Page, Site
from wagtail.rich_text import RichText, expand_db_html
from wagtail.rich_text.pages import PageLinkHandler

from .leaves import leaves

# Survives the rewriting of links and is in nobody's text.
SEAM = "<!-- core.rich_text -->"


class LivePageLinkHandler(PageLinkHandler):
    """A link to a page, by its address alone; a page that is gone leaves the words."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[Page | None]:
        ids = [attrs.get("id") for attrs in attrs_list]
        found = Page.objects.live().in_bulk([pk for pk in ids if pk])
        return [found.get(int(pk)) if pk else None for pk in ids]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        pages = cls.get_many(attrs_list)
        roots = Site.get_site_root_paths()
        for page in filter(None, pages):
            # Without it every link would ask the cache for the same paths again.
            page._wagtail_cached_site_root_paths = roots
        return [f'<a href="{escape(p.url)}">' if p else "<a>" for p in pages]


def expand_all(body) -> dict[str, str]:
    """Return the HTML of every rich text of ``body`` by its source; one query."""
    texts = (leaf for leaf in leaves(body) if isinstance(leaf, RichText))
    sources = list(dict.fromkeys(text.source for text in texts))
    if not sources:
        return {}
    expanded = expand_db_html(SEAM.join(sources)).split(SEAM)
    return dict(zip(sources, expanded, strict=True))
