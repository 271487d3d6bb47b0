"""”Før udgivelse”: what the checks say, at the top of a page's form."""

from collections.abc import Mapping

from django.forms import Media
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from wagtail.admin.panels import Panel
from wagtail.models import Page

from .answers import answer_in, field_name
from .examination import Examination, examine
from .findings import Finding
from .gate import last_stop

TEMPLATE = "admin/core/publish_checks.html"


class PublishChecksPanel(Panel):
    """Lists what is wrong with the page, each with a way to its block.

    Stands in the content of every page, so that answers to warnings are posted along.
    """

    def __init__(self, **kwargs):
        super().__init__(**{"heading": _("Før udgivelse"), "icon": "tasks", **kwargs})

    @property
    def clean_name(self):
        return "publish_checks"

    class BoundPanel(Panel.BoundPanel):
        template_name = TEMPLATE

        @property
        def media(self):
            return Media(css={"all": ["css/admin/publish_checks.css"]})

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            posted = self.form.data if self.form.is_bound else {}
            examination = getattr(self.form, "examination", None)
            # A page that is not made yet has nothing to look at before it is posted.
            if examination is None and self.instance.pk:
                examination = examine(self.instance)
            return context | shown(self.instance, examination, posted)


def shown(
    page: Page, examination: Examination | None, posted: Mapping | None = None
) -> dict:
    """What the template shows; ``posted`` is the form, with answers to warnings."""
    url = reverse("publish_checks", args=[page.pk or 0])
    if examination is None:
        return {"refresh_url": url}
    return {
        "examination": examination,
        "errors": [_row(finding) for finding in examination.errors],
        "warnings": [
            _row(finding) | {"answer": answer_in(posted or {}, finding)}
            for finding in examination.warnings
        ],
        "answered": examination.answered,
        "count": len(examination.errors) + len(examination.warnings),
        "stopped": last_stop(page.pk) if page.pk else None,
        "refresh_url": url,
    }


def _row(finding: Finding) -> dict:
    place = finding.place
    return {
        "finding": finding,
        "path": "/".join([place.field, *place.path]),
        "steps": "/".join(map(str, place.steps)),
        "anchor": f"#block-{place.block_id}-section" if place.block_id else "",
        "name": field_name(finding),
    }


@require_safe
def publish_checks(request: HttpRequest, page_id: int) -> HttpResponse:
    """The panel's content for the page as it was last saved, for the script."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise Http404
    page = page.get_latest_revision_as_object()
    return render(request, TEMPLATE, shown(page, examine(page)))


urlpatterns = [
    path("sider/<int:page_id>/kontrol/", publish_checks, name="publish_checks")
]
