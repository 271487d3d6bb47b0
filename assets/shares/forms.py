from django import forms
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms import WagtailAdminModelForm

from ..file_choosers import files_choosable_by
from ..models import ShareItem, ShareLink, ShareRequest

SHORTEST_PASSWORD = 8


class KeyForm(forms.Form):
    """What a receiver gives to get in: the password, and a yes to the terms."""

    password = forms.CharField(
        label=_("Adgangskode"),
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Skriv adgangskoden. Den, der sendte linket, kender den.")
        },
    )
    accepted = forms.BooleanField(
        label=_("Jeg accepterer vilkårene"),
        error_messages={
            "required": _("Sæt kryds ved vilkårene, før du kan hente filerne.")
        },
    )

    def __init__(self, *args, share: ShareLink, **kwargs):
        super().__init__(*args, **kwargs)
        if not share.has_password:
            del self.fields["password"]
        if not share.terms:
            del self.fields["accepted"]


class MoreTimeForm(forms.ModelForm):
    """A receiver's wish for more time."""

    class Meta:
        model = ShareRequest
        fields = ["sender", "email", "text"]
        labels = {"text": _("Hvad skal du bruge, og til hvornår?")}
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}
        error_messages = {
            "sender": {"required": _("Skriv dit navn.")},
            "email": {
                "required": _("Skriv din e-mail, så du kan få svar."),
                "invalid": _("Det ligner ikke en e-mailadresse."),
            },
        }


class ShareLinkForm(WagtailAdminModelForm):
    """The link as its maker writes it. The password is kept as a hash alone."""

    password = forms.CharField(
        label=_("Adgangskode"),
        required=False,
        max_length=128,
        min_length=SHORTEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_(
            "Valgfri. Send den for sig, ikke sammen med linket. Lad feltet stå tomt "
            "for at beholde den, der er."
        ),
        error_messages={"min_length": _("Brug mindst %(limit_value)d tegn.")},
    )
    no_password = forms.BooleanField(label=_("Fjern adgangskoden"), required=False)

    def clean(self):
        cleaned = super().clean()
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error(
                "ends_on",
                _("”Til og med” (%(end)s) ligger før ”fra” (%(start)s).")
                % {
                    "end": ends_on.strftime("%d.%m.%Y"),
                    "start": starts_on.strftime("%d.%m.%Y"),
                },
            )
        if cleaned.get("password") and cleaned.get("no_password"):
            self.add_error(
                "no_password",
                _("Skriv en ny adgangskode, eller fjern den. Ikke begge."),
            )
        chosen = set(self._chosen_files())
        if not chosen:
            self.add_error(None, _("Vælg mindst én fil, som linket skal føre til."))
        kept = set(
            ShareItem.objects.filter(share=self.instance.pk).values_list(
                "file", flat=True
            )
        )
        allowed = files_choosable_by(self.for_user).filter(pk__in=chosen)
        if chosen - kept - set(allowed.values_list("pk", flat=True)):
            self.add_error(None, _("En af filerne kan ikke vælges. Vælg en anden."))
        return cleaned

    def _chosen_files(self):
        # Wagtail asks the formsets only when the form itself has been found valid.
        for form in self.formsets["items"].forms:
            form.is_valid()
            cleaned = getattr(form, "cleaned_data", {})
            if cleaned.get("file") and not cleaned.get("DELETE"):
                yield cleaned["file"].pk

    def save(self, commit=True):
        if not self.instance.pk:
            self.instance.created_by = self.for_user
        if password := self.cleaned_data.get("password"):
            self.instance.set_password(password)
        elif self.cleaned_data.get("no_password"):
            self.instance.set_password("")
        return super().save(commit)
