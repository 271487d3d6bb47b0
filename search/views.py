from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .queries import search


def search_page(request: HttpRequest) -> HttpResponse:
    """Answer ``/soeg/?q=``; an empty or odd question gives a clean page."""
    results = search(request.GET.get("q", ""), request.user)
    return render(request, "pages/search/search.html", {"results": results})
