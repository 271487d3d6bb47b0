from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import AccessibilityReport


class ReportForm(forms.ModelForm):
    """What could not be used; where, and whom to answer, may be left out."""

    class Meta:
        model = AccessibilityReport
        fields = ["text", "page", "email"]
        labels = {
            "text": _("Hvad ville du, og hvad gik galt?"),
            "page": _("Hvilken side var det?"),
            "email": _("Din e-mail, hvis du vil have svar"),
        }
        help_texts = {
            "text": _(
                "Fortæl gerne, om du bruger skærmlæser, stor skrift eller andet."
            ),
            "page": _("Adressen eller overskriften. Kan udelades."),
            "email": _("Kan udelades. Bruges kun til at svare dig."),
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 6}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
        error_messages = {
            "text": {
                "required": _("Skriv, hvad der gik galt."),
                "max_length": _("Teksten er for lang. Skriv højst 4000 tegn."),
            },
            "page": {"max_length": _("Adressen er for lang. Skriv højst 500 tegn.")},
            "email": {"invalid": _("Det ligner ikke en e-mailadresse.")},
        }
