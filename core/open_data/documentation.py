"""The page for who builds on the API: what there is, how it is asked, what it says."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override

from .description import parameters_of


def show_documentation(request: HttpRequest, router) -> HttpResponse:
    """Show what ``router`` answers; in Danish, as the descriptions are."""
    endpoints = [
        {
            "kind": one.kind,
            "title": one.title,
            "about": one.about,
            "parameters": parameters_of(one.question),
        }
        for one in router.endpoints
    ]
    with override("da"):
        context = {"endpoints": endpoints, "space": router.url_namespace}
        return render(request, "pages/core/api.html", context)
