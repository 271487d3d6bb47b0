"""Tells the editor of a page that was stopped where no form could say so."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from wagtail.admin import messages

from .bulk_actions import told
from .gate import PublishStopped


class PublishStoppedMiddleware:
    """Leads to the page's form, with what is wrong: a workflow's last approval, say."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request, exception) -> HttpResponse | None:
        if not isinstance(exception, PublishStopped):
            return None
        messages.error(request, told([exception]))
        url = reverse("wagtailadmin_pages:edit", args=[exception.page.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # What Wagtail's dialogue for a workflow's step understands.
            return JsonResponse({"step": "success", "redirect": url})
        return redirect(url)
