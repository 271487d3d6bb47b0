"""Which chosen pages a visitor may be shown: published, and behind no restriction."""

from collections.abc import Iterable

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef

from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet


def with_restrictions(pages: PageQuerySet) -> PageQuerySet:
    """Note on each page whether it is restricted, without a query of its own."""
    # a lookup needs to know the type of what it compares
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.alias(wanted=path)
    return pages.annotate(
        is_restricted=Exists(restrictions.filter(wanted__startswith=F("page__path")))
    )


def visible(pages: Iterable[Page | None]) -> list[Page]:
    """The pages that may be shown; a deleted one is None."""
    return [
        page
        for page in pages
        if page and page.live and not getattr(page, "is_restricted", False)
    ]


def fetch_pages(pks: Iterable[int], everything_for=None) -> dict[int, Page]:
    """Pages as links show them, by primary key; see ``core.references``."""
    return with_restrictions(Page.objects.all()).in_bulk(pks)
