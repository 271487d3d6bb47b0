"""The forms of signing in and up, and Wagtail's user forms, in our words."""

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wagtail.users.forms import UserCreationForm as WagtailUserCreationForm
from wagtail.users.forms import UserEditForm as WagtailUserEditForm

from allauth.account import forms as allauth_forms

from .addresses import confirm_address, is_taken
from .authority import groups_to_give
from .models import User

PASSWORD_HELP = _("Mindst 10 tegn. En lille sætning er nem at huske og svær at gætte.")
EMAIL_ERRORS = {
    "required": _("Skriv din e-mailadresse."),
    "invalid": _("Skriv en hel e-mailadresse, fx navn@bibliotek.dk."),
}


class PlainFieldsMixin:
    """Labels above the fields instead of words inside them."""

    labels = {}
    help_texts = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.help_texts.get(name, "")
            if isinstance(field, forms.EmailField):
                field.error_messages.update(EMAIL_ERRORS)
            elif name.startswith(("password", "oldpassword")):
                field.error_messages["required"] = _("Skriv en adgangskode.")


class LoginForm(PlainFieldsMixin, allauth_forms.LoginForm):
    """Sign in."""

    labels = {"login": _("E-mail"), "password": _("Adgangskode")}


class SignupForm(PlainFieldsMixin, allauth_forms.SignupForm):
    """Make a user: name, work e-mail and a password."""

    name = forms.CharField(
        label=_("Dit navn"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Skriv dit navn.")},
    )
    field_order = ["name", "email", "password1"]
    labels = {"email": _("Arbejdsmail"), "password1": _("Adgangskode")}
    help_texts = {
        "email": _("Brug adressen fra dit bibliotek, så kender vi det på den."),
        "password1": PASSWORD_HELP,
    }

    def signup(self, request, user):
        """Keep the name; allauth keeps the rest."""
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["first_name", "last_name"])


class ResetPasswordForm(PlainFieldsMixin, allauth_forms.ResetPasswordForm):
    """Ask for a new password."""

    labels = {"email": _("E-mail")}


class ResetPasswordKeyForm(PlainFieldsMixin, allauth_forms.ResetPasswordKeyForm):
    """Choose a new password, from the link in the mail."""

    labels = {
        "password1": _("Ny adgangskode"),
        "password2": _("Ny adgangskode igen"),
    }
    help_texts = {"password1": PASSWORD_HELP}


class ChangePasswordForm(PlainFieldsMixin, allauth_forms.ChangePasswordForm):
    """Change the password while signed in."""

    labels = {
        "oldpassword": _("Adgangskoden, du har nu"),
        **ResetPasswordKeyForm.labels,
    }
    help_texts = ResetPasswordKeyForm.help_texts


class OneNameMixin(forms.Form):
    """Some people have one name only, and Wagtail's forms ask for two."""

    last_name = forms.CharField(label=_("Efternavn"), required=False, max_length=150)
    phone = forms.CharField(label=_("Telefon"), required=False, max_length=40)


class AuthorityMixin:
    """Wagtail's user form, in which nobody gives more than they hold themselves.

    ``by`` is who sends the form. Only an administrator makes administrators and
    chooses passwords for others; a changed address is confirmed by being changed here.
    """

    def __init__(self, *args, by: User | None = None, **kwargs):
        self.by = by
        super().__init__(*args, **kwargs)
        self.fields["groups"].queryset = groups_to_give(by)
        if not self._by_administrator and "is_superuser" in self.fields:
            self.fields["is_superuser"].disabled = True

    @property
    def _by_administrator(self) -> bool:
        return self.by is not None and self.by.is_superuser

    @property
    def password_enabled(self) -> bool:
        """Others' people ask for a password of their own by mail."""
        return self._by_administrator

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        if is_taken(email, self.instance):
            raise forms.ValidationError(
                User._meta.get_field("email").error_messages["unique"]
            )
        return email

    @transaction.atomic
    def save(self, commit=True):
        is_new = self.instance.pk is None
        if is_new and not self.password_enabled:
            self.instance.set_unusable_password()
        user = super().save(commit)
        if commit and user.email != self.initial.get("email"):
            confirm_address(user)
        return user


class UserCreationForm(AuthorityMixin, OneNameMixin, WagtailUserCreationForm):
    """Make a user in the admin."""

    class Meta(WagtailUserCreationForm.Meta):
        fields = WagtailUserCreationForm.Meta.fields | {"phone"}


class UserEditForm(AuthorityMixin, OneNameMixin, WagtailUserEditForm):
    """Change a user in the admin."""

    class Meta(WagtailUserEditForm.Meta):
        fields = WagtailUserEditForm.Meta.fields | {"phone"}
