"""Lists in pages with stable addresses (``?p=2``)."""

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PER_PAGE = 24


def page_of(request: HttpRequest, objects, per_page: int = PER_PAGE) -> Page:
    """Return the page that the request asks for; the nearest one when there is none."""
    return Paginator(objects, per_page).get_page(request.GET.get("p"))
