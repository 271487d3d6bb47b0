"""The site's addresses, and some whose views fail."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from cms.urls import (  # noqa: F401
    handler400,
    handler403,
    handler404,
    handler500,
)
from cms.urls import urlpatterns as site_patterns


def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("hemmeligt")


urlpatterns = [
    path("fejler/", fail),
    path("admin/fejler/", fail),
    path("m/fejler/", fail),
    *site_patterns,
]
