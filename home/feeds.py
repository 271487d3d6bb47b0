"""The news as a feed, one a language."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language

from core.feeds import ITEMS, feed_of

from .models import NewsIndexPage, NewsPage


def send_news(request: HttpRequest, form: str) -> HttpResponse:
    """The newest news in the language of the address."""
    index = (
        NewsIndexPage.objects.live()
        .public()
        .filter(locale__language_code=get_language())
        .first()
    )
    if index is None:
        raise Http404
    news = NewsPage.objects.child_of(index).live().public().select_related("picture")
    newest = news.order_by("-date", "-pk")[:ITEMS]
    title = f"{index.title} · {settings.WAGTAIL_SITE_NAME}"
    return feed_of(request, index, title, newest, form)
