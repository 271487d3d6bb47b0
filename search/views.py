from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.limits import crowd_too_fast, limited

from .asking import missed
from .asking.results import Results
from .asking.suggestions import suggest


@require_safe
@limited("search", crowd_too_fast)
def search_page(request: HttpRequest) -> HttpResponse:
    """Answer ``/soeg/?q=``; an empty or odd question gives a clean page."""
    results = Results(request)
    response = render(request, "pages/search/search.html", {"results": results})
    if results.is_missed:
        if request.method == "GET":
            missed.note(results.question)
        # Not for keeping: each time it is asked in vain counts.
        response.headers["Cache-Control"] = "private, no-store"
    return response


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Answer ``/soeg/forslag/?q=`` with what begins as what is typed, as JSON."""
    found = suggest(request.GET.get("q", ""), request)
    return JsonResponse({"suggestions": [asdict(one) for one in found]})
