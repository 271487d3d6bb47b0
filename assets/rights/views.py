"""The list of rights that end soon, in the admin's reports."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..permissions import asset_policy
from .endings import ending_soon, uses_of


@require_safe
def rights_report(request: HttpRequest) -> HttpResponse:
    """What ends within 30 days, or did a fortnight ago, with every use of it."""
    if not asset_policy().is_editor(request.user):
        raise PermissionDenied
    today = timezone.localdate()
    rows = [
        {
            "asset": asset,
            "left": (asset.ends_on - today).days,
            "uses": uses_of(asset),
        }
        for asset in ending_soon(today)
    ]
    return render(
        request,
        "admin/assets/rights_report.html",
        {
            "rows": rows,
            "page_title": _("Rettigheder, der udløber"),
            "header_icon": "date",
        },
    )


urlpatterns = [path("reports/rettigheder/", rights_report, name="rights_report")]
