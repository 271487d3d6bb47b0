"""The address that the law asks for, and the form."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from allauth.core import ratelimit

from core.frame import frame_of
from core.headers import NO_STORE

from ..models import SiteSettings
from .forms import ReportForm
from .letters import post_report

FORM = "pages/home/accessibility_report.html"


@require_safe
def find_statement(request: HttpRequest) -> HttpResponse:
    """Lead from ``/was`` to the statement, or to the form while there is none."""
    frame_of(request)
    page = SiteSettings.for_request(request).accessibility_page
    if page and page.live:
        return redirect(page.get_url(request))
    return redirect("accessibility_report")


# No CSRF token: it would need a cookie on a public page, and acts on no one's behalf.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """Take what somebody says they could not use, and send it on."""
    if request.method != "POST":
        if "sendt" in request.GET:
            return _answer(render(request, FORM, {"is_sent": True}))
        side = request.GET.get("side", "")[:500]
        return render(request, FORM, {"form": ReportForm(initial={"page": side})})
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _answer(render(request, FORM, {"form": form}, status=422))
    if not ratelimit.consume(request, action="report_accessibility"):
        form.add_error(
            None, _("Der er lige sendt mange. Vent en time, eller skriv en mail.")
        )
        return _answer(render(request, FORM, {"form": form}, status=429))
    with transaction.atomic():
        post_report(form.save())
    return redirect(f"{request.path}?sendt")


def _answer(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = NO_STORE
    return response
