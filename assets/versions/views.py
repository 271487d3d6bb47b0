"""The versions of a file in the admin: listed, restored, withdrawn."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from wagtail.admin import messages

from libraries.models import Library

from ..models import AssetFile, FileVersion, VersionNotice, Weight
from ..permissions import asset_policy
from .changes import check_weight, restore, withdraw
from .notices import holdings


class RestoreForm(forms.Form):
    """Why an older version is the right one, and how much it matters."""

    note = forms.CharField(
        label=gettext_lazy("Hvorfor"), max_length=200, required=False
    )
    weight = forms.ChoiceField(
        label=gettext_lazy("Vægt"), choices=Weight, initial=Weight.CORRECTION
    )
    is_silent = forms.BooleanField(label=gettext_lazy("Uden besked"), required=False)

    def clean(self):
        cleaned = super().clean()
        if "weight" in cleaned:
            check_weight(
                cleaned["weight"], cleaned["is_silent"], cleaned.get("note", "")
            )
        return cleaned


class WithdrawForm(forms.Form):
    """Why a version may not be used any more."""

    note = forms.CharField(
        label=gettext_lazy("Hvorfor må den ikke bruges"),
        max_length=200,
        error_messages={
            "required": gettext_lazy("Skriv hvorfor. Bibliotekerne får det at vide.")
        },
    )


def file_for(request: HttpRequest, pk: int, *, publish: bool = False) -> AssetFile:
    """The file, for who may change its asset; with ``publish``, may also withdraw."""
    policy = asset_policy()
    file = (
        AssetFile.objects.filter(pk=pk)
        .select_related("asset__collection", "current_version")
        .first()
    )
    may = file and policy.user_has_permission_for_instance(
        request.user, "change", file.asset
    )
    if may and publish:
        may = policy.may_publish_in(request.user, file.asset.collection)
    # One that is not there and one that is not yours answer alike.
    if not may:
        raise PermissionDenied
    return file


@require_safe
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """All versions of a file, and the libraries that have an older one."""
    file = file_for(request, pk)
    listed = list(file.versions.select_related("uploaded_by"))
    may_withdraw = asset_policy().may_publish_in(request.user, file.asset.collection)
    return render(
        request,
        "admin/assets/versions.html",
        {
            "file": file,
            "versions": listed,
            "changes": file.version_changes.select_related("version", "changed_by"),
            "outdated": outdated(file, listed),
            "may_withdraw": may_withdraw,
            "page_title": _("Versioner"),
            "page_subtitle": str(file),
            "header_icon": "history",
            "breadcrumbs_items": [
                *breadcrumbs(file),
                {"url": "", "label": _("Versioner"), "sublabel": file.name},
            ],
        },
    )


def outdated(file: AssetFile, listed: list[FileVersion]) -> list[dict]:
    """The libraries whose newest fetch is an older version, and when they were told."""
    by_pk = {version.pk: version for version in listed}
    old = [
        holding
        for holding in holdings(file).values()
        if holding.version_id != file.current_version_id
        or by_pk[holding.version_id].state == FileVersion.State.WITHDRAWN
    ]
    libraries = Library.objects.in_bulk([holding.library_id for holding in old])
    notices = VersionNotice.objects.filter(
        change__file=file, library__in=libraries
    ).select_related("message")
    # Oldest first, so that the newest stays.
    told = {notice.library_id: notice for notice in notices.order_by("created_at")}
    rows = [
        {
            "library": libraries[holding.library_id],
            "version": by_pk.get(holding.version_id),
            "fetched_at": holding.fetched_at,
            "notice": told.get(holding.library_id),
        }
        for holding in old
    ]
    return sorted(rows, key=lambda row: str(row["library"]))


def restore_version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Ask, and make an older version the current one."""
    file = file_for(request, pk)
    version = get_object_or_404(file.versions, number=number)

    def act(cleaned):
        if restore(version, user=request.user, **cleaned):
            return _("Version %(number)s gælder nu.") % {"number": number}
        return _("Version %(number)s gælder allerede.") % {"number": number}

    return _confirm(
        request, file, version, RestoreForm, act,
        title=_("Gendan version %(number)s") % {"number": number},
        explanation=_(
            "Adressen er den samme og sender igen den her fil. De andre versioner "
            "bliver liggende."
        ),
        button=_("Gendan"),
    )  # fmt: skip


def withdraw_version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Ask, and stop the use of a version."""
    file = file_for(request, pk, publish=True)
    version = get_object_or_404(file.versions, number=number)
    is_current = version.pk == file.current_version_id

    def act(cleaned):
        if withdraw(version, user=request.user, **cleaned):
            return _("Version %(number)s er trukket tilbage.") % {"number": number}
        return _("Version %(number)s var trukket tilbage.") % {"number": number}

    return _confirm(
        request, file, version, WithdrawForm, act,
        title=_("Stop brug af version %(number)s") % {"number": number},
        explanation=_(
            "Det er den, alle henter nu. Filen er væk, til du gendanner en ældre "
            "eller lægger en ny op. De biblioteker, der har den, får besked."
        )
        if is_current
        else _("Ingen kan hente den mere. De biblioteker, der har den, får besked."),
        button=_("Stop brug"),
    )  # fmt: skip


def _confirm(
    request, file, version, form_class, act, *, title, explanation, button
) -> HttpResponse:
    form = form_class(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, act(form.cleaned_data))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect("asset_versions", file.pk)
    return render(
        request,
        "admin/assets/change_version.html",
        {
            "file": file,
            "version": version,
            "form": form,
            "explanation": explanation,
            "button": button,
            "page_title": title,
            "page_subtitle": str(file),
            "header_icon": "history",
        },
    )


def breadcrumbs(file: AssetFile) -> list[dict]:
    """The way from the materials to a file's pages."""
    return [
        {"url": reverse("assets:index"), "label": _("Materialer")},
        {"url": reverse("assets:edit", args=[file.asset_id]), "label": file.asset},
    ]


urlpatterns = [
    path("materialefil/<int:pk>/versioner/", versions, name="asset_versions"),
    path(
        "materialefil/<int:pk>/versioner/<int:number>/gendan/",
        restore_version,
        name="restore_version",
    ),
    path(
        "materialefil/<int:pk>/versioner/<int:number>/stop/",
        withdraw_version,
        name="withdraw_version",
    ),
]
