"""What the files that are laid in together have in common."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..choosers import asset_chooser_viewset
from ..models import Asset, Drop
from ..permissions import asset_policy

EACH, GROUP, EXISTING = "each", "group", "existing"


class DropForm(forms.ModelForm):
    """The fields of a whole drop, and whether its files are one asset or many."""

    into = forms.ChoiceField(
        label=_("Filerne bliver til"),
        choices=[
            (EACH, _("et materiale for hver fil")),
            (GROUP, _("ét materiale med alle filerne")),
            (EXISTING, _("filer på et materiale, der er her i forvejen")),
        ],
        initial=EACH,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        policy = asset_policy()
        self.fields[
            "collection"
        ].queryset = policy.collections_user_has_any_permission_for(user, ["add"])
        self.fields["collection"].initial = self.fields["collection"].queryset.first()
        mine = policy.instances_user_has_any_permission_for(user, ["change"])
        asset = self.fields["asset"]
        asset.queryset = mine
        asset.label = _("Materiale")
        asset.help_text = _(
            "En fil, der hedder det samme som en på materialet, bliver dens nye "
            "version."
        )
        asset.widget = asset_chooser_viewset.widget_class()
        self.fields["title"].label = _("Materialets titel")
        kinds = self.fields["kind"]
        kinds.choices = [("", _("Efter filens type")), *Asset.Kind.choices]
        self.fields["tags"].help_text = _("Med komma imellem.")
        self.user = user

    def clean(self):
        cleaned = super().clean()
        into, asset = cleaned.get("into"), cleaned.get("asset")
        if into == GROUP and not cleaned.get("title"):
            self.add_error("title", _("Giv materialet en titel."))
        if into == EXISTING and "asset" not in self.errors:
            if not asset:
                self.add_error("asset", _("Vælg det materiale, filerne hører til."))
            elif not asset_policy().user_has_permission_for_instance(
                self.user, "change", asset
            ):
                self.add_error("asset", _("Du kan ikke lægge filer på det materiale."))
        return cleaned

    def save(self, commit=True):
        drop = super().save(commit=False)
        drop.owner = self.user
        drop.is_group = self.cleaned_data["into"] == GROUP
        if self.cleaned_data["into"] != EXISTING:
            drop.asset = None
        if commit:
            drop.save()
        return drop

    class Meta:
        model = Drop
        fields = [
            "into", "title", "asset", "kind", "theme", "collection", "licence",
            "credit", "access", "tags", "unpacks",
        ]  # fmt: skip
