"""The form in which people describe an asset and upload its files."""

import logging

from django import forms
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms import WagtailAdminModelForm

from .kinds import check_kind
from .models import Asset
from .permissions import asset_policy, choosable_by
from .storages import STORAGE_ERRORS
from .uploads import StoredObject, add_version, check_upload, discard, put

logger = logging.getLogger(__name__)


class AssetFileForm(WagtailAdminModelForm):
    """One form of the asset, with the file that it is, or that replaces it."""

    upload = forms.FileField(
        label=_("Fil"),
        required=False,
        help_text=_(
            "Vælg en ny fil for at erstatte den, der er. Adressen er den samme."
        ),
    )
    note = forms.CharField(
        label=_("Hvad er ændret"),
        required=False,
        max_length=200,
        help_text=_("Fx “rettet dato på side 2”. Følger den nye version."),
    )
    stored: StoredObject | None = None

    def clean_upload(self):
        upload = self.cleaned_data.get("upload")
        if upload:
            if self.instance.is_generated:
                raise forms.ValidationError(
                    _("Word-filen laves af teksten. Ret teksten ovenfor i stedet.")
                )
            check_upload(upload, upload.name, upload.size, self.instance)
        return upload

    def clean(self):
        cleaned = super().clean()
        has_file = self.instance.current_version_id or cleaned.get("upload")
        has_file = has_file or self.instance.is_generated
        if not has_file and "upload" not in self.errors:
            self.add_error("upload", _("Vælg den fil, der skal hentes her."))
        return cleaned


class AssetForm(WagtailAdminModelForm):
    """The asset; who may not publish makes drafts."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        policy = asset_policy()
        self.fields[
            "collection"
        ].queryset = policy.collections_user_has_any_permission_for(
            self.for_user, ["add", "change"]
        )
        self.fields["successor"].queryset = choosable_by(self.for_user)
        state = self.fields["state"]
        if not policy.user_has_permission(self.for_user, "publish"):
            state.disabled = True
            state.help_text = _("En redaktør udgiver, når det er klar.")

    def clean(self):
        cleaned = super().clean()
        collection = cleaned.get("collection")
        if "state" in self.changed_data and not asset_policy().may_publish_in(
            self.for_user, collection
        ):
            self.add_error("state", _("Du kan ikke udgive i denne samling."))
        self._refuse_to_lose_addresses()
        check_kind(self)
        return cleaned

    def _refuse_to_lose_addresses(self) -> None:
        """Refuse the deletion of a file here: a formset forgives what it deletes."""
        for form in self.formsets["files"].initial_forms:
            form.is_valid()
            is_deleted = getattr(form, "cleaned_data", {}).get("DELETE")
            if is_deleted and form.instance.versions.exists():
                self.add_error(
                    None,
                    _(
                        "“%(name)s” kan være hentet eller stå på en plakat, så dens "
                        "adresse må ikke forsvinde. Hent siden igen, og giv den en ny "
                        "fil, eller træk materialet tilbage."
                    )
                    % {"name": form.instance.name},
                )

    def put_uploads(self) -> None:
        """Put every chosen file in storage, before any row is written.

        Storage that fails becomes an error at the file; the form keeps the rest, and
        what had been stored is deleted again.
        """
        for form in self._upload_forms():
            upload = form.cleaned_data["upload"]
            try:
                form.stored = put(upload, upload.name)
            except STORAGE_ERRORS:
                logger.exception("cannot store an upload")
                form.add_error(
                    "upload",
                    _(
                        "Lageret svarer ikke lige nu, så filen blev ikke gemt. "
                        "Intet er ændret. Vælg filen igen om lidt."
                    ),
                )
                self.add_error(None, _("En fil kunne ikke gemmes. Se ved filen."))
                self.discard_uploads()
                return

    def discard_uploads(self) -> None:
        """Delete what has been stored for this form and will not be used."""
        for form in self._upload_forms():
            if form.stored:
                discard(form.stored)

    def save(self, commit=True):
        if not self.instance.pk:
            self.instance.created_by = self.for_user
        asset = super().save(commit)
        for form in self._upload_forms():
            if form.stored:
                add_version(
                    form.instance,
                    form.stored,
                    user=self.for_user,
                    note=form.cleaned_data.get("note", ""),
                )
        return asset

    def _upload_forms(self):
        for form in self.formsets["files"].forms:
            cleaned = getattr(form, "cleaned_data", {})
            if not cleaned.get("DELETE") and (form.stored or cleaned.get("upload")):
                yield form

    class Meta:
        model = Asset
        fields = "__all__"
