"""Release sets in the Wagtail admin: gathered, looked through, approved, followed."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.panels import FieldPanel, MultipleChooserPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import ReleaseSet
from .forms import ReleaseSetForm
from .putting_out import rehearsal
from .releasing import answer_name, approve, may_approve, withdraw_approval

PREVIEW_DAYS = (7, 30)


class _ShowsTheSet:
    """Goes on to the page where the set is looked through."""

    def get_success_url(self):
        return reverse("releases:inspect", args=[self.object.pk])


class ReleaseCreateView(_ShowsTheSet, generic.CreateView):
    pass


class ReleaseEditView(_ShowsTheSet, generic.EditView):
    pass


class ReleaseInspectView(generic.InspectView):
    """All that is in the set, what is in its way, and what can be done."""

    page_title = _("Samlet udgivelse")

    def get_context_data(self, **kwargs):
        release, user = self.object, self.request.user
        with rehearsal(release) as seen:
            pass
        finder = AdminURLFinder(user)
        rows = [
            {
                "seen": one,
                "kind": one.kind,
                "url": finder.get_edit_url(one.thing),
                "warnings": [(answer_name(one, each), each) for each in one.warnings],
            }
            for one in seen
        ]
        return super().get_context_data(
            **kwargs,
            release=release,
            rows=rows,
            is_blocked=any(one.errors for one in seen),
            # What the yes is said to: another by then, and it counts for nothing.
            shown=release.digest,
            is_approved=release.is_approved,
            changes=release.changes() if release.approved else [],
            may_change=may_change(user),
            may_approve=may_approve(user, release),
            preview_days=PREVIEW_DAYS,
        )


def may_change(user) -> bool:
    return user.has_perm("campaigns.change_releaseset")


@require_POST
def change_release(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Approve a set, take the approval back, or open and shut its secret link."""
    if not may_change(request.user):
        raise PermissionDenied
    release = get_object_or_404(ReleaseSet, pk=pk)
    days = request.POST.get("days", "")
    if action == "shut":
        release.shut_preview()
        messages.success(request, translate("Linket er lukket."))
    elif action == "open" and days in map(str, PREVIEW_DAYS):
        release.open_preview(int(days))
        messages.success(request, translate("Linket er klar til at blive sendt."))
    elif release.is_released:
        messages.warning(request, translate("Sættet er udgivet."))
    elif action == "withdraw":
        withdraw_approval(release, request.user)
        messages.success(request, translate("Godkendelsen er trukket tilbage."))
    elif action == "approve":
        _approve(request, release)
    return redirect("releases:inspect", pk)


def _approve(request: HttpRequest, release: ReleaseSet) -> None:
    if not may_approve(request.user, release):
        raise PermissionDenied
    if request.POST.get("shown") != release.digest:
        messages.warning(
            request, translate("Noget er ændret imens. Se det igennem igen.")
        )
    elif problems := approve(release, request.user, request.POST):
        messages.error(
            request, translate("Ikke godkendt. Se, hvad der er i vejen nedenfor.")
        )
        for problem in problems[:5]:
            messages.error(request, problem)
    elif release.comes_at_once:
        messages.success(request, translate("Godkendt. Sættet bliver udgivet nu."))
    else:
        messages.success(request, translate("Godkendt. Sættet udgives til tiden."))


class ReleaseSetViewSet(ModelViewSet):
    """Sets of pages and assets that come out together."""

    model = ReleaseSet
    name = "releases"
    icon = "date"
    menu_label = _("Samlede udgivelser")
    menu_order = 256
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    add_view_class = ReleaseCreateView
    edit_view_class = ReleaseEditView
    inspect_view_class = ReleaseInspectView
    inspect_template_name = "admin/campaigns/release.html"
    list_display = [
        TitleColumn("title", label=_("Titel"), url_name="releases:inspect"),
        Column("status", label=_("Tilstand")),
        DateColumn("release_at", label=_("Udgives"), sort_key="release_at"),
        DateColumn("released_at", label=_("Udgivet"), sort_key="released_at"),
    ]
    search_fields = ["title"]
    search_backend_name = None
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("release_at"),
            MultipleChooserPanel(
                "pages", chooser_field_name="page", heading=_("Sider"), label=_("Side")
            ),
            MultipleChooserPanel(
                "assets",
                chooser_field_name="asset",
                heading=_("Materialer"),
                label=_("Materiale"),
            ),
        ],
        base_form_class=ReleaseSetForm,
    )

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/<slug:action>/", change_release, name="change"),
        ]
