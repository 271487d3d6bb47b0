"""The form in which people describe an asset and upload its files."""

import logging

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms import WagtailAdminModelForm

from core.errors import is_full, no_room_sentence

from ..filenames import clean_filename
from ..ingest import CONTENT_TYPES
from ..intake.checking import open_file
from ..intake.describing import title_of
from ..kinds import check_kind
from ..models import Asset, AssetFile, CollectionAccess, Weight
from ..models.rights import Channel
from ..permissions import Audience, asset_policy, choosable_by
from ..preflight.rules import override, override_of
from ..storages import STORAGE_ERRORS
from ..uploads import StoredObject, add_version, check_upload, discard, put
from ..versions.changes import announce_withdrawal, check_weight
from .conflicts import Conflict, differences, stamp_of

logger = logging.getLogger(__name__)

# Media that nobody prints: films, sounds, captions.
ON_SCREEN = ("video/", "audio/", "text/vtt")


def content_type_of(name: str) -> str:
    """The type that a file's name says, or an empty text."""
    extension = clean_filename(name).rpartition(".")[2].lower()
    return CONTENT_TYPES.get(extension, "")


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
        help_text=_("Fx ”rettet dato på side 2”. Følger den nye version."),
    )
    override_reason = forms.CharField(
        label=_("Godkend til tryk alligevel"),
        required=False,
        max_length=250,
        help_text=_(
            "Skriv hvorfor. Tøm feltet for at ophæve det. En ny fil tjekkes forfra."
        ),
    )
    weight = forms.ChoiceField(
        label=_("Vægt"),
        required=False,
        choices=Weight,
        initial=Weight.CORRECTION,
        help_text=_(
            "Hvor vigtigt er det, at bibliotekerne skifter? ”Stop brug” trækker også "
            "de ældre versioner tilbage."
        ),
    )
    is_silent = forms.BooleanField(
        label=_("Uden besked"),
        required=False,
        help_text=_("Kun for en rettelse, som ingen behøver at vide noget om."),
    )
    change_type = forms.BooleanField(
        label=_("Ja, skift filtype"),
        required=False,
        help_text=_("Kun når den nye fil er af en anden type end den gamle."),
    )
    stored: StoredObject | None = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].required = False
        self.fields["name"].help_text = _(
            "Fx ”A3 til trykkeriet”. Tom: det, filen selv hedder."
        )
        version = self.instance.current_version
        if version and version.print_ready is not None:
            kept = override_of(version)
            self.fields["override_reason"].initial = kept.reason if kept else ""

    def keep_override(self, version, user) -> None:
        """Write what an editor says of the version that the form showed."""
        # The field is shown at files that failed alone, and to editors alone.
        if not version or self.add_prefix("override_reason") not in self.data:
            return
        asset = self.instance.asset
        if asset_policy().is_editor(user, asset) and version.print_ready is not None:
            override(version, user, self.cleaned_data["override_reason"])

    def clean_upload(self):
        upload = self.cleaned_data.get("upload")
        if upload:
            if self.instance.is_generated:
                raise forms.ValidationError(
                    _("Word-filen laves af teksten. Ret teksten ovenfor i stedet.")
                )
            check_upload(upload, upload.name, upload.size, self.instance)
            asset = self.instance.asset if self.instance.pk else None
            open_file(upload, upload.name, asset=asset)
        return upload

    def clean_weight(self):
        return self.cleaned_data.get("weight") or Weight.CORRECTION

    def clean(self):
        cleaned = super().clean()
        if self.instance.current_version_id and cleaned.get("upload"):
            self._check_change(cleaned)
        self._fill_in(cleaned)
        has_file = (
            cleaned.get("upload")
            or self.instance.current_version_id
            or self.instance.is_generated
            # One that is being checked counts too.
            or (self.instance.pk and self.instance.versions.exists())
        )
        if not has_file and "upload" not in self.errors:
            self.add_error("upload", _("Vælg den fil, der skal hentes her."))
        return cleaned

    def _fill_in(self, cleaned: dict) -> None:
        """Let a file say what nobody wrote: its name, and that it is seen or heard."""
        upload = cleaned.get("upload")
        if not upload:
            if not cleaned.get("name") and "upload" not in self.errors:
                self.add_error("name", _("Skriv, hvad filen hedder."))
            return
        if not cleaned.get("name"):
            longest = AssetFile._meta.get_field("name").max_length
            cleaned["name"] = title_of(upload.name)[:longest]
        is_new = not self.instance.pk and "purpose" not in self.changed_data
        if is_new and content_type_of(upload.name).startswith(ON_SCREEN):
            cleaned["purpose"] = AssetFile.Purpose.SCREEN

    def _check_change(self, cleaned: dict) -> None:
        try:
            check_weight(
                cleaned.get("weight", Weight.CORRECTION),
                cleaned.get("is_silent", False),
                cleaned.get("note", ""),
            )
        except ValidationError as error:
            self.add_error("weight", error)
        old, new = self.instance.current_version, cleaned["upload"]
        extension = clean_filename(new.name).rpartition(".")[2].lower()
        is_other = content_type_of(new.name) != old.content_type
        if is_other and not cleaned.get("change_type"):
            self.add_error(
                "change_type",
                _(
                    "Den nye fil er %(new)s, og den gamle er %(old)s. Den, der har "
                    "adressen, får så en anden type. Sæt kryds, hvis det er meningen, "
                    "og vælg filen igen."
                )
                % {"new": extension.upper(), "old": old.extension},
            )


class AssetForm(WagtailAdminModelForm):
    """The asset; who may not publish makes drafts.

    ``seen`` says which state of the asset the person had before them: what another has
    saved meanwhile is never written over unseen.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        policy = asset_policy()
        self.fields[
            "collection"
        ].queryset = policy.collections_user_has_any_permission_for(
            self.for_user, ["add", "change"]
        )
        self.fields["successor"].queryset = choosable_by(self.for_user)
        self.initial["seen"] = stamp_of(self.instance)
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
        self._check_access(cleaned)
        self._check_channels(cleaned)
        self._refuse_to_lose_addresses()
        check_kind(self)
        return cleaned

    def _check_access(self, cleaned: dict) -> None:
        """Say what the collection asks; it holds at the door whatever is said here."""
        access, collection = cleaned.get("access"), cleaned.get("collection")
        if access is None or collection is None:
            return
        least = CollectionAccess.objects.least_in(collection)
        if least is not None and access < least:
            self.add_error(
                "access",
                _("Samlingen %(collection)s kræver mindst ”%(least)s”.")
                % {
                    "collection": collection.name,
                    "least": dict(Asset.ACCESS)[least],
                },
            )
        if access == Audience.NAMED and not cleaned.get("named_libraries"):
            self.add_error(
                "named_libraries", _("Vælg de biblioteker, der må hente materialet.")
            )

    def _check_channels(self, cleaned: dict) -> None:
        """Refuse a file for a purpose that the rights do not cover."""
        channels = cleaned.get("channels")
        if not channels:
            return
        P, C = AssetFile.Purpose, Channel
        needed = {
            P.PRINT_SHOP: C.PRINT,
            P.PRINT_SELF: C.PRINT,
            P.SCREEN: C.SCREEN,
            P.SOCIAL: C.SOCIAL,
        }
        for form in self.formsets["files"].forms:
            form.is_valid()
            purpose = getattr(form, "cleaned_data", {}).get("purpose")
            channel = needed.get(purpose)
            # A screen shows the web too: either right will do for it.
            enough = {C.SCREEN, C.WEB} if channel == C.SCREEN else {channel}
            if channel and not enough & set(channels):
                self.add_error(
                    "channels",
                    _("”%(name)s” er %(purpose)s, men det er ikke blandt kanalerne.")
                    % {
                        "name": form.cleaned_data.get("name", ""),
                        "purpose": P(purpose).label.lower(),
                    },
                )

    def _refuse_to_lose_addresses(self) -> None:
        """Refuse the deletion of a file here: a formset forgives what it deletes."""
        for form in self.formsets["files"].initial_forms:
            form.is_valid()
            is_deleted = getattr(form, "cleaned_data", {}).get("DELETE")
            if is_deleted and form.instance.versions.exists():
                self.add_error(
                    None,
                    _(
                        "”%(name)s” kan være hentet eller stå på en plakat, så dens "
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
            except STORAGE_ERRORS as error:
                logger.exception("cannot store an upload")
                away = _(
                    "Lageret svarer ikke lige nu, så filen blev ikke gemt. "
                    "Intet er ændret. Vælg filen igen om lidt."
                )
                form.add_error("upload", no_room_sentence() if is_full(error) else away)
                self.add_error(None, _("En fil kunne ikke gemmes. Se ved filen."))
                self.discard_uploads()
                return

    def ask_for_uploads_again(self) -> None:
        """Say at each chosen file that a browser forgets it when a form comes back."""
        for form in list(self._upload_forms()):
            if "upload" not in form.errors:
                form.add_error(
                    "upload",
                    _("Vælg filen igen: browseren glemmer den, når noget skal rettes."),
                )

    def discard_uploads(self) -> None:
        """Delete what has been stored for this form and will not be used."""
        for form in self._upload_forms():
            if form.stored:
                discard(form.stored)

    def save(self, commit=True):
        if not self.instance.pk:
            self.instance.created_by = self.for_user
        else:
            self._hold_against_others()
        was_published = self.initial.get("state") == Asset.State.PUBLISHED
        asset = super().save(commit)
        for form in self.formsets["files"].forms:
            form.keep_override(form.instance.current_version, self.for_user)
        if was_published and asset.state == Asset.State.WITHDRAWN:
            announce_withdrawal(asset, user=self.for_user)
        for form in self._upload_forms():
            if form.stored:
                add_version(
                    form.instance,
                    form.stored,
                    user=self.for_user,
                    note=form.cleaned_data.get("note", ""),
                    weight=form.cleaned_data.get("weight", Weight.CORRECTION),
                    is_silent=form.cleaned_data.get("is_silent", False),
                )
        return asset

    def _hold_against_others(self) -> None:
        """Lock the rows, raise Conflict if they are not those that the person saw.

        What restored or replaced a file meanwhile stays: the form does not set it.
        """
        now = Asset.objects.select_for_update(of=("self",)).get(pk=self.instance.pk)
        seen = self.cleaned_data.get("seen")
        if seen and seen != stamp_of(now):
            raise Conflict(now)
        files = AssetFile.objects.select_for_update(of=("self",)).filter(asset=now)
        current = dict(files.values_list("pk", "current_version"))
        for form in self.formsets["files"].initial_forms:
            form.instance.current_version_id = current.get(form.instance.pk)

    def show_conflict(self, conflict: Conflict) -> None:
        """Tell both values of every difference; saving again keeps these."""
        self.add_error(None, differences(self, conflict.asset))
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = stamp_of(conflict.asset)

    def _upload_forms(self):
        for form in self.formsets["files"].forms:
            cleaned = getattr(form, "cleaned_data", {})
            if not cleaned.get("DELETE") and (form.stored or cleaned.get("upload")):
                yield form

    class Meta:
        model = Asset
        fields = "__all__"
