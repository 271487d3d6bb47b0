from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Basket

MOST_BASKETS = 50
MOST_ITEMS = 500


class BasketForm(forms.ModelForm):
    """The basket's name."""

    class Meta:
        model = Basket
        fields = ["name"]
        labels = {"name": _("Kurvens navn")}
        error_messages = {"name": {"required": _("Skriv et navn til kurven.")}}
