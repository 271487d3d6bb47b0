"""Ideas from a spreadsheet in the admin: chosen, looked at, then saved as drafts."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from wagtail.admin import messages

from core import waiting_files
from core.csv_files import MAX_BYTES, UnreadableFile

from ..models import CampaignPage
from .columns import COLUMNS
from .importing import plan_import, save_import
from .plans import Plan
from .template_file import template_file

PURPOSE = "ideas.import"
SHOWN_PROBLEMS = 100
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ImportForm(forms.Form):
    """The file, and the campaign whose ideas they become."""

    campaign = forms.ModelChoiceField(
        CampaignPage.objects.none(),
        label=gettext_lazy("Kampagne"),
        empty_label=gettext_lazy("Vælg kampagnen"),
    )
    file = forms.FileField(
        label=gettext_lazy("Regneark"),
        help_text=gettext_lazy(
            "Excel (.xlsx) eller CSV. Højst 500 ideer, 20.000 rækker og 10 MB."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt,text/csv"}),
    )

    def __init__(self, *args, campaigns, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["campaign"].queryset = campaigns

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(_("Filen er større end 10 MB."))
        return file


def campaigns_of(user):
    """The campaigns that a person may add pages below, the latest first."""
    allowed = [
        campaign.pk
        for campaign in CampaignPage.objects.all()
        if campaign.permissions_for_user(user).can_add_subpage()
    ]
    return CampaignPage.objects.filter(pk__in=allowed).order_by("-theme__starts_on")


def import_ideas(request: HttpRequest) -> HttpResponse:
    """Choose a file, see every row as it will be, and then save them."""
    campaigns = campaigns_of(request.user)
    if not campaigns:
        raise PermissionDenied
    if request.method == "POST" and "token" in request.POST:
        return _save(request, campaigns)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    initial = {"campaign": request.GET.get("kampagne")}
    form = ImportForm(*posted, campaigns=campaigns, initial=initial)
    plan, token = None, ""
    if form.is_valid():
        data, campaign = form.cleaned_data["file"].read(), form.cleaned_data["campaign"]
        try:
            plan = plan_import(data, campaign, request.user)
        except UnreadableFile as error:
            form.add_error("file", str(error))
        if plan and plan.ideas and not plan.problems:
            token = waiting_files.keep(PURPOSE, request.user, data, campaign.pk)
    return _page(request, form, plan, token)


def _save(request: HttpRequest, campaigns) -> HttpResponse:
    kept = waiting_files.take(PURPOSE, request.user, request.POST["token"])
    campaign = kept and campaigns.filter(pk=kept[1]).first()
    if not campaign:
        messages.error(request, _("Filen er her ikke længere. Vælg den igen."))
        return _page(request, ImportForm(campaigns=campaigns), None, "")
    # Planned anew: the ideas may have changed since the preview.
    plan = plan_import(kept[0], campaign, request.user)
    if plan.problems:
        messages.error(request, _("Ideerne er ændret imens. Se fejlene igennem."))
        return _page(request, ImportForm(campaigns=campaigns), plan, "")
    update = request.POST.get("twins") == "update"
    save_import(plan, request.user, update=update)
    messages.success(request, _told(plan, update))
    return redirect("wagtailadmin_explore", campaign.pk)


def _told(plan: Plan, update: bool) -> str:
    new, changed = len(plan.of_fate("new")), len(plan.of_fate("changed"))
    told = [
        ngettext("%(n)s ny idé er kladde.", "%(n)s nye ideer er kladder.", new)
        % {"n": new}
    ]
    if changed and update:
        told.append(_("%(n)s er opdateret som kladde.") % {"n": changed})
    left = len(plan.ideas) - new - (changed if update else 0)
    if left:
        told.append(_("%(n)s var der i forvejen og er ikke rørt.") % {"n": left})
    return " ".join(told)


def _page(request: HttpRequest, form, plan: Plan | None, token: str) -> HttpResponse:
    context = {
        "form": form,
        "plan": plan,
        "token": token,
        "columns": COLUMNS,
        "problems": plan.problems[:SHOWN_PROBLEMS] if plan else [],
    }
    refused = bool(form.errors or (plan and plan.problems))
    template = "pages/campaigns/admin/import_ideas.html"
    return render(request, template, context, status=422 if refused else 200)


@require_safe
def ideas_template(request: HttpRequest) -> HttpResponse:
    """The spreadsheet to begin from."""
    headers = {"Content-Disposition": 'attachment; filename="ideer.xlsx"'}
    return HttpResponse(template_file(), content_type=XLSX, headers=headers)


urlpatterns = [
    path("ideer/importer/", import_ideas, name="import_ideas"),
    path("ideer/skabelon.xlsx", ideas_template, name="ideas_template"),
]
