"""What editors put first for a question: Wagtail's promoted search results."""

from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page
from wagtail.search.utils import normalise_query_string


def of(text: str, language: str) -> list[SearchPromotion]:
    """The promoted results of a question that everyone may be shown, in order."""
    if not text:
        return []
    found = list(
        SearchPromotion.objects.filter(
            query__query_string=normalise_query_string(text)
        ).select_related("page")
    )
    pages = {one.page_id for one in found if one.page_id}
    if pages:
        shown = Page.objects.live().public().filter(locale__language_code=language)
        pages = set(shown.filter(pk__in=pages).values_list("pk", flat=True))
    return [one for one in found if not one.page_id or one.page_id in pages]
