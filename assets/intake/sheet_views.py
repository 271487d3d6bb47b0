"""Metadata of assets out to a spreadsheet and back: chosen, looked at, then saved."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wagtail.admin import messages

from core import waiting_files
from core.csv_files import MAX_BYTES, UnreadableFile
from core.limits import limited

from ..permissions import asset_policy
from . import sheets

PURPOSE = "assets.sheet"
SHOWN = 100


class SheetForm(forms.Form):
    """Choose the file with what is to be changed."""

    file = forms.FileField(
        label=gettext_lazy("CSV-fil"),
        help_text=gettext_lazy(
            "Fra Excel eller et andet regneark. Højst 20.000 rækker og 10 MB."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(_("Filen er større end 10 MB."))
        return file


def import_sheet(request: HttpRequest) -> HttpResponse:
    """Choose a file, see what it would change, and then save it."""
    _let_in(request)
    if request.method == "POST" and "token" in request.POST:
        return _save(request)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SheetForm(*posted)
    plan, token = None, ""
    if form.is_valid():
        data = form.cleaned_data["file"].read()
        try:
            plan = sheets.plan_import(data, request.user)
        except UnreadableFile as error:
            form.add_error("file", str(error))
        if plan and plan.changes and not plan.problems:
            token = waiting_files.keep(PURPOSE, request.user, data)
    return _page(request, form, plan, token)


def _save(request: HttpRequest) -> HttpResponse:
    kept = waiting_files.take(PURPOSE, request.user, request.POST["token"])
    if kept is None:
        messages.error(request, _("Filen er her ikke længere. Vælg den igen."))
        return _page(request, SheetForm(), None, "")
    # Planned anew: the assets may have changed since the preview.
    plan = sheets.plan_import(kept[0], request.user)
    if plan.problems:
        messages.error(request, _("Materialerne er ændret imens. Se fejlene igennem."))
        return _page(request, SheetForm(), plan, "")
    sheets.save_import(plan, request.user)
    messages.success(
        request, _("%(n)s materialer er rettet.") % {"n": len(plan.changes)}
    )
    return redirect("assets:index")


@limited("spreadsheet")
def export_sheet(request: HttpRequest) -> HttpResponse:
    """What the person may change, as a file that the import reads back."""
    _let_in(request)
    assets = asset_policy().instances_user_has_any_permission_for(
        request.user, ["change"]
    )
    return sheets.sheet_response(assets.order_by("-created_at", "-pk"))


def _let_in(request: HttpRequest) -> None:
    if not asset_policy().user_has_any_permission(request.user, ["add", "change"]):
        raise PermissionDenied


def _page(request: HttpRequest, form: SheetForm, plan, token: str) -> HttpResponse:
    context = {
        "form": form,
        "plan": plan,
        "token": token,
        "columns": [sheets.KEY, *sheets.COLUMNS],
        "problems": plan.problems[:SHOWN] if plan else [],
        "changes": plan.changes[:SHOWN] if plan else [],
        "header_icon": "upload",
    }
    refused = bool(form.errors or (plan and plan.problems))
    template = "pages/assets/admin/sheet.html"
    return render(request, template, context, status=422 if refused else 200)
