from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Library, Membership
from .models.memberships import Role


class ChooseLibraryForm(forms.Form):
    """Which library do you work at? For people whose mail domain is unknown."""

    library = forms.ModelChoiceField(
        label=_("Dit bibliotek"),
        queryset=Library.objects.active(),
        empty_label=_("Vælg bibliotek"),
        help_text=_("Bibliotekerne står efter kommune."),
        error_messages={
            "required": _("Vælg det bibliotek, du arbejder på."),
            "invalid_choice": _("Vælg et bibliotek fra listen."),
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["library"].label_from_instance = _municipality_first


def _municipality_first(library: Library) -> str:
    return f"{library.municipality}: {library.name}"


class InviteForm(forms.Form):
    """Ask a colleague in."""

    email = forms.EmailField(
        label=_("Kollegaens e-mail"),
        help_text=_("Din kollega får et link, der gælder i 14 dage."),
        error_messages={
            "required": _("Skriv kollegaens e-mailadresse."),
            "invalid": _("Skriv en hel e-mailadresse, fx navn@bibliotek.dk."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(
        label=_("Rolle"),
        choices=[(Role.STAFF.value, Role.STAFF.label)],
        help_text=_("Kontaktpersonen kan tage kolleger af listen."),
    )

    def __init__(self, *args, membership: Membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.membership = membership
        if membership.role == Role.STAFF:
            del self.fields["role"]
        else:
            self.fields["role"].choices = [
                (role.value, role.label) for role in (Role.STAFF, Role.CONTACT)
            ]

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        colleagues = Membership.objects.active().at(self.membership.library)
        if colleagues.filter(user__email=email).exists():
            raise forms.ValidationError(_("Din kollega er her allerede."))
        return email

    @property
    def role_value(self) -> str:
        """The chosen role, or the only one that there was to choose."""
        return self.cleaned_data.get("role", Role.STAFF)
