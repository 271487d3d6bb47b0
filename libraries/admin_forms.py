"""The forms of the registers: what a change means is decided here, not in the view."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms.models import WagtailAdminModelForm

from core.csv_files import MAX_BYTES

from .joining import invite
from .models import Invitation, Library, Membership


class MembershipAdminForm(WagtailAdminModelForm):
    """Give a person a place and a role, or end it; who and where stay as they are."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["user"].disabled = True
            self.fields["library"].disabled = True
        else:
            self.fields["state"].initial = Membership.State.ACTIVE

    def clean(self):
        cleaned = super().clean()
        was = Membership.objects.filter(pk=self.instance.pk).first()
        if was and was.state == Membership.State.ENDED and self.changed_data:
            raise forms.ValidationError(
                _("En afsluttet tilknytning er historie. Opret en ny i stedet.")
            )
        return cleaned

    def save(self, commit=True):
        membership = super().save(commit=False)
        if membership.state == Membership.State.ACTIVE:
            membership.activate(self.for_user)
        elif membership.state == Membership.State.ENDED:
            membership.end(self.for_user)
        else:
            membership.save()
        return membership


class InvitationAdminForm(WagtailAdminModelForm):
    """Send an invitation on behalf of a library."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["library"].queryset = Library.objects.active()

    def save(self, commit=True):
        return invite(
            self.cleaned_data["library"],
            self.cleaned_data["email"],
            self.cleaned_data["role"],
            self.for_user,
        )

    def validate_constraints(self):
        """An unused invitation to the same address is renewed, not refused."""

    class Meta:
        model = Invitation
        fields = ["library", "email", "role"]


class ImportForm(forms.Form):
    """Choose the file with the libraries."""

    file = forms.FileField(
        label=_("CSV-fil"),
        help_text=_("Fra Excel eller et andet regneark. Højst 20.000 rækker og 10 MB."),
        error_messages={
            "required": _("Vælg en fil."),
            "empty": _("Filen er tom."),
        },
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(_("Filen er større end 10 MB."))
        return file
