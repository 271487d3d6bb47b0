"""Cloning in the admin: asked, looked at, and then made."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wagtail.admin import messages

from themes.models import Theme

from ..models import CampaignPage
from .copying import clone
from .forms import CloneForm
from .plans import campaigns_of


def may_clone(user, page: CampaignPage) -> bool:
    """Whether a person may make themes, and pages beside this one."""
    return user.has_perm("themes.add_theme") and (
        page.get_parent().permissions_for_user(user).can_add_subpage()
    )


@require_http_methods(["GET", "HEAD", "POST"])
def clone_campaign(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for name and week, show all that will be, and make it after a yes."""
    if not request.user.has_perm("themes.add_theme"):
        raise PermissionDenied
    page = get_object_or_404(CampaignPage, pk=pk)
    source = Theme.objects.get(pk=page.theme_id)
    if not all(may_clone(request.user, page) for page in campaigns_of(source)):
        raise PermissionDenied
    form = CloneForm(request.POST or None, source=source)
    plan = form.plan if form.is_valid() else None
    if plan and "digest" in request.POST:
        if request.POST["digest"] == plan.digest:
            try:
                return _cloned(request, plan)
            except IntegrityError:
                form = CloneForm(request.POST, source=source)
                plan = form.plan if form.is_valid() else None
        messages.warning(
            request, _("Noget er ændret imens, og intet er lavet. Se det igennem igen.")
        )
    context = {"page": page, "form": form, "plan": plan}
    template = "pages/campaigns/admin/clone.html"
    return render(request, template, context, status=422 if form.errors else 200)


def _cloned(request: HttpRequest, plan) -> HttpResponse:
    theme = clone(plan, request.user)
    messages.success(
        request,
        _("”%(theme)s” er en kladde med %(n)s sider. Se datoer og milepæle igennem.")
        % {"theme": theme.title, "n": len(plan.pages)},
    )
    return redirect(reverse("themes:edit", args=[theme.pk]))


urlpatterns = [path("kampagner/<int:pk>/klon/", clone_campaign, name="clone_campaign")]
