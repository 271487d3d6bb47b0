"""The library register in and out of a spreadsheet."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wagtail.admin import messages

from core import waiting_files
from core.csv_files import UnreadableFile, written
from core.limits import limited

from .admin_forms import ImportForm
from .importing import COLUMNS, FLAGS, Plan, plan_import, save_import
from .models import Library

PURPOSE = "libraries.import"
IMPORT_PERMISSIONS = ["libraries.add_library", "libraries.change_library"]
SHOWN_ERRORS = 100


def import_libraries(request: HttpRequest) -> HttpResponse:
    """Choose a file, see what it would change, and then save it."""
    if not request.user.has_perms(IMPORT_PERMISSIONS):
        raise PermissionDenied
    if request.method == "POST" and "token" in request.POST:
        return _save(request)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ImportForm(*posted)
    plan, token = None, ""
    if form.is_valid():
        data = form.cleaned_data["file"].read()
        plan = _plan_or_error(form, data)
        if plan and not plan.errors:
            token = waiting_files.keep(PURPOSE, request.user, data)
    return _page(request, form, plan, token)


def _plan_or_error(form: ImportForm, data: bytes) -> Plan | None:
    try:
        return plan_import(data)
    except UnreadableFile as error:
        form.add_error("file", str(error))
        return None


def _save(request: HttpRequest) -> HttpResponse:
    kept = waiting_files.take(PURPOSE, request.user, request.POST["token"])
    if kept is None:
        form = ImportForm()
        messages.error(request, _("Filen er her ikke længere. Vælg den igen."))
        return _page(request, form, None, "")
    # Planned anew: the register may have changed since the preview.
    plan = plan_import(kept[0])
    if plan.errors:
        messages.error(request, _("Registret er ændret imens. Se fejlene igennem."))
        return _page(request, ImportForm(), plan, "")
    save_import(plan)
    messages.success(
        request,
        _("%(new)s og %(changed)s er gemt.")
        % {"new": _new(len(plan.new)), "changed": _changed(len(plan.changed))},
    )
    return redirect(reverse("libraries_library_modeladmin_index"))


def _new(count: int) -> str:
    text = ngettext("%(n)s nyt bibliotek", "%(n)s nye biblioteker", count)
    return text % {"n": count}


def _changed(count: int) -> str:
    return ngettext("%(n)s ændret", "%(n)s ændrede", count) % {"n": count}


def _page(
    request: HttpRequest, form: ImportForm, plan: Plan | None, token: str
) -> HttpResponse:
    context = {
        "form": form,
        "plan": plan,
        "token": token,
        "columns": list(COLUMNS),
        "errors": plan.errors[:SHOWN_ERRORS] if plan else [],
        "changes": _changes(plan) if plan else [],
        "header_icon": "upload",
    }
    refused = bool(form.errors or (plan and plan.errors))
    return render(
        request,
        "pages/libraries/admin/import.html",
        context,
        status=422 if refused else 200,
    )


def _changes(plan: Plan) -> list[dict]:
    labels = {name: column for column, name in COLUMNS.items()}
    return [
        {
            "library": library,
            "fields": [
                {
                    "label": labels[name],
                    "old": _readable(name, old),
                    "new": _readable(name, new),
                }
                for name, (old, new) in changes.items()
            ],
        }
        for library, changes in plan.changed[:SHOWN_ERRORS]
    ]


def _readable(name: str, value: object) -> str:
    if name in FLAGS:
        return _("ja") if value else _("nej")
    return "" if value is None else str(value)


@limited("spreadsheet")
def export_libraries(request: HttpRequest) -> HttpResponse:
    """The whole register as a file that the import reads back."""
    if not request.user.has_perm("libraries.view_library"):
        raise PermissionDenied
    libraries = Library.objects.select_related("region").iterator(500)
    rows = (
        [_readable(name, getattr(library, name)) for name in COLUMNS.values()]
        for library in libraries
    )
    return StreamingHttpResponse(
        written(COLUMNS, rows),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": "attachment; filename="
            f'"biblioteker-{timezone.localdate():%Y-%m-%d}.csv"'
        },
    )
