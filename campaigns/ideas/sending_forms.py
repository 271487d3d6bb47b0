"""The form that a library writes its idea in; all may be missing until it is sent."""

from django import forms
from django.utils.translation import gettext as _

from ..models import SentIdea
from .rows import MAX_STEPS, STEP_LENGTH, lines_of
from .sending import open_campaigns


class SentIdeaForm(forms.ModelForm):
    """What is right is kept on the idea; what is wrong stays in the form alone."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    class Meta:
        model = SentIdea
        fields = [
            "title",
            "summary",
            "campaign",
            "audience",
            "steps",
            "description",
            "staff_hours",
            "cost",
            "lead_weeks",
            "needs_print",
            "space",
            "partner_type",
        ]
        localized_fields = ["staff_hours"]
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 3}),
            "steps": forms.Textarea(attrs={"rows": 6}),
            "description": forms.Textarea(attrs={"rows": 8}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version
        self.stored = {name: getattr(self.instance, name) for name in self.Meta.fields}
        self.fields["campaign"].queryset = open_campaigns()
        self.fields["campaign"].empty_label = _("Vælg kampagnen")
        for name in ("audience", "cost", "space", "partner_type"):
            choices = self.Meta.model._meta.get_field(name).choices
            self.fields[name].choices = [("", _("Vælg")), *choices]

    def clean_steps(self):
        steps = lines_of(self.cleaned_data["steps"])
        if len(steps) > MAX_STEPS:
            raise forms.ValidationError(_("Skriv højst 30 trin."))
        for text in steps:
            if len(text) > STEP_LENGTH:
                raise forms.ValidationError(
                    _("Et trin er på %(n)s tegn. Skriv højst 600."),
                    params={"n": len(text)},
                )
        return self.cleaned_data["steps"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("needs_print") and cleaned.get("lead_weeks") == 0:
            self.add_error(
                "lead_weeks",
                _("Tryk kan ikke bestilles med 0 ugers varsel. Skriv mindst 1."),
            )
        return cleaned

    def keep_what_is_right(self) -> list[str]:
        """Put back what was stored where the new is wrong; return the right fields."""
        self.is_valid()
        for name in self.errors.keys() & self.stored.keys():
            setattr(self.instance, name, self.stored[name])
        return [name for name in self.Meta.fields if name not in self.errors]
